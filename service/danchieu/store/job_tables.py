"""The tables of the ledger: batches, the files that they name, and one job each."""

from sqlalchemy import BigInteger, Column, Float, Index, Integer, String, Table, Text

from danchieu.store.tables import METADATA

BATCHES = Table(
    "batches",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("source", Text, nullable=False),
    Column("state", String(16), nullable=False),
    Column("created", Float, nullable=False),
)

JOBS = Table(
    "jobs",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=True),
    Column("id", String(80), nullable=False, unique=True),
    Column("sha256", String(64), nullable=False),
    Column("source", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("callback", Text),
    Column("state", String(16), nullable=False),
    Column("round", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("code", String(64)),
    Column("message", Text),
    Column("document_id", String(64)),
    Column("rules", String(64)),
    Column("pages", Integer, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("worker", Text),
    Column("created", Float, nullable=False),
    Column("ended", Float),
    Index("ix_jobs_state", "state", "sequence"),
)

BATCH_FILES = Table(
    "batch_files",
    METADATA,
    Column("batch_id", String(32), primary_key=True),
    Column("path", Text, primary_key=True),
    Column("job_id", String(80)),
    Column("size", BigInteger, nullable=False),
    Column("changed", BigInteger, nullable=False),
    Column("code", String(64)),
    Column("message", Text),
    Index("ix_batch_files_job", "job_id"),
    Index("ix_batch_files_batch", "batch_id", "job_id"),
)

API_KEYS = Table(
    "api_keys",
    METADATA,
    Column("name", String(64), primary_key=True),
    Column("hash", String(64), nullable=False, unique=True),
    Column("scope", String(16), nullable=False),
    Column("created", Float, nullable=False),
    Column("revoked", Float),
)
