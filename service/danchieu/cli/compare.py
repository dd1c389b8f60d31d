"""``danchieu compare``: two folders of results of the same documents."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from danchieu.cli.language import say
from danchieu.errors import CorpusError
from danchieu.evaluation import compare_folders, load_golds, render_comparison
from danchieu.usecases.reprocessing import said


def compare(
    before: Annotated[Path, typer.Argument(help="Kết quả cũ / Earlier results.")],
    after: Annotated[Path, typer.Argument(help="Kết quả mới / Later results.")],
    gold: Annotated[
        Path | None,
        typer.Option(help="Chỉ xét điểm so với đáp án / Judge against this gold."),
    ] = None,
) -> None:
    """So hai lần đọc: thêm gì, mất gì. / What a later reading gains and loses."""
    if gold is not None:
        change = compare_folders(load_golds(gold), before, after)
        typer.echo(render_comparison(change))
        return
    lines = list(_changes(before, after))
    typer.echo("\n".join(lines) or say("Không có thay đổi.", "Nothing changed."))


def _changes(before: Path, after: Path) -> Iterator[str]:
    names = {path.name for folder in (before, after) for path in folder.glob("*.json")}
    if not names:
        raise CorpusError(f"{before}, {after}: no results; give folders of JSON files")
    for name in sorted(names):
        old, new = (_said(folder / name) for folder in (before, after))
        stem = Path(name).stem
        yield from (f"gained: {stem} {fact}" for fact in sorted(new - old))
        yield from (f"lost: {stem} {fact}" for fact in sorted(old - new))


def _said(path: Path) -> frozenset[str]:
    if not path.exists():
        return frozenset()
    try:
        return said(json.loads(path.read_text("utf-8")))
    except (ValueError, TypeError, AttributeError) as error:
        raise CorpusError(f"{path}: not a result of an extraction: {error}") from error
