"""Tables as files that a spreadsheet opens."""

import csv
import io
from collections.abc import Iterable, Sequence
from urllib.parse import quote

import xlsxwriter
from fastapi import Response

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDEST = 60


def xlsx_of(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[str | int | float]]
) -> bytes:
    """Return a workbook of one sheet; text that looks like a formula stays text."""
    kept = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    book = xlsxwriter.Workbook(kept, options)
    sheet = book.add_worksheet(_sheet_name(title))
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    lines = list(rows)
    for place, name in enumerate(columns):
        longest = max([len(name), *(len(str(line[place])) for line in lines)])
        sheet.set_column(place, place, min(_WIDEST, longest + 2))
    sheet.write_row(0, 0, columns, head)
    for number, line in enumerate(lines, start=1):
        sheet.write_row(number, 0, line, body)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(lines)), len(columns) - 1)
    book.close()
    return kept.getvalue()


def csv_of(
    columns: Sequence[str], rows: Iterable[Sequence[str | int | float]]
) -> bytes:
    """Return UTF-8 with a byte order mark, so that Excel reads Vietnamese.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    kept = io.StringIO()
    writer = csv.writer(kept)
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return kept.getvalue().encode("utf-8-sig")


def file_answer(content: bytes, name: str) -> Response:
    """Return the answer that saves ``content`` under ``name``."""
    kinds = {"xlsx": _XLSX, "csv": "text/csv; charset=utf-8"}
    kind = kinds.get(name.rpartition(".")[2], "application/json; charset=utf-8")
    headers = {"content-disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    return Response(content, media_type=kind, headers=headers)


def _sheet_name(title: str) -> str:
    plain = "".join(" " if letter in "[]:*?/\\" else letter for letter in title)
    return plain[:31].strip("' ") or "Bảng"


def _harmless(cell: str | int | float) -> str | int | float:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
