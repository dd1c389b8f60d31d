"""``danchieu serve``: the service and its page, on this machine."""

from typing import Annotated

import typer
import uvicorn

from danchieu.cli.language import say
from danchieu.cli.workplace import lend_ledger
from danchieu.settings import Settings, is_loopback, load_settings, require_guarded
from danchieu.usecases.keys import has_keys


def serve(
    host: Annotated[
        str | None, typer.Option(help="Địa chỉ, mặc định 127.0.0.1 / Address.")
    ] = None,
    port: Annotated[
        int | None, typer.Option(help="Cổng, mặc định 8000 / Port.")
    ] = None,
) -> None:
    """Mở dịch vụ và trang web trên máy này. / Serve the API and the page."""
    settings = load_settings(host=host, port=port)
    _require_guarded(settings)
    address = f"http://{settings.host}:{settings.port}"
    typer.echo(say(f"Dẫn Chiếu: {address}", f"Dẫn Chiếu at {address}"))
    uvicorn.run(
        "danchieu.server:create_app_from_settings",
        factory=True,
        host=settings.host,
        port=settings.port,
        log_level=settings.log_level,
        server_header=False,
        timeout_graceful_shutdown=10,
    )


def _require_guarded(settings: Settings) -> None:
    if is_loopback(settings):
        return
    ledger = lend_ledger(settings)
    try:
        require_guarded(settings, has_keys=has_keys(ledger))
    finally:
        ledger.close()
