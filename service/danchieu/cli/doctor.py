"""``danchieu doctor``: what is missing here, and the line that mends it."""

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from danchieu.cli.checks import Check, checks
from danchieu.cli.failures import SOME_FAILED
from danchieu.cli.language import say
from danchieu.settings import load_settings


def doctor() -> None:
    """Kiểm tra máy này có đủ những gì cần. / Tell what is missing here."""
    found = checks(load_settings())
    table = Table(box=None, show_header=False, pad_edge=False)
    for _ in ("mark", "what", "found"):
        table.add_column(overflow="fold")
    for check in found:
        table.add_row(_mark(check), escape(check.what), escape(check.found))
        if not check.good:
            table.add_row("", "", f"→ {escape(check.mend)}")
    Console(soft_wrap=True).print(table)
    missing = any(check.needed and not check.good for check in found)
    raise typer.Exit(SOME_FAILED if missing else 0)


def _mark(check: Check) -> str:
    if check.good:
        return say("[green]có[/]", "[green]ok[/]")
    if check.needed:
        return say("[red]thiếu[/]", "[red]missing[/]")
    return say("[yellow]tùy chọn[/]", "[yellow]optional[/]")
