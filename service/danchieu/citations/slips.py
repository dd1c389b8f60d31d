"""Numbers that a typist got wrong, told by the name beside them."""

from collections.abc import Collection, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from danchieu.citations.relations import Judged
from danchieu.phrases.codes import fold_code
from danchieu.phrases.folding import fold
from danchieu.rules.gazetteers import Alias
from danchieu.rules.knowledge import Knowledge


def meant_by_name(
    judged: Sequence[Judged], dates: Collection[str], knowledge: Knowledge
) -> Alias | None:
    """Return the known document that a code slips from by one digit or a swap.

    Only with independent support: the title beside the code is that document's, the
    printed date is its date, and the symbol is the same. "Quyết định số 1086/QĐ-TTg
    ngày 22/8/2019 … Chiến lược sở hữu trí tuệ đến năm 2030" means 1068/QĐ-TTg.
    """
    code = next((j.spot.code for j in judged if j.spot.code), None)
    named = [fold(j.spot.told.name) for j in judged if j.spot.told.name]
    if code is None or not named or not dates:
        return None
    fitting = {
        alias.code: alias
        for alias in knowledge.gazetteers.aliases
        if alias.date in dates
        and _slips(code.code, alias.code)
        and any(fold(form) in name for form in alias.names for name in named)
    }
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _slips(printed: str, meant: str) -> bool:
    number, _, symbol = fold_code(printed).partition("/")
    other, _, same = fold_code(meant).partition("/")
    if symbol != same or len(number) != len(other):
        return False
    return DamerauLevenshtein.distance(number, other) == 1
