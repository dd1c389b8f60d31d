"""``danchieu graph changes``: what amends or replaces a document."""

from danchieu.cli.asking import (
    AsJson,
    Code,
    named,
    open_graph,
    print_json,
    print_line,
    print_notes,
    print_table,
    quoted,
    relation_in_words,
)
from danchieu.cli.language import say
from danchieu.contract.questions import RestingDocument
from danchieu.usecases import changes_of


def changes(code: Code, as_json: AsJson = False) -> None:
    """Văn bản nào sửa đổi, thay thế văn bản này. / What amends or replaces it."""
    with open_graph() as (store, _):
        answer = changes_of(store, code)
    if as_json:
        print_json(answer)
        return
    for change in answer.changes:
        statement = change.statement
        ends = f"{named(statement.subject)} → {named(statement.object)}"
        print_line(f"[{relation_in_words(statement.relation)}] {ends}", "bold")
        print_line(f"    {quoted(statement)}")
        if change.resting:
            print_table(
                [say("Văn bản thực hiện", "Implementer"), say("So với", "State")],
                [(named(r.document), _state(r)) for r in change.resting],
            )
    print_notes(answer.notes)


def _state(resting: RestingDocument) -> str:
    return {
        "before": say(
            "ban hành trước khi có thay đổi", "issued before: rests on the old state"
        ),
        "names-the-change": say("có viện dẫn văn bản thay đổi", "names the change"),
        "silent": say(
            "ban hành sau nhưng không viện dẫn văn bản thay đổi",
            "issued after without naming the change",
        ),
        "undated": say("không rõ ngày nên chưa biết", "not datable"),
    }[resting.state]
