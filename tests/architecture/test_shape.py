import ast
import re
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "service" / "danchieu").rglob("*.py"))
CODE = [*SOURCES, *sorted((ROOT / "tests").rglob("*.py"))]
LONGEST_FILE = 400
LONGEST_FUNCTION = 50
FORBIDDEN_NAMES = {
    *("utils", "helpers", "common", "misc", "base", "manager", "processor"),
    *("handler", "data", "info"),
}


def relative(path):
    return str(path.relative_to(ROOT))


def test_no_room_looks_over_a_wall(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == EXIT_STATUS_SUCCESS


@pytest.mark.parametrize("path", CODE, ids=relative)
def test_no_file_is_too_long(path):
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_no_function_is_too_long(path):
    tree = ast.parse(path.read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = [
        node.name
        for node in ast.walk(tree)
        if isinstance(node, kinds) and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_modules_are_named_for_what_they_give(path):
    assert path.stem not in FORBIDDEN_NAMES
    assert not path.stem.startswith(("process_", "do_"))


def test_only_the_last_line_of_defence_catches_everything():
    allowed = {"cli", "jobs", "server"}
    catching = {
        relative(path)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or getattr(node.type, "id", None) == "Exception")
        and path.relative_to(ROOT / "service" / "danchieu").parts[0] not in allowed
    }
    assert catching == set()


@pytest.mark.parametrize(
    "folder",
    [
        *("extraction_rules", "models", "corpora", "notebooks", "tests"),
        *("tests/data", "scripts"),
    ],
)
def test_every_folder_says_what_belongs_there(folder):
    assert (ROOT / folder / "README.md").is_file()


def pins(name):
    lines = (ROOT / name).read_text("utf-8").casefold().splitlines()
    return {n for n in lines if "==" in n and n[0].isalpha()}


def test_every_dependency_is_locked_with_a_hash():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    groups = (project["dependencies"], extras["dev"], extras["build"])
    locked = pins("requirements.lock")
    names = {pin.partition("==")[0] for pin in locked}
    assert {re.split(r"[<>=\[]", d)[0].casefold() for g in groups for d in g} <= names
    assert all(pin.endswith("\\") for pin in locked)


def test_benchmarks_run_on_the_same_versions():
    assert pins("requirements.lock") < pins("requirements-bench.lock")


def test_every_dependency_is_explained():
    table = (ROOT / "service/decisions/0004-dependencies.md").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    spoken = {"opencv-python-headless": "opencv"}
    for requirement in project["dependencies"]:
        name = requirement.partition(">")[0]
        assert spoken.get(name, name) in table.casefold(), name
