"""The service's own crew: it reads the uploads that were not answered at once."""

from danchieu.jobs import Carrier, DbosDelivery, ReaderPool
from danchieu.jobs.webhook import Webhook
from danchieu.settings import Settings
from danchieu.store import ContentFolder, Ledger
from danchieu.usecases import Store
from danchieu.usecases.batches import Desk
from danchieu.usecases.crew import Crew, CrewName, take_free_name
from danchieu.usecases.figures import Figures
from danchieu.usecases.telling import Teller
from danchieu.usecases.uploads import QueuedUploads
from danchieu.usecases.working import Tools

AT_ONCE = 8
DRAIN_SECONDS = 5.0


class JobWork:
    """Started and stopped with the application; its name is free again afterwards."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        ledger: Ledger,
        reader: ReaderPool,
        figures: Figures,
    ) -> None:
        self._ledger = ledger
        kept = ContentFolder(settings.data_dir / "files")
        self._name: CrewName = take_free_name(ledger, "serve")
        delivery = DbosDelivery(
            settings.jobs_database, Carrier(self._name.name, AT_ONCE)
        )
        webhook = (
            Webhook(settings.webhook_secret, settings.webhook_private)
            if settings.webhook_secret
            else None
        )
        self._tools = Tools(
            store=store,
            ledger=ledger,
            reader=reader,
            kept=kept,
            quarantine=settings.data_dir / "quarantine",
            limits=settings.limits,
            figures=figures,
        )
        self._crew = Crew(
            self._tools,
            delivery,
            self._name,
            hands=settings.workers + 1,
            errand=Teller(ledger, webhook) if webhook else lambda: None,
        )
        self.uploads = QueuedUploads(
            Desk(ledger, delivery, kept, settings.limits),
            settings.limits,
            prompt_bytes=settings.prompt_bytes,
            queue_limit=settings.queue_limit,
            webhook=webhook,
            done_of=reader.pages_done,
        )

    def start(self) -> None:
        """Begin to read what waits."""
        self._crew.start()

    def stop(self) -> None:
        """End what was begun, give everything back."""
        self._crew.stop(DRAIN_SECONDS)
        self._name.hold.release()
        self._ledger.close()

    @property
    def ledger(self) -> Ledger:
        """What is known of batches and jobs."""
        return self._ledger

    def trouble(self) -> str | None:
        """Return why no job can be done, None when all is well."""
        cause = self._crew.workshop.trouble
        return None if cause is None else type(cause).__name__

    def figures(self) -> bytes:
        """Return the figures in Prometheus' text form."""
        return self._tools.figures.text(self._ledger)
