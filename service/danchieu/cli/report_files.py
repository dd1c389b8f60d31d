"""What a batch gave, as a file: every result as JSONL, or a table of all files."""

import csv
import html
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import xlsxwriter

from danchieu.cli.language import say
from danchieu.store import Archive, Ledger
from danchieu.usecases.reporting import COLUMNS, ReportRow, report_rows


def write_results(store: Archive, ledger: Ledger, batch_id: str, out: Path) -> None:
    """Write one line of JSON for each file that was read; a whole file or none."""
    with _whole(out) as file:
        for outcome in ledger.outcomes(batch_id):
            if outcome.document_id is not None:
                result = json.loads(store.result(outcome.document_id))
                row = {"path": outcome.path, "id": outcome.document_id, **result}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


def write_report(store: Archive, ledger: Ledger, batch_id: str, out: Path) -> None:
    """Write the table of all files, in the form that the suffix of ``out`` names."""
    WRITERS[out.suffix.lower()](out, report_rows(store, ledger, batch_id))


def _write_csv(out: Path, rows: Iterable[ReportRow]) -> None:
    with _whole(out, encoding="utf-8-sig") as file:
        table = csv.writer(file)
        table.writerow(_titles())
        for row in rows:
            table.writerow([_harmless(cell) for cell in row.cells])


def _write_xlsx(out: Path, rows: Iterable[ReportRow]) -> None:
    options = {"constant_memory": True, "strings_to_formulas": False}
    with xlsxwriter.Workbook(str(out), options) as book:
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, _titles(), book.add_format({"bold": True}))
        for number, row in enumerate(rows, start=1):
            for column, cell in enumerate(row.cells):
                if isinstance(cell, str):
                    sheet.write_string(number, column, cell)
                else:
                    sheet.write_number(number, column, cell)


def _write_html(out: Path, rows: Iterable[ReportRow]) -> None:
    title = say("Kết quả đọc văn bản", "Documents read")
    with _whole(out) as file:
        file.write(
            f'<!doctype html><html lang="{say("vi", "en")}"><meta charset="utf-8">'
            f"<title>{title}</title><style>body{{font:15px serif}}td,th{{padding:.2em "
            ".5em;border-bottom:1px solid #ccc;text-align:left;vertical-align:top}"
            f"</style><h1>{title}</h1><table><thead><tr>"
        )
        file.writelines(f"<th>{html.escape(name)}</th>" for name in _titles())
        file.write("</tr></thead><tbody>\n")
        for row in rows:
            cells = (f"<td>{html.escape(str(cell))}</td>" for cell in row.cells)
            file.write(f"<tr>{''.join(cells)}</tr>\n")
        file.write("</tbody></table></html>\n")


def _titles() -> list[str]:
    return [say(vietnamese, english) for vietnamese, english in COLUMNS]


def _harmless(cell: str | int | float) -> str | int | float:
    """Keep a spreadsheet from taking a cell for a formula."""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t"):
        return f"'{cell}"
    return cell


@contextmanager
def _whole(out: Path, encoding: str = "utf-8") -> Iterator[IO[str]]:
    """Lend a file that takes its name only when everything is written."""
    out.parent.mkdir(parents=True, exist_ok=True)
    beside = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding=encoding, newline="") as file:
            yield file
        beside.replace(out)
    finally:
        beside.unlink(missing_ok=True)


WRITERS: dict[str, Callable[[Path, Iterable[ReportRow]], None]] = {
    ".csv": _write_csv,
    ".html": _write_html,
    ".xlsx": _write_xlsx,
}
"""Suffix of a report → who writes it."""
