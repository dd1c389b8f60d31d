"""When two values count as the same: folded text, codes, agencies, clauses."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_SPACES = re.compile(r"\s+")
_WORDS = re.compile(r"\w+")
_NOT_WORDS = re.compile(r"[^\w ]+")
_EDGES = " .;:,/-"


def fold(text: str | None) -> str:
    """Fold case, dashes, spaces and tone placement, keep the letters; None is "".

    ``"Uỷ  ban;"`` and ``"ủy ban"`` fold to the same.
    """
    if text is None:
        return ""
    agreement = _agreement()
    plain = unicodedata.normalize("NFC", text).replace("\u00d0", "Đ").casefold()
    plain = _DASHES.sub("-", plain)
    plain = agreement.tones.sub(lambda m: agreement.tone_forms[m[0]], plain)
    return _SPACES.sub(" ", plain).strip(_EDGES)


def code_key(code: str | None) -> str:
    """Return a code without spaces and leading zeros, for comparing only."""
    return _SPACES.sub("", fold(code)).lstrip("0")


def same_code(first: str | None, second: str | None) -> bool:
    """Say whether two codes are the same, however they are spaced."""
    return code_key(first) == code_key(second)


def same_text(first: str | None, second: str | None) -> bool:
    """Say whether two short texts are the same when folded."""
    return fold(first) == fold(second)


def same_agency(first: str | None, second: str | None) -> bool:
    """Say whether two names mean one body, the place left out on one side or not.

    "Sở Nội vụ" and "Sở Nội vụ tỉnh Bắc Giang" agree, "Sở Y tế" does not.
    """
    a, b = agency_words(first), agency_words(second)
    if not a or not b:
        return a == b
    short, long = sorted((a, b), key=len)
    whole = " ".join(long)
    return whole.startswith(" ".join(short)) or whole.endswith(" ".join(short))


def agency_words(name: str | None) -> list[str]:
    """Return the words of a name, folded and with short forms written out."""
    agreement = _agreement()
    full = fold(name)
    for pattern, form in agreement.short_forms:
        full = pattern.sub(form, full)
    full = agreement.address.sub("", full)
    return _NOT_WORDS.sub(" ", full).split()


def coverage(gold: str | None, got: str | None) -> float:
    """Return the share of the words of ``gold`` that ``got`` has, in order."""
    wanted, given = _WORDS.findall(fold(gold)), _WORDS.findall(fold(got))
    if not wanted:
        return 1.0
    blocks = SequenceMatcher(None, wanted, given, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(wanted)


def likeness(first: str | None, second: str | None) -> float:
    """Return how alike two texts are, letter by letter: 0 to 1."""
    return SequenceMatcher(None, fold(first), fold(second), autojunk=False).ratio()


@dataclass(frozen=True, slots=True)
class _Agreement:
    tones: re.Pattern[str]
    tone_forms: Mapping[str, str]
    short_forms: tuple[tuple[re.Pattern[str], str], ...]
    address: re.Pattern[str]


@cache
def _agreement() -> _Agreement:
    source = files("danchieu.evaluation").joinpath("agreement.toml")
    words = tomllib.loads(source.read_text("utf-8"))
    forms = [
        (re.compile(rf"\b{re.escape(short)}\b"), full)
        for short, full in words["short_forms"].items()
    ]
    return _Agreement(
        re.compile("(?:" + "|".join(words["tones"]) + ")(?![a-zà-ỹ])"),
        words["tones"],
        (*forms, (re.compile("&"), " và ")),
        re.compile(rf"^(?:{'|'.join(words['address']['words'])})\s+"),
    )
