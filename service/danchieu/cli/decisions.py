"""``danchieu graph decide``, ``decisions``, ``undo``: a person's word on links."""

from typing import Annotated

import typer

from danchieu.cli.asking import (
    AsJson,
    Limit,
    named,
    open_graph,
    print_each,
    print_json,
    print_line,
)
from danchieu.cli.language import say
from danchieu.contract.decisions import (
    DecidedPlace,
    DecisionKind,
    LinkDecided,
    LinkWish,
)
from danchieu.usecases import decide_link, link_decisions, undo_link_decision
from danchieu.usecases.moments import now

Kind = Annotated[
    DecisionKind,
    typer.Argument(help="Một văn bản, hai văn bản, liên kết, không / Kind."),
]
One = Annotated[str, typer.Argument(help="Số, id, hoặc ID_VĂN_BẢN:SỐ / Reference.")]
Other = Annotated[str | None, typer.Argument(help="Văn bản kia / The other one.")]
Who = Annotated[str, typer.Option(help="Ai quyết định / Who decides.")]
Why = Annotated[str, typer.Option(help="Vì sao / Why.")]
Number = Annotated[int, typer.Argument(help="Số thứ tự / Number of the decision.")]


def decide(kind: Kind, one: One, other: Other = None, *, who: Who, why: Why) -> None:
    """Quyết định một liên kết, giữ qua mọi lần đọc lại. / Decide a link for good."""
    wish = LinkWish(kind=kind, one=one, other=other, who=who, why=why)
    with open_graph() as (store, _):
        decided = decide_link(store, wish, when=now())
    print_line(say(f"Đã ghi quyết định {decided.id}.", f"Decision {decided.id} kept."))


def decisions(limit: Limit = 50, as_json: AsJson = False) -> None:
    """Các quyết định về liên kết, mới trước. / Decisions on links, newest first."""
    with open_graph() as (store, _):
        answer = link_decisions(store, limit=limit)
    if as_json:
        print_json(answer)
        return
    columns = (
        say("Số", "Number"),
        say("Quyết định", "Decision"),
        say("Văn bản", "Documents"),
        say("Ai, khi nào, vì sao", "Who, when, why"),
    )
    print_each(answer, columns, _cells)


def undo(number: Number, *, who: Who) -> None:
    """Hủy một quyết định. / Take a decision back."""
    with open_graph() as (store, _):
        undo_link_decision(store, number, who=who, when=now())
    print_line(say(f"Đã hủy quyết định {number}.", f"Decision {number} undone."))


def _cells(row: LinkDecided) -> tuple[str, str, str, str]:
    kind = {
        "same": say("là một văn bản", "one document"),
        "not-same": say("là hai văn bản", "two documents"),
        "link": say("viện dẫn này là", "means"),
        "no-link": say("viện dẫn này không phải", "does not mean"),
    }[row.kind]
    places = [_place(p) for p in (row.one, row.other) if p is not None]
    said = [row.who, row.made_at, row.why]
    if row.undone_at:
        taken_back = f"{row.undone_by}, {row.undone_at}"
        said.append(say(f"đã hủy: {taken_back}", f"undone: {taken_back}"))
    return str(row.id), kind, "\n".join(places), "\n".join(said)


def _place(place: DecidedPlace) -> str:
    return named(place.means) if place.means else f"{place.document_id}:{place.code}"
