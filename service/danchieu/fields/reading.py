"""Reads all fields of a document."""

from collections.abc import Callable

from danchieu.domain.agency import Agency
from danchieu.domain.fields import Fields
from danchieu.domain.header import Header
from danchieu.domain.outline import Outline
from danchieu.domain.text import Text
from danchieu.fields.assignments import AssignmentReader
from danchieu.fields.periods import read_title_year
from danchieu.fields.recipients import read_recipients
from danchieu.fields.signatures import read_signatures
from danchieu.fields.subjects import SubjectReader
from danchieu.fields.targets import Setting, TargetReader
from danchieu.phrases.agencies import AgencyContext, read_agency
from danchieu.rules import RuleBook
from danchieu.rules.knowledge import Knowledge

_REPORT = "Báo cáo"
_NEWS = "news"


def read_fields(
    text: Text, outline: Outline, header: Header, knowledge: Knowledge
) -> Fields:
    """Return what the body says in figures and duties, and who signed and gets it.

    A news page assigns nothing.
    """
    rules = knowledge.rules
    agency = agency_reader(header, knowledge)
    targets, results = TargetReader(text, rules, _setting(text, header, rules)).read(
        outline
    )
    return Fields(
        targets=targets,
        results=results,
        signatures=read_signatures(text, outline, rules),
        recipients=read_recipients(text, outline, rules, agency),
        assignments=()
        if header.kind.value == _NEWS
        else AssignmentReader(
            text, rules, SubjectReader(rules, report=is_report(header)), agency
        ).read(outline),
    )


def _setting(text: Text, header: Header, rules: RuleBook) -> Setting:
    title = header.title
    return Setting(
        report=is_report(header),
        news=header.kind.value == _NEWS,
        floors=header.kind.value == "administrative",
        year=read_title_year(text.value, title.span, rules) if title else None,
    )


def is_report(header: Header) -> bool:
    """Say whether the document tells what has been done."""
    return header.type is not None and header.type.value == _REPORT


def agency_reader(
    header: Header, knowledge: Knowledge
) -> Callable[[str], Agency | None]:
    """Return a reader that resolves "Sở" and "UBND tỉnh" as this document means them."""
    issuer = header.issuer.value if header.issuer else None
    issued = header.issued_on.value[:4] if header.issued_on else ""
    context = AgencyContext(
        province=issuer.province if issuer else None,
        year=int(issued) if issued.isdecimal() else None,
        issuer=issuer,
    )
    return lambda printed: read_agency(printed, knowledge, context)
