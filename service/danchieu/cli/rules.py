"""``danchieu rules``: check the rule files, and keep them in canonical form."""

import typer

from danchieu.cli.failures import SOME_FAILED
from danchieu.cli.language import say
from danchieu.rules.knowledge import load_knowledge
from danchieu.rules.tidying import tidy_paths, tidy_text
from danchieu.settings import load_settings

app = typer.Typer(
    help="Kiểm tra và sắp xếp các tệp luật. / Check and tidy the rule files.",
    no_args_is_help=True,
)


@app.command()
def check() -> None:
    """Nạp mọi tệp luật và thử mọi ví dụ. / Load all rules, try all examples."""
    folder = load_settings().rules_dir
    book = load_knowledge(folder).rules
    untidy = [p for p in tidy_paths(folder) if tidy_text(p) != p.read_bytes()]
    for path in untidy:
        typer.echo(f"{path}: untidy; run danchieu rules tidy", err=True)
    typer.echo(
        say(
            f"{len(book.patterns)} mẫu, {len(book.words)} danh sách từ: đúng.",
            f"{len(book.patterns)} patterns, {len(book.words)} word lists: good.",
        )
    )
    raise typer.Exit(SOME_FAILED if untidy else 0)


@app.command()
def tidy() -> None:
    """Đưa các tệp luật về dạng chuẩn. / Bring rule files into canonical form."""
    for path in tidy_paths(load_settings().rules_dir):
        tidied = tidy_text(path)
        if tidied != path.read_bytes():
            path.write_bytes(tidied)
            typer.echo(str(path))
