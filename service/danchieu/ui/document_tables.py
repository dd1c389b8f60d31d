"""The tables of a document as files."""

import json
from pathlib import PurePath

from fastapi import Response

from danchieu.contract import StoredResult
from danchieu.errors import NotFoundError
from danchieu.ui.fact_rows import groups_of
from danchieu.ui.facts import Group, Row
from danchieu.ui.spreadsheets import csv_of, file_answer, xlsx_of

_COLUMNS = {
    "header": ("Mục", "Giá trị", "Ghi chú"),
    "citations": ("Quan hệ", "Văn bản", "Ghi chú", "Lời trong văn bản"),
}
_AS_JSON = {
    *("header", "citations", "assignments", "targets", "results"),
    *("recipients", "events", "warnings"),
}
_LAST = ("Trang", "Độ tin cậy")


def table_file(result: StoredResult, name: str, form: str) -> Response:
    """Return the list ``name`` of the result as ``xlsx``, ``csv`` or ``json``.

    Raises:
        NotFoundError: the document has no such list.
    """
    group = next((g for g in groups_of(result) if g.key == name), None)
    if group is None or (form == "json" and name not in _AS_JSON):
        raise NotFoundError(f"no table {name!r} of this document; see its page")
    stem = PurePath(result.source.file_name).stem
    file_name = f"{stem}-{name}.{form}"
    if form == "json":
        rows = result.model_dump(mode="json", include={name})[name]
        text = json.dumps(rows, ensure_ascii=False, indent=1)
        return file_answer(text.encode(), file_name)
    columns, lines = _lines(group)
    if form == "csv":
        return file_answer(csv_of(columns, lines), file_name)
    return file_answer(xlsx_of(group.heading, columns, lines), file_name)


def _lines(group: Group) -> tuple[list[str], list[list[str | int | float]]]:
    columns = [*(group.columns or _COLUMNS.get(group.key, ("Nội dung", "Ghi chú")))]
    lines = [_cells(group, row, len(columns)) for row in group.rows]
    return [*columns, *_LAST], lines


def _cells(group: Group, row: Row, width: int) -> list[str | int | float]:
    cells: list[str]
    if group.columns:
        cells = [row.value, *row.cells]
    elif group.key in _COLUMNS:
        cells = [row.label, row.value, row.note, row.quote][:width]
    else:
        cells = [row.value, row.note]
    sure: str | float = "" if row.confidence is None else round(row.confidence, 2)
    return [*cells, row.page or "", sure]
