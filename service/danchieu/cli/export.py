"""``danchieu export``: documents, the graph and tables for other programs."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from danchieu.cli.asking import open_graph
from danchieu.cli.coverage import ByOption, KindOption, OnOption
from danchieu.cli.language import say
from danchieu.exports.tables import (
    Cells,
    coverage_table,
    implementers_table,
    targets_table,
    write_csv,
    write_xlsx,
)
from danchieu.rules.knowledge import Knowledge
from danchieu.usecases import (
    GraphStore,
    coverage,
    export_akoma_ntoso,
    export_graphml,
    export_metadata,
    export_neo4j,
    export_rdf,
    held_documents,
    targets_side_by_side,
    trace,
)

Format = Literal[
    "akn", "nd30", "rdf", "graphml", "neo4j", "implementers", "coverage", "targets"
]
_OF_A_DOCUMENT = {"akn": export_akoma_ntoso, "nd30": export_metadata}
_OF_THE_GRAPH = {"rdf": export_rdf, "graphml": export_graphml}


def export(
    format_: Annotated[Format, typer.Argument(metavar="FORMAT", help="Dạng / Form.")],
    code: Annotated[
        str | None, typer.Argument(help="Số, ký hiệu hoặc id / Code or id.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Tệp (.csv, .xlsx …) hoặc thư mục / File, folder."),
    ] = None,
    by: ByOption = "provinces",
    on: OnOption = "2025-07-01",
    kind: KindOption = None,
) -> None:
    """Xuất văn bản, quan hệ và bảng. / Export documents, the graph and tables."""
    with open_graph() as (store, knowledge):
        if format_ in _OF_A_DOCUMENT:
            _write_documents(store, _OF_A_DOCUMENT[format_], code, out)
        elif format_ in _OF_THE_GRAPH:
            _write_text(_OF_THE_GRAPH[format_](store), out)
        elif format_ == "neo4j":
            export_neo4j(store, _needed(out))
        else:
            asked = _Asked(store, knowledge, _needed_code(code))
            rows = asked.rows(format_, by=by, on=on, kind=kind)
            _write_table(rows, out, sheet=format_)


class _Asked:
    """A table's question."""

    def __init__(self, store: GraphStore, knowledge: Knowledge, code: str) -> None:
        self._store, self._knowledge, self._code = store, knowledge, code

    def rows(
        self,
        table: str,
        *,
        by: Literal["provinces", "departments", "ministries"],
        on: str,
        kind: str | None,
    ) -> Iterable[Cells]:
        """Return the rows of the table, the names of its columns first."""
        if table == "implementers":
            return implementers_table(trace(self._store, self._code))
        if table == "targets":
            return targets_table(
                targets_side_by_side(self._store, self._code, self._knowledge)
            )
        return coverage_table(
            coverage(self._store, self._code, self._knowledge, by=by, on=on, kind=kind)
        )


def _write_documents(
    store: GraphStore,
    form: Callable[[GraphStore, str], bytes],
    code: str | None,
    out: Path | None,
) -> None:
    """Write one document to a file or stdout, several into a folder."""
    ids = list(held_documents(store, code))
    if len(ids) == 1 and code is not None and (out is None or out.suffix):
        content = form(store, ids[0])
        if out is None:
            typer.echo(content.decode())
        else:
            out.write_bytes(content)
        return
    folder = _needed(out)
    folder.mkdir(parents=True, exist_ok=True)
    for document_id in ids:
        (folder / f"{document_id}.xml").write_bytes(form(store, document_id))


def _write_text(parts: Iterable[str], out: Path | None) -> None:
    if out is None:
        sys.stdout.writelines(parts)
        return
    with out.open("w", encoding="utf-8") as file:
        file.writelines(parts)


def _write_table(rows: Iterable[Cells], out: Path | None, *, sheet: str) -> None:
    if out is None:
        write_csv(rows, sys.stdout)
    elif out.suffix.lower() == ".xlsx":
        write_xlsx(rows, out, sheet=sheet)
    else:
        # With the mark, spreadsheets know that the file is UTF-8.
        with out.open("w", encoding="utf-8-sig", newline="") as file:
            write_csv(rows, file)


def _needed(out: Path | None) -> Path:
    if out is None:
        raise typer.BadParameter(say("cần --out THƯ_MỤC", "give a folder: --out DIR"))
    return out


def _needed_code(code: str | None) -> str:
    if code is None:
        raise typer.BadParameter(say("cần số, ký hiệu văn bản", "give a code"))
    return code
