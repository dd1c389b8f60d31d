"""``danchieu graph missing`` and ``conflicts``: what to look for, what to compare."""

from danchieu.cli.asking import (
    AsJson,
    Limit,
    named,
    open_graph,
    print_each,
    print_json,
)
from danchieu.cli.language import say
from danchieu.contract.questions import Conflict, ConflictingValue, MissingDocument
from danchieu.usecases import conflicts as conflicts_of
from danchieu.usecases import missing_documents


def missing(limit: Limit = 50, as_json: AsJson = False) -> None:
    """Văn bản được viện dẫn mà kho chưa có. / Cited, but not in the archive."""
    with open_graph() as (store, _):
        answer = missing_documents(store, limit=limit)
    if as_json:
        print_json(answer)
        return
    columns = (
        say("Số văn bản viện dẫn", "Cited by"),
        say("Văn bản", "Document"),
        say("Tên", "Title"),
    )
    print_each(answer, columns, _missing)


def _missing(row: MissingDocument) -> tuple[str, str, str]:
    title = " ".join((row.document.title or "").split())
    return str(row.cited_by), named(row.document), title


def conflicts(limit: Limit = 200, as_json: AsJson = False) -> None:
    """Chỗ các văn bản ghi khác nhau. / Where documents do not agree."""
    with open_graph() as (store, _):
        answer = conflicts_of(store, limit=limit)
    if as_json:
        print_json(answer)
        return
    columns = (say("Điều khác nhau", "What"), say("Được ghi là", "Values"))
    print_each(answer, columns, _conflict)


def _conflict(row: Conflict) -> tuple[str, str]:
    values = [_value(v) for v in row.values] or [named(d) for d in row.documents]
    return say(row.note.message, row.note.message_en), "\n".join(values)


def _value(value: ConflictingValue) -> str:
    page = value.evidence[0].page if value.evidence else None
    where = say(f", trang {page}", f", page {page}") if page else ""
    return f"{value.value} ({value.stated_in}{where})"
