"""Figures and duties: who signs, who receives, what is planned, who must do it."""

from typing import Literal

from danchieu.contract.parts import Agency, Confidence, Evidence, Shape


class Signature(Shape):
    """Who signed; ``authority`` holds the TM., KT., TL. lines as printed."""

    name: str | None = None
    title: str | None = None
    authority: tuple[str, ...] = ()
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    method: str


class Recipient(Shape):
    """One line of nơi nhận."""

    text: str
    agency: Agency | None = None
    purpose: str | None = None
    evidence: tuple[Evidence, ...] = ()


class Target(Shape):
    """A figure that is planned (chỉ tiêu) or, among the results, achieved.

    A lone figure gives min = max for ``=``, only min for ``>=``, only max for ``<=``.
    ``per`` is "năm" for yearly rates; ``by`` is EDTF: the deadline or the end of the
    period. ``of`` is the code of the described document, in news.
    """

    text: str
    metric: str | None = None
    comparator: Literal["=", ">=", "<=", "range", "~"]
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    percent: bool = False
    per: str | None = None
    by: str | None = None
    of: str | None = None
    section: str | None = None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    method: str


class Assignment(Shape):
    """Who must do what; ``deadline`` is EDTF, ``--11-10`` for a yearly day."""

    agency: Agency
    role: Literal["lead", "coordinate", "responsible"]
    task: str
    deadline: str | None = None
    section: str | None = None
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    method: str


class Event(Shape):
    """A meeting or ceremony."""

    date: str | None = None
    text: str
    hosts: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
