"""The application that the settings describe, for uvicorn."""

from functools import partial

from fastapi import FastAPI

from danchieu.jobs import ReaderPool
from danchieu.rules.knowledge import load_knowledge
from danchieu.server.app import create_app
from danchieu.server.job_work import JobWork
from danchieu.server.logs import set_up_logs
from danchieu.settings import is_loopback, load_settings, require_guarded
from danchieu.store import open_ledger
from danchieu.usecases import open_store
from danchieu.usecases.carding import put_missing_on_shelf
from danchieu.usecases.counted_reader import CountedReader
from danchieu.usecases.figures import Figures
from danchieu.usecases.keys import allows, has_keys


def create_app_from_settings() -> FastAPI:
    """Return the real application.

    Raises:
        SettingsError: a setting cannot be used.
        RuleError: a rule file is wrong.
    """
    settings = load_settings()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    ledger = open_ledger(settings.database)
    require_guarded(settings, has_keys=has_keys(ledger))
    set_up_logs(settings.log_level)
    figures = Figures()
    reader = ReaderPool(
        settings.chain, workers=settings.workers, died=figures.count_restart
    )
    reader.prepare()
    knowledge = load_knowledge(settings.rules_dir)
    store = open_store(settings.database, settings.data_dir, knowledge)
    put_missing_on_shelf(store)
    return create_app(
        store,
        CountedReader(reader, figures),
        limits=settings.limits,
        knowledge=knowledge,
        work=JobWork(settings, store, ledger, reader, figures),
        allows=None if is_loopback(settings) else partial(allows, ledger),
    )
