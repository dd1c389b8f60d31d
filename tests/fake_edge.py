"""A chain that needs no rules: what the edges are tried with."""

import os
import signal
import time
from dataclasses import dataclass, replace

import twins

from danchieu.contract import to_result
from danchieu.domain.page import Page
from danchieu.errors import (
    EmptyDocumentError,
    EncryptedDocumentError,
    NotFoundError,
    RuleError,
    UnsupportedFormatError,
)
from danchieu.jobs import Chain, ChainConfig, Reading

PLAN = """KẾ HOẠCH
Thực hiện Quyết định số 1068/QĐ-TTg về sở hữu trí tuệ

Thực hiện Quyết định số 1068/QĐ-TTg ngày 22/8/2019 của Thủ tướng, tỉnh làm <ngay>.
\fTrang hai.
"""
ONE_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
REFUSED = {
    b"": EmptyDocumentError("empty"),
    b"MZ": UnsupportedFormatError("a program"),
    b"locked": EncryptedDocumentError("locked"),
}


@dataclass
class FakeChain:
    """Reads the plan out of any text; some contents make trouble on purpose."""

    def read(self, name: str, content: bytes) -> Reading:
        if content in REFUSED:
            error = REFUSED[content]
            raise type(error)(f"{name}: {error}; take another file")
        TROUBLE.get(content, lambda: None)()
        return plan(name, content.decode("utf-8", "replace"))

    def render_page(
        self, name: str, content: bytes, *, number: int, scale: float
    ) -> bytes:
        if number > 2:
            raise NotFoundError(f"{name}: no page {number}; it has 2")
        return ONE_PIXEL


def plan(name: str, text: str = PLAN) -> Reading:
    """Return what reading a plan of Lào Cai gives; two pages, words boxed."""
    cited = []
    if "1068/QĐ-TTg" in text:
        cited.append(
            twins.Cited(
                "Quyết định số 1068/QĐ-TTg",
                "implements",
                code="1068/QĐ-TTg",
                date="2019-08-22",
                issuer=twins.PRIME_MINISTER,
                type="Quyết định",
                cue="Thực hiện",
            )
        )
    own = twins.Own(
        code="77/KH-UBND",
        type="Kế hoạch",
        issuer=twins.committee("Lào Cai"),
        date="2021-03-05",
        title="Thực hiện Quyết định số 1068/QĐ-TTg về sở hữu trí tuệ",
    )
    document = twins.document(text, own, cited, name=name)
    return Reading(document, to_result(document))


def pictured(reading: Reading) -> Reading:
    """Return the same as if it had come from a PDF."""
    source = replace(reading.document.source, media_type="application/pdf")
    pages = tuple(
        Page(p.number, p.text, p.words, 595.0, 842.0)
        for p in reading.document.text.pages
    )
    text = replace(reading.document.text, pages=pages)
    document = replace(reading.document, source=source, text=text)
    return Reading(document, to_result(document))


def open_fake_chain(config: ChainConfig) -> Chain:
    return FakeChain()


def open_broken_chain(config: ChainConfig) -> Chain:
    raise RuleError("rules.yaml: no such pattern; mend it")


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _want_memory() -> None:
    bytearray(4 * 1024**3)


def _fault() -> None:
    raise ZeroDivisionError("a bug")


TROUBLE = {
    b"slow": lambda: time.sleep(30),
    b"deadly": _die,
    b"greedy": _want_memory,
    b"faulty": _fault,
}
