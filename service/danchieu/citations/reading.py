"""Everything that a document says about other documents."""

from danchieu.citations.amending import split_amending
from danchieu.citations.assembling import assemble
from danchieu.citations.coded import find_coded
from danchieu.citations.groups import group_spots
from danchieu.citations.laws import find_laws
from danchieu.citations.misread import mend_misread
from danchieu.citations.named import find_aliases, find_local_names, find_openings
from danchieu.citations.relations import judge
from danchieu.citations.scene import Scene, scene_of
from danchieu.citations.spots import Spot, Taken
from danchieu.citations.standards import find_standards
from danchieu.citations.stated import describe, stated_relations
from danchieu.domain.citation import Citation, References
from danchieu.domain.header import Header
from danchieu.domain.outline import Outline
from danchieu.domain.text import Text
from danchieu.phrases.codes import fold_code
from danchieu.rules.knowledge import Knowledge


def read_references(
    text: Text, outline: Outline, header: Header, knowledge: Knowledge
) -> References:
    """Read every cited document once, with all places, and what is said of them.

    Letterhead, nơi nhận, page furniture and bound second documents give none; nor
    does the document's own number. In news the document it is about is described.
    """
    scene = scene_of(text, outline, header, knowledge)
    spots, owners = _find_spots(scene)
    judged = judge(scene, spots)
    groups = group_spots(scene, judged, owners)
    assembled = [(group, assemble(scene, group)) for group in groups]
    pairs = [(g, c) for g, c in assembled if not _is_itself(scene, c)]
    stated = stated_relations(scene, judged, pairs)
    citations = tuple(citation for _, citation in pairs)
    if header.kind.value == "news":
        citations, described = describe(scene, citations, stated)
        return References(citations, stated, described)
    return References(citations, stated)


def _is_itself(scene: Scene, citation: Citation) -> bool:
    """Say whether a name stands for the document itself, which approves the plan."""
    resolved, date = citation.resolved_code, scene.header.issued_on
    if citation.code is not None or resolved is None:
        return False
    if fold_code(resolved) != scene.own_code:
        return False
    alias = next(
        (a for a in scene.knowledge.gazetteers.aliases if a.code == resolved), None
    )
    return date is None or alias is None or alias.date in (None, date.value)


def _find_spots(scene: Scene) -> tuple[tuple[Spot, ...], dict[int, int]]:
    """Return all spots in text order, and who defines which name."""
    coded, amending = split_amending(scene, mend_misread(scene, find_coded(scene)))
    laws = (*amending, *find_laws(scene, (*coded, *amending)))
    taken = Taken()
    taken.add(s.span for s in (*coded, *laws))
    standards = find_standards(scene, taken)
    taken.add(s.span for s in standards)
    aliases = find_aliases(scene, taken)
    taken.add(s.span for s in aliases)
    openings = find_openings(scene, taken)
    taken.add(s.span for s in openings)
    local = find_local_names(scene, coded, taken)
    every = sorted(
        (
            *coded,
            *laws,
            *standards,
            *aliases,
            *openings,
            *(place for place, _ in local),
        ),
        key=lambda s: s.span,
    )
    index = {id(spot): at for at, spot in enumerate(every)}
    owners = {index[id(place)]: index[id(owner)] for place, owner in local}
    return tuple(every), owners
