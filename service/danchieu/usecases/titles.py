"""What to call a document that is not held: the known name, else the usual one."""

import re
from collections import Counter
from collections.abc import Iterable

from danchieu.phrases.codes import fold_code
from danchieu.phrases.folding import fold
from danchieu.rules.gazetteers import Alias
from danchieu.rules.knowledge import Knowledge
from danchieu.store import CitedName, Entitle, Untitled

_WORDS_OF_A_NAME = 3


def usual_title(untitled: Untitled) -> str | None:
    """Return the name that most documents give, the shortest of equals."""
    return _most_frequent(c.name for c in untitled.names)


def entitle_by(knowledge: Knowledge) -> Entitle:
    """Return the choice that knows the alias table and the tails of plans' titles.

    A document whose code the table has is called as there. Of other names the part
    that belongs to the citing plan is cut: "Chương trình … trên địa bàn tỉnh Sơn La"
    is Sơn La's own words where its plan bears the same ones.
    """
    known: dict[str, list[Alias]] = {}
    for alias in knowledge.gazetteers.aliases:
        known.setdefault(fold_code(alias.code), []).append(alias)
    tail = knowledge.rules.pattern("citations.title_tail").regex

    def entitle(untitled: Untitled) -> str | None:
        named = [a for a in known.get(fold_code(untitled.code or ""), ()) if a.names]
        fitting = [a for a in named if _means(a, untitled)]
        if len(fitting) == 1:
            return fitting[0].names[0]
        return _most_frequent(_without_tail(c, untitled, tail) for c in untitled.names)

    return entitle


def _means(alias: Alias, untitled: Untitled) -> bool:
    issuer = untitled.issuer
    same_body = issuer is None or issuer.id.partition("#")[0] == f"vn:{alias.issuer}"
    dates = alias.date, untitled.date
    same_year = None in dates or dates[0][:4] == dates[1][:4]  # type: ignore[index]
    return same_body and same_year


def _without_tail(cited: CitedName, untitled: Untitled, tail: re.Pattern[str]) -> str:
    citing, issuer = cited.citing, untitled.issuer
    province = citing.issuer.province if citing.issuer else None
    if province is None or (issuer is not None and issuer.province == province):
        return cited.name
    for found in tail.finditer(cited.name):
        own = fold(cited.name[found.start() :]) in fold(citing.title or "")
        if own and fold(province) in fold(found["place"]):
            return cited.name[: found.start()].rstrip(" ,;")
    return cited.name


def _most_frequent(names: Iterable[str]) -> str | None:
    printed = [" ".join(name.split()) for name in names]
    long = [n for n in printed if len(n.split()) >= _WORDS_OF_A_NAME] or printed
    if not long:
        return None
    counts = Counter(fold(name) for name in long)
    best = min(counts, key=lambda name: (-counts[name], len(name), name))
    return min(name for name in long if fold(name) == best)
