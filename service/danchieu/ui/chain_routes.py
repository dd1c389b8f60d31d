"""The chain of a document: who carries it out, drawn and told, and what follows."""

from collections.abc import Callable, Iterable, Sequence
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, ConfigDict, Field

from danchieu.contract import TracedDocument, TraceEntry
from danchieu.errors import NotFoundError
from danchieu.phrases.codes import fold_code
from danchieu.rules.knowledge import Knowledge
from danchieu.ui.chain_drawing import HEIGHT, WIDTH, draw
from danchieu.ui.spreadsheets import csv_of, file_answer, xlsx_of
from danchieu.ui.templates_env import templates
from danchieu.ui.wording import RELATIONS, TRACE_GROUPS, VIEWS
from danchieu.usecases import trace, trace_targets
from danchieu.usecases.changing import changes_of
from danchieu.usecases.comparing_targets import targets_side_by_side
from danchieu.usecases.covering import coverage
from danchieu.usecases.graph_store import GraphStore
from danchieu.usecases.missing import missing_documents
from danchieu.usecases.suggesting import suggest
from danchieu.wording import date_in_words

_63, _34 = "2025-06-30", "2025-07-01"
"""The days on which the lists of 63 and of 34 provinces held."""
View = Literal["chain", "provinces", "targets", "changes"]


class Asked(BaseModel):
    """What the address of a chain asks for; it is fit to be quoted in a letter."""

    model_config = ConfigDict(extra="ignore")
    code: str = Field("", max_length=200)
    view: View = "chain"
    of: Literal["63", "34"] = "34"
    open: list[str] = Field([], max_length=50)


def chain_routes(store: GraphStore, knowledge: Knowledge) -> APIRouter:
    """Return the routes below ``/trace`` and ``/missing``."""
    router = APIRouter()

    @router.get("/trace")
    def get_trace(request: Request, asked: Annotated[Asked, Query()]) -> Response:
        code = asked.code.strip()
        context: dict[str, Any] = {"code": code, "view": asked.view, "views": VIEWS}
        context["asked"] = asked
        if not code:
            return templates.TemplateResponse(request, "trace.html", context)
        try:
            context |= {"known": True, **_answer(store, code, asked, knowledge)}
        except NotFoundError:
            found = suggest(store, code, knowledge)
            if len(found) == 1 and found[0].code and _is_new(found[0].code, code):
                to = urlencode({"code": found[0].code, "view": asked.view})
                return RedirectResponse(f"/trace?{to}", 303)
            context |= {"known": False, "suggestions": found}
        return templates.TemplateResponse(request, "trace.html", context)

    @router.get("/trace/implementers.{form}")
    def get_table(
        code: Annotated[str, Query(max_length=200)], form: Literal["xlsx", "csv"]
    ) -> Response:
        lines = [_line(entry) for entry in trace(store, code)]
        name = f"thuc-hien-{fold_code(code).replace('/', '-')}.{form}"
        if form == "csv":
            return file_answer(csv_of(_COLUMNS, lines), name)
        return file_answer(xlsx_of("Ai thực hiện", _COLUMNS, lines), name)

    @router.get("/missing")
    def get_missing(request: Request) -> Response:
        context = {"missing": missing_documents(store, limit=200)}
        return templates.TemplateResponse(request, "missing.html", context)

    return router


def _is_new(found: str, code: str) -> bool:
    return fold_code(found) != fold_code(code)


def _answer(
    store: GraphStore, code: str, asked: Asked, knowledge: Knowledge
) -> dict[str, Any]:
    makers: dict[View, Callable[[], dict[str, Any]]] = {
        "chain": lambda: _chain(store, code, asked.open),
        "provinces": lambda: {
            "cover": coverage(
                store, code, knowledge, on=_63 if asked.of == "63" else _34
            )
        },
        "targets": lambda: _figures(store, code, knowledge),
        "changes": lambda: {"changes": changes_of(store, code)},
    }
    return {"documents": trace_targets(store, code), **makers[asked.view]()}


def _figures(store: GraphStore, code: str, knowledge: Knowledge) -> dict[str, Any]:
    figures = targets_side_by_side(store, code, knowledge)
    asked = {document.id for document in figures.documents}
    shared = [
        row
        for row in figures.rows
        if len(row.cells) > 1 or row.cells[0].document.id in asked
    ]
    single = [row for row in figures.rows if row not in shared]
    single.sort(key=lambda row: row.cells[0].document.id)
    return {"figures": figures, "shared": shared, "single": single}


def _chain(store: GraphStore, code: str, opened: Sequence[str]) -> dict[str, Any]:
    entries = trace(store, code)
    answers = [
        _part(target, [e for e in entries if e.target.id == target.id], opened)
        for target in trace_targets(store, code)
    ]
    answers.sort(key=lambda answer: not answer["groups"])
    changed = {c.statement.object.id: c for c in changes_of(store, code).changes}
    return {
        "targets": answers,
        "box": (WIDTH, HEIGHT),
        "changed": changed,
        "total": len(entries),
    }


def _part(
    target: TracedDocument, entries: list[TraceEntry], opened: Sequence[str]
) -> dict[str, Any]:
    return {
        "document": target,
        "groups": _grouped(entries),
        "drawing": draw(target, entries, opened) if entries else None,
    }


def _grouped(entries: Iterable[TraceEntry]) -> list[dict[str, Any]]:
    by_way: dict[str, list[TraceEntry]] = {}
    for entry in entries:
        by_way.setdefault(entry.relation, []).append(entry)
    return [
        {"key": key, "heading": heading, "about": about, "entries": by_way[key]}
        for key, (heading, about) in TRACE_GROUPS.items()
        if key in by_way
    ]


_COLUMNS = (
    *("Cách thực hiện", "Loại văn bản", "Số, ký hiệu", "Ngày", "Cơ quan ban hành"),
    *("Trích yếu", "Trong kho", "Đường dẫn chiếu và lời trích", "Độ tin cậy"),
)


def _line(entry: TraceEntry) -> list[str | int | float]:
    document = entry.document
    hops = [
        f"{hop.code or 'Văn bản này'} {RELATIONS[hop.relation].lower()}: "
        f"“{hop.quote}” ({hop.stated_in}, trang {hop.page})"
        for hop in entry.path
    ]
    return [
        TRACE_GROUPS[entry.relation][0],
        document.type or "",
        document.code or "",
        date_in_words(document.date),
        document.issuer.name if document.issuer else "",
        document.title or "",
        "có" if document.in_archive else "không",
        "\n".join(hops),
        round(entry.confidence, 2),
    ]
