"""``danchieu cancel``: a batch is not wanted any more."""

from typing import Annotated

import typer

from danchieu.cli.batches_named import batch_named
from danchieu.cli.language import say
from danchieu.cli.workplace import open_desk
from danchieu.settings import load_settings
from danchieu.usecases.batches import cancel_batch


def cancel(
    batch: Annotated[str, typer.Argument(help="Đợt hoặc nguồn / Batch id or source.")],
) -> None:
    """Thôi đọc một đợt; những gì đã đọc vẫn còn. / Stop a batch; results stay."""
    with open_desk(load_settings()) as desk:
        named = batch_named(desk.ledger, batch)
        count = cancel_batch(desk, named.id)
    typer.echo(
        say(
            f"Đã hủy {count} văn bản chưa đọc của đợt {named.id}.",
            f"Cancelled {count} documents of batch {named.id} that were not read.",
        )
    )
