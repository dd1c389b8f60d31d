"""``danchieu doctor``: what is missing here, and the line that mends it."""

import typer
from rich.console import Console
from rich.markup import escape

from danchieu.cli.checks import Check, checks
from danchieu.cli.failures import SOME_FAILED
from danchieu.cli.language import say
from danchieu.settings import load_settings


def doctor() -> None:
    """Kiểm tra máy này có đủ những gì cần. / Tell what is missing here."""
    found = checks(load_settings())
    console = Console(highlight=False, soft_wrap=True)
    for check in found:
        word, colour = _mark(check)
        console.print(
            f"[{colour}]{word:<9}[/]{escape(check.what)}: {escape(check.found)}"
        )
        if not check.good:
            console.print(f"{'':<9}→ {escape(check.mend)}")
    missing = any(check.needed and not check.good for check in found)
    raise typer.Exit(SOME_FAILED if missing else 0)


def _mark(check: Check) -> tuple[str, str]:
    if check.good:
        return say("có", "ok"), "green"
    if check.needed:
        return say("thiếu", "missing"), "red"
    return say("tùy chọn", "optional"), "yellow"
