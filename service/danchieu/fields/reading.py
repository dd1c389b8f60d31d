"""Reads all fields of a document."""

from functools import cache

from danchieu.domain.agency import Agency
from danchieu.domain.fields import Assignment, Fields
from danchieu.domain.header import Header
from danchieu.domain.outline import Outline
from danchieu.domain.text import Span, Text
from danchieu.fields.actors import ActorReader, NameEnd
from danchieu.fields.assigned_tables import read_table_assignments
from danchieu.fields.assignments import AssignmentReader
from danchieu.fields.bodies import ReadAgency
from danchieu.fields.periods import read_title_year
from danchieu.fields.recipients import read_recipients
from danchieu.fields.signatures import read_signatures
from danchieu.fields.subjects import SubjectReader
from danchieu.fields.target_tables import read_table_targets
from danchieu.fields.targets import Setting, TargetReader
from danchieu.phrases.agencies import AgencyContext, find_agencies, read_agency
from danchieu.rules import RuleBook
from danchieu.rules.knowledge import Knowledge

_REPORT = "Báo cáo"
_KNOWN = 0.9
_NEWS, _LEGAL = "news", "legal"


def read_fields(
    text: Text, outline: Outline, header: Header, knowledge: Knowledge
) -> Fields:
    """Return what the body says in figures and duties, and who signed and gets it.

    A news page assigns nothing.
    """
    rules = knowledge.rules
    agency = agency_reader(header, knowledge)
    setting = _setting(text, header, rules)
    targets, results = TargetReader(text, rules, setting).read(outline)
    targets += read_table_targets(
        text, outline, rules, year=setting.year, later_than=_report_year(header)
    )
    return Fields(
        targets=tuple(sorted(targets, key=lambda target: target.span)),
        results=results,
        signatures=read_signatures(text, outline, rules),
        recipients=read_recipients(text, outline, rules, agency),
        assignments=_assignments(text, outline, header, knowledge, agency),
    )


def _assignments(
    text: Text,
    outline: Outline,
    header: Header,
    knowledge: Knowledge,
    agency: ReadAgency,
) -> tuple[Assignment, ...]:
    if header.kind.value == _NEWS:
        return ()
    rules = knowledge.rules
    actors = ActorReader(rules, _name_end_reader(knowledge))
    subjects = SubjectReader(rules, actors, report=is_report(header))
    told = AssignmentReader(text, rules, subjects, agency).read(outline)
    in_tables = read_table_assignments(text, outline, rules, actors, agency)
    return tuple(sorted((*told, *in_tables), key=lambda a: (a.span, a.agency_span)))


def _name_end_reader(knowledge: Knowledge) -> NameEnd:
    def name_end(value: str, start: int, limit: int) -> int:
        for phrase in find_agencies(value, Span(start, limit), knowledge):
            if phrase.span.start > start or phrase.agency.group:
                break
            if phrase.confidence >= _KNOWN:
                return phrase.span.end
        return start

    return name_end


def _report_year(header: Header) -> str | None:
    issued = header.issued_on
    return issued.value[:4] if issued and is_report(header) else None


def _setting(text: Text, header: Header, rules: RuleBook) -> Setting:
    title = header.title
    return Setting(
        report=is_report(header),
        legal=header.kind.value == _LEGAL,
        floors=header.kind.value == "administrative",
        year=read_title_year(text.value, title.span, rules) if title else None,
    )


def is_report(header: Header) -> bool:
    """Say whether the document tells what has been done."""
    return header.type is not None and header.type.value == _REPORT


def agency_reader(header: Header, knowledge: Knowledge) -> ReadAgency:
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
