"""``danchieu worker``: one more process that reads what others handed out."""

import signal
from threading import Event
from types import FrameType
from typing import Annotated

import typer

from danchieu.cli.language import say
from danchieu.cli.logs import log_to_file
from danchieu.cli.workplace import lend_ledger, open_workplace
from danchieu.settings import load_settings
from danchieu.usecases.crew import take_free_name, take_name

_LOOK_SECONDS = 1.0


def worker(
    db: Annotated[
        str | None,
        typer.Option(help="Kho dữ liệu PostgreSQL / postgresql+psycopg://…"),
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(help="Tên riêng, mỗi tiến trình một tên / A name of its own."),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Số tiến trình đọc / Worker processes.")
    ] = None,
    until_idle: Annotated[
        bool, typer.Option("--until-idle", help="Hết việc thì nghỉ / End when idle.")
    ] = False,
) -> None:
    """Đọc những văn bản đang chờ, trên máy này. / Read what waits, on this machine."""
    settings = load_settings(workers=workers, database_url=db)
    ledger = lend_ledger(settings)
    log_to_file(settings, "worker")
    taken = take_name(ledger, name) if name else take_free_name(ledger, "worker")
    stop = _asked_to_stop()
    try:
        with open_workplace(settings, ledger, taken) as workplace:
            typer.echo(say(f"{taken.name} sẵn sàng.", f"{taken.name} is ready."))
            shop = workplace.crew.workshop
            while not stop.wait(_LOOK_SECONDS) and shop.trouble is None:
                if until_idle and ledger.counts().open == 0:
                    break
        if shop.trouble is not None:
            raise shop.trouble
    finally:
        ledger.close()


def _asked_to_stop() -> Event:
    stop = Event()

    def asked(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, asked)
    return stop
