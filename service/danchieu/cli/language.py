"""Which language the command line speaks: Vietnamese unless asked otherwise."""

from contextvars import ContextVar
from typing import Literal

Language = Literal["vi", "en"]
_CHOSEN: ContextVar[Language] = ContextVar("language", default="vi")


def choose(language: Language) -> None:
    """Speak ``language`` from now on."""
    _CHOSEN.set(language)


def say(vietnamese: str, english: str) -> str:
    """Return the words in the chosen language."""
    return english if _CHOSEN.get() == "en" else vietnamese
