"""Reads all fields of a document."""

from functools import cache

from danchieu.domain.agency import Agency
from danchieu.domain.fields import Assignment, Fields, Target
from danchieu.domain.header import Header
from danchieu.domain.outline import Outline
from danchieu.domain.text import Span, Text
from danchieu.fields.actors import ActorReader, NameEnd
from danchieu.fields.assigned_tables import read_table_assignments
from danchieu.fields.assignments import AssignmentReader
from danchieu.fields.bodies import ReadAgency
from danchieu.fields.events import read_events
from danchieu.fields.labelled_duties import LabelReader
from danchieu.fields.periods import read_first_year, read_title_year
from danchieu.fields.readings import Reading, reading_of
from danchieu.fields.recipients import read_recipients
from danchieu.fields.signatures import read_signatures
from danchieu.fields.subjects import SubjectReader
from danchieu.fields.target_tables import Reported, read_table_figures
from danchieu.fields.targets import Setting, TargetReader
from danchieu.phrases.agencies import AgencyContext, agencies_in, read_agency
from danchieu.rules import RuleBook
from danchieu.rules.knowledge import Knowledge

_REPORT = "Báo cáo"
_NEWS, _LEGAL = "news", "legal"
_KNOWN = 0.9
_NEVER = "9999"


def read_fields(
    text: Text, outline: Outline, header: Header, knowledge: Knowledge
) -> Fields:
    """Return what the body says in figures and duties, and who signed and gets it.

    News assigns nothing and has no signers.
    """
    rules = knowledge.rules
    agency = _agency_reader(header, knowledge)
    reading = reading_of(text, outline, rules)
    actors = ActorReader(rules, _name_end_reader(text.value, knowledge))
    targets, results = _figures(text, reading, outline, header)
    is_news = header.kind.value == _NEWS
    return Fields(
        signatures=() if is_news else read_signatures(text, outline, rules),
        recipients=read_recipients(text, outline, rules, agency),
        targets=targets,
        results=results,
        assignments=_assignments(reading, outline, header, actors, agency),
        events=read_events(
            text, outline, rules, ActorReader(rules, lambda at, _limit: at)
        ),
    )


def _figures(
    text: Text, reading: Reading, outline: Outline, header: Header
) -> tuple[tuple[Target, ...], tuple[Target, ...]]:
    rules = reading.rules
    title = header.title
    report = _is_report(header)
    setting = Setting(
        report=report,
        legal=header.kind.value == _LEGAL,
        floors=_sets_floors(header, rules),
        year=read_title_year(text.value, title.span, rules) if title else None,
    )
    until = _report_year(text, header, rules) if report else None
    told = TargetReader(reading, setting).read(outline)
    in_tables = read_table_figures(text, outline, rules, Reported(setting.year, until))
    targets, results = (
        tuple(sorted((*one, *other), key=lambda t: t.span))
        for one, other in zip(told, in_tables, strict=True)
    )
    return targets, results


def _sets_floors(header: Header, rules: RuleBook) -> bool:
    """Say whether "at least two" is a target in such a document, not a condition."""
    if header.type is None or header.kind.value != "administrative":
        return False
    return header.type.value in rules.word_list("fields.target.planning_types")


def _report_year(text: Text, header: Header, rules: RuleBook) -> str:
    """Return the year that a report looks back on, as late as can be when unknown."""
    if header.issued_on:
        return header.issued_on.value[:4]
    title = (
        read_first_year(text.value, header.title.span, rules) if header.title else None
    )
    return title or _NEVER


def _assignments(
    reading: Reading,
    outline: Outline,
    header: Header,
    actors: ActorReader,
    agency: ReadAgency,
) -> tuple[Assignment, ...]:
    type_ = header.type.value if header.type else ""
    if header.kind.value == _NEWS:
        return ()
    subjects = SubjectReader(
        reading.rules, actors, type_, legal=header.kind.value == _LEGAL
    )
    told = AssignmentReader(reading, subjects, agency).read(outline)
    if subjects.petitions:
        return told
    found = (
        *told,
        *read_table_assignments(reading, outline, actors, agency),
        *LabelReader(reading, actors, agency).read(outline),
    )
    return tuple(sorted(found, key=lambda a: (a.span, a.agency_span)))


def _is_report(header: Header) -> bool:
    return header.type is not None and header.type.value == _REPORT


def _name_end_reader(printed: str, knowledge: Knowledge) -> NameEnd:
    def name_end(start: int, limit: int) -> int:
        for phrase in agencies_in(printed, Span(start, limit), knowledge):
            if phrase.span.start > start or phrase.agency.group:
                break
            if phrase.confidence >= _KNOWN:
                return phrase.span.end
        return start

    return name_end


def _agency_reader(header: Header, knowledge: Knowledge) -> ReadAgency:
    """Return a reader that knows what "Sở" and "UBND tỉnh" mean here."""
    issuer = header.issuer.value if header.issuer else None
    issued = header.issued_on.value[:4] if header.issued_on else ""
    context = AgencyContext(
        province=issuer.province if issuer else None,
        year=int(issued) if issued.isdecimal() else None,
        issuer=issuer,
    )

    @cache
    def read(printed: str) -> Agency | None:
        return read_agency(printed, knowledge, context)

    return read
