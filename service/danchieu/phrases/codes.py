"""Số, ký hiệu: the printed codes of documents, found and brought to one form."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from danchieu.domain.text import Span
from danchieu.rules import RuleBook

_GAP = re.compile(r"\s*\f\s*(?:\d{1,3}\n|(?=[^\n]* )[^\n]*\n)?\s*|\s+|\\")
_BEFORE_JOINT, _AFTER_JOINT = 40, 150
_ROMAN_J = re.compile(r"(?<=[IVX.])J(?=[IVX])|(?<=[IVX])J")
_LOST_HYPHEN = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")
_ASSEMBLY = re.compile(r"^(QH|UBTVQH)(.{1,3})$")
_DASHES = re.compile(r"[‐-―−_]")
_UNEVEN = re.compile(r"[\s\\‐-―−_]|--")


@dataclass(frozen=True, slots=True)
class CodePhrase:
    """A code as printed at ``span`` and its canonical form.

    ``code`` has no spaces or line breaks, ``-`` and ``/`` only, letters as printed:
    "65/KH-UBND", "57-NQ/TW", "64/2025/QH15". ``number`` keeps leading zeros and a
    letter ("315a"), ``year`` is the one printed inside the code, ``symbol`` the rest
    ("KH-UBND", "NQ/TW", "QH15"). ``mended`` tells that a misprint with only one
    possible reading was put right ("181/2024/NĐCP").
    """

    span: Span
    code: str
    number: str
    year: int | None
    symbol: str
    mended: bool = False


def find_codes(value: str, span: Span, rules: RuleBook) -> tuple[CodePhrase, ...]:
    """Return the codes inside ``span`` in text order; of overlapping ones the longest.

    A date (22/8/2019), a fraction, a unit (km/h) or a standard (QCVN 06:2022/BXD) is
    none. A symbol of one token counts only after "số" or with a year in the code.
    """
    patterns = [rule.regex for rule in rules.patterns_under("phrases.code")]
    found = [
        match
        for window in _windows(value, span, rules)
        for pattern in patterns
        for match in pattern.finditer(value, window.start, window.end)
    ]
    found.sort(key=lambda m: (m.start("number"), -m.end("symbol")))
    kept: list[CodePhrase] = []
    last = span.start
    for match in found:
        if match.start("number") >= last:
            kept.append(_read(match, rules))
            last = match.end("symbol")
    return tuple(kept)


def _windows(value: str, span: Span, rules: RuleBook) -> Iterator[Span]:
    """Give the stretches where a code can stand: one quick pass spares many slow ones.

    They do not overlap, and each holds every code that begins in it.
    """
    start = end = span.start
    for mark in rules.pattern("phrases.joint").regex.finditer(
        value, span.start, span.end
    ):
        if mark.start() - _BEFORE_JOINT > end:
            if end > start:
                yield Span(start, end)
            start = mark.start() - _BEFORE_JOINT
        end = min(mark.end() + _AFTER_JOINT, span.end)
    if end > start:
        yield Span(start, end)


def parse_code(printed: str, rules: RuleBook) -> CodePhrase | None:
    """Read a short string that is one code; None when it is none or more."""
    found = find_codes(printed, Span(0, len(printed)), rules)
    return found[0] if len(found) == 1 else None


@lru_cache(maxsize=8192)
def fold_code(code: str) -> str:
    """Return the key of a code: small letters, one dash, no spaces or leading zeros."""
    text = unicodedata.normalize("NFC", code).replace("Ð", "Đ").casefold()
    return re.sub(r"\s+", "", _DASHES.sub("-", text)).strip(".;:,/-").lstrip("0")


def _read(match: re.Match[str], rules: RuleBook) -> CodePhrase:
    groups = match.groupdict()
    number, year = _digits(match["number"], rules), groups.get("year")
    parted = printed = match["symbol"]
    if _UNEVEN.search(parted):
        if "\f" not in parted:
            parted = _LOST_HYPHEN.sub("-", parted)
        printed = _DASHES.sub("-", _GAP.sub("", parted)).replace("--", "-")
    year = _digits(year.replace(" ", ""), rules) if year else None
    symbol = _mend(printed, year, rules)
    between = match.string[match.end("number") : match.start("symbol")]
    lost = not between and "/" not in symbol
    joint = "/" if "/" in between or lost else "-"
    head = number
    if year:
        first = match.string[match.end("number") : match.start("year")]
        head = f"{number}{'/' if '/' in first else '-'}{year}"
    mended = (
        symbol != printed
        or parted != match["symbol"]
        or number != match["number"]
        or not between
    )
    return CodePhrase(
        Span(match.start("number"), match.end("symbol")),
        f"{head}{joint}{symbol}",
        number,
        int(year) if year else None,
        symbol,
        mended,
    )


def _digits(printed: str, rules: RuleBook) -> str:
    """Return digits for letters that OCR took for digits, in a number or a year."""
    if printed.isdecimal():
        return printed
    misread = rules.word_list("phrases.code_misread_digits").entries
    body, letter = printed, ""
    if printed[-1:].islower() and printed[-1:] != "l":
        body, letter = printed[:-1], printed[-1]
    return "".join(misread.get(c) or c for c in body) + letter


def _mend(symbol: str, year: str | None, rules: RuleBook) -> str:
    """Put right what has one reading only; no Roman number has a J ("V.JI")."""
    symbol = _ROMAN_J.sub("I", symbol)
    whole = rules.word_list("phrases.code_symbol_repairs").entries.get(symbol)
    if whole:
        return whole
    assembly = _ASSEMBLY.match(symbol)
    if assembly and year:
        return assembly[1] + _term(assembly[2], year, rules)
    first, dash, rest = symbol.partition("-")
    type_ = rules.word_list("phrases.code_type_repairs").entries.get(first)
    return f"{type_}{dash}{rest}" if type_ and dash else symbol


def _term(printed: str, year: str, rules: RuleBook) -> str:
    """Return the term of the National Assembly that fits print and year.

    "QHI3" of 2012 is QH13, so is "QH1" whose end was lost; where two terms fit the
    print stays.
    """
    terms = rules.word_list("phrases.code_assembly_terms").entries
    if printed in terms:
        return printed
    read = _digits(printed, rules)
    fitting = [
        term
        for term, years in terms.items()
        if years and years[:4] <= year <= years[5:] and (term in read or read in term)
    ]
    return fitting[0] if len(fitting) == 1 else printed
