"""From a result to the rows of its page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count

from danchieu.contract import (
    Agency,
    AgencyFact,
    Citation,
    DocumentResult,
    Evidence,
    Fact,
    Warning,
)
from danchieu.domain.edtf import is_full_date
from danchieu.phrases.codes import fold_code
from danchieu.ui.facts import Group, Row
from danchieu.ui.figures import figure_in_words
from danchieu.ui.speaking import translate
from danchieu.ui.wording import HEADER_LABELS, INTEGRITY, RELATIONS, ROLES
from danchieu.wording import date_in_words, moment_in_words

_WANTED = ("code", "issuer", "issued_on", "title")
_NEWS = "news"
"""Of a page of news only the title is missed: it has no number and no issuer."""
_LONGEST_QUOTE = 260
_USER = "user:"


@dataclass(frozen=True, slots=True)
class Around:
    """What the archive adds to a result: ``held`` node → document, keys by list.

    ``keys`` are those of ``kept_keys``; without them nothing can be decided.
    ``people`` says of each key who decided on it, ``linkers`` of each folded code who
    decided what it means.
    """

    held: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    linkers: Mapping[str, str] = field(default_factory=dict)
    lang: str = "vi"

    def key(self, name: str, index: int) -> str | None:
        """Return the key of an entry of a list."""
        keys = self.keys.get(name, ())
        return keys[index] if index < len(keys) else None


def groups_of(
    result: DocumentResult, around: Around | None = None
) -> tuple[Group, ...]:
    """Return everything worth showing, in the order a reader asks for it."""
    marks, around = count(1), around or Around()
    groups = (
        Group("warnings", "Cần lưu ý", tuple(_warnings(result, marks, around))),
        Group("header", "Thông tin chung", tuple(_header(result, marks, around))),
        Group(
            "citations", "Văn bản được dẫn", tuple(_citations(result, marks, around))
        ),
        Group(
            "assignments",
            "Nhiệm vụ được giao",
            tuple(_assignments(result, marks, around)),
            ("Cơ quan", "Nhiệm vụ", "Vai trò", "Thời hạn"),
        ),
        Group(
            "digital_signatures",
            "Chữ ký số trong tệp",
            tuple(_digital_signatures(result, marks)),
            ("Người ký", "Cơ quan, tổ chức", "Thời điểm ký", "Nội dung đã ký"),
        ),
        _figures("targets", "Chỉ tiêu", result, marks, around),
        _figures("results", "Kết quả đã đạt", result, marks, around),
        Group(
            "described",
            "Văn bản được nói tới",
            tuple(_described(result, marks, around)),
        ),
        Group("events", "Sự kiện", tuple(_events(result, marks, around))),
        Group("recipients", "Nơi nhận", tuple(_recipients(result, marks, around))),
    )
    return tuple(group for group in groups if group.rows)


def _warnings(
    result: DocumentResult, marks: Iterator[int], around: Around
) -> Iterable[Row]:
    """Say each remark once: those on citations stand with the document too."""
    places: dict[Warning, tuple[Evidence, ...]] = {}
    for cited in result.citations:
        for warning in cited.warnings:
            places.setdefault(warning, warning.evidence or cited.mentions[:1])
    for warning in dict.fromkeys((*result.warnings, *places)):
        place = places.get(warning, warning.evidence)
        said = warning.message_en if around.lang == "en" else warning.message
        yield Row(next(marks), "", said, place)


def _header(
    result: DocumentResult, marks: Iterator[int], around: Around
) -> Iterable[Row]:
    for name, label in HEADER_LABELS.items():
        fact: Fact | AgencyFact | None = getattr(result.header, name)
        key = f"header.{name}"
        if fact is not None:
            yield _fact_row(next(marks), label, fact, key, lang=around.lang)
        elif name in _WANTED and (name == "title" or result.kind.value != _NEWS):
            yield Row(next(marks), label, "không đọc được", (), key=key, absent=True)
    for index, signature in enumerate(result.signatures):
        stack = " / ".join([*signature.authority, signature.title or ""]).strip(" /")
        yield Row(
            next(marks),
            "Người ký",
            signature.name or translate("(không đọc được tên)", around.lang),
            signature.evidence,
            note=stack,
            key=around.key("signatures", index),
            confidence=signature.confidence,
            person=_person(signature.method),
        )


def _digital_signatures(result: DocumentResult, marks: Iterator[int]) -> Iterable[Row]:
    for signed in result.digital_signatures:
        state = INTEGRITY[signed.intact]
        yield Row(
            next(marks),
            "",
            signed.signer or "–",
            (),
            cells=(signed.organisation or "", moment_in_words(signed.signed_at), state),
        )


def _fact_row(
    mark: int, label: str, fact: Fact | AgencyFact, key: str, *, lang: str
) -> Row:
    value = fact.value.name if isinstance(fact, AgencyFact) else fact.value
    return Row(
        mark,
        label,
        date_in_words(value, lang) if key == "header.issued_on" else value,
        fact.evidence,
        note="suy ra, không in trên văn bản"
        if fact.method.startswith("inferred")
        else "",
        code=value if key == "header.code" else None,
        key=key,
        confidence=fact.confidence,
        person=_person(fact.method),
    )


def _person(method: str) -> str | None:
    return method.removeprefix(_USER) if method.startswith(_USER) else None


def _citations(
    result: DocumentResult, marks: Iterator[int], around: Around
) -> Iterable[Row]:
    order = list(RELATIONS)
    places = sorted(
        enumerate(result.citations), key=lambda c: order.index(c[1].relation)
    )
    for index, cited in places:
        node = cited.document_id
        held = around.held.get(node) if node else None
        yield Row(
            next(marks),
            RELATIONS[cited.relation],
            _cited_name(cited),
            (*cited.relation_evidence[:1], *cited.mentions),
            note=_citation_note(cited, around.lang),
            quote=_quote(cited),
            code=cited.code or cited.resolved_code,
            held=held,
            missing=held is None,
            key=around.key("citations", index),
            confidence=cited.confidence,
            person=_person(cited.method),
            linker=around.linkers.get(fold_code(cited.code)) if cited.code else None,
        )


def _cited_name(cited: Citation) -> str:
    numbered = " ".join(p for p in (cited.type, cited.code) if p)
    return numbered if cited.code else cited.name or numbered


def _quote(cited: Citation) -> str:
    places = cited.relation_evidence or cited.mentions[:1]
    words = " … ".join(" ".join(place.text.split()) for place in places)
    if len(words) <= _LONGEST_QUOTE:
        return words
    return words[:_LONGEST_QUOTE].rpartition(" ")[0] + " …"


def _citation_note(cited: Citation, lang: str) -> str:
    day = date_in_words(cited.date, lang)
    full = is_full_date(cited.date)
    known = cited.resolved_code if not cited.code else None
    parts = (
        f"{translate('ngày', lang)} {day}" if full else day,
        _name(cited.issuer),
        (cited.name or "") if cited.code else "",
        f"{translate('tức', lang)} {known}" if known else "",
    )
    return " · ".join(p for p in parts if p)


def _name(agency: Agency | None) -> str:
    return agency.name if agency else ""


def _assignments(
    result: DocumentResult, marks: Iterator[int], around: Around
) -> Iterable[Row]:
    for index, duty in enumerate(result.assignments):
        yield Row(
            next(marks),
            "",
            duty.agency.name,
            duty.evidence,
            cells=(
                duty.task,
                ROLES[duty.role],
                date_in_words(duty.deadline, around.lang),
            ),
            key=around.key("assignments", index),
            confidence=duty.confidence,
            person=_person(duty.method),
        )


def _figures(
    key: str, heading: str, result: DocumentResult, marks: Iterator[int], around: Around
) -> Group:
    rows = tuple(
        Row(
            next(marks),
            "",
            figure.text,
            figure.evidence,
            cells=(
                figure_in_words(
                    (figure.comparator, figure.min, figure.max),
                    unit=figure.unit,
                    percent=figure.percent,
                    per=figure.per,
                    lang=around.lang,
                ),
                date_in_words(figure.by, around.lang),
            ),
            key=around.key(key, index),
            confidence=figure.confidence,
            person=_person(figure.method),
        )
        for index, figure in enumerate(
            result.targets if key == "targets" else result.results
        )
    )
    return Group(key, heading, rows, ("Nội dung", "Mức", "Mốc thời gian"))


def _described(
    result: DocumentResult, marks: Iterator[int], around: Around
) -> Iterable[Row]:
    for told in result.described_documents:
        named = " ".join(p for p in (told.type, told.code) if p)
        parts = (
            date_in_words(told.date, around.lang),
            _name(told.issuer),
            told.title or "",
        )
        yield Row(
            next(marks),
            "",
            named or told.title or "",
            told.evidence,
            note=" · ".join(p for p in parts if p),
            code=told.code,
        )


def _events(
    result: DocumentResult, marks: Iterator[int], around: Around
) -> Iterable[Row]:
    for event in result.events:
        day = date_in_words(event.date, around.lang)
        yield Row(next(marks), day, event.text, event.evidence)


def _recipients(
    result: DocumentResult, marks: Iterator[int], around: Around
) -> Iterable[Row]:
    for index, line in enumerate(result.recipients):
        key = around.key("recipients", index)
        yield Row(
            next(marks),
            "",
            line.text,
            line.evidence,
            note="" if (line.purpose or "") in line.text else line.purpose or "",
            key=key,
            person=around.people.get(key or ""),
        )
