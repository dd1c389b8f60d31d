"""``danchieu schema``: the JSON Schema that every result fulfils."""

import typer

from danchieu.contract import schema_text


def schema() -> None:
    """In JSON Schema của kết quả. / Print the JSON Schema of a result."""
    typer.echo(schema_text(), nl=False)
