"""Reads documents in worker processes with limits, and carries jobs to them."""

from danchieu.jobs.chain import ChainConfig, open_chain
from danchieu.jobs.dbos_delivery import Carrier, DbosDelivery
from danchieu.jobs.delivery import Delivery, Letter, Work
from danchieu.jobs.packed import is_packed
from danchieu.jobs.places import KEPT, Place, file_name, read_place, walk
from danchieu.jobs.read_now import read_now
from danchieu.jobs.reader import (
    Chain,
    InProcessReader,
    Reader,
    Reading,
    plain_name,
)
from danchieu.jobs.reader_pool import ReaderPool
from danchieu.jobs.rules_version import rules_version
from danchieu.jobs.sharing import PagesDone, is_long

__all__ = [
    "KEPT",
    "Carrier",
    "Chain",
    "ChainConfig",
    "DbosDelivery",
    "Delivery",
    "InProcessReader",
    "Letter",
    "PagesDone",
    "Place",
    "Reader",
    "ReaderPool",
    "Reading",
    "Work",
    "file_name",
    "is_long",
    "is_packed",
    "open_chain",
    "plain_name",
    "read_now",
    "read_place",
    "rules_version",
    "walk",
]
