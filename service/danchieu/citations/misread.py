"""Codes that a scan misread, put right by the same code read better elsewhere."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import Levenshtein

from danchieu.citations.scene import Scene
from danchieu.citations.spots import Spot
from danchieu.phrases.codes import CodePhrase, fold_code
from danchieu.phrases.folding import plain_letters

_DOUBTFUL = 0.93
_SLIPS = 1


def mend_misread(scene: Scene, spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Give a doubtfully read code the symbol that the document prints elsewhere.

    "1068/QĐ-TTE" is 1068/QĐ-TTg where the document cites that too: the number is the
    same, the symbol slips by one letter or breaks off, and the word was read
    badly. A symbol that was read well is completed only ("1068/QĐ").
    """
    votes = Counter(fold_code(s.code.code) for s in spots if s.code)
    best: dict[tuple[str, int | None], list[CodePhrase]] = {}
    for spot in spots:
        if spot.code and not (_breaks_off(spot.code) or _is_doubtful(scene, spot)):
            best.setdefault((spot.code.number, spot.code.year), []).append(spot.code)
    return tuple(_mended(scene, spot, best, votes) for spot in spots)


def _mended(
    scene: Scene,
    spot: Spot,
    best: dict[tuple[str, int | None], list[CodePhrase]],
    votes: Counter[str],
) -> Spot:
    code = spot.code
    if code is None:
        return spot
    doubtful = _is_doubtful(scene, spot)
    if not doubtful and not _breaks_off(code):
        return spot
    alike = {
        fold_code(other.code): other
        for other in best.get((code.number, code.year), ())
        if _may_be(code, other, doubtful)
        and votes[fold_code(other.code)] >= votes[fold_code(code.code)]
    }
    if len(alike) != 1 or fold_code(code.code) in alike:
        return spot
    (meant,) = alike.values()
    mended = replace(code, code=meant.code, symbol=meant.symbol, mended=True)
    return replace(spot, code=mended)


def _may_be(code: CodePhrase, other: CodePhrase, doubtful: bool) -> bool:
    printed, meant = plain_letters(code.symbol), plain_letters(other.symbol)
    if meant.startswith(f"{printed}-"):
        return True
    return (
        doubtful and Levenshtein.distance(printed, meant, score_cutoff=_SLIPS) <= _SLIPS
    )


def _breaks_off(code: CodePhrase) -> bool:
    """See a symbol that is a type alone ("1068/QĐ"): its body is missing."""
    return not code.year and "-" not in code.symbol and "/" not in code.symbol


def _is_doubtful(scene: Scene, spot: Spot) -> bool:
    return scene.text.reading_confidence(spot.span) < _DOUBTFUL
