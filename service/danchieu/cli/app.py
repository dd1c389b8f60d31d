"""The command line's frame: language, commands, and what an error ends with."""

import io
import os
import sys
from typing import Annotated, Literal

import typer

from danchieu.cli import corpora, graph, keys, rules
from danchieu.cli.backup import backup
from danchieu.cli.batch import batch
from danchieu.cli.cancel import cancel
from danchieu.cli.compare import compare
from danchieu.cli.doctor import doctor
from danchieu.cli.export import export
from danchieu.cli.extract import extract
from danchieu.cli.failures import SOME_FAILED, exit_code, tell
from danchieu.cli.fsck import fsck
from danchieu.cli.language import Language, choose
from danchieu.cli.load import load
from danchieu.cli.render import render
from danchieu.cli.report import report
from danchieu.cli.reprocess import reprocess
from danchieu.cli.restore import restore
from danchieu.cli.retry import retry
from danchieu.cli.schema import schema
from danchieu.cli.score import score
from danchieu.cli.serve import serve
from danchieu.cli.status import status
from danchieu.cli.text import text
from danchieu.cli.trace import trace
from danchieu.cli.train import train
from danchieu.cli.version import version
from danchieu.cli.worker import worker
from danchieu.errors import DanchieuError, SettingsError
from danchieu.settings import load_settings

app = typer.Typer(
    name="danchieu",
    help=(
        "Đọc văn bản hành chính Việt Nam và chỉ ra ai thực hiện văn bản nào. "
        "/ Reads Vietnamese administrative documents and shows who carries out what."
    ),
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (extract, text, load, trace, serve, doctor, score, compare, render):
    app.command()(command)
for archive_command in (batch, worker, status, retry, cancel, report):
    app.command()(archive_command)
for keeping in (reprocess, backup, restore, fsck):
    app.command()(keeping)
for command in (schema, version):
    app.command()(command)
app.command()(export)
app.add_typer(graph.app, name="graph")
app.command()(train)
app.add_typer(rules.app, name="rules")
app.add_typer(corpora.app, name="corpora")
app.add_typer(keys.app, name="keys")


@app.callback()
def frame(
    lang: Annotated[
        Literal["vi", "en"] | None,
        typer.Option(
            envvar="DANCHIEU_LANG",
            help="Ngôn ngữ thông báo / Language of messages.",
        ),
    ] = None,
) -> None:
    """Set what holds for every command."""
    choose(lang or _configured_language())


def _configured_language() -> Language:
    try:
        return load_settings().lang
    except SettingsError:  # a command that needs the settings tells it
        return "vi"


def main() -> None:
    """Run the command that the arguments name, and exit with its code."""
    _write_utf8()
    try:
        app(prog_name="danchieu")
    except DanchieuError as error:
        tell(error, subject="danchieu")
        sys.exit(exit_code(error))
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(SOME_FAILED)
    except OSError as error:
        tell(error, subject="danchieu")
        sys.exit(SOME_FAILED)


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
