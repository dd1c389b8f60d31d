"""What a person's decision says, as the values of the contract."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from danchieu.contract import Evidence
from danchieu.contract.parts import Agency
from danchieu.phrases.folding import strip_marks
from danchieu.store import Correction

_NAMES = ("value", "agency", "issuer")
"""The parts of a form that name a body; no form has two of them."""
_CODE = re.compile(r"^(\d{1,6}[a-zA-ZđĐ]?)[/-](?:\d{4}/)?(.{1,80})$")


def standing(corrections: Iterable[Correction]) -> dict[str, Correction]:
    """Return the decision that counts for each key: the last not undone."""
    return {c.key: c for c in corrections if c.undone_at is None}


def keeps_value(decision: Correction) -> bool:
    """Say whether a value that was read is still there after the decision."""
    return decision.action in {"accept", "correct"}


def agency_typed(typed: Mapping[str, Any], before: Agency | None) -> Agency:
    """Return the body that a person typed: the known one, else one of that name."""
    name = next((typed[part] for part in _NAMES if typed.get(part)), "")
    if before is not None and before.name == name:
        return before
    if typed.get("body"):
        return Agency.model_validate(typed["body"])
    slug = "-".join(strip_marks(name).split())
    level = before.level if before else "other"
    province = before.province if before else None
    return Agency(id=f"user:{slug}", name=name, level=level, province=province)


def parts_of_code(code: str) -> tuple[str | None, str | None]:
    """Return number and symbol of a code: 65 and KH-UBND; None where it has none."""
    parts = _CODE.match(code)
    return (parts[1], parts[2]) if parts else (None, None)


def evidence_of(decision: Correction) -> tuple[Evidence, ...]:
    """Return the place that the person chose, nothing when none was."""
    if decision.evidence is None:
        return ()
    rows = json.loads(decision.evidence)
    return tuple(Evidence.model_validate(row) for row in rows)


def sure_of(decision: Correction) -> dict[str, Any]:
    """Return how sure a decided value is and who said it."""
    return {"confidence": 1.0, "method": f"user:{decision.who}"}
