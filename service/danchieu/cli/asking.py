"""What all questions to the graph share: the open archive, JSON, tables."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from pydantic import BaseModel, TypeAdapter
from rich.console import Console
from rich.table import Table
from rich.text import Text

from danchieu.cli.language import say
from danchieu.contract import Hop, TracedDocument, TraceEntry, Warning
from danchieu.contract.questions import Statement
from danchieu.rules.knowledge import Knowledge, load_knowledge
from danchieu.settings import load_settings
from danchieu.usecases import GraphStore, open_store
from danchieu.wording import date_in_words

Code = Annotated[str, typer.Argument(help="Số, ký hiệu hoặc id / Code or node id.")]
AsJson = Annotated[bool, typer.Option("--json", help="In dạng JSON / Print as JSON.")]
Limit = Annotated[int, typer.Option(min=1, max=100_000, help="Nhiều nhất / At most.")]


@contextmanager
def open_graph() -> Iterator[tuple[GraphStore, Knowledge]]:
    """Lend the archive of the settings, and what the rules know.

    Raises:
        RuleError: a rule file is wrong.
        SettingsError: a setting cannot be used.
    """
    settings = load_settings()
    knowledge = load_knowledge(settings.rules_dir)
    store = open_store(settings.database, settings.data_dir, knowledge)
    try:
        yield store, knowledge
    finally:
        store.close()


def print_json(answer: BaseModel | Sequence[BaseModel]) -> None:
    """Print an answer as JSON."""
    if isinstance(answer, BaseModel):
        typer.echo(answer.model_dump_json(indent=1))
    else:
        typer.echo(TypeAdapter(Any).dump_json(answer, indent=1).decode())


def print_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table as wide as the window; long cells are wrapped, never cut."""
    table = Table(*columns, show_lines=True)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    _console().print(table)


def print_line(words: str, style: str = "") -> None:
    """Print one line."""
    _console().print(Text(words, style), soft_wrap=True)


def print_notes(notes: Sequence[Warning]) -> None:
    """Print what an answer says beside its rows."""
    for note in notes:
        print_line(say(note.message, note.message_en), "yellow")


def named(document: TracedDocument) -> str:
    """Return type, code, issuer and date on one line."""
    name = " ".join(p for p in (document.type, document.code) if p)
    parts = (
        name or document.title or say("chưa ghi số", "without a number"),
        document.issuer.name if document.issuer else None,
        say(date_in_words(document.date), document.date or ""),
    )
    return ", ".join(part for part in parts if part)


def quoted(statement: Statement | Hop) -> str:
    """Return the words that state a relation, and where they stand."""
    page = say(f"trang {statement.page}", f"page {statement.page}")
    words = " ".join(statement.quote.split())
    return f"“{words}” ({statement.stated_in}, {page})"


def way_in_words(entry: TraceEntry) -> str:
    """Return how a document carries another out, as people read it."""
    return {
        "direct": say("trực tiếp", "direct"),
        "via": say("qua văn bản khác", "via"),
        "reports": say("báo cáo", "reports"),
        "basis": say("căn cứ", "basis"),
    }[entry.relation]


def relation_in_words(relation: str) -> str:
    """Return a relation as people read it."""
    vietnamese = {
        "implements": "thực hiện",
        "reports_on": "báo cáo kết quả",
        "amends": "sửa đổi, bổ sung",
        "replaces": "thay thế",
        "repeals": "bãi bỏ",
        "corrects": "đính chính",
        "consolidates": "hợp nhất",
        "guides": "hướng dẫn",
        "based_on": "căn cứ",
        "responds_to": "theo đề nghị, phúc đáp",
    }.get(relation, relation)
    return say(vietnamese, relation.replace("_", " "))


def print_each(
    rows: Sequence[Any], columns: Sequence[str], cells: Callable[[Any], Sequence[str]]
) -> None:
    """Print a table of rows, or say that there are none."""
    if rows:
        print_table(columns, [cells(row) for row in rows])
    else:
        print_line(say("Không có.", "None."))


def _console() -> Console:
    return Console(highlight=False)
