"""Implementers, coverage and targets as tables, in CSV or XLSX."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from danchieu.contract import TracedDocument, TraceEntry
from danchieu.contract.questions import CoverageAnswer, TargetsAnswer
from danchieu.wording import amount_in_words, date_in_words

Cells = Sequence[str | float | None]
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DOCUMENT = (
    "Loại",
    "Số, ký hiệu",
    "Cơ quan ban hành",
    "Ngày",
    "Trích yếu",
    "Trong kho",
)
_STATED = ("Lời trích", "Nêu tại", "Trang")
_WAYS = {
    "direct": "trực tiếp",
    "via": "qua văn bản khác",
    "reports": "báo cáo",
    "basis": "căn cứ",
}


def implementers_table(entries: Iterable[TraceEntry]) -> Iterator[Cells]:
    """Give the rows, the names of the columns first."""
    yield ("Cách thực hiện", *_DOCUMENT, "Qua", *_STATED, "Độ chắc chắn")
    for entry in entries:
        through = " → ".join(hop.code or "?" for hop in entry.path[1:])
        yield (
            _WAYS[entry.relation],
            *_document(entry.document),
            through or None,
            *_stated(entry),
            entry.confidence,
        )


def coverage_table(answer: CoverageAnswer) -> Iterator[Cells]:
    """Give a row for each document of a body, one for a body that has none known."""
    yield ("Cơ quan, địa phương", "Tình trạng", *_DOCUMENT, *_STATED)
    nothing = (None,) * (len(_DOCUMENT) + len(_STATED))
    for row in answer.rows:
        kinds = (
            ("có văn bản", row.own),
            ("có văn bản của đơn vị trước sáp nhập", row.forerunners),
            ("có văn bản của cơ quan trực thuộc, cấp dưới", row.lower),
        )
        for state, entries in kinds:
            for entry in entries:
                yield (row.name, state, *_document(entry.document), *_stated(entry))
        if not any(entries for _, entries in kinds):
            yield (row.name, "chưa biết văn bản nào", *nothing)


def targets_table(answer: TargetsAnswer) -> Iterator[Cells]:
    """Give a row for each figure; figures that count the same stand together."""
    yield ("Chỉ tiêu", "Đến", "Theo", "Mức", *_DOCUMENT, *_STATED)
    for row in answer.rows:
        for cell in row.cells:
            unit = "%" if row.percent else cell.unit
            amount = amount_in_words(cell.comparator, cell.min, cell.max, unit)
            page = cell.evidence[0].page if cell.evidence else None
            yield (
                row.metric,
                date_in_words(cell.by) or None,
                row.per,
                amount,
                *_document(cell.document),
                " ".join(cell.text.split()),
                cell.stated_in,
                page,
            )


def write_csv(rows: Iterable[Cells], file: TextIO) -> None:
    """Write the rows; a text that a spreadsheet would calculate gets a ' before it."""
    writer = csv.writer(file)
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])


def write_xlsx(rows: Iterable[Cells], path: Path, *, sheet: str) -> None:
    """Write the rows as one sheet, with a fixed first line; nothing is calculated."""
    import xlsxwriter  # noqa: PLC0415 - only who exports a table waits for it

    options = {"constant_memory": True, "strings_to_formulas": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        page = book.add_worksheet(sheet)
        page.freeze_panes(1, 0)
        bold = book.add_format({"bold": True})
        for line, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    page.write_string(line, column, cell, None if line else bold)
                elif cell is not None:
                    page.write_number(line, column, cell)


def _document(document: TracedDocument) -> Cells:
    return (
        document.type,
        document.code,
        document.issuer.name if document.issuer else None,
        date_in_words(document.date) or None,
        document.title,
        "có" if document.in_archive else "không",
    )


def _stated(entry: TraceEntry) -> Cells:
    first = entry.path[0]
    return " ".join(first.quote.split()), first.stated_in, first.page


def _harmless(cell: str | float | None) -> str | float | None:
    if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA):
        return f"'{cell}"
    return cell
