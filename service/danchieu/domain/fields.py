"""Targets, results, assignments, recipients, signatures and events."""

from dataclasses import dataclass

from danchieu.domain.agency import Agency
from danchieu.domain.found import DocumentWarning
from danchieu.domain.text import Span


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed: ``authority`` is the stack of TM., KT., TL. lines as printed."""

    name: str | None
    title: str | None
    authority: tuple[str, ...]
    span: Span
    confidence: float
    source: str


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of nơi nhận, without the dash and the final mark."""

    printed: str
    agency: Agency | None
    purpose: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Target:
    """A figure that is planned (target) or achieved (result).

    ``printed`` is the clause. ``comparator`` is ``=``, ``>=``, ``<=``, ``range`` or
    ``~``; a lone figure gives min = max for ``=``, only min for ``>=``, only max for
    ``<=``. ``per`` is "năm" for yearly rates, ``by`` EDTF or a year: the deadline or
    the end of the period. ``of`` is the code of the described document, in news.
    """

    printed: str
    metric: str | None
    comparator: str
    min: float | None
    max: float | None
    unit: str | None
    percent: bool
    per: str | None
    by: str | None
    span: Span
    source: str
    confidence: float
    section: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who must do what; ``role`` is ``lead``, ``coordinate`` or ``responsible``.

    ``printed`` is the task clause, ``agency_span`` where the agency is named.
    ``deadline`` is EDTF, ``--11-10`` for a yearly day.
    """

    agency: Agency
    role: str
    printed: str
    deadline: str | None
    span: Span
    agency_span: Span
    source: str
    confidence: float
    section: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting or ceremony: ``date`` is EDTF, ``hosts`` as printed."""

    date: str | None
    printed: str
    hosts: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Fields:
    """Everything that the body says in figures and duties, in text order."""

    signatures: tuple[Signature, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    targets: tuple[Target, ...] = ()
    results: tuple[Target, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    events: tuple[Event, ...] = ()
    warnings: tuple[DocumentWarning, ...] = ()
