"""When something is decided, as decisions keep it."""

from datetime import UTC, datetime


def now() -> str:
    """Return this moment, ISO 8601 to the second with its zone."""
    return datetime.now(UTC).isoformat(timespec="seconds")
