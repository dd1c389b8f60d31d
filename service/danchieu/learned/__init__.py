"""Learned parts: reads ``models/`` and what those nets can tell."""

from danchieu.learned.pen_digits import PenDigits as PenDigits
from danchieu.learned.pen_digits import PenReading as PenReading
from danchieu.learned.pen_digits import load_pen_digits as load_pen_digits
