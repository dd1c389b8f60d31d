"""Documents set again from their text: as PDF, as Word file, as a damaged scan."""

from danchieu.rendering.damage import DAMAGES, Damage, find_damage
from danchieu.rendering.docx_file import render_docx
from danchieu.rendering.forms import FORMS, render_text
from danchieu.rendering.pdf_file import render_pdf
from danchieu.rendering.scan import render_scan, scan_pdf
from danchieu.rendering.sheet import Sheet
from danchieu.rendering.sheet_text import parse_sheet
from danchieu.rendering.typefaces import (
    TYPEFACES,
    MissingFontError,
    Typeface,
    find_typeface,
)

__all__ = [
    "DAMAGES",
    "FORMS",
    "TYPEFACES",
    "Damage",
    "MissingFontError",
    "Sheet",
    "Typeface",
    "find_damage",
    "find_typeface",
    "parse_sheet",
    "render_docx",
    "render_pdf",
    "render_scan",
    "render_text",
    "scan_pdf",
]
