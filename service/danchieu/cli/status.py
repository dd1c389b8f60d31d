"""``danchieu status``: how far every batch is."""

import json
import time
from typing import Annotated

import typer

from danchieu.cli.language import say
from danchieu.cli.progress import counts_line
from danchieu.cli.workplace import lend_ledger
from danchieu.settings import load_settings
from danchieu.store import Batch, Counts, Ledger

_WATCH_SECONDS = 2.0


def status(
    watch: Annotated[
        bool, typer.Option("--watch", help="Xem liên tục / Look again and again.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON.")] = False,
) -> None:
    """Cho biết các đợt đọc đã đến đâu. / Tell how far the batches are."""
    ledger = lend_ledger(load_settings())
    try:
        _show(ledger, as_json=as_json)
        while watch and ledger.counts().open:
            time.sleep(_WATCH_SECONDS)
            _show(ledger, as_json=as_json)
    except KeyboardInterrupt:
        return
    finally:
        ledger.close()


def _show(ledger: Ledger, *, as_json: bool) -> None:
    batches = [(batch, ledger.counts(batch.id)) for batch in ledger.batches()]
    if as_json:
        typer.echo(json.dumps([_row(*pair) for pair in batches], ensure_ascii=False))
        return
    if not batches:
        typer.echo(say("Chưa có đợt đọc nào.", "No batch yet."))
    for batch, counts in batches:
        state = _state(batch, counts)
        typer.echo(f"{batch.id}  {state}  {counts_line(counts)}  {batch.source}")


def _row(batch: Batch, counts: Counts) -> dict[str, object]:
    return {
        "batch": batch.id,
        "source": batch.source,
        "state": batch.state,
        "files": counts.files,
        "duplicates": counts.duplicates,
        "pages": counts.pages,
        "states": dict(counts.states),
        "failures": dict(counts.failures),
    }


def _state(batch: Batch, counts: Counts) -> str:
    if batch.state == "cancelled":
        return say("đã hủy", "cancelled")
    if batch.state == "walking":
        return say("đang tìm tệp", "walking")
    if counts.open:
        return say("đang đọc", "reading")
    return say("đã xong", "finished")
