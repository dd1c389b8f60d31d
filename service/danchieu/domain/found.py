"""A value read from the document, with what shows it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from danchieu.domain.text import Span

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """A value, how it was printed, where, what found it and how sure that is.

    ``printed`` is never rewritten. ``source`` is a rule id, ``model@version``,
    ``inferred:<from what>`` or ``user:<name>``. ``confidence`` is 0 to 1.
    ``also`` are further places that the value was taken from.
    """

    value: T_co
    printed: str
    span: Span
    source: str
    confidence: float
    also: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentWarning:
    """What a careful clerk would remark; ``code`` is kebab-case and stable.

    ``message`` is Vietnamese, ``message_en`` English; ``span`` is None when the
    remark is about the whole document.
    """

    code: str
    message: str
    message_en: str
    span: Span | None = None
