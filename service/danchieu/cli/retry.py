"""``danchieu retry``: failed documents once more."""

from typing import Annotated

import typer

from danchieu.cli.batches_named import batch_named
from danchieu.cli.language import say
from danchieu.cli.workplace import open_desk
from danchieu.settings import load_settings
from danchieu.usecases.batches import retry as retry_jobs


def retry(
    batch: Annotated[
        str | None, typer.Argument(help="Đợt hoặc nguồn / Batch id or source.")
    ] = None,
    reason: Annotated[
        str | None, typer.Option(help="Chỉ những lỗi có mã này / Only this code.")
    ] = None,
) -> None:
    """Đọc lại những văn bản bị lỗi. / Hand failed documents out again."""
    with open_desk(load_settings()) as desk:
        named = batch_named(desk.ledger, batch) if batch else None
        count = retry_jobs(desk, named.id if named else None, reason)
    typer.echo(
        say(
            f"{count} văn bản sẽ được đọc lại khi danchieu batch, worker hoặc serve "
            "chạy.",
            f"{count} documents will be read again when a batch, worker or service "
            "runs.",
        )
    )
