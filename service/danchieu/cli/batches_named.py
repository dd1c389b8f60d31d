"""Which batch is meant on the command line: by its id, its source, or the latest."""

from danchieu.cli.language import say
from danchieu.errors import NotFoundError
from danchieu.store import Batch, Ledger
from danchieu.usecases.job_identity import batch_id_of


def batch_named(ledger: Ledger, given: str | None) -> Batch:
    """Return the batch of this id or source; without either the latest.

    Raises:
        NotFoundError: there is no such batch.
    """
    batches = ledger.batches()
    if given is None and batches:
        return batches[0]
    wanted = {given, batch_id_of(given)} if given else set()
    found = [batch for batch in batches if batch.id in wanted]
    if not found:
        raise NotFoundError(
            say(
                f"{given or 'batch'}: chưa có đợt đọc nào như vậy; xem danchieu status",
                f"{given or 'batch'}: there is no such batch; see danchieu status",
            )
        )
    return found[0]
