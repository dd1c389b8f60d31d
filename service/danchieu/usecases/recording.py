"""From a document as read to the record that the archive keeps."""

import re
from collections.abc import Iterable, Mapping, Sequence

from danchieu.contract import Citation, DocumentResult, Evidence
from danchieu.domain.citation import RELATIONS
from danchieu.domain.document import Document
from danchieu.phrases.codes import fold_code
from danchieu.phrases.folding import fold
from danchieu.store import Claim, Correction, Named, Record
from danchieu.usecases.carding import card_of, doubts_of
from danchieu.usecases.corrected_reading import (
    added_citations,
    corrected_document,
    corrected_relations,
)
from danchieu.usecases.correcting import apply_corrections
from danchieu.usecases.namings import (
    alias_named,
    cited_named,
    code_named,
    described_named,
    own_named,
)
from danchieu.usecases.quoting import Quoting

_ITSELF = 0
_SAID_BY_NEWS_OF_ITSELF = ("describes", "mentions")
_LIKE_A_CODE = re.compile(r"^\d{1,5}[a-zđ]?[/-]\S{2,80}$")


def document_id_of(sha256: str) -> str:
    """Return the id that a file of this SHA-256 has in every archive."""
    return sha256[:32]


def record_of(
    document: Document, result: DocumentResult, corrections: Sequence[Correction] = ()
) -> Record:
    """Return what to keep of ``document``; ``result`` was made from it.

    The result is kept as it was read; what the document says to the graph, to search
    and to the queue of doubts follows ``corrections``.
    """
    source = document.source
    document = corrected_document(document, result, corrections)
    shown = apply_corrections(result, corrections)
    document_id = document_id_of(source.sha256)
    speech = _Speech(document, document_id)
    stated = list(_claims_between_others(result, speech))
    claims = [
        *_own_claims(document, result, corrected_relations(result, corrections)),
        *_added_claims(document, added_citations(corrections)),
        *stated,
        *_claims_of_described(document, result, speech, stated),
    ]
    return Record(
        id=document_id,
        file_name=source.name,
        sha256=source.sha256,
        media_type=source.media_type,
        content=source.content,
        kind=document.header.kind.value,
        result=result.model_dump_json(),
        pages=document.text.pages,
        named=tuple(speech.named),
        claims=tuple(_surest(claims)),
        card=card_of(shown),
        doubts=doubts_of(shown),
    )


class _Speech:
    """The documents that one document names, found again by code or by name."""

    def __init__(self, document: Document, document_id: str) -> None:
        references = document.references
        self._document_id = document_id
        self._citations = references.citations
        self.named: list[Named] = [own_named(document.header, document_id)]
        self.named += [cited_named(c, document_id) for c in references.citations]
        self.first_described = len(self.named)
        self.named += [described_named(d, document_id) for d in references.described]

    def subject(self, printed: str) -> int | None:
        """Return the place of a code or name; None when it stands for no document."""
        place = self._place_of(printed)
        if place is None and _LIKE_A_CODE.match(fold_code(printed)):
            return self._add(code_named(printed, self._document_id))
        return place

    def object(self, printed: str, resolved_code: str | None) -> int | None:
        """Return the place of a code or name that the alias table may resolve."""
        if resolved_code is None:
            return self.subject(printed)
        place = self._place_of(printed, resolved_code)
        return place or self._add(alias_named(resolved_code, printed))

    def _place_of(self, *printed: str) -> int | None:
        """Return the only place that is meant; None when there is none or several."""
        codes = {fold_code(p) for p in printed}
        places = [
            place
            for place, named in enumerate(self.named)
            if named.code and fold_code(named.code) in codes
        ]
        if not places:
            names = {fold(p) for p in printed}
            places = [
                place
                for place, named in enumerate(self.named)
                if named.title and fold(named.title) in names
            ]
        described = [p for p in places if p >= self.first_described]
        best = described if len(described) == 1 else places
        return best[0] if len(best) == 1 else None

    def _add(self, named: Named) -> int:
        if named not in self.named:
            self.named.append(named)
        return self.named.index(named)


def _own_claims(
    document: Document, result: DocumentResult, decided: Mapping[int, str | None]
) -> Iterable[Claim]:
    """Return what the document says of itself and the documents it cites.

    A news page carries out nothing: what it says there holds for the documents that
    it describes.
    """
    for place, citation in enumerate(result.citations, start=1):
        evidence = citation.relation_evidence or citation.mentions[:1]
        relation = decided.get(place - 1, citation.relation)
        if relation is None:
            continue
        said = _said(relation, document)
        quote, page = _quote(evidence)
        yield Claim(_ITSELF, said, place, quote, page, citation.confidence)


def _added_claims(document: Document, added: Sequence[Citation]) -> Iterable[Claim]:
    """Return what people added; the last citations of the document are these."""
    first = 1 + len(document.references.citations) - len(added)
    for place, citation in enumerate(added, start=first):
        quote, page = _quote(citation.mentions)
        said = _said(citation.relation, document)
        yield Claim(_ITSELF, said, place, quote, page, citation.confidence)


def _said(relation: str, document: Document) -> str:
    news = document.header.kind.value == "news"
    return "mentions" if news and relation not in _SAID_BY_NEWS_OF_ITSELF else relation


def _claims_of_described(
    document: Document,
    result: DocumentResult,
    speech: _Speech,
    stated: Iterable[Claim],
) -> Iterable[Claim]:
    """Return what the described documents carry out, where no quote says it better."""
    known = {(c.source, c.relation, c.target) for c in stated}
    confidences = _confidences(result)
    quoting = Quoting(document)
    for index, described in enumerate(document.references.described):
        source = speech.first_described + index
        for code in described.implements:
            target = speech.object(code, code)
            if target is None or (source, "implements", target) in known:
                continue
            quote, page = _quote(quoting.of_described(described, code))
            sure = confidences.get(fold_code(code), _STATED_ELSEWHERE)
            yield Claim(source, "implements", target, quote, page, sure)


_STATED_ELSEWHERE = 0.8
"""How sure we are of a relation when the page gives no figure of its own."""


def _confidences(result: DocumentResult) -> dict[str, float]:
    known = ((c.code or c.resolved_code, c.confidence) for c in result.citations)
    return {fold_code(code): confidence for code, confidence in known if code}


def _claims_between_others(result: DocumentResult, speech: _Speech) -> Iterable[Claim]:
    for stated in result.stated_relations:
        source = speech.subject(stated.subject)
        target = speech.object(stated.object, stated.object_resolved_code)
        if source is not None and target is not None and source != target:
            quote, page = _quote(stated.evidence)
            yield Claim(source, stated.relation, target, quote, page, stated.confidence)


def _quote(evidence: Sequence[Evidence]) -> tuple[str, int]:
    """Return the words on one line, … between places apart, and their first page."""
    parts: list[str] = []
    last: Evidence | None = None
    for place in evidence:
        goes_on = last is not None and last.page < place.page
        parts += [" " if goes_on else " … "] if parts else []
        parts.append(place.text)
        last = place
    return " ".join("".join(parts).split()), evidence[0].page if evidence else 1


def _surest(claims: Iterable[Claim]) -> Iterable[Claim]:
    """Return each relation between two documents once, where it is surest."""
    best: dict[tuple[int, str, int], Claim] = {}
    for claim in claims:
        key = claim.source, claim.relation, claim.target
        if key not in best or claim.confidence > best[key].confidence:
            best[key] = claim
    rank = {relation: place for place, relation in enumerate(RELATIONS)}
    return sorted(best.values(), key=lambda c: (c.source, c.target, rank[c.relation]))
