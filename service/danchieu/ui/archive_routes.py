"""Searching the archive: hits, facets, saved searches, hits as a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, ConfigDict, Field

from danchieu.rules.knowledge import Knowledge
from danchieu.store import Query as Search
from danchieu.store import Summary
from danchieu.ui.provinces_now import ProvincesNow
from danchieu.ui.spreadsheets import csv_of, file_answer, xlsx_of
from danchieu.ui.templates_env import templates
from danchieu.ui.wording import FACETS, KINDS
from danchieu.usecases import Store
from danchieu.usecases.searching import Answer, search
from danchieu.wording import date_in_words

ON_A_PAGE = 20
MOST_IN_A_FILE = 5_000
_COLUMNS = (
    *("Loại văn bản", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Tỉnh"),
    *("Trích yếu", "Nhóm", "Tệp"),
)


class Asked(BaseModel):
    """What the address of the archive asks for; a facet may have several values."""

    model_config = ConfigDict(extra="ignore")
    q: str = Field("", max_length=200)
    page: int = Field(1, ge=1, le=10_000)
    type: list[str] = []
    issuer: list[str] = []
    province: list[str] = []
    year: list[str] = []
    signer: list[str] = []
    kind: list[str] = []
    now: list[str] = []

    def chosen(self) -> list[tuple[str, str]]:
        """Return the chosen facets, name and value."""
        return [(name, v) for name in FACETS for v in getattr(self, name) if v]

    def search(self, provinces: ProvincesNow) -> Search:
        """Return what to search; a province of today means all that became it."""
        facets = tuple((n, _wanted(self, n, provinces)) for n in FACETS)
        facets = tuple(("province" if n == "now" else n, v) for n, v in facets)
        return Search(self.q, tuple((n, values) for n, values in facets if values))

    def address(self, *, page: int = 1, facets: Sequence[tuple[str, str]]) -> str:
        """Return the query of an address with these facets instead."""
        words = [("q", self.q)] if self.q else []
        return urlencode([*words, *facets, *([("page", page)] if page > 1 else [])])


def _wanted(asked: Asked, name: str, provinces: ProvincesNow) -> tuple[str, ...]:
    values = tuple(v for v in getattr(asked, name) if v)
    return provinces.forerunners(values) if name == "now" else values


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value to narrow by, how many have it, and the address that does."""

    label: str
    count: int
    query: str
    chosen: bool


def archive_routes(store: Store, knowledge: Knowledge) -> APIRouter:
    """Return the routes below ``/archive``."""
    provinces = ProvincesNow(knowledge)
    router = APIRouter(prefix="/archive")

    @router.get("")
    def get_archive(request: Request, asked: Annotated[Asked, Query()]) -> Response:
        start = (asked.page - 1) * ON_A_PAGE
        answer = search(store, asked.search(provinces), limit=ON_A_PAGE, offset=start)
        context = _context(asked, answer, provinces) | {
            "saved": store.shelf.saved_searches()
        }
        return templates.TemplateResponse(request, "archive.html", context)

    @router.get("/results.{form}")
    def get_results(
        asked: Annotated[Asked, Query()], form: Literal["xlsx", "csv"]
    ) -> Response:
        answer = search(store, asked.search(provinces), limit=MOST_IN_A_FILE)
        rows = [_line(hit.summary) for hit in answer.hits]
        make = {"xlsx": lambda: xlsx_of("Văn bản", _COLUMNS, rows)}
        content = make.get(form, lambda: csv_of(_COLUMNS, rows))()
        return file_answer(content, f"ket-qua-tim-kiem.{form}")

    @router.post("/saved")
    def post_saved(
        name: Annotated[str, Form(min_length=1, max_length=80)],
        query: Annotated[str, Form(max_length=2000)] = "",
        forget: Annotated[bool, Form()] = False,
    ) -> Response:
        if forget:
            store.shelf.forget_search(name)
        else:
            store.shelf.save_search(name.strip(), query)
        return RedirectResponse(f"/archive?{query}", 303)

    return router


def _context(asked: Asked, answer: Answer, provinces: ProvincesNow) -> dict[str, Any]:
    pages = max(1, -(-answer.total // ON_A_PAGE))
    chosen = asked.chosen()
    return {
        "q": asked.q,
        "answer": answer,
        "page": asked.page,
        "pages": pages,
        "query": asked.address(facets=chosen),
        "before": asked.address(page=asked.page - 1, facets=chosen),
        "after": asked.address(page=asked.page + 1, facets=chosen),
        "chosen": [
            (_label(n, v), asked.address(facets=[c for c in chosen if c != (n, v)]))
            for n, v in chosen
        ],
        "hidden": chosen,
        "facets": [
            (heading, _values(asked, name, _counts(answer, name, provinces)))
            for name, heading in FACETS.items()
        ],
    }


def _counts(
    answer: Answer, name: str, provinces: ProvincesNow
) -> Sequence[tuple[str, int]]:
    if name == "now":
        return provinces.counts(answer.facets.get("province", ()))
    return answer.facets.get(name, ())


def _values(
    asked: Asked, name: str, counts: Sequence[tuple[str, int]]
) -> list[FacetValue]:
    chosen = asked.chosen()
    return [
        FacetValue(
            _label(name, value),
            count,
            asked.address(facets=[*chosen, (name, value)]),
            (name, value) in chosen,
        )
        for value, count in counts
    ]


def _label(name: str, value: str) -> str:
    return KINDS.get(value, value) if name == "kind" else value


def _line(summary: Summary) -> list[str | int | float]:
    issuer = summary.issuer
    return [
        summary.type or "",
        summary.code or "",
        date_in_words(summary.date),
        issuer.name if issuer else "",
        (issuer.province if issuer else None) or "",
        summary.title or "",
        KINDS.get(summary.kind, summary.kind),
        summary.file_name,
    ]
