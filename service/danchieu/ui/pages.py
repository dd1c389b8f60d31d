"""All routes of the pages over one store and one reader."""

from collections.abc import Callable

from fastapi import APIRouter

from danchieu.jobs import Reader
from danchieu.rules.knowledge import Knowledge
from danchieu.store import Ledger
from danchieu.ui.archive_routes import archive_routes
from danchieu.ui.batch_routes import batch_routes
from danchieu.ui.chain_routes import chain_routes
from danchieu.ui.document_routes import document_routes
from danchieu.ui.home_routes import home_routes
from danchieu.ui.review_routes import review_routes
from danchieu.ui.sign_in_routes import sign_in_routes
from danchieu.usecases.graph_store import GraphStore


def make_router(
    store: GraphStore,
    reader: Reader,
    knowledge: Knowledge,
    *,
    ledger: Ledger | None = None,
    allows: Callable[[str, str], bool] | None = None,
) -> APIRouter:
    """Return the routes of the pages; with ``ledger`` batches are shown too.

    With ``allows`` (key, then ``read`` or ``write``) people sign in.
    """
    router = APIRouter()
    router.include_router(home_routes(store, reader))
    router.include_router(document_routes(store, reader, knowledge))
    router.include_router(archive_routes(store, knowledge))
    router.include_router(batch_routes(ledger))
    router.include_router(review_routes(store))
    router.include_router(chain_routes(store, knowledge))
    if allows is not None:
        router.include_router(sign_in_routes(allows))
    return router
