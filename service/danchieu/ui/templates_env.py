"""The templates, and the page that tells of an error."""

from pathlib import Path

from fastapi import Request, Response
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates

from danchieu.ui.wording import KINDS, RELATIONS
from danchieu.wording import date_in_words

_ROOM = Path(__file__).parent
templates = Jinja2Templates(directory=_ROOM / "templates")
templates.env.trim_blocks = True
templates.env.lstrip_blocks = True
templates.env.filters["day"] = date_in_words
templates.env.globals["kinds"] = KINDS
templates.env.globals["relations"] = RELATIONS


def static_files() -> StaticFiles:
    """Return the style sheet and the script that the pages use."""
    return StaticFiles(directory=_ROOM / "static")


def problem_page(
    request: Request, status: int, *, code: str, details: tuple[str, str]
) -> Response:
    """Return the page that tells a person what went wrong and what to do."""
    context = {"status": status, "problem_code": code, "details": details}
    return templates.TemplateResponse(request, "problem.html", context, status)
