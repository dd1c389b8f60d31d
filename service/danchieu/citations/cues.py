"""The relation that the words before a cited document state."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from danchieu.citations.scene import Cue, Scene
from danchieu.citations.spots import Spot
from danchieu.domain.text import Span

_SPACES = re.compile(r"\s+")
ACTS = ("amends", "replaces", "repeals", "corrects", "consolidates")
_BEFORE = 170
_SENTENCE = 320
_QUOTED = 600
_LABEL = 14
TWO_SLASHES = 2


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation, and the words that state it (None for a plain mention)."""

    relation: str
    cue: Span | None = None


PLAIN = Stated("mentions")


def governing(scene: Scene, start: int, end: int, paper: str | None) -> Stated | None:
    """Return what the clause from ``start`` states of the document named at ``end``.

    The nearest word that can reach the document decides: "căn cứ" reaches over
    pinpoints and bodies, "thực hiện" not over "theo quy định tại". None when no word
    reaches it. ``paper`` is the type of the cited document.
    """
    weak = False
    for cue in reversed(scene.cues_within(start, end)):
        clause = _Clause(scene, start, cue, end)
        if cue.kind == "weak":
            if clause.answers(paper):
                return Stated("responds_to", cue.span)
            weak = True
            continue
        if cue.kind in (*ACTS, "guides") and clause.is_passive:
            return PLAIN
        stated = _READERS[cue.kind](clause, weak)
        if stated is not None:
            return Stated(stated, cue.span)
    return PLAIN if weak else None


def acting_title(scene: Scene, host: Spot, end: int) -> Stated | None:
    """Return what a cited document does by its title with the one named at ``end``.

    "Nghị định số … sửa đổi, bổ sung một số điều của Nghị định số …": the act is the
    first word of the title, and the document of a type that can act.
    """
    types = scene.knowledge.rules.word_list("citations.acting_types").entries
    title = host.told.name_span
    if title is None or host.type not in types:
        return None
    for cue in scene.cues_within(title.start, end)[:1]:
        clause = _Clause(scene, title.start, cue, end)
        kind = "guides" if cue.kind == "guides" else "acts"
        acts = cue.kind in (*ACTS, "guides") and clause.bridged(kind)
        if acts and clause.matches("citations.title_act", clause.before):
            return Stated(cue.kind, cue.span)
    return None


def further_act(scene: Scene, start: int, end: int) -> Stated | None:
    """Return the act that goes on from an act on the document that ends at ``start``.

    "Quyết định này thay thế Quyết định số 1 và bãi bỏ Quyết định số 2".
    """
    for cue in scene.cues_within(start, end)[:1]:
        clause = _Clause(scene, start, cue, end)
        joint = clause.matches("citations.joint_act", clause.before)
        if cue.kind in ACTS and joint and clause.bridged("acts"):
            return Stated(cue.kind, cue.span)
    return None


@dataclass(frozen=True, slots=True)
class _Clause:
    """A cue in its clause: what stands before it and between it and the document."""

    scene: Scene
    start: int
    cue: Cue
    end: int

    @property
    def before(self) -> str:
        """Return the words of the clause before the cue."""
        return self.scene.before(self.cue.span.start, _BEFORE, start=self.start)

    @property
    def bridge(self) -> str:
        """Return the words between cue and document."""
        return _SPACES.sub(" ", self.scene.flat[self.cue.span.end : self.end])

    @property
    def opens(self) -> bool:
        """Say whether the cue is the first word of its clause."""
        start = max(
            self.start, self.scene.flat.rfind(":", self.start, self.cue.span.start) + 1
        )
        before = self.scene.flat[start : self.cue.span.start]
        return len(before) < _BEFORE and self.matches("citations.marker", before)

    @property
    def opens_article(self) -> bool:
        """Say whether the clause is the first of an article ("Điều 2. Bãi bỏ …")."""
        label = self.scene.before(self.start, _LABEL)
        return "Điều" in self.before or self.searches("citations.article", label)

    @property
    def is_passive(self) -> bool:
        """Say whether the cue is passive ("đã được sửa đổi")."""
        return self.searches("citations.passive", self.before)

    @property
    def is_quoted(self) -> bool:
        """Say whether the cue stands in a quoted preamble: another document speaks."""
        before = self.scene.before(self.cue.span.start, _QUOTED)
        return self.searches("citations.open_quotation", before)

    def answers(self, paper: str | None) -> bool:
        """Say whether "Theo Công văn …" opens the clause."""
        papers = self.scene.knowledge.rules.word_list("citations.opening_papers")
        word = self.scene.flat[self.cue.span.start : self.cue.span.end]
        plain = not self.bridge.strip() or self.bridge.strip() in ("nội dung", "các")
        return word == "Theo" and self.opens and plain and paper in papers.entries

    def bridged(self, kind: str) -> bool:
        """Say whether the cue reaches the document."""
        return self.matches(f"citations.bridge.{kind}", self.bridge)

    def matches(self, rule: str, text: str) -> bool:
        """Say whether the rule matches from the start of ``text``."""
        return self.scene.knowledge.rules.pattern(rule).regex.match(text) is not None

    def searches(self, rule: str, text: str) -> bool:
        """Say whether the rule matches somewhere in ``text``."""
        return self.scene.knowledge.rules.pattern(rule).regex.search(text) is not None


def _based_on(clause: _Clause, weak: bool) -> str | None:
    kind = "opening" if clause.opens else "based_on"
    return "based_on" if clause.bridged(kind) else None


def _implements(clause: _Clause, weak: bool) -> str | None:
    opening = clause.opens and _is_preamble(clause) and clause.bridged("opening")
    if not opening and (weak or not clause.bridged("implements")):
        return None
    if not opening and clause.scene.header.kind.value == "legal":
        return None
    reporting = clause.searches("citations.reporting", clause.before)
    return "reports_on" if reporting and _reports(clause) else "implements"


def _is_preamble(clause: _Clause) -> bool:
    at = clause.cue.span.start
    region = clause.scene.outline.region_at(at)
    return region in ("basis", "title") or at < _first_part(clause.scene)


def _first_part(scene: Scene) -> int:
    nodes = scene.outline.nodes
    return nodes[0].span.start if nodes else len(scene.flat)


def _reports(clause: _Clause) -> bool:
    """In a report, or in the title of a letter that reports."""
    header = clause.scene.header
    words = clause.scene.knowledge.rules.word_list("citations.reporting_types").entries
    if header.type is not None and header.type.value in words:
        return True
    in_title = clause.scene.outline.region_at(clause.cue.span.start) == "title"
    return in_title and any(w.casefold() in clause.before.casefold() for w in words)


def _asked(clause: _Clause, weak: bool) -> str | None:
    return "responds_to" if clause.bridged("asked") else None


def _responds(clause: _Clause, weak: bool) -> str | None:
    return "responds_to" if clause.bridged("responds_to") else None


def _directed(clause: _Clause, weak: bool) -> str | None:
    return "implements" if clause.bridged("directed") else None


def _acts(clause: _Clause, weak: bool) -> str | None:
    """Only what this document itself does counts: a plan never amends.

    "Quyết định này thay thế …" is said of the document itself; "Sửa đổi …" at the
    start of a clause only in a title, an article or a legal document, else it is a
    task for somebody. What a quoted preamble says, another
    document does.
    """
    acting = _may_act(clause.scene)
    before = clause.before
    if not clause.bridged("acts") or clause.is_quoted:
        return None
    if clause.searches("citations.acts_itself", before):
        return clause.cue.kind if acting or clause.cue.kind != "amends" else None
    first = clause.matches("citations.acts_first", before)
    return clause.cue.kind if first and acting and _is_enacting(clause) else None


def _may_act(scene: Scene) -> bool:
    types = scene.knowledge.rules.word_list("citations.acting_types").entries
    return scene.header.type is not None and scene.header.type.value in types


def _is_enacting(clause: _Clause) -> bool:
    scene, at = clause.scene, clause.cue.span.start
    if scene.outline.region_at(at) == "title" or clause.opens_article:
        return True
    boundary = scene.boundary_before(clause.start)
    after_other = boundary is not None and scene.flat[boundary.start] == ";"
    if after_other and " này " in scene.before(clause.start, _SENTENCE):
        return True
    title = scene.header.title.value.casefold() if scene.header.title else ""
    cue = scene.flat[at : clause.cue.span.end].casefold()
    return cue in title or (
        scene.header.kind.value == "legal" and not _lists_tasks(scene)
    )


def _lists_tasks(scene: Scene) -> bool:
    """Resolutions without a year in the number give out tasks."""
    code = scene.header.code.value if scene.header.code else ""
    type_ = scene.header.type.value if scene.header.type else ""
    words = scene.knowledge.rules.word_list("citations.task_types").entries
    return type_ in words and code.count("/") < TWO_SLASHES


def _ended(clause: _Clause, weak: bool) -> str | None:
    """Read "Các văn bản sau đây hết hiệu lực: …"."""
    listed = ":" in clause.bridge[-3:]
    return "repeals" if listed and _may_act(clause.scene) else None


def _guides(clause: _Clause, weak: bool) -> str | None:
    acting = _acts_on_title(clause)
    return "guides" if acting and clause.bridged("guides") else None


def _acts_on_title(clause: _Clause) -> bool:
    in_title = clause.scene.outline.region_at(clause.cue.span.start) == "title"
    return in_title or clause.before.rstrip().endswith("này")


_READERS: dict[str, Callable[[_Clause, bool], str | None]] = {
    "based_on": _based_on,
    "implements": _implements,
    "asked": _asked,
    "responds_to": _responds,
    "directed": _directed,
    "ended": _ended,
    "guides": _guides,
    **dict.fromkeys(ACTS, _acts),
}
