"""Documents that are cited by their code."""

from dataclasses import replace

from danchieu.citations.document_types import is_of_one_body, type_of_symbol
from danchieu.citations.leads import read_lead
from danchieu.citations.left_side import complete_from_left
from danchieu.citations.lists import share, with_bare_numbers
from danchieu.citations.particulars import read_particulars, read_plan_title
from danchieu.citations.pinpoints import read_pinpoints
from danchieu.citations.scene import Scene
from danchieu.citations.spots import Spot
from danchieu.domain.text import Span
from danchieu.phrases.codes import CodePhrase, find_codes, fold_code


def find_coded(scene: Scene) -> tuple[Spot, ...]:
    """Return every cited code outside letterhead, nơi nhận and page furniture.

    The document's own code is none; nor are numbers of forms ("Mẫu số 01/…").
    """
    value = scene.text.value
    every = find_codes(value, Span(0, len(value)), scene.knowledge.rules)
    phrases = [
        phrase
        for phrase in with_bare_numbers(scene, every)
        if scene.is_open(phrase.span.start)
        and fold_code(phrase.code) != scene.own_code
        and not _is_form(scene, phrase)
    ]
    spots: list[Spot] = []
    for at, phrase in enumerate(phrases):
        following = phrases[at + 1].span.start if at + 1 < len(phrases) else len(value)
        floor = phrases[at - 1].span.end if at else 0
        spots.append(_read(scene, phrase, floor, following))
    return share(scene, spots)


def _is_form(scene: Scene, phrase: CodePhrase) -> bool:
    """Say whether the code is a form's, a specimen or a number line of its own."""
    rules, value = scene.knowledge.rules, scene.text.value
    start, end = phrase.span.start, phrase.span.end
    form = rules.pattern("citations.before.not_a_document").regex
    if form.search(scene.before(start, 40)):
        return True
    before = value[max(start - 300, 0) : start]
    if rules.pattern("citations.before.specimen").regex.search(before):
        return True
    alone = value[end : end + 3].lstrip(" *_|")[:1] in ("", "\n", "\f")
    number_line = rules.pattern("citations.before.number_line").regex
    return alone and number_line.search(before[-40:]) is not None


def _read(scene: Scene, phrase: CodePhrase, floor: int, following: int) -> Spot:
    lead = read_lead(scene, phrase, floor)
    limit = min(scene.clause_end(phrase.span.end), following)
    type_ = type_of_symbol(phrase.symbol, lead.type, scene.knowledge)
    plan = type_ in scene.knowledge.rules.word_list("citations.plan_types").entries
    told = read_particulars(scene, phrase.span.end, limit, plan=plan)
    from_right = told.issuer is not None
    told = complete_from_left(scene, lead, told, floor)
    if is_of_one_body(phrase.symbol, scene.knowledge) and not from_right:
        told = replace(told, issuer=None)
    if plan:
        told = read_plan_title(scene, told)
    return Spot(
        Span(lead.start, phrase.span.end),
        "citations.coded",
        code=phrase,
        type=type_,
        told=told,
        law=lead.law,
        pinpoints=read_pinpoints(scene, lead.start, told.end),
        alone=lead.type is None,
        listed=lead.listed,
    )
