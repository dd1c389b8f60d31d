"""Reads documents in worker processes that have limits on time and memory."""

from danchieu.jobs.chain import ChainConfig, open_chain
from danchieu.jobs.reader import (
    Chain,
    InProcessReader,
    Reader,
    Reading,
    plain_name,
)
from danchieu.jobs.reader_pool import ReaderPool

__all__ = [
    "Chain",
    "ChainConfig",
    "InProcessReader",
    "Reader",
    "ReaderPool",
    "Reading",
    "open_chain",
    "plain_name",
]
