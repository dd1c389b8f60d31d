"""What the readers of the header look at."""

from collections.abc import Iterator
from dataclasses import dataclass

from danchieu.domain.outline import Outline
from danchieu.domain.text import Span, Text
from danchieu.rules.knowledge import Knowledge

_FEWEST = 3


@dataclass(frozen=True, slots=True)
class HeadScope:
    """A text with its outline and the rules: the input of each reader."""

    text: Text
    outline: Outline
    knowledge: Knowledge

    def spans(self, *kinds: str) -> tuple[Span, ...]:
        """Return the spans of these regions, the main document's only."""
        return self.outline.spans_of(*kinds)

    def lines(self, *kinds: str) -> Iterator[Span]:
        """Return the spans of the lines of these regions, margins cut."""
        for region in self.spans(*kinds):
            start = region.start
            for line in self.text.value[region.start : region.end].split("\n"):
                bare = line.strip(" |*_#\f")
                if bare:
                    first = start + line.index(bare[0])
                    yield Span(first, first + len(bare))
                start += len(line) + 1

    def body(self) -> str:
        """Return the operative part, for names that the head prints badly."""
        return " ".join(self.text[span] for span in self.spans("basis", "body"))


def is_capital_name(printed: str) -> bool:
    """Say whether the line is in capitals, as names of bodies are printed."""
    letters = [c for c in printed if c.isalpha()]
    big = sum(c.isupper() for c in letters)
    return len(letters) >= _FEWEST and big >= 0.7 * len(letters)
