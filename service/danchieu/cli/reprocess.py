"""``danchieu reprocess``: what a change of rules changes, and then the change."""

from pathlib import Path
from typing import Annotated

import typer

from danchieu.cli.inputs import open_reader
from danchieu.cli.language import say
from danchieu.cli.workplace import lend_ledger
from danchieu.jobs import rules_version
from danchieu.settings import load_settings
from danchieu.usecases import open_store
from danchieu.usecases.reprocessing import Change, accept, changes


def reprocess(
    changed_rules: Annotated[
        bool,
        typer.Option("--changed-rules", help="Văn bản đọc bằng luật cũ / Old rules."),
    ],
    take: Annotated[
        bool, typer.Option("--accept", help="Ghi kết quả mới / Keep the new results.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option(help="Ghi bản so sánh / Write the comparison.")
    ] = None,
) -> None:
    """So kết quả cũ và mới khi luật thay đổi. / Compare results after new rules."""
    if not changed_rules:
        raise typer.BadParameter("--changed-rules", param_hint="--changed-rules")
    settings = load_settings()
    ledger = lend_ledger(settings)
    store = open_store(settings.database, settings.data_dir)
    lines: list[str] = []
    read = changed = 0
    try:
        with open_reader(
            settings, in_process=False, workers=settings.workers
        ) as reader:
            rules = rules_version(settings.rules_dir)
            for change in changes(store, ledger, reader, rules):
                read += 1
                changed += not change.is_none
                lines += _lines(change)
                if take:
                    accept(store, ledger, change)
    finally:
        store.close()
        ledger.close()
    _tell(lines, out)
    typer.echo(_summary(read, changed, taken=take))


def _lines(change: Change) -> list[str]:
    if change.is_none:
        return []
    told = [change.file_name]
    told += [f"  + {gained}" for gained in change.gained]
    told += [f"  - {lost}" for lost in change.lost]
    told += [f"  ! {change.error}"] if change.error else []
    return told


def _tell(lines: list[str], out: Path | None) -> None:
    if out is not None:
        out.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return
    for line in lines:
        typer.echo(line)


def _summary(read: int, changed: int, *, taken: bool) -> str:
    if taken:
        return say(
            f"Đã đọc lại {read} văn bản, {changed} có thay đổi, đã ghi.",
            f"Read {read} documents anew, {changed} changed, kept.",
        )
    return say(
        f"{read} văn bản đọc bằng luật cũ, {changed} sẽ thay đổi; thêm --accept để "
        "ghi.",
        f"{read} documents were read by old rules, {changed} would change; add "
        "--accept to keep that.",
    )
