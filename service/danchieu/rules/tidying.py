"""The canonical form of rule files, so that a change shows only what it changes."""

import unicodedata
from pathlib import Path

from danchieu.errors import RuleError


def tidy_paths(folder: Path) -> list[Path]:
    """Return every YAML file below ``extraction_rules/``, in a fixed order."""
    return sorted(folder.rglob("*.yaml"))


def tidy_text(path: Path) -> bytes:
    r"""Return the file's bytes in canonical form; the order of entries stays.

    Letters are NFC (a rule in NFD would match nothing), lines end with ``\n`` and
    without blanks, one line break ends the file.

    Raises:
        RuleError: the file is not UTF-8.
    """
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: {error}; save it as UTF-8") from error
    lines = [
        line.rstrip() for line in unicodedata.normalize("NFC", content).split("\n")
    ]
    return ("\n".join(lines).strip("\n") + "\n").encode()
