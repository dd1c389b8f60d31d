"""How much a text looks like printed Vietnamese: by the build of its syllables."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_ONSET = "ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx]"
_NUCLEUS = (
    "iêu|yêu|oai|oay|oeo|uây|uôi|ươi|ươu|uyê|uya|uyu|"
    "ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uă|ue|uê|ui|uô|uơ|uy|"
    "ưa|ưi|ươ|ưu|yê|ya|"
    "[aăâeêioôơuưy]"
)
_CODA = "ng|nh|[mn]|(?P<stop>ch|[cpt])"
_SYLLABLE = re.compile(f"(?:{_ONSET})?(?:{_NUCLEUS})(?:{_CODA})?")
_WORD = re.compile(r"[^\W\d_]{1,12}|\d+[ỈIlO]\d*|[ỈIl]\d+")
"""A word, or a number with a letter in it that looks like a digit."""
_STOP_TONES = {"\u0301", "\u0323"}
_TONES = _STOP_TONES | {"\u0300", "\u0303", "\u0309"}
_USUAL_MARKED = 0.45
_UNMAPPED = {"\ufffd", "\ufffe", "\uffff"}
_SHORT_CAPITALS = 4
_SIGNS = ".,:;()[]\"'“”/-–"


@dataclass(frozen=True, slots=True)
class Plausibility:
    """``share`` (0 to 1) of the ``tokens`` that can be Vietnamese, ``words`` of them.

    ``strange`` is the share of letters that no reader can mean: control characters,
    private use, unmapped.
    """

    share: float
    words: int
    tokens: int
    strange: float

    @property
    def errors(self) -> int:
        """How many words or numbers are built wrong."""
        return self.tokens - self.words

    @property
    def worth(self) -> float:
        """How much readable text there is: for comparing two readings of a page."""
        return self.share * self.words


def judge(text: str) -> Plausibility:
    """Judge a page; a text without words has share 0.

    Printed Vietnamese carries marks on most of its words: a layer that lost them
    ("Chinh phu quy dinh") is built right and still judged low.
    """
    tokens = _WORD.findall(unicodedata.normalize("NFC", text))
    judged = [t.lower() for t in tokens if not _is_abbreviation(t)]
    valid = [t for t in judged if _is_syllable(t)]
    marked = sum(not t.isascii() for t in valid)
    strange = _share(map(_is_strange, text))
    if not valid:
        return Plausibility(0.0, 0, len(judged), strange)
    marks = min(1.0, marked / len(valid) / _USUAL_MARKED)
    share = len(valid) / len(judged) * marks
    return Plausibility(share, len(valid), len(judged), strange)


def can_be_vietnamese(word: str) -> bool:
    """Say whether the word, without the signs around it, is built as a syllable."""
    return _is_syllable(word.strip(_SIGNS).lower())


def is_strange_word(word: str) -> bool:
    """Say whether a letter of the word is a control, private or unmapped one."""
    return any(map(_is_strange, word))


def _is_abbreviation(token: str) -> bool:
    return token.isalpha() and token.isupper() and len(token) <= _SHORT_CAPITALS


def _is_syllable(token: str) -> bool:
    """Say whether it is built right; one that ends in c, ch, p, t takes ´ or ̣ only."""
    parts = unicodedata.normalize("NFD", token)
    tones = [p for p in parts if p in _TONES]
    plain = unicodedata.normalize("NFC", "".join(p for p in parts if p not in _TONES))
    built = _SYLLABLE.fullmatch(plain)
    if built is None or len(tones) > 1:
        return False
    if built["stop"] is None or token.isascii():
        return True
    return bool(tones) and tones[0] in _STOP_TONES


def _is_strange(letter: str) -> bool:
    if letter in _UNMAPPED:
        return True
    return unicodedata.category(letter) in {"Cc", "Co", "Cn"} and letter not in "\n\t\f"


def _share(flags: Iterable[bool]) -> float:
    listed = list(flags)
    return sum(listed) / len(listed) if listed else 0.0
