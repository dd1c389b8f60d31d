"""What a batch and a job are called; the same content is the same job."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from danchieu import __version__
from danchieu.contract import SCHEMA_VERSION
from danchieu.jobs import Letter
from danchieu.store.job_records import Job

PIPELINE = f"{__version__}-{SCHEMA_VERSION}"
"""What makes results comparable: a job done by the same pipeline is not done again."""

_BATCH_LETTERS = 12


def batch_id_of(given: str) -> str:
    """Return the id of the batch over this folder, file or address."""
    place = given if "://" in given else str(Path(given).resolve())
    return hashlib.sha256(place.encode()).hexdigest()[:_BATCH_LETTERS]


def job_id_of(sha256: str) -> str:
    """Return the id of the job that reads this content by this pipeline."""
    return f"{sha256[:32]}-{PIPELINE}"


def is_current(job_id: str | None) -> bool:
    """Return whether the job is one of this pipeline."""
    return job_id is not None and job_id.endswith(f"-{PIPELINE}")


def letters(jobs: Iterable[Job]) -> list[Letter]:
    """Return what carries the jobs in their present round."""
    return [Letter(job.id, job.round, job.priority) for job in jobs]
