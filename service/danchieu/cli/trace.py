"""``danchieu trace``: who implements a document, with the words that say so."""

from collections.abc import Sequence
from typing import Annotated

import typer
from pydantic import TypeAdapter
from rich.console import Console
from rich.text import Text

from danchieu.cli.language import say
from danchieu.contract import Hop, TracedDocument, TraceEntry
from danchieu.rules.knowledge import load_knowledge
from danchieu.settings import load_settings
from danchieu.usecases import open_store
from danchieu.usecases import trace as trace_code
from danchieu.wording import date_in_words

_ENTRIES = TypeAdapter(tuple[TraceEntry, ...])


def trace(
    code: Annotated[str, typer.Argument(help="Số, ký hiệu / Code: 1068/QĐ-TTg.")],
    as_json: Annotated[
        bool, typer.Option("--json", help="In dạng JSON / Print as JSON.")
    ] = False,
) -> None:
    """Cho biết ai thực hiện một văn bản. / Tell who implements a document."""
    settings = load_settings()
    knowledge = load_knowledge(settings.rules_dir)
    store = open_store(settings.database, settings.data_dir, knowledge)
    try:
        entries = trace_code(store, code)
    finally:
        store.close()
    if as_json:
        typer.echo(_ENTRIES.dump_json(entries, indent=1).decode())
    else:
        _print(entries)


def _print(entries: Sequence[TraceEntry]) -> None:
    console = Console(highlight=False, soft_wrap=True)
    if not entries:
        console.print(
            say(
                "Chưa có văn bản nào trong kho nêu là thực hiện văn bản này.",
                "No document in the archive says that it implements this one.",
            )
        )
    several = len({entry.target.id for entry in entries}) > 1
    for entry in entries:
        target = f" → {_named(entry.target)}" if several else ""
        title = f"[{_way(entry)}] {_named(entry.document)}{target}"
        console.print(Text(title, "bold"))
        for hop in entry.path:
            console.print(Text(f"    {_quoted(hop)}"))
        for warning in entry.warnings:
            message = say(warning.message, warning.message_en)
            console.print(Text(f"    ! {message}", "yellow"))


def _way(entry: TraceEntry) -> str:
    return {
        "direct": say("trực tiếp", "direct"),
        "via": say("qua văn bản khác", "via"),
        "reports": say("báo cáo", "reports"),
        "basis": say("căn cứ", "basis"),
    }[entry.relation]


def _named(document: TracedDocument) -> str:
    name = " ".join(p for p in (document.type, document.code) if p)
    parts = (
        name or document.title or say("chưa ghi số", "without a number"),
        document.issuer.name if document.issuer else None,
        say(date_in_words(document.date), document.date or ""),
        None
        if document.in_archive
        else say("không có trong kho", "not in the archive"),
    )
    return ", ".join(part for part in parts if part)


def _quoted(hop: Hop) -> str:
    page = say(f"trang {hop.page}", f"page {hop.page}")
    return f"“{' '.join(hop.quote.split())}” ({hop.stated_in}, {page})"
