import re
import subprocess
from pathlib import Path

import pytest
import typer
from fake_app import open_client

from danchieu.cli.app import app
from danchieu.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")


def commands_of(group, path=()):
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands_of(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


COMMANDS = dict(commands_of(typer.main.get_command(app)))


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented(name):
    assert f"`danchieu {name}" in README


def test_every_documented_command_is_there():
    for written in re.findall(r"danchieu ([a-z]+(?: [a-z]+)?)", README):
        words = written.split()
        assert written in COMMANDS or words[0] in COMMANDS, written


@pytest.mark.parametrize(
    ("command", "option"),
    re.findall(r"`danchieu (\w+)[^`]*?(--[a-z-]+)", README),
)
def test_every_documented_option_is_there(command, option):
    options = [o for p in COMMANDS[command].params for o in p.opts]
    assert option in options


def test_every_route_is_documented():
    with open_client() as client:
        paths = client.get("/openapi.json").json()["paths"]
    for path, methods in paths.items():
        for method in methods:
            assert f"`{method.upper()} {path}" in README


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented(name):
    assert f"`{PREFIX}{name.upper()}`" in README


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`?make ([a-z-]+)", README))))
def test_every_documented_target_is_there(target):
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_every_link_leads_somewhere(link):
    assert (ROOT / link).exists()


@pytest.mark.parametrize("script", ["find_python.sh", "system_packages.sh"])
def test_scripts_are_sound_shell_and_documented(script):
    path = ROOT / "scripts" / script
    assert subprocess.run(["bash", "-n", path], check=False).returncode == 0
    assert script in (ROOT / "scripts" / "README.md").read_text("utf-8")


def test_ci_calls_make_test():
    assert "\nmake test\n" in (ROOT / ".ci" / "run").read_text("utf-8")
