"""``danchieu graph coverage``: who has a document that carries X out, who has none."""

from typing import Annotated, Literal

import typer

from danchieu.cli.asking import (
    AsJson,
    Code,
    named,
    open_graph,
    print_json,
    print_line,
    print_notes,
    print_table,
    quoted,
)
from danchieu.cli.language import say
from danchieu.contract import TraceEntry
from danchieu.contract.questions import CoverageRow
from danchieu.usecases import coverage as coverage_of

ByOption = Annotated[
    Literal["provinces", "departments", "ministries"],
    typer.Option("--by", help="Tỉnh, sở, bộ / Which list."),
]
OnOption = Annotated[
    str, typer.Option("--on", help="Danh sách của ngày (ISO) / The list of a day.")
]
KindOption = Annotated[
    str | None, typer.Option("--kind", help="Loại sở / Kind of department: Sở Y tế.")
]


def coverage(
    code: Code,
    by: ByOption = "provinces",
    on: OnOption = "2025-07-01",
    kind: KindOption = None,
    as_json: AsJson = False,
) -> None:
    """Nơi nào đã có, nơi nào chưa biết văn bản thực hiện. / Who covers it."""
    if by == "departments" and kind is None:
        raise typer.BadParameter(
            say("thiếu --kind 'Sở …'", "give a --kind, as 'Sở Y tế'")
        )
    with open_graph() as (store, knowledge):
        answer = coverage_of(store, code, knowledge, by=by, on=on, kind=kind)
    if as_json:
        print_json(answer)
        return
    print_line(
        say(
            f"Có văn bản: {answer.known}. Chưa biết văn bản nào: {answer.unknown}.",
            f"Known: {answer.known}. None known: {answer.unknown}.",
        ),
        "bold",
    )
    print_table(
        [say("Nơi", "Body"), say("Văn bản thực hiện", "Implementing documents")],
        [(row.name, _documents(row)) for row in answer.rows],
    )
    print_notes(answer.notes)


def _documents(row: CoverageRow) -> str:
    lines = [
        *(_line(e) for e in row.own),
        *(
            say("(trước sáp nhập) ", "(before merging) ") + _line(e)
            for e in row.forerunners
        ),
        *(say("(cấp dưới) ", "(lower body) ") + _line(e) for e in row.lower),
    ]
    if not row.known:
        lines.insert(0, say("chưa biết văn bản nào", "no edge known"))
    return "\n".join(lines)


def _line(entry: TraceEntry) -> str:
    return f"{named(entry.document)} {quoted(entry.path[0])}"
