"""A small archive whose bodies are real ones: plans that carry out one decision."""

from collections.abc import Sequence
from dataclasses import replace

from factories import knowledge
from twins import Cited, Own, document, span_of

from danchieu.contract import to_result
from danchieu.domain.agency import Agency
from danchieu.domain.citation import DescribedDocument
from danchieu.domain.document import Document
from danchieu.domain.fields import Fields, Target
from danchieu.domain.text import Span
from danchieu.store import Archive
from danchieu.usecases import add_document, open_memory_store

GOAL = "77/QĐ-TTg"
PRIME_MINISTER = Agency("vn:thu-tuong-chinh-phu", "Thủ tướng Chính phủ", "central")
MINISTRY = Agency(
    "vn:bo-thong-tin-va-truyen-thong", "Bộ Thông tin và Truyền thông", "ministry"
)
DECISION = "Quyết định số 77/QĐ-TTg ngày 03/02/2020"


def province(slug: str, name: str, kind: str = "tỉnh") -> Agency:
    """Return the people's committee of a province."""
    full = f"Ủy ban nhân dân {kind} {name}"
    return Agency(f"vn:ubnd:{slug}", full, "province", name)


SON_LA, BAC_GIANG = province("son-la", "Sơn La"), province("bac-giang", "Bắc Giang")
BAC_NINH = province("bac-ninh@2025", "Bắc Ninh")
HEALTH = Agency("vn:so-y-te:son-la", "Sở Y tế tỉnh Sơn La", "department", "Sơn La")


def goal(relation: str = "implements", cue: str = "Thực hiện") -> Cited:
    """Return the decision as the documents cite it."""
    return Cited(
        DECISION,
        relation,
        GOAL,
        "2020-02-03",
        PRIME_MINISTER,
        "Quyết định",
        name="Đề án trồng cây xanh",
        cue=cue,
    )


def with_target(
    made: Document, printed: str, metric: str, least: float, of: str | None = None
) -> Document:
    """Return the document with one target, for the end of 2025."""
    target = Target(
        printed,
        metric,
        ">=",
        least,
        None,
        None,
        percent=False,
        per=None,
        by="2025",
        span=span_of(made.text, printed),
        source="test",
        confidence=0.9,
        of=of,
    )
    return replace(made, fields=Fields(targets=(target,)))


def plan_of_son_la() -> Document:
    """Return a held plan with a target."""
    body = f"Thực hiện {DECISION}, tỉnh trồng ít nhất 50 vườn ươm của tỉnh."
    own = Own("12/KH-UBND", None, "Kế hoạch", SON_LA, "2021-03-01", "Trồng cây xanh")
    made = document(body, own, [goal()], name="son-la.txt")
    return with_target(made, "ít nhất 50 vườn ươm", "số vườn ươm của tỉnh", 50)


def news_of_bac_giang() -> Document:
    """Return a page about a plan that is not held, with a target of that plan."""
    body = f"Kế hoạch số 9/KH-UBND thực hiện {DECISION}: có 20 vườn ươm."
    described = DescribedDocument(
        "9/KH-UBND", "Kế hoạch", "2021-05-06", BAC_GIANG, None, (GOAL,), Span(0, 21)
    )
    cited = [
        Cited("Kế hoạch số 9/KH-UBND", "describes", "9/KH-UBND", None, BAC_GIANG),
        goal(cue="thực hiện"),
    ]
    made = document(
        body, Own(kind="news"), cited, described=[described], name="tin.txt"
    )
    return with_target(made, "20 vườn ươm", "vườn ươm", 20, of="9/KH-UBND")


def plan_of_a_department() -> Document:
    """Return a plan that carries the province's plan out."""
    printed = "Kế hoạch số 12/KH-UBND ngày 01/03/2021"
    cited = Cited(
        printed, "implements", "12/KH-UBND", "2021-03-01", SON_LA, cue="Thực hiện"
    )
    own = Own("5/KH-SYT", None, "Kế hoạch", HEALTH, "2021-06-07", "Trồng cây ở trạm")
    return document(f"Thực hiện {printed}", own, [cited], name="so-y-te.txt")


def plan_of_bac_ninh() -> Document:
    """Return a plan of after the mergers, which knows the change."""
    body = f"Thực hiện {DECISION}, được sửa đổi bởi Quyết định số 88/QĐ-TTg"
    change = Cited(
        "Quyết định số 88/QĐ-TTg", "mentions", "88/QĐ-TTg", "2023-01-01", PRIME_MINISTER
    )
    own = Own("3/KH-UBND", None, "Kế hoạch", BAC_NINH, "2025-09-09", "Trồng cây")
    return document(body, own, [goal(), change], name="bac-ninh.txt")


def change_of_the_decision() -> Document:
    """Return the decision that amends the decision."""
    own = Own("88/QĐ-TTg", None, "Quyết định", PRIME_MINISTER, "2023-01-01", "Sửa đổi")
    cited = goal("amends", "Sửa đổi")
    return document(f"Sửa đổi {DECISION}", own, [cited], name="sua-doi.txt")


def plan_of_the_ministry() -> Document:
    """Return a plan of a ministry that has been merged since."""
    own = Own("4/KH-BTTTT", None, "Kế hoạch", MINISTRY, "2021-01-02", "Cây xanh")
    return document(f"Thực hiện {DECISION} 1", own, [goal()], name="bo.txt")


MAKERS = (
    plan_of_son_la,
    news_of_bac_giang,
    plan_of_a_department,
    plan_of_bac_ninh,
    change_of_the_decision,
    plan_of_the_ministry,
)


def add(store: Archive, documents: Sequence[Document]) -> None:
    """Put documents into an archive."""
    for made in documents:
        add_document(store, made, to_result(made))


def small_archive() -> Archive:
    """Return an archive in memory that holds them all."""
    store = open_memory_store(knowledge())
    add(store, [make() for make in MAKERS])
    return store
