"""``danchieu graph``: questions about who carries out, changes and covers what."""

from typing import Annotated, Literal

import typer

from danchieu.cli.asking import (
    AsJson,
    Code,
    Limit,
    named,
    open_graph,
    print_json,
    print_line,
    print_table,
    quoted,
    way_in_words,
)
from danchieu.cli.changes import changes
from danchieu.cli.coverage import coverage
from danchieu.cli.decisions import decide, decisions, undo
from danchieu.cli.gaps import conflicts, missing
from danchieu.cli.grounds import basis, path
from danchieu.cli.language import say
from danchieu.cli.targets import targets
from danchieu.contract import TraceEntry
from danchieu.graph import Caps
from danchieu.usecases import Wanted, trace

Province = Annotated[
    str | None, typer.Option(help="Tỉnh, tên của thời nào cũng được / Province.")
]
ProvinceNow = Annotated[
    str | None,
    typer.Option(help="Tỉnh hiện nay, gồm các tỉnh đã nhập vào / Merged province."),
]
Level = Annotated[str | None, typer.Option(help="Cấp / Level: province, department …")]
Type = Annotated[
    str | None, typer.Option("--type", help="Loại văn bản / Type: Kế hoạch.")
]
Since = Annotated[str | None, typer.Option(help="Từ ngày / From: 2021.")]
Until = Annotated[str | None, typer.Option(help="Đến ngày / Until.")]
Held = Annotated[
    bool | None, typer.Option("--held/--not-held", help="Có trong kho / Archive.")
]
WayOption = Annotated[
    Literal["direct", "via", "reports", "basis"] | None,
    typer.Option("--way", help="Cách thực hiện / How it is related."),
]
Depth = Annotated[int, typer.Option(min=1, max=20, help="Số bậc / Levels.")]
app = typer.Typer(
    help="Hỏi về quan hệ giữa các văn bản. / Ask how documents relate.",
    no_args_is_help=True,
)
for command in (
    *(basis, path, changes, coverage, targets, missing, conflicts),
    *(decide, decisions, undo),
):
    app.command()(command)


@app.command()
def implementers(  # noqa: PLR0913 - one parameter for each option
    code: Code,
    *,
    province: Province = None,
    province_now: ProvinceNow = None,
    level: Level = None,
    type_: Type = None,
    since: Since = None,
    until: Until = None,
    held: Held = None,
    way: WayOption = None,
    depth: Depth = 4,
    limit: Limit = 5_000,
    as_json: AsJson = False,
) -> None:
    """Ai thực hiện một văn bản, có chọn lọc. / Who implements it, chosen by filters."""
    wanted = Wanted(
        province=province,
        province_now=province_now,
        level=level,
        type=type_,
        since=since,
        until=until,
        held=held,
        ways=(way,) if way else (),
    )
    with open_graph() as (store, knowledge):
        found = trace(
            store, code, wanted=wanted, knowledge=knowledge, caps=Caps(levels=depth)
        )
    entries = found[:limit]
    if as_json:
        print_json(entries)
    elif entries:
        _print(entries)
    else:
        print_line(say("Chưa biết văn bản nào.", "No edge known."))


def _print(entries: tuple[TraceEntry, ...]) -> None:
    print_table(
        [
            say("Cách", "Way"),
            say("Văn bản", "Document"),
            say("Trong kho", "Held"),
            say("Lời trích", "Quotes"),
        ],
        [
            (
                way_in_words(entry),
                named(entry.document),
                say("có", "yes") if entry.document.in_archive else say("không", "no"),
                "\n".join(quoted(hop) for hop in entry.path),
            )
            for entry in entries
        ],
    )
