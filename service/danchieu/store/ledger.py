"""The ledger: which contents are to be read, and what became of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from danchieu.errors import NotFoundError
from danchieu.store import batch_rows, job_rows, key_rows
from danchieu.store.engine import Database, open_database
from danchieu.store.holding import Hold, hold, is_held
from danchieu.store.job_records import (
    ApiKey,
    Batch,
    BatchFile,
    Counts,
    FileOutcome,
    Job,
    NewJob,
    ReadOnce,
)
from danchieu.store.migrating import migrate


class Ledger:
    """The truth about jobs; whoever carries them may die at any moment.

    Every change is one transaction. A job that is not done, failed or cancelled here
    is handed out again, whatever its carrier believes.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def open_batch(self, batch: Batch) -> Batch:
        """Return the batch of this id as it is kept, made when it is new."""
        with self._database.writing() as connection:
            return batch_rows.open_batch(connection, batch)

    def set_batch_state(self, batch_id: str, state: str) -> None:
        """Note how far the walk is."""
        with self._database.writing() as connection:
            batch_rows.set_batch_state(connection, batch_id, state)

    def batches(self) -> tuple[Batch, ...]:
        """Return all batches, the latest first."""
        with self._database.reading() as connection:
            return batch_rows.read_batches(connection)

    def known_files(
        self, batch_id: str, paths: Iterable[str]
    ) -> Mapping[str, BatchFile]:
        """Return what earlier walks of the batch noted of these paths."""
        with self._database.reading() as connection:
            return batch_rows.read_files(connection, batch_id, paths)

    def enlist(
        self, batch_id: str | None, files: Sequence[BatchFile], jobs: Sequence[NewJob]
    ) -> tuple[Job, ...]:
        """Note files and their jobs; return the jobs that were not known before."""
        with self._database.writing() as connection:
            if batch_id is not None:
                batch_rows.write_files(connection, batch_id, files)
            return job_rows.insert_new(connection, jobs)

    def begin(self, job_id: str, worker: str) -> Job | None:
        """Count an attempt and return the job; None when nothing is to be done."""
        with self._database.writing() as connection:
            return job_rows.begin(connection, job_id, worker)

    def give_back(self, job_id: str) -> None:
        """Take an attempt back that was broken off without the document's fault."""
        with self._database.writing() as connection:
            job_rows.give_back(connection, job_id)

    def finish(self, job_id: str, read: ReadOnce) -> bool:
        """Note that the job's document is kept; False when it was cancelled."""
        with self._database.writing() as connection:
            return job_rows.finish(connection, job_id, read)

    def fail(self, job_id: str, code: str, message: str) -> bool:
        """Note why the job failed; False when it was cancelled."""
        with self._database.writing() as connection:
            return job_rows.fail(connection, job_id, code, message)

    def replace(self, job_id: str, new: NewJob) -> tuple[Job, ...]:
        """Put the content that is there now in the place of the one that was.

        Files of the job belong to the new one; it is returned when it was not known.
        """
        with self._database.writing() as connection:
            batch_rows.move_files(connection, job_id, new.id)
            job_rows.close_replaced(connection, job_id)
            return job_rows.insert_new(connection, [new])

    def hand_out_again(self, job_ids: Sequence[str]) -> tuple[Job, ...]:
        """Begin a new round for those of the jobs that are open; return them."""
        with self._database.writing() as connection:
            return job_rows.next_round(connection, job_ids)

    def retry(self, batch_id: str | None, code: str | None) -> tuple[Job, ...]:
        """Open failed and cancelled jobs of the batch and code again."""
        with self._database.writing() as connection:
            if batch_id is not None and code is None:
                batch_rows.reopen(connection, batch_id)
            return job_rows.reopen(connection, batch_id, code)

    def reopen(self, job_ids: Sequence[str]) -> tuple[Job, ...]:
        """Open these jobs again if they failed or were cancelled."""
        with self._database.writing() as connection:
            return job_rows.reopen_these(connection, job_ids)

    def cancel(self, batch_id: str) -> tuple[Job, ...]:
        """Close the batch and those of its jobs that no open batch wants as well."""
        with self._database.writing() as connection:
            batch_rows.set_batch_state(connection, batch_id, "cancelled")
            return job_rows.cancel_batch(connection, batch_id)

    def cancel_job(self, job_id: str) -> bool:
        """Close one job; False when it had ended already."""
        with self._database.writing() as connection:
            return job_rows.cancel(connection, job_id)

    def open_jobs(self, after: int, limit: int) -> tuple[tuple[int, Job], ...]:
        """Return open jobs with their place in the ledger, those after a place."""
        with self._database.reading() as connection:
            return job_rows.read_open(connection, after, limit)

    def job(self, job_id: str) -> Job:
        """Return one job.

        Raises:
            NotFoundError: there is no such job.
        """
        with self._database.reading() as connection:
            job = job_rows.read_job(connection, job_id)
        if job is None:
            raise NotFoundError(f"no job {job_id!r}; see the answer to the upload")
        return job

    def count_waiting_uploads(self) -> int:
        """Count the jobs that no batch names and nobody has begun."""
        with self._database.reading() as connection:
            return job_rows.count_waiting_uploads(connection)

    def hasten(self, job_id: str, priority: int) -> tuple[Job, ...]:
        """Give a job that waits behind others a new round before them; return it."""
        with self._database.writing() as connection:
            return job_rows.hasten(connection, job_id, priority)

    def set_callback(self, job_id: str, callback: str) -> None:
        """Note who is to be told of a job, unless somebody else waits for that."""
        with self._database.writing() as connection:
            job_rows.set_callback(connection, job_id, callback)

    def untold(self, after: int, limit: int) -> tuple[tuple[int, Job], ...]:
        """Return ended jobs whose callers wait to be told, those after a place."""
        with self._database.reading() as connection:
            return job_rows.read_untold(connection, after, limit)

    def set_told(self, job_id: str) -> None:
        """Note that nobody waits to be told of the job any more."""
        with self._database.writing() as connection:
            job_rows.set_told(connection, job_id)

    def counts(self, batch_id: str | None = None) -> Counts:
        """Count the files of a batch, or all jobs, by state and by failure."""
        with self._database.reading() as connection:
            return batch_rows.read_counts(connection, batch_id)

    def outcomes(self, batch_id: str) -> Iterator[FileOutcome]:
        """Give one line for each file of the batch, by path."""
        with self._database.reading() as connection:
            yield from batch_rows.walk_outcomes(connection, batch_id)

    def done_with_other_rules(self, rules: str) -> Iterator[Job]:
        """Give done jobs whose document was read by other rules."""
        for job in self.all_done():
            if job.rules != rules:
                yield job

    def finish_again(self, job_id: str, read: ReadOnce) -> None:
        """Note that a done job's document was read anew."""
        with self._database.writing() as connection:
            job_rows.finish_again(connection, job_id, read)

    def all_done(self) -> Iterator[Job]:
        """Give every job that is done, a few at a time, with no read left open."""
        after = 0
        while True:
            with self._database.reading() as connection:
                page = job_rows.read_done(connection, after)
            if not page:
                return
            after = page[-1][0]
            yield from (job for _, job in page)

    def add_key(self, key: ApiKey, hashed: str) -> bool:
        """Keep a key by its hash; False when the name is taken."""
        with self._database.writing() as connection:
            return key_rows.add(connection, key, hashed)

    def api_keys(self) -> tuple[ApiKey, ...]:
        """Return all keys, revoked ones among them."""
        with self._database.reading() as connection:
            return key_rows.read_all(connection)

    def key_of(self, hashed: str) -> ApiKey | None:
        """Return the key with this hash; None when there is none or it is revoked."""
        with self._database.reading() as connection:
            return key_rows.read_valid(connection, hashed)

    def revoke_key(self, name: str, now: float) -> bool:
        """End a key; False when there is no valid one of this name."""
        with self._database.writing() as connection:
            return key_rows.revoke(connection, name, now)

    def prove_writable(self) -> None:
        """See whether the ledger can be written.

        Raises:
            StoreUnavailableError: it cannot.
        """
        self._database.prove_writable()

    def find_damage(self) -> tuple[str, ...]:
        """Return what is wrong with the database itself, nothing where all is well."""
        return self._database.find_damage()

    def files_without_job(self) -> tuple[str, ...]:
        """Return some paths of files whose job is not in the ledger."""
        with self._database.reading() as connection:
            return batch_rows.read_files_without_job(connection)

    def hold(self, name: str) -> Hold | None:
        """Hold a name until the process ends; None when another process holds it."""
        return hold(self._database, name)

    def is_held(self, name: str) -> bool:
        """Return whether a living process holds the name."""
        return is_held(self._database, name)

    def close(self) -> None:
        """Give back all connections."""
        self._database.close()


def open_ledger(url: str) -> Ledger:
    """Open the ledger in the archive's database, made if absent.

    Raises:
        SettingsError: the address is wrong, or the database is from a newer version.
    """
    database = open_database(url)
    migrate(database)
    return Ledger(database)
