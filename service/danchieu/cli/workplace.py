"""Archive, ledger, delivery and crew, put together from the settings."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from danchieu.cli.inputs import open_reader
from danchieu.jobs import Carrier, DbosDelivery, Reader
from danchieu.settings import Settings
from danchieu.store import Archive, ContentFolder, Ledger, open_ledger
from danchieu.usecases import open_store
from danchieu.usecases.batches import Desk
from danchieu.usecases.crew import Crew, CrewName
from danchieu.usecases.working import Tools

LEAST_AT_ONCE, MOST_AT_ONCE = 8, 32
DRAIN_SECONDS = 20.0
_SPARE_HANDS = 2


@dataclass(frozen=True, slots=True)
class Workplace:
    """What a working command has at hand."""

    store: Archive
    ledger: Ledger
    desk: Desk
    crew: Crew


@contextmanager
def open_workplace(
    settings: Settings, ledger: Ledger, name: CrewName
) -> Iterator[Workplace]:
    """Lend a workplace whose crew works; at the end it may end what it has begun.

    The name is free again afterwards.

    Raises:
        RuleError: the rules are wrong, so nothing can be read.
        SettingsError: the database cannot be used.
    """
    try:
        store = open_store(settings.database, settings.data_dir)
        with open_reader(
            settings, in_process=False, workers=settings.workers
        ) as reader:
            workplace = _put_together(settings, store, ledger, reader, name)
            workplace.crew.start()
            try:
                yield workplace
            finally:
                workplace.crew.stop(DRAIN_SECONDS)
        store.close()
    finally:
        name.hold.release()


def _put_together(
    settings: Settings, store: Archive, ledger: Ledger, reader: Reader, name: CrewName
) -> Workplace:
    at_once = min(MOST_AT_ONCE, max(LEAST_AT_ONCE, 4 * settings.workers))
    delivery = DbosDelivery(settings.jobs_database, Carrier(name.name, at_once))
    kept = kept_files(settings)
    tools = Tools(
        store=store,
        ledger=ledger,
        reader=reader,
        kept=kept,
        quarantine=settings.data_dir / "quarantine",
        limits=settings.limits,
    )
    crew = Crew(tools, delivery, name, hands=settings.workers + _SPARE_HANDS)
    return Workplace(store, ledger, Desk(ledger, delivery, kept, settings.limits), crew)


@contextmanager
def open_desk(settings: Settings) -> Iterator[Desk]:
    """Lend what is needed to ask and to hand out, without working."""
    ledger = lend_ledger(settings)
    delivery = DbosDelivery(settings.jobs_database, None)
    try:
        yield Desk(ledger, delivery, kept_files(settings), settings.limits)
    finally:
        delivery.stop(0.0)
        ledger.close()


def lend_ledger(settings: Settings) -> Ledger:
    """Open the ledger; the data folder is made if absent."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    return open_ledger(settings.database)


def kept_files(settings: Settings) -> ContentFolder:
    """Return the folder in which the archive keeps files by their SHA-256."""
    return ContentFolder(Path(settings.data_dir) / "files")
