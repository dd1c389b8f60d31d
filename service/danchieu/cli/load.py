"""``danchieu load``: documents into the archive."""

from pathlib import Path
from typing import Annotated

import typer

from danchieu.cli.failures import SOME_FAILED, WRONG_USAGE, tell
from danchieu.cli.inputs import (
    Outcome,
    input_files,
    open_reader,
    read_all,
    wanted_workers,
)
from danchieu.cli.language import say
from danchieu.settings import load_settings
from danchieu.usecases import Store, add_document, open_store


def load(
    paths: Annotated[list[Path], typer.Argument(help="Tệp hoặc thư mục / Files.")],
    workers: Annotated[
        int | None, typer.Option(min=1, help="Số tiến trình đọc / Worker processes.")
    ] = None,
) -> None:
    """Đọc văn bản và đưa vào kho. / Read documents and keep them."""
    settings = load_settings(workers=workers)
    files = input_files(paths, settings.limits)
    if not files:
        typer.echo(
            say("Không có văn bản nào trong đó.", "No document there."), err=True
        )
        raise typer.Exit(WRONG_USAGE)
    store = open_store(settings.database, settings.data_dir)
    kept = 0
    try:
        with open_reader(
            settings, in_process=False, workers=wanted_workers(files, settings)
        ) as reader:
            for outcome in read_all(reader, files, settings):
                kept += _keep(store, outcome)
    finally:
        store.close()
    typer.echo(
        say(
            f"Đã đưa {kept}/{len(files)} văn bản vào kho.",
            f"{kept} of {len(files)} documents are in the archive.",
        )
    )
    raise typer.Exit(0 if kept == len(files) else SOME_FAILED)


def _keep(store: Store, outcome: Outcome) -> bool:
    if outcome.reading is None:
        tell(outcome.error or ValueError("no result"), subject=str(outcome.path))
        return False
    add_document(store, outcome.reading.document, outcome.reading.result)
    return True
