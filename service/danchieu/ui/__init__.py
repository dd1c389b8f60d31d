"""The page for people: upload a document, see what it says, trace a code."""

from danchieu.ui.pages import make_router
from danchieu.ui.sign_in_routes import SIGN_IN, SIGN_OUT, key_of
from danchieu.ui.speaking import TASTE
from danchieu.ui.templates_env import problem_page, static_files

__all__ = [
    "SIGN_IN",
    "SIGN_OUT",
    "TASTE",
    "key_of",
    "make_router",
    "problem_page",
    "static_files",
]
