"""The application that the settings describe, for uvicorn."""

from fastapi import FastAPI

from danchieu.jobs import ChainConfig, ReaderPool
from danchieu.rules.knowledge import load_knowledge
from danchieu.server.app import create_app
from danchieu.server.logs import set_up_logs
from danchieu.settings import load_settings, require_loopback
from danchieu.usecases import open_store
from danchieu.usecases.carding import put_missing_on_shelf


def create_app_from_settings() -> FastAPI:
    """Return the real application.

    Raises:
        SettingsError: a setting cannot be used.
        RuleError: a rule file is wrong.
    """
    settings = load_settings()
    require_loopback(settings)
    set_up_logs(settings.log_level)
    config = ChainConfig(
        settings.rules_dir,
        settings.tessdata_dir,
        settings.limits,
        settings.models_dir,
    )
    reader = ReaderPool(config, workers=settings.workers)
    reader.prepare()
    knowledge = load_knowledge(settings.rules_dir)
    store = open_store(settings.database, settings.data_dir, knowledge)
    put_missing_on_shelf(store)
    return create_app(store, reader, limits=settings.limits, knowledge=knowledge)
