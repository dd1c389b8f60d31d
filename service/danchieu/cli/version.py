"""``danchieu version``: package and output schema."""

import typer

from danchieu import __version__
from danchieu.contract import SCHEMA_VERSION


def version() -> None:
    """In phiên bản phần mềm và lược đồ. / Print the versions."""
    typer.echo(f"danchieu {__version__}\nschema {SCHEMA_VERSION}")
