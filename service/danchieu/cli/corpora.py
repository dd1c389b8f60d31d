"""``danchieu corpora``: check that the gold of our corpora stands in their texts."""

from pathlib import Path
from typing import Annotated

import typer

from danchieu.cli.failures import SOME_FAILED
from danchieu.cli.language import say
from danchieu.evaluation import check_corpus

app = typer.Typer(
    help="Kiểm tra các bộ văn bản mẫu. / Check the corpora.", no_args_is_help=True
)


@app.callback()
def frame() -> None:
    """Hold the commands about corpora."""


@app.command()
def check(
    folder: Annotated[
        Path, typer.Argument(help="Thư mục chứa các bộ mẫu / Folder of corpora.")
    ] = Path("corpora"),
) -> None:
    """So đáp án với văn bản của mọi bộ mẫu. / Compare gold and text."""
    corpora = sorted(p.parent for p in folder.glob("*/corpus.toml"))
    if not corpora:
        raise typer.BadParameter(
            say(f"Không có bộ mẫu nào trong {folder}.", f"No corpus in {folder}."),
            param_hint="FOLDER",
        )
    failed = False
    for corpus in corpora:
        mismatches = check_corpus(corpus)
        failed = failed or bool(mismatches)
        for mismatch in mismatches:
            typer.echo(f"{corpus.name}: {mismatch}", err=True)
        wrong = say("không khớp", "mismatches")
        typer.echo(f"{corpus.name}: {len(mismatches)} {wrong}")
    raise typer.Exit(SOME_FAILED if failed else 0)
