"""The templates, and the page that tells of an error."""

from collections.abc import Iterable
from pathlib import Path

from fastapi import Request, Response
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates
from jinja2 import pass_context
from jinja2.runtime import Context

from danchieu.contract.questions import CoverageRow
from danchieu.phrases.folding import strip_marks
from danchieu.ui.figures import figure_in_words
from danchieu.ui.fixing import change_in_words
from danchieu.ui.speaking import t, taste
from danchieu.ui.wording import (
    ACTIONS,
    FIELDS,
    KINDS,
    PROVINCE_KINDS,
    RELATIONS,
    SHORT_FORMS,
    STATES,
)
from danchieu.usecases.carding import DOUBTFUL
from danchieu.wording import date_in_words, moment_in_words, number_in_words


def _shortened(agency: str) -> str:
    """Return the usual short form of a body's name, for narrow boxes."""
    for long, short in SHORT_FORMS.items():
        agency = agency.replace(long, short)
    return agency


def _place(name: str) -> str:
    """Return a province's name without its kind."""
    for kind in PROVINCE_KINDS:
        name = name.removeprefix(kind)
    return name


@pass_context
def _day(context: Context, edtf: str | None) -> str:
    """Return a date in the language of the page that is being made."""
    return date_in_words(edtf, context.get("lang", "vi"))


def _by_place(rows: Iterable[CoverageRow]) -> list[CoverageRow]:
    """Return rows as a Vietnamese list orders them, đ beside d."""
    return sorted(rows, key=lambda row: strip_marks(_place(row.name)))


_ROOM = Path(__file__).parent
templates = Jinja2Templates(directory=_ROOM / "templates", context_processors=[taste])
templates.env.trim_blocks = True
templates.env.lstrip_blocks = True
templates.env.filters["day"] = _day
templates.env.filters["moment"] = moment_in_words
templates.env.filters["shortened"] = _shortened
templates.env.filters["place"] = _place
templates.env.filters["by_place"] = _by_place
templates.env.filters["number"] = number_in_words
templates.env.globals["t"] = t
templates.env.globals["kinds"] = KINDS
templates.env.globals["relations"] = RELATIONS
templates.env.globals["fields"] = FIELDS
templates.env.globals["states"] = STATES
templates.env.globals["figure"] = figure_in_words
templates.env.globals["actions"] = ACTIONS
templates.env.globals["doubtful"] = DOUBTFUL
templates.env.globals["changes"] = change_in_words


def static_files() -> StaticFiles:
    """Return the style sheet, the fonts and the scripts that the pages use."""
    return StaticFiles(directory=_ROOM / "static")


def problem_page(
    request: Request, status: int, *, code: str, details: tuple[str, str]
) -> Response:
    """Return the page that tells a person what went wrong and what to do."""
    context = {"status": status, "problem_code": code, "details": details}
    return templates.TemplateResponse(request, "problem.html", context, status)
