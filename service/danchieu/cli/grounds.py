"""``danchieu graph basis`` and ``path``: what a document rests on."""

from typing import Annotated

import typer

from danchieu.cli.asking import (
    AsJson,
    Code,
    Limit,
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
from danchieu.graph import Caps
from danchieu.usecases import path_from, rests_on


def basis(
    code: Code,
    depth: Annotated[
        int, typer.Option(min=1, max=20, help="Số bậc / How many levels.")
    ] = 1,
    limit: Limit = 200,
    as_json: AsJson = False,
) -> None:
    """Văn bản này dựa trên những văn bản nào. / What this document rests on."""
    with open_graph() as (store, _):
        answer = rests_on(store, code, caps=Caps(depth, limit))
    if as_json:
        print_json(answer)
        return
    for document in answer.documents:
        print_line(named(document), "bold")
    if answer.grounds:
        print_table(
            [
                say("Bậc", "Level"),
                say("Văn bản", "Document"),
                say("Quan hệ", "Relation"),
                say("Với", "To"),
                say("Lời trích", "Quote"),
            ],
            [
                (
                    str(g.level),
                    named(g.statement.subject),
                    relation_in_words(g.statement.relation),
                    named(g.statement.object),
                    quoted(g.statement),
                )
                for g in answer.grounds
            ],
        )
    print_notes(answer.notes)


def path(source: Code, goal: Code, as_json: AsJson = False) -> None:
    """Đường từ văn bản này đến văn bản kia. / The way from one to the other."""
    with open_graph() as (store, _):
        answer = path_from(store, source, goal)
    if as_json:
        print_json(answer)
        return
    for statement in answer.path:
        ends = f"{named(statement.subject)} → {named(statement.object)}"
        print_line(f"[{relation_in_words(statement.relation)}] {ends}", "bold")
        print_line(f"    {quoted(statement)}")
    print_notes(answer.notes)
