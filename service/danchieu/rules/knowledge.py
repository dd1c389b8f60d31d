"""Rules and gazetteers together: what every stage is given."""

from dataclasses import dataclass
from pathlib import Path

from danchieu.rules.gazetteers import Gazetteers, load_gazetteers
from danchieu.rules.rule_book import RuleBook, load_rules


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """Everything that a domain expert wrote down; compared by identity."""

    rules: RuleBook
    gazetteers: Gazetteers


def load_knowledge(folder: Path) -> Knowledge:
    """Load ``extraction_rules/``.

    Raises:
        RuleError: a file is wrong; the message names it.
    """
    return Knowledge(load_rules(folder), load_gazetteers(folder / "gazetteers"))
