"""What every reader of citations looks at: the text, its parts, the rules."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick

from danchieu.domain.header import Header
from danchieu.domain.outline import Outline
from danchieu.domain.text import Span, Text
from danchieu.phrases.agencies import AgencyContext, agencies_in, province_of
from danchieu.phrases.codes import fold_code
from danchieu.phrases.folding import one_line, plain_document, plain_letters
from danchieu.rules.gazetteers import Alias
from danchieu.rules.knowledge import Knowledge

CLOSED_REGIONS = (
    "letterhead",
    "addressees",
    "recipients",
    "signature",
    "chrome",
    "second_document",
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that state a relation; ``kind`` is the relation or ``weak``."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Scene:
    """One document, ready for reading; made once by ``scene_of``.

    ``flat`` is the text with every white space as one blank, offsets unchanged.
    ``boundaries`` are the ends of what parts clauses, ascending.
    """

    text: Text
    outline: Outline
    header: Header
    knowledge: Knowledge
    flat: str
    boundaries: tuple[Span, ...]
    cues: tuple[Cue, ...]
    closed: tuple[Span, ...]
    context: AgencyContext
    own_code: str | None

    def before(self, offset: int, length: int, *, start: int = 0) -> str:
        """Return up to ``length`` flat characters that end at ``offset``."""
        return self.flat[max(offset - length, start, 0) : offset]

    def is_open(self, offset: int) -> bool:
        """Say whether citations are read at ``offset``."""
        at = bisect_right(self.closed, offset, key=lambda s: s.start) - 1
        return at < 0 or offset >= self.closed[at].end

    def clause_start(self, offset: int) -> int:
        """Return where the clause that holds ``offset`` starts, marks cut off."""
        at = self._boundary_before(offset)
        return 0 if at < 0 else self.boundaries[at].end

    def clause_end(self, offset: int) -> int:
        """Return where the next boundary at or after ``offset`` starts."""
        at = bisect_right(self.boundaries, offset - 1, key=lambda s: s.start)
        end = len(self.flat)
        return self.boundaries[at].start if at < len(self.boundaries) else end

    def boundary_before(self, offset: int) -> Span | None:
        """Return the last boundary that ends at or before ``offset``."""
        at = self._boundary_before(offset)
        return None if at < 0 else self.boundaries[at]

    def cues_within(self, start: int, end: int) -> tuple[Cue, ...]:
        """Return the cues inside, in text order."""
        first = bisect_right(self.cues, start - 1, key=lambda c: c.span.start)
        last = bisect_right(self.cues, end - 1, key=lambda c: c.span.start)
        return tuple(c for c in self.cues[first:last] if c.span.end <= end)

    def may_cite(self, alias: Alias) -> bool:
        """Say whether the alias's document was there when this one was written."""
        on = self.header.issued_on.value if self.header.issued_on else None
        return not on or not alias.date or alias.date[: len(on)] <= on

    def _boundary_before(self, offset: int) -> int:
        return bisect_right(self.boundaries, offset, key=lambda s: s.end) - 1


def scene_of(
    text: Text, outline: Outline, header: Header, knowledge: Knowledge
) -> Scene:
    """Prepare the document: one pass for boundaries, one for cues."""
    flat = one_line(text.value)
    boundary = knowledge.rules.pattern("citations.boundary").regex
    boundaries = tuple(Span(*m.span()) for m in boundary.finditer(text.value))
    closed = tuple(sorted(outline.spans_of(*CLOSED_REGIONS)))
    own = fold_code(header.code.value) if header.code else None
    return Scene(
        text,
        outline,
        header,
        knowledge,
        flat,
        _with_region_starts(boundaries, outline),
        _find_cues(one_line(plain_document(text.value)), knowledge),
        closed,
        _context(text, header, knowledge),
        own,
    )


def _with_region_starts(
    boundaries: tuple[Span, ...], outline: Outline
) -> tuple[Span, ...]:
    """A region of its own kind opens a clause, page furniture in between does not."""
    starts = {
        region.span.start
        for region in outline.regions
        if region.kind in ("title", "basis", "annex", "footnotes")
    }
    inside = {s for b in boundaries for s in (b.start, b.end)}
    extra = [Span(s, s) for s in starts - inside]
    return tuple(sorted((*boundaries, *extra))) if extra else boundaries


def _context(text: Text, header: Header, knowledge: Knowledge) -> AgencyContext:
    """Return where and when the document speaks.

    News has no letterhead: a bare "Tỉnh ủy" is that of the page's only province.
    """
    issuer = header.issuer.value if header.issuer else None
    province = issuer.province if issuer else None
    if province is None and header.parent_issuer:
        province = header.parent_issuer.value.province
    if (
        province is None
        and header.place
        and (issuer is None or _is_local(issuer.level))
    ):
        province = header.place.value
    if province is None and issuer is None and header.kind.value == "news":
        province = _only_province(text, knowledge)
    year = int(header.issued_on.value[:4]) if header.issued_on else None
    return AgencyContext(province, year, issuer)


def _only_province(text: Text, knowledge: Knowledge) -> str | None:
    """Return the province of the page's bodies and its first lines, if it is one."""
    value = text.value
    bodies = agencies_in(value, Span(0, len(value)), knowledge)
    named = {b.agency.province for b in bodies if b.agency.province}
    first = province_of(value, knowledge)
    named |= {first} if first else set()
    return named.pop() if len(named) == 1 else None


def _is_local(level: str) -> bool:
    return level not in ("central", "ministry")


def _find_cues(plain: str, knowledge: Knowledge) -> tuple[Cue, ...]:
    """Find the cues letter by letter without diacritics: OCR often bends those."""
    found = []
    for last, (word, kind) in _cue_automaton(knowledge).iter_long(plain):
        start, end = last + 1 - len(word), last + 1
        if not _cuts_word(plain, start, end):
            found.append(Cue(Span(start, end), kind))
    return tuple(found)


def lower_same_length(text: str) -> str:
    """Return ``text`` in small letters, offsets unchanged."""
    lowered = text.casefold()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.casefold() if len(c.casefold()) == 1 else c for c in text)


def _cuts_word(text: str, start: int, end: int) -> bool:
    before = start > 0 and text[start - 1].isalnum()
    return before or (end < len(text) and text[end].isalnum())


@lru_cache(maxsize=8)
def _cue_automaton(knowledge: Knowledge) -> "ahocorasick.Automaton":
    automaton = ahocorasick.Automaton()
    for word, kind in knowledge.rules.word_list("citations.cues").entries.items():
        plain = plain_letters(word)
        automaton.add_word(plain, (plain, kind))
    automaton.make_automaton()
    return automaton
