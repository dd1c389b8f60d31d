"""The language of the page: Vietnamese as written, English from one table."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from fastapi import Request
from jinja2 import pass_context
from jinja2.runtime import Context

Language = Literal["vi", "en"]
TABLE = Path(__file__).with_name("english.json")
LANGUAGE_COOKIE, THEME_COOKIE, PERSON_COOKIE = "lang", "theme", "person"
KEY_COOKIE = "key"
TASTE = "/taste"
"""Where choices of language and colours are sent; they stay in the browser."""
_YEAR = 365 * 24 * 3600
THEMES = ("auto", "light", "dark")


@cache
def english() -> Mapping[str, str]:
    """Return the English of every sentence of the page."""
    table: dict[str, str] = json.loads(TABLE.read_text("utf-8"))
    return table


def translate(text: str, lang: str, **values: object) -> str:
    """Return ``text`` in the language, its ``{names}`` filled in.

    What the table lacks stays Vietnamese.
    """
    said = english().get(text, text) if lang == "en" else text
    return said.format(**values) if values else said


@pass_context
def t(context: Context, text: str, **values: object) -> str:
    """Say ``text`` in the language of the page that is being made."""
    return translate(text, context.get("lang", "vi"), **values)


def language_of(request: Request) -> Language:
    """Return the language that the reader chose."""
    return "en" if request.cookies.get(LANGUAGE_COOKIE) == "en" else "vi"


def person_of(request: Request) -> str:
    """Return the name under which the reader decides, "" when not told yet."""
    return _name(request.cookies.get(PERSON_COOKIE, ""))


def taste(request: Request) -> dict[str, Any]:
    """Return what every template needs of the reader's choices."""
    theme = request.cookies.get(THEME_COOKIE, "auto")
    here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return {
        "lang": language_of(request),
        "theme": theme if theme in THEMES else "auto",
        "here": here,
        "section": "/" + request.url.path.split("/")[1],
        "person": person_of(request),
        "is_signed_in": KEY_COOKIE in request.cookies,
    }


def inside(back: str) -> str:
    """Return the address to go back to; "/" for one that leads to another site."""
    own = back.startswith("/") and not back.startswith(("//", "/\\"))
    return back if own else "/"


def cookie(name: str, value: str) -> dict[str, Any]:
    """Return what keeps a choice for a year, out of reach of scripts."""
    return {
        "key": name,
        "value": value,
        "max_age": _YEAR,
        "httponly": True,
        "samesite": "lax",
    }


def person_cookie(name: str) -> dict[str, Any]:
    """Return what keeps the name of who decides."""
    return cookie(PERSON_COOKIE, name.strip()[:80].encode("utf-8").hex())


def _name(kept: str) -> str:
    try:
        return bytes.fromhex(kept).decode("utf-8")
    except ValueError:
        return ""
