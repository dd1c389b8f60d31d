"""What is known of bodies and their names, ready for reading."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from danchieu.phrases.agency_words import Tree, tree_of
from danchieu.phrases.folding import fold
from danchieu.rules import RuleBook
from danchieu.rules.gazetteers import Body, Gazetteers, Province
from danchieu.rules.knowledge import Knowledge

_LISTS = "phrases.agencies."
_ROLES = {
    "head": "heads",
    "part": "parts",
    "whole": "whole_kinds",
    "open": "open_kinds",
    "closed": "closed_kinds",
    "opener": "group_openers",
}
"""Which list gives the names of which role; bodies come from the gazetteers."""

_LEVELLED = ("open", "closed")
"""Roles whose list gives the level as value; elsewhere the value is the full form."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name means: ``role`` says how to go on reading after it.

    Roles: ``body`` (a body of the gazetteers), ``open`` (a kind whose own name
    follows), ``whole`` (a body named by its kind), ``closed`` (Sở, Bộ alone),
    ``part`` (a part of the body that follows), ``head`` (the title of its head) and
    ``opener`` (a group follows). ``short`` names are abbreviations: in running text
    they count in capitals only.
    """

    role: str
    name: str
    level: str = "other"
    body: Body | None = None
    short: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Trees of names and words, made once from the knowledge."""

    gazetteers: Gazetteers
    names: Tree[Entry]
    provinces: Tree[str]
    provinces_by_key: Mapping[str, tuple[Province, ...]]
    place_kinds: Tree[tuple[str, str]]
    place_levels: Tree[tuple[str, str]]
    units: Tree[tuple[str, str | None]]
    weak_units: frozenset[str]
    tails: Tree[str | None]
    links: Tree[str]
    stops: Tree[str]
    keeps: Tree[str]
    not_bodies: Tree[str]
    joined: Tree[str]
    name_starts: Tree[str]
    words_before: Mapping[str, frozenset[str]]
    law_words: frozenset[str]
    shorts: Tree[str]
    conjunctions: frozenset[str]
    inner_kinds: frozenset[str]
    inner_organs: Mapping[str, str]
    codes: Mapping[str, tuple[Body, ...]]

    def provinces_named(self, key: str) -> tuple[Province, ...]:
        """Return the units of this folded name, oldest first."""
        return self.provinces_by_key.get(key, ())


@lru_cache(maxsize=8)
def grammar_of(knowledge: Knowledge) -> Grammar:
    """Return the grammar of ``knowledge``, built at the first call."""
    rules, gazetteers = knowledge.rules, knowledge.gazetteers
    return Grammar(
        gazetteers=gazetteers,
        names=_names(rules, gazetteers),
        provinces=tree_of(_province_names(gazetteers)),
        provinces_by_key=_provinces_by_key(gazetteers),
        place_kinds=_place_kinds(rules),
        place_levels=_valued(rules, "place_levels"),
        units=tree_of(
            (name, (fold(name), level))
            for name, level in rules.word_list(_LISTS + "group_units").entries.items()
        ),
        weak_units=frozenset(fold(w) for w in _list(rules, "weak_units")),
        tails=tree_of(_list(rules, "group_tails").items()),
        links=_plain(rules, "owner_links"),
        stops=_plain(rules, "stops"),
        keeps=_plain(rules, "keeps"),
        not_bodies=_plain(rules, "not_bodies"),
        joined=_plain(rules, "joined"),
        name_starts=_plain(rules, "name_starts"),
        words_before=_words_before(rules),
        law_words=frozenset(_list(rules, "law_words")),
        shorts=tree_of((w, v or w) for w, v in _list(rules, "shorts").items()),
        conjunctions=frozenset(fold(w) for w in _list(rules, "conjunctions")),
        inner_kinds=frozenset(fold(w) for w in _list(rules, "inner_kinds")),
        inner_organs={fold(w): w for w in _list(rules, "inner_organs")},
        codes=_codes(gazetteers),
    )


def fold_issuer_code(code: str) -> str:
    """Return an issuer code for comparing: "SLĐTB&XH" and "SLĐTBXH" are one."""
    return "".join(c for c in code.casefold() if c.isalnum())


def _list(rules: RuleBook, name: str) -> Mapping[str, str | None]:
    return rules.word_list(_LISTS + name).entries


def _plain(rules: RuleBook, name: str) -> Tree[str]:
    return tree_of((word, word) for word in _list(rules, name))


def _valued(rules: RuleBook, name: str) -> Tree[tuple[str, str]]:
    return tree_of((w, (w, v or "")) for w, v in _list(rules, name).items())


def _words_before(rules: RuleBook) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for compound in _list(rules, "ends_like_kinds"):
        before, word = fold(compound).rsplit(" ", 1)
        found.setdefault(word, set()).add(before)
    return {word: frozenset(before) for word, before in found.items()}


def _place_kinds(rules: RuleBook) -> Tree[tuple[str, str]]:
    kinds = {w: v or "" for w, v in _list(rules, "place_kinds").items()}
    meant = {w: v if v in kinds else w for w, v in kinds.items()}
    return tree_of((w, (word, kinds[word])) for w, word in meant.items())


def _names(rules: RuleBook, gazetteers: Gazetteers) -> Tree[Entry]:
    tree: Tree[Entry] = Tree()
    for body in (
        *gazetteers.local_bodies.values(),
        *gazetteers.central_bodies.values(),
    ):
        for name in (body.name, *body.names):
            tree.add(name, Entry("body", name, body.level, body, _is_short(name)))
    for role, name in _ROLES.items():
        for word, value in _list(rules, name).items():
            full, level = (word, value) if role in _LEVELLED else (value or word, None)
            tree.add(word, Entry(role, full, level or "other", None, _is_short(word)))
    return tree


def _is_short(name: str) -> bool:
    return any(w.isupper() and len(w) > 1 for w in name.replace("&", " ").split())


def _province_names(gazetteers: Gazetteers) -> Iterator[tuple[str, str]]:
    for province in gazetteers.provinces.values():
        for form in (province.name, *province.forms):
            yield form, province.name


def _provinces_by_key(gazetteers: Gazetteers) -> Mapping[str, tuple[Province, ...]]:
    found: dict[str, list[Province]] = {}
    for province in gazetteers.provinces.values():
        for form in (province.name, *province.forms):
            found.setdefault(fold(form), []).append(province)
    return {
        key: tuple(sorted(units, key=lambda p: p.valid_from or ""))
        for key, units in found.items()
    }


def _codes(gazetteers: Gazetteers) -> Mapping[str, tuple[Body, ...]]:
    found: dict[str, list[Body]] = {}
    for body in (
        *gazetteers.central_bodies.values(),
        *gazetteers.local_bodies.values(),
    ):
        for code in body.codes:
            found.setdefault(fold_issuer_code(code), []).append(body)
    return {code: tuple(bodies) for code, bodies in found.items()}
