"""``danchieu backup``: a whole copy of the archive."""

from pathlib import Path
from typing import Annotated

import typer

from danchieu.cli.language import say
from danchieu.settings import load_settings
from danchieu.usecases import open_store
from danchieu.usecases.safekeeping import back_up


def backup(
    folder: Annotated[Path, typer.Argument(help="Thư mục sao lưu / Folder.")],
) -> None:
    """Sao lưu kho, cả khi đang chạy. / Copy the archive, also while it is in use."""
    settings = load_settings()
    store = open_store(settings.database, settings.data_dir)
    try:
        count = back_up(store, settings.data_dir / "files", folder)
    finally:
        store.close()
    typer.echo(
        say(f"Đã sao lưu {count} tệp vào {folder}.", f"{count} files are in {folder}.")
    )
