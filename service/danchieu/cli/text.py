"""``danchieu text``: the pages of one document as read."""

from pathlib import Path
from typing import Annotated

import typer

from danchieu.cli.failures import SOME_FAILED, tell
from danchieu.cli.inputs import open_reader, read_all, wanted_workers
from danchieu.settings import load_settings


def text(
    path: Annotated[Path, typer.Argument(help="Tệp cần đọc / The file to read.")],
    in_process: Annotated[
        bool,
        typer.Option(
            "--in-process",
            help="Đọc ngay trong tiến trình này / Read without worker processes.",
        ),
    ] = False,
) -> None:
    """In chữ của từng trang theo thứ tự đọc. / Print the pages as read."""
    settings = load_settings()
    workers = wanted_workers([path], settings)
    with open_reader(settings, in_process=in_process, workers=workers) as reader:
        [outcome] = read_all(reader, [path], settings)
    if outcome.reading is None:
        tell(outcome.error or ValueError("no result"), subject=str(path))
        raise typer.Exit(SOME_FAILED)
    pages = outcome.reading.document.text.pages
    typer.echo("\f".join(page.text for page in pages), nl=False)
