"""The JSON service under ``/v1``."""

from danchieu.api.problems import Problem, problem, problem_response
from danchieu.api.router import make_router

__all__ = ["Problem", "make_router", "problem", "problem_response"]
