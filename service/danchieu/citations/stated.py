"""Relations between two cited documents, and the documents that news is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from danchieu.citations.cues import ACTS
from danchieu.citations.groups import Group
from danchieu.citations.relations import Judged
from danchieu.citations.scene import Scene
from danchieu.domain.citation import Citation, DescribedDocument, StatedRelation
from danchieu.domain.text import Span

_SURE = 0.8
_REPORT = "Báo cáo"


def stated_relations(
    scene: Scene,
    judged: Sequence[Judged],
    citations: Sequence[tuple[Group, Citation]],
) -> tuple[StatedRelation, ...]:
    """Return what titles and amendments say of two other documents.

    "Kế hoạch số 12/KH-UBND … về thực hiện Chiến lược …" says that the plan implements
    the strategy; "A được sửa đổi bởi B" that B amends A. By the ranks of types a
    decree cannot amend a law: such a reading is left out.
    """
    ranks = scene.knowledge.rules.word_list("citations.ranks").entries
    of = {id(j): c for group, c in citations for j in group.judged}
    found: dict[tuple[str, str, str], StatedRelation] = {}
    for one in judged:
        if one.outer is None or one.inner is None or id(one) not in of:
            continue
        outer = of.get(id(judged[one.outer]))
        if outer is None or one.inner.relation == "mentions":
            continue
        subject, target = (of[id(one)], outer) if one.passive else (outer, of[id(one)])
        if one.inner.relation in ACTS and _is_lower(subject, target, ranks):
            continue
        if not _says_so(scene, judged[one.outer], one, subject):
            continue
        relation = _relation(subject, one.inner.relation, target, one, judged)
        if relation is not None:
            key = (relation.subject, relation.relation, relation.object)
            found.setdefault(key, relation)
    return tuple(found.values())


def _says_so(scene: Scene, outer: Judged, one: Judged, subject: Citation) -> bool:
    """Say whether a title states the relation of its own document.

    A letter about the money for carrying out a plan does not carry it out, and only a
    report reports.
    """
    if one.inner is None or one.inner.relation not in ("implements", "reports_on"):
        return True
    if one.inner.relation == "reports_on":
        return subject.type == _REPORT
    title = scene.flat[outer.spot.span.end : one.spot.span.start]
    return not scene.knowledge.rules.pattern("citations.other_matter").regex.search(
        title
    )


def _is_lower(
    subject: Citation, target: Citation, ranks: Mapping[str, str | None]
) -> bool:
    low, high = ranks.get(subject.type or ""), ranks.get(target.type or "")
    return low is not None and high is not None and low > high


def _relation(
    subject: Citation,
    relation: str,
    target: Citation,
    one: Judged,
    judged: Sequence[Judged],
) -> StatedRelation | None:
    named, meant = subject.code or subject.name, target.code or target.name
    if named is None or meant is None or subject is target:
        return None
    outer = judged[one.outer] if one.outer is not None else one
    span = Span(outer.spot.span.start, one.spot.span.end)
    return StatedRelation(named, relation, meant, target.resolved_code, span, _SURE)


def describe(
    scene: Scene, citations: Sequence[Citation], stated: Sequence[StatedRelation]
) -> tuple[tuple[Citation, ...], tuple[DescribedDocument, ...]]:
    """Return the citations of a news page, and the documents that it is about.

    News is about a document that it says was issued, or that its title names: of
    several the one named most often, the first of equals. What that document
    implements comes from its title, and from the page where no title tells.
    """
    told = [c for c in citations if c.code is not None and _is_news(scene, c)]
    if not told:
        return tuple(citations), ()
    main = max(told, key=lambda c: len(c.mentions))
    described = replace(main, relation="describes")
    implemented = tuple(dict.fromkeys(_implemented(main, citations, stated)))
    document = DescribedDocument(
        main.code,
        main.type,
        main.date,
        main.issuer,
        main.name,
        implemented,
        main.mentions[0].span,
    )
    return tuple(described if c is main else c for c in citations), (document,)


def _is_news(scene: Scene, citation: Citation) -> bool:
    issued = scene.knowledge.rules.pattern("citations.news.issued").regex
    return any(
        scene.outline.region_at(mention.span.start) == "title"
        or issued.search(scene.before(mention.span.start, 40))
        for mention in citation.mentions
    )


def _implemented(
    main: Citation, citations: Sequence[Citation], stated: Sequence[StatedRelation]
) -> Iterator[str]:
    for relation in stated:
        if relation.subject == main.code and relation.relation == "implements":
            yield relation.object_resolved_code or relation.object
    for citation in citations:
        code = citation.code or citation.resolved_code
        if citation is not main and citation.relation == "implements" and code:
            yield code
