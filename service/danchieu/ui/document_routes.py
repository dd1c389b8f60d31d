"""The routes of one document: its page, its tables as files, decisions on it."""

import json
from contextlib import suppress
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, BackgroundTasks, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, ConfigDict, Field
from starlette.datastructures import FormData

from danchieu.contract import Evidence
from danchieu.errors import DocumentError, NotFoundError
from danchieu.jobs import Reader
from danchieu.rules.knowledge import Knowledge
from danchieu.ui.document_page import Look, document_context
from danchieu.ui.document_tables import table_file
from danchieu.ui.speaking import language_of, person_cookie, person_of
from danchieu.ui.templates_env import templates
from danchieu.ui.wording import ACTIONS, WRONG_VALUES
from danchieu.usecases import Store, show_document, show_page
from danchieu.usecases.moments import now
from danchieu.usecases.pointing import evidence_at, find_quote
from danchieu.usecases.rereading import read_again
from danchieu.usecases.reviewing import Decision, decide, doubtful_facts, undo
from danchieu.usecases.typed_values import WrongValueError

_HIDDEN = (
    *("key", "page", "queue", "start", "end", "place_page"),
    *("who", "action"),
)
_MOST_KEPT = 3000
"""So much of a form goes through an address."""
_PRINTED = ("code", "task", "text", "name")
"""The parts of an entry that stand on the page as typed, the surest first."""


class Asked(BaseModel):
    """What the address of a document asks to see."""

    model_config = ConfigDict(extra="ignore")
    page: int = Field(1, ge=1)
    mark: int | None = None
    quote: str = Field("", max_length=2000)
    find: str = Field("", max_length=200)
    at: str = Field("", max_length=30)
    fix: str = Field("", max_length=120)
    queue: str = Field("", max_length=40)
    wrong: str = Field("", max_length=20)
    typed: str = Field("", max_length=8000)

    def look(self) -> Look:
        """Return the same in the page's own terms."""
        return Look(
            self.page,
            self.mark,
            self.quote,
            self.find,
            self.at,
            self.fix,
            self.typed,
        )


def document_routes(store: Store, reader: Reader, knowledge: Knowledge) -> APIRouter:
    """Return the routes below ``/documents/{document_id}``."""
    router = APIRouter(prefix="/documents/{document_id}")

    @router.get("")
    def get_document(
        request: Request, document_id: str, asked: Annotated[Asked, Query()]
    ) -> Response:
        lang = language_of(request)
        context = document_context(store, document_id, asked.look(), lang=lang)
        context |= {"queue": asked.queue, "wrong": WRONG_VALUES.get(asked.wrong)}
        return templates.TemplateResponse(request, "document.html", context)

    @router.get("/tables/{name}.{form}")
    def get_table(
        document_id: str, name: str, form: Literal["xlsx", "csv", "json"]
    ) -> Response:
        return table_file(show_document(store, document_id), name, form)

    @router.post("/decisions")
    async def post_decision(
        request: Request, document_id: str, after: BackgroundTasks
    ) -> Response:
        form = await request.form()
        answer = await run_in_threadpool(_decide, store, document_id, form, knowledge)
        if _moves_the_graph(str(form.get("key", ""))):
            after.add_task(_follow, store, reader, document_id)
            answer.background = after
        return answer

    @router.post("/decisions/{number}/undo")
    def post_undo(
        request: Request, document_id: str, number: int, after: BackgroundTasks
    ) -> Response:
        undo(store, number, who=person_of(request) or "?", when=now())
        after.add_task(_follow, store, reader, document_id)
        return RedirectResponse(
            f"/documents/{document_id}#history", 303, background=after
        )

    return router


def _moves_the_graph(key: str) -> bool:
    return key.startswith(("header.", "citations"))


def _follow(store: Store, reader: Reader, document_id: str) -> None:
    """Let the graph follow; a file that is gone or unreadable leaves it as it is."""
    with suppress(NotFoundError, DocumentError):
        read_again(store, reader, document_id)


def _decide(
    store: Store, document_id: str, form: FormData, knowledge: Knowledge
) -> Response:
    """Keep the decision of the form and lead on: to the page, or to the next doubt."""
    typed = {name: value for name, value in form.items() if isinstance(value, str)}
    key, queue, who = (typed.get(name, "") for name in ("key", "queue", "who"))
    action = typed.get("action", "")
    here = f"/documents/{document_id}"
    back = {"page": typed.get("page", "1"), "fix": key, "queue": queue}
    if action not in ACTIONS:
        return RedirectResponse(f"{here}?{urlencode(back)}#fix", 303)
    evidence = _evidence(store, document_id, typed)
    decision = Decision(key, action, who, typed, evidence)  # type: ignore[arg-type]
    part = key if action == "add" else "facts"
    to = f"{here}?{urlencode({'page': back['page']})}#{part}"
    try:
        decide(store, document_id, decision, when=now(), knowledge=knowledge)
        to = next_doubt(store, queue) if queue else to
    except WrongValueError as error:
        back |= {"wrong": error.kind, "typed": _kept_for_mending(typed)}
        to = f"{here}?{urlencode(back)}#fix"
    answer = RedirectResponse(to, 303)
    answer.set_cookie(**person_cookie(who))
    return answer


def _kept_for_mending(typed: dict[str, str]) -> str:
    said = {name: value for name, value in typed.items() if name not in _HIDDEN}
    kept = json.dumps(said, ensure_ascii=False)
    return kept if len(kept) <= _MOST_KEPT else ""


def next_doubt(store: Store, queue: str) -> str:
    """Return the address of the least sure value; the queue's when none is left.

    ``queue`` is the field to stay in, "all" for all of them.
    """
    field = None if queue == "all" else queue
    for queued in doubtful_facts(store, field=field, limit=1):
        asked = {"page": queued.doubt.page, "fix": queued.doubt.key, "queue": queue}
        return f"/documents/{queued.document_id}?{urlencode(asked)}#fix"
    return "/review?" + urlencode({"done": "1"})


def _evidence(
    store: Store, document_id: str, typed: dict[str, str]
) -> tuple[Evidence, ...]:
    """Return the place that was chosen on the page.

    Of a new entry without one, the place on this page where its typed words stand.
    """
    start, end = typed.get("start", ""), typed.get("end", "")
    chosen = start.isdecimal() and end.isdecimal()
    if not chosen and typed.get("action") != "add":
        return ()
    page = show_page(store, document_id, int(typed.get("place_page") or 1))
    if chosen:
        return (evidence_at(page, int(start), int(end)),)
    said = (typed.get(name, "").strip() for name in _PRINTED)
    return next((p for s in said if s and (p := find_quote(page, s))), ())
