"""The shape of a rule file, checked before anything is compiled."""

from pydantic import BaseModel, ConfigDict, Field


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(_Strict):
    """A text that the rule must match, and the groups that it must give."""

    text: str
    groups: dict[str, str] = Field(default_factory=dict)


class PatternEntry(_Strict):
    """One pattern; ``{{words:id}}`` in it stands for the entries of a word list."""

    id: str
    source: str
    pattern: str
    gives: dict[str, str] = Field(default_factory=dict)
    must_match: list[Example] = Field(min_length=1)
    must_not_match: list[str] = Field(min_length=1)


class WordListEntry(_Strict):
    """Words with an optional value each (``{"kế hoạch": "KH"}``)."""

    id: str
    source: str
    entries: dict[str, str | None]


class RuleFile(_Strict):
    """A file of rules of one room."""

    patterns: list[PatternEntry] = Field(default_factory=list)
    words: list[WordListEntry] = Field(default_factory=list)
