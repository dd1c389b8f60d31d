"""``/v1/graph``: who implements what, and what else the graph can tell."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Query

from danchieu.api.examples import TRACE_EXAMPLE
from danchieu.api.problems import Problem
from danchieu.contract import TraceEntry
from danchieu.contract.decisions import LinkDecided, LinkWish
from danchieu.contract.questions import (
    ChangesAnswer,
    Conflict,
    CoverageAnswer,
    GroundsAnswer,
    MissingDocument,
    PathAnswer,
    TargetsAnswer,
)
from danchieu.graph import Caps
from danchieu.rules.knowledge import Knowledge
from danchieu.usecases import (
    By,
    GraphStore,
    Wanted,
    changes_of,
    conflicts,
    coverage,
    decide_link,
    link_decisions,
    missing_documents,
    path_from,
    rests_on,
    targets_side_by_side,
    trace,
    undo_link_decision,
)
from danchieu.usecases.moments import now

_NOT_FOUND: dict[int | str, dict[str, Any]] = {
    404: {
        "content": {"application/problem+json": {"schema": Problem.model_json_schema()}}
    },
}
_UNCLEAR = {**_NOT_FOUND, 422: _NOT_FOUND[404]}
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/json": {"example": TRACE_EXAMPLE}}},
    **_NOT_FOUND,
}
Code = Annotated[str, Query(min_length=1, max_length=200, examples=["1068/QĐ-TTg"])]
Day = Annotated[str | None, Query(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]
Depth = Annotated[int, Query(ge=1, le=20)]
Name = Annotated[str | None, Query(max_length=100)]


def graph_router(store: GraphStore, knowledge: Knowledge) -> APIRouter:
    """Return the routes that answer questions about the chain."""
    router = APIRouter(tags=["graph"])

    @router.get("/implementers", responses=_RESPONSES)
    def get_implementers(
        code: Code,
        wanted: Annotated[Wanted, Depends(_wanted)],
        depth: Depth = 4,
        limit: Annotated[int, Query(ge=1, le=5_000)] = 5_000,
    ) -> list[TraceEntry]:
        """Trả các văn bản thực hiện văn bản có số này. / Who implements this code."""
        caps = Caps(depth, limit) if wanted == Wanted() else Caps(depth)
        found = trace(store, code, wanted=wanted, knowledge=knowledge, caps=caps)
        return list(found[:limit])

    @router.get("/basis", responses=_NOT_FOUND)
    def get_basis(
        code: Code,
        depth: Depth = 1,
        limit: Annotated[int, Query(ge=1, le=5_000)] = 200,
    ) -> GroundsAnswer:
        """Trả những gì văn bản này dựa vào. / What this document rests on."""
        return rests_on(store, code, caps=Caps(depth, limit))

    @router.get("/path", responses=_NOT_FOUND)
    def get_path(
        source: Annotated[str, Query(alias="from", min_length=1, max_length=200)],
        goal: Annotated[str, Query(alias="to", min_length=1, max_length=200)],
    ) -> PathAnswer:
        """Trả đường ngắn nhất theo viện dẫn. / The shortest way along citations."""
        return path_from(store, source, goal)

    _add_changes_and_coverage(router, store, knowledge)
    _add_gaps(router, store)
    _add_decisions(router, store)
    return router


def _add_changes_and_coverage(
    router: APIRouter, store: GraphStore, knowledge: Knowledge
) -> None:
    @router.get("/changes", responses=_NOT_FOUND)
    def get_changes(code: Code) -> ChangesAnswer:
        """Trả văn bản sửa đổi, thay thế. / What amends or replaces this document."""
        return changes_of(store, code)

    @router.get("/coverage", responses=_NOT_FOUND)
    def get_coverage(
        code: Code,
        by: By = "provinces",
        on: Annotated[str, Query(pattern=r"^\d{4}-\d\d-\d\d$")] = "2025-07-01",
        kind: Annotated[str | None, Query(examples=["Sở Y tế"])] = None,
    ) -> CoverageAnswer:
        """Trả nơi nào đã có, nơi nào chưa biết. / Who has one, who has none known."""
        return coverage(store, code, knowledge, by=by, on=on, kind=kind)

    @router.get("/targets", responses=_NOT_FOUND)
    def get_targets(
        code: Code, limit: Annotated[int, Query(ge=1, le=1_000)] = 300
    ) -> TargetsAnswer:
        """Đặt các chỉ tiêu cạnh nhau. / Targets side by side."""
        return targets_side_by_side(store, code, knowledge, limit=limit)


def _add_gaps(router: APIRouter, store: GraphStore) -> None:
    @router.get("/missing")
    def get_missing(
        limit: Annotated[int, Query(ge=1, le=5_000)] = 50,
    ) -> list[MissingDocument]:
        """Trả văn bản được viện dẫn mà kho chưa có. / Cited, but not held."""
        return list(missing_documents(store, limit=limit))

    @router.get("/conflicts")
    def get_conflicts(
        limit: Annotated[int, Query(ge=1, le=5_000)] = 200,
    ) -> list[Conflict]:
        """Trả chỗ các văn bản ghi khác nhau. / Where documents do not agree."""
        return list(conflicts(store, limit=limit))


def _add_decisions(router: APIRouter, store: GraphStore) -> None:
    @router.get("/decisions")
    def get_decisions(
        limit: Annotated[int, Query(ge=1, le=1_000)] = 50,
    ) -> list[LinkDecided]:
        """Trả các quyết định về liên kết, mới trước. / Decisions on links."""
        return list(link_decisions(store, limit=limit))

    @router.post("/decisions", status_code=201, responses=_UNCLEAR)
    def post_decision(wish: LinkWish) -> LinkDecided:
        """Quyết định hai văn bản là một, hay một viện dẫn là gì. / Decide a link."""
        return decide_link(store, wish, when=now())

    @router.post("/decisions/{number}/undo", status_code=204, responses=_NOT_FOUND)
    def post_undo(number: int, who: Annotated[str, Query(min_length=1)]) -> None:
        """Hủy một quyết định; quyết định vẫn ở danh sách. / Undo a decision."""
        undo_link_decision(store, number, who=who, when=now())


def _wanted(  # noqa: PLR0913, PLR0917 - one parameter for each filter
    province: Name = None,
    province_now: Name = None,
    level: Name = None,
    type: Name = None,
    since: Day = None,
    until: Day = None,
    held: bool | None = None,
    way: Annotated[
        list[Literal["direct", "via", "reports", "basis"]] | None, Query()
    ] = None,
) -> Wanted:
    return Wanted(
        province=province,
        province_now=province_now,
        level=level,
        type=type,
        since=since,
        until=until,
        held=held,
        ways=tuple(way or ()),
    )
