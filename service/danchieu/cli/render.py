"""``danchieu render``: a text laid out as a document, as PDF, docx or scan."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from danchieu.cli.language import say
from danchieu.errors import DocumentError
from danchieu.rendering import DAMAGES, render_text

SUFFIXES = {"pdf": ".pdf", "docx": ".docx", "scan": ".pdf"}


def render(
    path: Annotated[Path, typer.Argument(help="Văn bản UTF-8 / A UTF-8 text.")],
    form: Annotated[
        Literal["pdf", "docx", "scan"],
        typer.Option(help="Dạng đầu ra / Form of the output."),
    ] = "pdf",
    out: Annotated[Path | None, typer.Option(help="Tệp đầu ra / Output file.")] = None,
    typeface: Annotated[
        str, typer.Option(help="Kiểu chữ / Typeface: liberation, tinos.")
    ] = "liberation",
    damage: Annotated[
        str, typer.Option(help="Mức hư hại của bản quét / Damage of the scan.")
    ] = "light",
    seed: Annotated[int, typer.Option(help="Số gieo ngẫu nhiên / Random seed.")] = 0,
) -> None:
    """Trình bày văn bản theo Nghị định 30. / Lay a text out as a document."""
    if damage not in DAMAGES:
        raise typer.BadParameter(", ".join(sorted(DAMAGES)), param_hint="--damage")
    content = render_text(
        _read(path), form=form, typeface=typeface, damage=damage, seed=seed
    )
    target = out or path.with_name(f"{path.stem}{SUFFIXES[form]}")
    target.write_bytes(content)
    typer.echo(say(f"Đã ghi {target}", f"Wrote {target}"))


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"{path}: {error}; give a UTF-8 text file") from error
