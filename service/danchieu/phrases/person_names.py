"""Names of persons as they stand alone on a line, under a signature say."""

import re

from danchieu.rules import RuleBook

_APOSTROPHES = re.compile("['’]")


class NameReader:
    """Reads a line as a name; holds the patterns."""

    def __init__(self, rules: RuleBook) -> None:
        """Take the patterns from ``rules``."""
        self._small = rules.pattern("fields.signature.name").regex
        self._upper = rules.pattern("fields.signature.name_upper").regex
        self._signed_by = rules.pattern("fields.signature.signed_by").regex
        self._not_names = rules.word_list("fields.signature.not_names")
        self._middle_names = rules.word_list("fields.signature.middle_names")
        self._surnames = rules.word_list("fields.signature.surnames")

    def read(self, line: str) -> str | None:
        """Return the name without titles ("TS. Lê Văn Sang"), None for other lines.

        The name in a line of a digital signature ("Người ký: ...") counts.
        """
        small = self._small.match(line)
        if small and small["name"].split()[0] not in self._not_names:
            return " ".join(small["name"].split())
        upper = self._upper.match(line)
        if upper:
            return " ".join(upper["name"].split())
        stamp = self._signed_by.match(line)
        return self.read(stamp["name"]) if stamp else None

    def is_known(self, line: str) -> bool:
        """Say whether the line is a name that begins with a family name we know."""
        name = self.read(line)
        return name is not None and _family(name) in self._surnames

    def is_whole(self, line: str) -> bool:
        """Say whether no part seems lost: a family name, and not "Văn Bình" alone."""
        name = self.read(line)
        if name is None or not self.is_known(line):
            return False
        words = name.split()
        return (
            len(words) > len(("Văn", "Bình"))
            or words[0].title() not in self._middle_names
        )


def _family(name: str) -> str:
    """Return the family name, or what stands for one: "K" of "K'Brêm"."""
    return _APOSTROPHES.split(name.split(maxsplit=1)[0])[0].capitalize()
