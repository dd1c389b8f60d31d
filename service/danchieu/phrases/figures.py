"""Numbers as they are printed: comparator, range, percent, rate."""

import re
from dataclasses import dataclass

from danchieu.domain.text import Span
from danchieu.rules import RuleBook

_LOOK_BACK = 28
_SIGNS = {"phần trăm": "%", "phần nghìn": "‰", "%o": "‰"}
_NUMERIC = re.compile(r"\d|mươi|trăm|[mM]ười|nhất |thiểu |quá ", re.ASCII)


@dataclass(frozen=True, slots=True)
class FigurePhrase:
    """A counted or measured number; labels, dates and codes are not figures.

    ``comparator`` is ``=``, ``>=``, ``<=``, ``range`` or ``~``. A lone figure gives
    min = max for ``=`` and ``~``, only min for ``>=``, only max for ``<=``; "ít nhất
    1 - 2" gives ``>=`` with both. ``sign`` is ``%`` or ``‰``, None without one.
    ``number`` is the place of the digits alone, ``span`` takes in the comparator
    before and the sign or rate behind.
    """

    span: Span
    number: Span
    comparator: str
    min: float | None
    max: float | None
    sign: str | None
    per: str | None

    @property
    def percent(self) -> bool:
        """Say whether it is counted in hundredths."""
        return self.sign == "%"


def find_figures(value: str, span: Span, rules: RuleBook) -> tuple[FigurePhrase, ...]:
    """Return the figures of ``span`` in text order.

    Example: "có từ 2 - 3 đơn/năm", "tối thiểu 60%", "trên 90 %", "1.250 tỷ đồng".
    """
    if not has_numbers(value, span):
        return ()
    digits = rules.pattern("phrases.figures.number").regex
    words = rules.pattern("phrases.figures.words").regex
    found = [
        phrase
        for match in digits.finditer(value, span.start, span.end)
        if (phrase := _read_digits(value, span, match, rules))
    ]
    for match in words.finditer(value, span.start, span.end):
        number = parse_number_words(match["words"], rules)
        if number is not None and not _is_label(
            value, span.start, match.start(), rules
        ):
            found.append(_phrase(value, span, match, (number, None), rules))
    return tuple(sorted(found, key=lambda f: f.span.start))


def has_numbers(value: str, span: Span) -> bool:
    """Say quickly whether there can be a figure; True promises nothing."""
    return bool(_NUMERIC.search(value, span.start, span.end))


def parse_number(printed: str) -> float | None:
    """Read "1.250", "12,5" or "7.04"; thousand dots come in groups of three."""
    whole, comma, part = printed.partition(",")
    if not comma and re.fullmatch(r"\d{1,9}\.\d{1,2}", printed):
        return float(printed)
    whole = whole.replace(".", "")
    if not whole.isdigit() or (comma and not part.isdigit()):
        return None
    return float(f"{whole}.{part}") if comma else float(whole)


def parse_number_words(printed: str, rules: RuleBook) -> float | None:
    """Read "hai mươi lăm" or "một trăm hai mươi"; None when it is not a number."""
    digits = rules.word_list("phrases.figures.digits").entries
    total, last = 0, 0
    for word in printed.casefold().split():
        if word in digits:
            last = int(digits[word] or 0)
        elif word == "trăm":
            total, last = total + last * 100, 0
        elif word == "mươi":
            total, last = total + last * 10, 0
        elif word == "mười":
            total, last = total + 10, 0
    return float(total + last) or None


def _read_digits(
    value: str, span: Span, match: re.Match[str], rules: RuleBook
) -> FigurePhrase | None:
    if _is_mark(value, match):
        return None
    signed = match["sign"] or match["lowsign"]
    if not signed and _is_label(value, span.start, match.start(), rules):
        return None
    low = parse_number(match["low"])
    high = parse_number(match["high"]) if match["high"] else None
    if low is None or (high is not None and high <= low) or _is_year(match):
        return None
    return _phrase(value, span, match, (low, high), rules)


def _phrase(
    value: str,
    span: Span,
    match: re.Match[str],
    bounds: tuple[float, float | None],
    rules: RuleBook,
) -> FigurePhrase:
    groups = match.groupdict()
    before = rules.pattern("phrases.figures.comparator_before").regex.search(
        value, max(span.start, match.start() - _LOOK_BACK), match.start()
    )
    if not groups.get("after"):
        groups["after"] = _said_after(value, Span(match.end(), span.end), rules)
    comparator = _comparator(before["word"] if before else None, groups, rules)
    low, high = bounds
    if high is not None and comparator == "=":
        comparator = "range"
    if high is None:
        low_only = low if comparator != "<=" else None
        high = low if comparator != ">=" else None
    else:
        low_only = low
    sign = (groups.get("sign") or groups.get("lowsign") or "").strip() or None
    return FigurePhrase(
        Span(before.start("word") if before else match.start(), match.end()),
        Span(match.start(), match.end()),
        comparator,
        low_only,
        high,
        _SIGNS.get(sign or "", sign),
        groups.get("per"),
    )


def _said_after(value: str, span: Span, rules: RuleBook) -> str | None:
    """Return "trở lên" or "trở xuống" behind what is counted."""
    regex = rules.pattern("phrases.figures.after_noun").regex
    match = regex.match(value, span.start, span.end)
    return match["after"] if match else None


def _comparator(
    word: str | None, groups: dict[str, str | None], rules: RuleBook
) -> str:
    after = (groups.get("after") or "").strip()
    if after:
        return ">=" if after.endswith("lên") else "<="
    if word is None:
        return "="
    entries = rules.word_list("phrases.figures.comparators").entries
    return entries.get(" ".join(word.casefold().split())) or "="


def _is_label(value: str, floor: int, start: int, rules: RuleBook) -> bool:
    label = rules.pattern("phrases.figures.label_before").regex
    return bool(label.search(value, max(floor, start - _LOOK_BACK), start))


def _is_mark(value: str, match: re.Match[str]) -> bool:
    """Say whether the number only counts a list line, as in "2. Mục tiêu"."""
    if not match[0].isdecimal():
        return False
    line = value.rfind("\n", 0, match.start()) + 1
    closes = value[match.end() : match.end() + 1] in {".", ")"}
    return closes and not value[line : match.start()].strip(" \t-*#(|")


def _is_year(match: re.Match[str]) -> bool:
    """Say whether it is a bare year or a span of years; 2.021 is a number."""
    printed = [p for p in (match["low"], match["high"]) if p]
    return not match["sign"] and all(re.fullmatch(r"(?:19|20)\d\d", p) for p in printed)
