"""Patterns and word lists by id, refused at load when an example fails."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import ValidationError

from danchieu.errors import RuleError
from danchieu.rules.schema import PatternEntry, RuleFile, WordListEntry

RULE_FOLDERS = (
    "phrases",
    "header",
    "structure",
    "fields",
    "citations",
    "remarks",
)
_MACRO = re.compile(r"\{\{words:([\w.]+)\}\}")


@dataclass(frozen=True, slots=True)
class PatternRule:
    """A compiled pattern; ``gives`` are constants that a match stands for."""

    id: str
    source: str
    regex: re.Pattern[str]
    gives: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WordList:
    """Words in the order of their file, each with its value or None."""

    id: str
    source: str
    entries: Mapping[str, str | None]

    def __contains__(self, word: str) -> bool:
        """Say whether ``word`` is in the list, letter by letter."""
        return word in self.entries


@dataclass(frozen=True, slots=True)
class RuleBook:
    """All rules of one folder of ``extraction_rules/``."""

    folder: Path
    patterns: Mapping[str, PatternRule]
    words: Mapping[str, WordList]
    groups: Mapping[str, tuple[PatternRule, ...]]

    def pattern(self, rule_id: str) -> PatternRule:
        """Return one pattern.

        Raises:
            RuleError: there is none of this id.
        """
        if rule_id not in self.patterns:
            raise RuleError(f"{self.folder}: no pattern {rule_id!r}; add it to a file")
        return self.patterns[rule_id]

    def patterns_under(self, prefix: str) -> tuple[PatternRule, ...]:
        """Return the patterns whose id starts with ``prefix.``, in file order."""
        return self.groups.get(prefix, ())

    def word_list(self, rule_id: str) -> WordList:
        """Return one word list.

        Raises:
            RuleError: there is none of this id.
        """
        if rule_id not in self.words:
            raise RuleError(f"{self.folder}: no words {rule_id!r}; add it to a file")
        return self.words[rule_id]


def load_rules(folder: Path) -> RuleBook:
    """Load every rule file of ``folder`` (``extraction_rules/``).

    Raises:
        RuleError: a file has the wrong shape, an id stands twice, a pattern does
            not compile or an example fails.
    """
    files = [(p, load_rule_file(p)) for p in rule_paths(folder)]
    words = _unique((p, w) for p, f in files for w in f.words)
    lists = {i: WordList(i, w.source, w.entries) for i, (_, w) in words.items()}
    patterns = _unique((p, r) for p, f in files for r in f.patterns)
    compiled = {i: _compile(p, r, lists) for i, (p, r) in patterns.items()}
    return RuleBook(folder, compiled, lists, _groups(compiled))


def _groups(
    patterns: Mapping[str, PatternRule],
) -> dict[str, tuple[PatternRule, ...]]:
    """Return the patterns under each prefix of their ids ("phrases.date")."""
    groups: dict[str, list[PatternRule]] = {}
    for rule_id, rule in patterns.items():
        parts = rule_id.split(".")
        for length in range(1, len(parts)):
            groups.setdefault(".".join(parts[:length]), []).append(rule)
    return {prefix: tuple(rules) for prefix, rules in groups.items()}


def rule_paths(folder: Path) -> list[Path]:
    """Return the rule files below ``folder``, in the order they are read."""
    return [p for name in RULE_FOLDERS for p in sorted((folder / name).glob("*.yaml"))]


def load_rule_file(path: Path) -> RuleFile:
    """Read one file and check its shape.

    Raises:
        RuleError: it is not YAML or not a rule file.
    """
    try:
        return RuleFile.model_validate(
            yaml.load(path.read_text("utf-8"), _Loader) or {}
        )
    except (yaml.YAMLError, ValidationError) as error:
        raise RuleError(f"{path}: not a rule file: {error}") from error


_Loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader] = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)

_Entry = TypeVar("_Entry", PatternEntry, WordListEntry)


def _unique(entries: Iterable[tuple[Path, _Entry]]) -> dict[str, tuple[Path, _Entry]]:
    found: dict[str, tuple[Path, _Entry]] = {}
    for path, entry in entries:
        if entry.id in found:
            raise RuleError(f"{path}: {entry.id!r} stands twice; rename one of them")
        found[entry.id] = (path, entry)
    return found


def _compile(
    path: Path, rule: PatternEntry, lists: Mapping[str, WordList]
) -> PatternRule:
    try:
        regex = re.compile(_expand(path, rule.pattern, lists))
    except re.error as error:
        raise RuleError(f"{path}: {rule.id}: {error}; mend the pattern") from error
    _check_examples(path, rule, regex)
    return PatternRule(rule.id, rule.source, regex, rule.gives)


def _expand(path: Path, pattern: str, lists: Mapping[str, WordList]) -> str:
    def alternatives(match: re.Match[str]) -> str:
        name = match[1]
        if name not in lists:
            raise RuleError(f"{path}: no words {name!r}; add the list")
        longest_first = sorted(lists[name].entries, key=len, reverse=True)
        return "(?:" + "|".join(re.escape(w) for w in longest_first) + ")"

    return _MACRO.sub(alternatives, pattern)


def _check_examples(path: Path, rule: PatternEntry, regex: re.Pattern[str]) -> None:
    for example in rule.must_match:
        match = regex.search(example.text)
        groups = {k: v for k, v in match.groupdict().items() if v} if match else None
        if groups is None or any(groups.get(k) != v for k, v in example.groups.items()):
            raise RuleError(f"{path}: {rule.id}: {example.text!r} gave {groups}")
    for text in rule.must_not_match:
        if regex.search(text):
            raise RuleError(f"{path}: {rule.id}: should not match {text!r}")
