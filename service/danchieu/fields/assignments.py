"""Who must do what: walks the numbered parts and the text between them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from danchieu.domain.fields import Assignment
from danchieu.domain.outline import Node, Outline
from danchieu.domain.text import Span
from danchieu.fields.actors import Actors
from danchieu.fields.bodies import ReadAgency, bodies_of, partners_of, whole_of
from danchieu.fields.deadlines import read_deadline
from danchieu.fields.duties import Duty
from danchieu.fields.paragraphs import (
    loose_paragraphs,
    node_paragraphs,
    split_sentences,
    start_of,
    trim,
)
from danchieu.fields.readings import Reading
from danchieu.fields.subjects import SubjectReader, Told

_HEADED, _ANNOUNCED = 0.9, 0.65
_HEADING_RULE = "fields.assignment.heading_after"
_LIST_RULE = "fields.assignment.order"
_BULLETS = ("dash", "plus")
_FEWEST_ACTING = 2


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a part takes over from the parts around it.

    ``actors`` are the bodies of the heading above, ``duty`` the role and partners
    that a line with a colon gives to the list below it.
    """

    in_section: bool = False
    actors: Actors | None = None
    duty: Duty | None = None
    source: str = _HEADING_RULE
    confidence: float = _HEADED

    @property
    def names_bodies(self) -> bool:
        """Whether ``actors`` are more than "các cơ quan, đơn vị"."""
        return self.actors is not None and not self.actors.all_groups


class AssignmentReader:
    """Reads the assignments of one document; holds its text and the patterns."""

    def __init__(
        self, reading: Reading, subjects: SubjectReader, read_agency: ReadAgency
    ) -> None:
        """Take the document and the ways to read and to name its bodies."""
        self._reading = reading
        self._value = reading.flat
        self._subjects = subjects
        self._read_agency = read_agency
        self._asked: Actors | None = None

    def read(self, outline: Outline) -> tuple[Assignment, ...]:
        """Return the assignments in text order, each body and task once."""
        parts: list[Span | Node] = [
            *outline.nodes,
            *loose_paragraphs(self._reading.printed, outline, "body", "annex"),
            *loose_paragraphs(self._reading.printed, outline, "basis")[-1:],
        ]
        found: list[Assignment] = []
        frame = self._shared(outline.nodes, _Frame(self._subjects.all_orders))
        annexes = [span.start for span in outline.spans_of("annex")]
        opening: tuple[Assignment, ...] = ()
        for part in sorted(parts, key=start_of):
            if annexes and start_of(part) >= annexes[0]:
                frame = _Frame(self._subjects.all_orders)
                annexes = [start for start in annexes if start > start_of(part)]
            if isinstance(part, Node):
                below = tuple(self._part(part, frame))
                found += below
                opening = () if below else opening
                if not part.children:
                    frame = self._announced(self._last_paragraph(part), frame)
            else:
                found += (*opening, *self._collected(part, None))
                found += self._told(part, _Frame(self._subjects.all_orders), None)
                opening = tuple(self._opening(part))
                frame = self._announced(part, frame)
        return _distinct((*found, *opening))

    def _shared(self, nodes: Sequence[Node], frame: _Frame) -> _Frame:
        """Return the frame for points that share out work: most name a body that acts.

        "1. Phòng Tài chính lập dự toán. 2. Văn phòng theo dõi."
        """
        acting = sum(
            self._subjects.tells_body(
                self._value, trim(self._value, node.heading.start, node.heading.end)
            )
            for node in nodes
        )
        if acting < _FEWEST_ACTING or 2 * acting < len(nodes):
            return frame
        return replace(frame, in_section=True)

    def _opening(self, span: Span) -> Iterator[Assignment]:
        """Read the task of a line with a colon; it counts where its list tells none."""
        if not self._ends_open(span):
            return
        sentence = split_sentences(self._value, span)[-1]
        end = self._subjects.end_of_opening(self._value, sentence)
        for told in self._subjects.read_told(
            self._value, Span(sentence.start, end), in_section=False, headed=False
        ):
            if told.source == _LIST_RULE:
                yield from self._assign(told, sentence, span, None)

    def _last_paragraph(self, node: Node) -> Span:
        heading, rest = node_paragraphs(self._reading.printed, node)
        return rest[-1] if rest else heading

    def _part(self, node: Node, frame: _Frame) -> Iterator[Assignment]:
        heading, rest = node_paragraphs(self._reading.printed, node)
        if self._subjects.opens_section(self._value, heading):
            frame = replace(frame, in_section=True)
        if frame.actors and self._reading.has_labels(node.span):
            frame = replace(frame, actors=None, duty=None)
        headed = self._headed(heading, frame) if self._is_above(node, rest) else None
        if headed:
            frame = _Frame(frame.in_section, headed)
        else:
            yield from self._paragraph(heading, frame, node)
            frame = self._below(heading, frame, node)
        for span in rest:
            yield from self._paragraph(span, frame, node)
            frame = self._announced(span, frame)
        frame = self._shared(node.children, frame)
        for child in node.children:
            yield from self._part(child, frame)
            if not child.children:
                frame = self._announced(self._last_paragraph(child), frame)

    def _is_above(self, node: Node, rest: tuple[Span, ...]) -> bool:
        """Say whether something stands below; a finished bullet heads nothing."""
        if node.kind in _BULLETS and not node.children:
            return bool(rest) and self._ends_open(
                trim(self._value, node.heading.start, node.heading.end)
            )
        return bool(rest or node.children)

    def _headed(self, heading: Span, frame: _Frame) -> Actors | None:
        return self._subjects.read_heading(
            self._value, heading, in_section=frame.in_section
        )

    def _paragraph(self, span: Span, frame: _Frame, node: Node) -> Iterator[Assignment]:
        """Read sentences with a subject of their own, else a task of the heading."""
        yield from self._collected(span, node)
        told = list(self._told(span, frame, node))
        yield from told
        if told or frame.actors is None:
            return
        duties = tuple(self._items(span, frame))
        if duties and not (self._ends_open(span) and self._passes_on(duties[0])):
            item = Told(frame.actors, duties, frame.source, frame.confidence)
            yield from self._assign(item, span, span, node)

    def _items(self, span: Span, frame: _Frame) -> Iterator[Duty]:
        """Read a line below a heading that names bodies."""
        duties = self._subjects.duties
        if duties.is_past(self._value, span.start):
            return
        found = tuple(duties.read_roles(self._value, span.start, span.end))
        if not found:
            found = tuple(self._after_lead_in(span))
        if frame.duty:
            task = found[0].task if found else span
            yield replace(frame.duty, task=task, own=task)
            return
        for duty in found:
            joint = duty.role == "coordinate" and duty.partners
            yield replace(duty, role="responsible") if joint else duty

    def _after_lead_in(self, span: Span) -> Iterator[Duty]:
        """Read a task with its condition or time before it; both stay in the task."""
        at = self._subjects.verb_after_lead_in(self._value, span)
        if at is None:
            return
        for n, duty in enumerate(
            self._subjects.duties.read_roles(self._value, at, span.end)
        ):
            if n or duty.partners or duty.role != "responsible":
                yield duty
            else:
                whole = Span(span.start, duty.task.end)
                yield replace(duty, task=whole, own=whole)

    def _below(self, heading: Span, frame: _Frame, node: Node) -> _Frame:
        """Return the frame for what stands under a line that names no body."""
        if not self._opens_list(heading, node):
            is_task = frame.actors and any(self._items(heading, frame))
            return replace(frame, actors=None, duty=None) if is_task else frame
        if frame.actors is None:
            return self._announced(heading, frame)
        duty = self._subjects.duties.read(self._value, heading.start, heading.end)
        return replace(frame, duty=duty) if duty and self._passes_on(duty) else frame

    def _passes_on(self, duty: Duty) -> bool:
        """Say whether a line with a colon only gives a role to the list below it."""
        return self._subjects.duties.is_generic(self._value, duty.task)

    def _announced(self, span: Span, frame: _Frame) -> _Frame:
        """Return a frame for the list that this paragraph opens with a colon."""
        if not self._ends_open(span) or frame.actors:
            return frame
        sentence = split_sentences(self._value, span)[-1]
        for named in self._subjects.read_opening(
            self._value, sentence, in_section=frame.in_section
        ):
            duty = self._subjects.duties.read_role(
                self._value, named.actors.end, sentence.end
            )
            self._asked = named.actors
            kept = duty if duty and duty.role == "lead" else None
            return _Frame(True, named.actors, kept, _LIST_RULE, _ANNOUNCED)
        if self._subjects.opens_orders(self._value, sentence):
            return replace(frame, in_section=True)
        return frame

    def _told(
        self, span: Span, frame: _Frame, node: Node | None
    ) -> Iterator[Assignment]:
        last: Told | None = None
        for sentence in split_sentences(self._value, span):
            if sentence.end == span.end and self._ends_open(span):
                return
            told = list(
                self._subjects.read_told(
                    self._value,
                    sentence,
                    in_section=frame.in_section or last is not None,
                    headed=frame.names_bodies,
                )
            ) or list(self._without_subject(sentence, frame, last))
            for one in told:
                last = one
                if one.source == _LIST_RULE:
                    self._asked = one.actors
                yield from self._assign(one, sentence, span, node)

    def _without_subject(
        self, sentence: Span, frame: _Frame, last: Told | None
    ) -> Iterator[Told]:
        """Read a sentence that goes on, or asks again, without naming the body."""
        more = last and self._subjects.read_continued(self._value, sentence, last)
        asked = frame.actors or (self._asked if last is None else last.actors)
        if not more and asked:
            more = self._subjects.read_elided(self._value, sentence, asked)
        if more:
            yield more

    def _collected(self, span: Span, node: Node | None) -> Iterator[Assignment]:
        """Read who must collect what the others send."""
        for told in self._subjects.read_collected(self._value, span):
            yield from self._assign(
                told, told.duties[0].task, told.duties[0].task, node
            )

    def _opens_list(self, span: Span, node: Node) -> bool:
        return bool(node.children) and self._ends_open(span)

    def _ends_open(self, span: Span) -> bool:
        return self._value[span.end - 1 : span.end] == ":"

    def _assign(
        self, told: Told, sentence: Span, paragraph: Span, node: Node | None
    ) -> Iterator[Assignment]:
        together = told.source == _LIST_RULE and told.confidence == _ANNOUNCED
        name = whole_of if together else bodies_of
        subjects = list(name(self._reading.printed, told.actors, self._read_agency))
        for duty in told.duties:
            partners = list(
                partners_of(self._reading.printed, duty.partners, self._read_agency)
            )
            deadline = self._deadline(told, duty, sentence, paragraph)
            named = [(duty.role, duty.own, *s) for s in subjects]
            named += [("coordinate", duty.task, *p) for p in partners]
            for its_role, task, agency, place in named:
                yield Assignment(
                    agency,
                    its_role,
                    self._printed(task),
                    deadline,
                    task,
                    place,
                    told.source,
                    told.confidence,
                    node.label if node else None,
                )

    def _deadline(
        self, told: Told, duty: Duty, sentence: Span, paragraph: Span
    ) -> str | None:
        """Read the deadline; of several tasks each has its own or the common one.

        The common one stands before them ("Trước ngày 05/3, Sở Y tế ...; ..."), in
        brackets behind the last, or with the report of the results.
        """
        places = [(sentence, paragraph)]
        if len(told.duties) > 1:
            first = min(one.own.start for one in told.duties)
            before = Span(sentence.start, max(sentence.start, first))
            last = told.duties[-1].own
            report = last if self._reports_results(last) else before
            behind = self._last_bracket(sentence)
            places = [(place, place) for place in (duty.own, before, behind, report)]
        printed, rules = self._reading.printed, self._reading.rules
        found = (read_deadline(printed, *place, rules) for place in places)
        return next(filter(None, found), None)

    def _reports_results(self, task: Span) -> bool:
        rule = self._reading.rules.pattern("fields.deadline.results")
        return rule.regex.match(self._value, task.start, task.end) is not None

    def _last_bracket(self, sentence: Span) -> Span:
        """Return the brackets that end a sentence, or nothing at its end."""
        text = self._value[sentence.start : sentence.end].rstrip(" ./;")
        opened = text.rfind("(") if text.endswith(")") else len(text)
        return Span(sentence.start + opened, sentence.start + len(text))

    def _printed(self, task: Span) -> str:
        return " ".join(self._reading.printed[task.start : task.end].split()).rstrip(
            " ;.,:/"
        )


def _distinct(found: Iterable[Assignment]) -> tuple[Assignment, ...]:
    unique = {(a.agency.id, a.span): a for a in reversed(list(found))}
    return tuple(sorted(unique.values(), key=lambda a: (a.span, a.agency_span)))
