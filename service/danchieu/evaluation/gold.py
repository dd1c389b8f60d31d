"""Reads gold files, in our shape or in the flat one, into one type."""

import json
from pathlib import Path

from pydantic import ValidationError

from danchieu.errors import CorpusError
from danchieu.evaluation.flat_gold import from_flat
from danchieu.evaluation.gold_schema import GoldDocument


def load_golds(folder: Path) -> tuple[GoldDocument, ...]:
    """Load every gold file of ``folder``, by file name.

    Raises:
        CorpusError: a file is wrong, or there is none.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise CorpusError(f"{folder}: no gold files; give the folder that holds them")
    return tuple(load_gold(path) for path in paths)


def load_gold(path: Path) -> GoldDocument:
    """Load one gold file; a file without ``header`` is taken for a flat one.

    Raises:
        CorpusError: the message names the file and the key.
    """
    try:
        content = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CorpusError(f"{path}: not readable as JSON: {error}") from error
    if not isinstance(content, dict):
        raise CorpusError(f"{path}: must hold one JSON object")
    try:
        shaped = content if "header" in content else from_flat(content)
        return GoldDocument.model_validate(shaped)
    except ValidationError as error:
        raise CorpusError(f"{path}: {_first_problem(error)}") from error


def _first_problem(error: ValidationError) -> str:
    problem = error.errors()[0]
    key = ".".join(str(step) for step in problem["loc"])
    more = len(error.errors()) - 1
    return f"{key}: {problem['msg']}" + (f" (and {more} more)" if more else "")
