"""``danchieu restore``: an archive from its backup."""

from pathlib import Path
from typing import Annotated

import typer

from danchieu.cli.language import say
from danchieu.settings import load_settings
from danchieu.usecases.safekeeping import restore as put_back


def restore(
    folder: Annotated[Path, typer.Argument(help="Thư mục sao lưu / Folder.")],
) -> None:
    """Phục hồi kho vào thư mục dữ liệu còn trống. / Put a backup back."""
    settings = load_settings()
    count = put_back(folder, settings.data_dir)
    typer.echo(
        say(
            f"Đã phục hồi {count} tệp vào {settings.data_dir}.",
            f"{count} files are back in {settings.data_dir}.",
        )
    )
