"""``danchieu trace``: who implements a document, with the words that say so."""

from collections.abc import Sequence

from danchieu.cli.asking import (
    AsJson,
    Code,
    named,
    open_graph,
    print_json,
    print_line,
    quoted,
    way_in_words,
)
from danchieu.cli.language import say
from danchieu.contract import TracedDocument, TraceEntry
from danchieu.usecases import trace as trace_code


def trace(code: Code, as_json: AsJson = False) -> None:
    """Cho biết ai thực hiện một văn bản. / Tell who implements a document."""
    with open_graph() as (store, _):
        entries = trace_code(store, code)
    if as_json:
        print_json(entries)
    else:
        _print(entries)


def _print(entries: Sequence[TraceEntry]) -> None:
    if not entries:
        print_line(
            say(
                "Chưa có văn bản nào trong kho nêu là thực hiện văn bản này.",
                "No document in the archive says that it implements this one.",
            )
        )
    several = len({entry.target.id for entry in entries}) > 1
    for entry in entries:
        target = f" → {_named(entry.target)}" if several else ""
        title = f"[{way_in_words(entry)}] {_named(entry.document)}{target}"
        print_line(title, "bold")
        for hop in entry.path:
            print_line(f"    {quoted(hop)}")
        for warning in entry.warnings:
            print_line(f"    ! {say(warning.message, warning.message_en)}", "yellow")


def _named(document: TracedDocument) -> str:
    if document.in_archive:
        return named(document)
    return f"{named(document)}, {say('không có trong kho', 'not in the archive')}"
