"""Delivery by DBOS: durable on SQLite in one process and on PostgreSQL in many."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dbos import DBOS, DBOSClient, DBOSConfig, EnqueueOptions

from danchieu.errors import DanchieuError, StoreUnavailableError
from danchieu.jobs.delivery import Letter, Work, ids
from danchieu.store.engine import Database, open_database

APPLICATION = "danchieu"
PROTOCOL = "1"
"""DBOS' application version: what a letter says, not which rules read documents."""

_QUEUE = "documents"
_WORKFLOW = "read-document"
_POLL_SECONDS = 0.1
_SWEPT = 500
_UNDER_WAY = ["ENQUEUED", "PENDING", "DELAYED"]


@dataclass(frozen=True, slots=True)
class Carrier:
    """This process as DBOS knows it: a stable name, and how much it takes at once."""

    name: str
    at_once: int


class DbosDelivery:
    """Letters as DBOS workflows; one delivery in a process at a time.

    The workflow has no steps: its only effect is ``work``, which may be repeated.
    Without a carrier it sends and recalls letters, and works on none.
    """

    def __init__(self, url: str, carrier: Carrier | None) -> None:
        self._carrier = carrier
        self._url = url.replace("postgresql+psycopg://", "postgresql://")
        # Opening it puts a SQLite file into WAL mode before DBOS sees it.
        self._database: Database = open_database(url)
        with self._database.reading():
            pass
        if carrier is None:
            DBOS.migrate(self._url)
        self._client: DBOSClient | None = None
        self._stopping = False

    def start(self, work: Work) -> None:
        """Launch DBOS; it takes up what this carrier's name left behind."""
        if self._carrier is None:
            raise ValueError("a delivery without a carrier cannot work")

        @DBOS.workflow(name=_WORKFLOW)
        def read_document(job_id: str) -> None:
            if not self._stopping:
                work(job_id)

        logging.getLogger("dbos").propagate = False
        DBOS(config=self._config(self._carrier))
        DBOS.launch()
        DBOS.register_queue(
            _QUEUE,
            worker_concurrency=self._carrier.at_once,
            polling_interval_sec=_POLL_SECONDS,
            on_conflict="always_update",
        )

    def _config(self, carrier: Carrier) -> DBOSConfig:
        return DBOSConfig(
            name=APPLICATION,
            system_database_url=self._url,
            application_version=PROTOCOL,
            executor_id=carrier.name,
            log_level="ERROR",
            notification_listener_polling_interval_sec=1.0,
            scheduler_polling_interval_sec=3600.0,
        )

    def send(self, letters: Sequence[Letter]) -> None:
        """Enqueue the letters in one transaction."""
        client = self._open_client()
        with self._database.writing() as connection:
            for letter in letters:
                client.enqueue_in_transaction(
                    connection, _options(letter), letter.job_id
                )

    def recall(self, letters: Sequence[Letter]) -> None:
        """Cancel the letters that wait; what is being read ends by itself."""
        client = self._open_client()
        waiting = client.list_workflows(
            workflow_ids=ids(letters), status=["ENQUEUED"], load_input=False
        )
        if waiting:
            client.cancel_workflows([found.workflow_id for found in waiting])

    def lost(self, letters: Sequence[Letter]) -> tuple[Letter, ...]:
        """Return those of which DBOS has nothing enqueued or pending."""
        try:
            under_way = self._open_client().list_workflows(
                workflow_ids=ids(letters),
                status=_UNDER_WAY,
                load_input=False,
                load_output=False,
            )
        except Exception as error:
            raise StoreUnavailableError(
                f"the queue cannot be asked: {type(error).__name__}"
            ) from error
        known = {found.workflow_id for found in under_way}
        return tuple(letter for letter in letters if letter.id not in known)

    def rescue(self, is_alive: Callable[[str], bool]) -> int:
        """Enqueue what dead carriers hold, and forget letters that have ended.

        Raises:
            StoreUnavailableError: the queue cannot be written.
        """
        self._database.prove_writable()
        try:
            return self._rescue(self._open_client(), is_alive)
        except DanchieuError:
            raise
        except Exception as error:
            raise StoreUnavailableError(
                f"the queue does not do its work: {type(error).__name__}; look for a "
                "full disk, rights, or a stopped server"
            ) from error

    def _rescue(self, client: DBOSClient, is_alive: Callable[[str], bool]) -> int:
        pending = client.list_workflows(
            status="PENDING", queue_name=_QUEUE, load_input=False, load_output=False
        )
        owners = {found.executor_id for found in pending}
        dead = {o for o in owners if o is not None and not is_alive(o)}
        orphans = [f.workflow_id for f in pending if f.executor_id in dead]
        for at in range(0, len(orphans), _SWEPT):
            client.resume_workflows(orphans[at : at + _SWEPT], queue_name=_QUEUE)
        self._forget_ended(client)
        return len(orphans)

    def _forget_ended(self, client: DBOSClient) -> None:
        """Forget them all: more may end between two sweeps than one list holds."""
        is_full = True
        while is_full:
            ended = client.list_workflows(
                status=["SUCCESS", "ERROR", "CANCELLED"],
                limit=_SWEPT,
                load_input=False,
                load_output=False,
            )
            client.delete_workflows([found.workflow_id for found in ended])
            is_full = len(ended) == _SWEPT

    def stop(self, seconds: float) -> None:
        """Let DBOS end what it has begun, within the time given."""
        self._stopping = True
        if self._client is not None:
            self._client.destroy()
            self._client = None
        if self._carrier is not None:
            DBOS.destroy(
                destroy_registry=True, workflow_completion_timeout_sec=int(seconds)
            )
        self._database.close()

    def _open_client(self) -> DBOSClient:
        if self._client is None:
            self._client = DBOSClient(
                system_database_url=self._url,
                application_name=APPLICATION,
                retry_connection_errors=False,
            )
        return self._client


def _options(letter: Letter) -> EnqueueOptions:
    return EnqueueOptions(
        workflow_name=_WORKFLOW,
        queue_name=_QUEUE,
        workflow_id=letter.id,
        app_version=PROTOCOL,
        priority=letter.priority,
    )
