"""A text as a file of one of the forms in which documents reach an archive."""

from dataclasses import replace

from danchieu.errors import SettingsError
from danchieu.rendering.damage import find_damage
from danchieu.rendering.docx_file import render_docx
from danchieu.rendering.pdf_file import render_pdf
from danchieu.rendering.scan import scan_pdf
from danchieu.rendering.sheet import Sheet
from danchieu.rendering.sheet_text import parse_sheet
from danchieu.rendering.typefaces import find_typeface

FORMS = ("pdf", "docx", "scan")


def render_text(
    text: str,
    form: str = "pdf",
    *,
    typeface: str = "liberation",
    damage: str = "light",
    seed: int = 0,
) -> bytes:
    """Return ``text`` as a file of ``form`` (one of ``FORMS``).

    ``typeface`` is one of ``TYPEFACES`` and counts for pdf and scan, ``damage`` is one
    of ``DAMAGES`` and counts for scan, which is a PDF of page pictures. The same
    arguments give the same bytes.

    Raises:
        SettingsError: form, typeface or damage has an unknown name.
        MissingFontError: the fonts of the typeface are not installed.
    """
    if form not in FORMS:
        raise SettingsError(f"no form {form!r}; choose one of: {', '.join(FORMS)}")
    sheet = parse_sheet(text)
    if form == "docx":
        return render_docx(sheet)
    pdf = render_pdf(sheet, find_typeface(typeface))
    if form == "pdf":
        return pdf
    chosen = replace(find_damage(damage), seed=seed, seal_name=_seal_name(sheet))
    return scan_pdf(pdf, chosen)


def _seal_name(sheet: Sheet) -> str:
    return " ".join(sheet.letterhead.issuer) if sheet.letterhead else ""
