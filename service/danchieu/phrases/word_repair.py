"""Lost diacritics in capitals put right, where only one reading is possible.

Scans lose marks above capitals first ("SỞ Y TẺ"). A word that no known name has, nor
the body of the document more than once, is replaced by the known word of the same
letters; where several are, the words beside it decide, in the names we know and in
the body of the document.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from unicodedata import normalize

from danchieu.phrases.folding import fold, plain_letters
from danchieu.rules.gazetteers import Gazetteers
from danchieu.rules.knowledge import Knowledge

_WORD = re.compile(r"[^\W\d_]+")
_BODY = 20_000
_KNOWN_PAIR = 3
_TWICE = 2


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words of a set of names, by their plain letters, and their neighbours."""

    words: Counter[str]
    by_plain: Mapping[str, frozenset[str]]
    pairs: Counter[tuple[str, str]]


def repair_words(printed: str, knowledge: Knowledge, body: str = "") -> str | None:
    """Return ``printed`` with lost marks put right; None when nothing was to mend.

    ``body`` is running text of the same document, which was read better.

    >>> repair_words("SỞ Y TẺ", knowledge)
    'SỞ Y TẾ'
    """
    known = _names(knowledge)
    text = _running(body[:_BODY]) if body else None
    words = list(_WORD.finditer(printed))
    new = [fold(word[0]) for word in words]
    mended = list(new)
    for i, word in enumerate(new):
        sound = word in known.words or (text is not None and text.words[word] > 1)
        mended[i] = _best(i, mended, sound, (known, text)) or word
    if mended == new:
        return None
    pieces, done = [], 0
    for old, read, word in zip(words, new, mended, strict=True):
        pieces.append(printed[done : old.start()])
        pieces.append(old[0] if word == read else _in_case(word, old[0]))
        done = old.end()
    return "".join(pieces) + printed[done:]


def mend_misread(printed: str, knowledge: Knowledge, body: str) -> str:
    """Return running text with words marked as ``body`` marks them in the same place.

    A word whose neighbours the body also has beside it stays; another takes its place
    only where the body has that one, of the same letters, there at least twice. Scans
    lose marks and add none, so a word with fewer marks never takes it,
    nor one that no known name has the place of one that some have.

    >>> mend_misread("phát triến tre", knowledge, "phát triển tre, phát triển tre")
    'phát triển tre'
    """
    known = _running(body[:_BODY])
    words = list(_WORD.finditer(printed))
    new = [fold(word[0]) for word in words]
    pieces, done = [], 0
    for i, (old, read) in enumerate(zip(words, list(new), strict=True)):
        pieces.append(printed[done : old.start()])
        new[i] = _as_in(known, new, i, _names(knowledge))
        pieces.append(old[0] if new[i] == read else _in_case(new[i], old[0]))
        done = old.end()
    return "".join(pieces) + printed[done:]


def _as_in(body: Vocabulary, words: list[str], i: int, names: Vocabulary) -> str:
    word = words[i]
    if _beside(word, i, words, body):
        return word
    same_letters = body.by_plain.get(plain_letters(word), frozenset()) - {word}
    others = {
        other
        for other in same_letters
        if _marks(other) >= _marks(word)
        and (other in names.words or word not in names.words)
    }
    ranked = Counter({o: _beside(o, i, words, body) for o in others}).most_common(2)
    clear = len(ranked) == 1 or (len(ranked) > 1 and not ranked[1][1])
    return ranked[0][0] if clear and ranked[0][1] >= _TWICE else word


def _marks(word: str) -> int:
    return len(normalize("NFD", word)) - len(word)


def _beside(word: str, i: int, words: list[str], body: Vocabulary) -> int:
    """Count how often the body has ``word`` beside what stands beside place ``i``."""
    before = body.pairs[words[i - 1], word] if i else 0
    after = body.pairs[word, words[i + 1]] if i + 1 < len(words) else 0
    return before + after


_Sources = tuple[Vocabulary, Vocabulary | None]


def _best(i: int, words: list[str], sound: bool, sources: _Sources) -> str | None:
    """Return the one reading of word ``i`` that fits best; None when two fit.

    A ``sound`` word, which other names or the body have, stays unless only another
    reading goes with the words beside it.
    """
    known, text = sources
    plain = plain_letters(words[i])
    candidates = set(known.by_plain.get(plain, ())) - {words[i]}
    if text is not None:
        candidates |= text.by_plain.get(plain, frozenset()) - {words[i]}
    if sound and _support(words[i], i, words, sources):
        return None
    ranked = Counter({c: _support(c, i, words, sources) for c in candidates})
    best = ranked.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    if sound:
        return best[0][0] if best[0][1] >= _KNOWN_PAIR else None
    alone = len(best) == 1 and best[0][0] in known.words
    return best[0][0] if alone or best[0][1] else None


def _support(word: str, i: int, words: list[str], sources: _Sources) -> int:
    """Count how often ``word`` stands beside its neighbours, in names thrice."""
    known, text = sources
    before = words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    beside = ((before, word), (word, after))
    support = _KNOWN_PAIR * sum(pair in known.pairs for pair in beside)
    return support + (_beside(word, i, words, text) if text else 0)


def _in_case(word: str, printed: str) -> str:
    if printed.isupper():
        return word.upper()
    return word.capitalize() if printed[0].isupper() else word


@lru_cache(maxsize=8)
def _names(knowledge: Knowledge) -> Vocabulary:
    return _vocabulary(_all_names(knowledge.gazetteers))


@lru_cache(maxsize=1)
def _running(body: str) -> Vocabulary:
    """Return the words of one document, which each of its names and its title ask."""
    return _vocabulary([body])


def _all_names(gazetteers: Gazetteers) -> Iterator[str]:
    for body in [
        *gazetteers.central_bodies.values(),
        *gazetteers.local_bodies.values(),
    ]:
        yield body.name
        yield from body.names
    for province in gazetteers.provinces.values():
        yield f"{province.kind} {province.name}"
        yield from province.forms
    for alias in gazetteers.aliases:
        yield from alias.names
    for type_ in gazetteers.document_types:
        yield type_.name


def _vocabulary(texts: Iterable[str]) -> Vocabulary:
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for text in texts:
        read = [fold(word) for word in _WORD.findall(text)]
        words.update(read)
        pairs.update(pairwise(read))
    by_plain: dict[str, set[str]] = {}
    for word in words:
        by_plain.setdefault(plain_letters(word), set()).add(word)
    return Vocabulary(words, {k: frozenset(v) for k, v in by_plain.items()}, pairs)
