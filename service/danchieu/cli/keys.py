"""``danchieu keys``: who may call the service from other machines."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Annotated, Literal

import typer

from danchieu.cli.language import say
from danchieu.cli.workplace import lend_ledger
from danchieu.settings import load_settings
from danchieu.store import ApiKey, Ledger
from danchieu.usecases.keys import make_key, revoke_key

app = typer.Typer(no_args_is_help=True, help="Khóa truy cập dịch vụ. / API keys.")
Name = Annotated[str, typer.Argument(help="Tên của khóa / Name of the key.")]


@app.command()
def add(
    name: Name,
    scope: Annotated[
        Literal["read", "write"], typer.Option(help="Chỉ đọc hoặc cả ghi / Scope.")
    ] = "read",
) -> None:
    """Tạo khóa mới, chỉ hiện một lần. / Make a key; it is shown once."""
    with _ledger() as ledger:
        typer.echo(make_key(ledger, name, scope))


@app.command(name="list")
def list_keys() -> None:
    """Liệt kê các khóa. / List the keys."""
    with _ledger() as ledger:
        for key in ledger.api_keys():
            typer.echo(f"{key.name}\t{key.scope}\t{_day(key.created)}\t{_state(key)}")


@app.command()
def revoke(name: Name) -> None:
    """Thu hồi một khóa ngay. / End a key at once."""
    with _ledger() as ledger:
        revoke_key(ledger, name)


@contextmanager
def _ledger() -> Iterator[Ledger]:
    ledger = lend_ledger(load_settings())
    try:
        yield ledger
    finally:
        ledger.close()


def _state(key: ApiKey) -> str:
    return say("còn hiệu lực", "valid") if key.revoked is None else _ended(key.revoked)


def _ended(revoked: float) -> str:
    return say(f"thu hồi {_day(revoked)}", f"revoked {_day(revoked)}")


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d")
