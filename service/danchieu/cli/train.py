"""``danchieu train``: a net of ``models/`` made again, or only scored on scans."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from danchieu.cli.language import say
from danchieu.domain.document import Document
from danchieu.learned import load_pen_digits
from danchieu.load import read_file
from danchieu.pages import TesseractOcr, read_pages
from danchieu.pipeline import read_document
from danchieu.rules.knowledge import load_knowledge
from danchieu.settings import Settings, load_settings
from danchieu.training import ReadScan, note_scores, score_scans, train_pen_digits


def train(
    name: Annotated[
        Literal["pen-digits"], typer.Argument(help="Tên mô hình / Name of the net.")
    ],
    scans: Annotated[
        Path | None,
        typer.Option(help="Bản quét có đáp án để chấm / Scans with gold to score on."),
    ] = None,
    fonts: Annotated[
        Path | None,
        typer.Option(help="Nơi giữ phông chữ viết tay / Where to keep the fonts."),
    ] = None,
    only_score: Annotated[
        bool,
        typer.Option(help="Giữ mô hình đã có, chỉ chấm / Keep the net, only score."),
    ] = False,
) -> None:
    """Huấn luyện lại một mô hình. / Make a net of models/ again."""
    settings = load_settings()
    folder = settings.models_dir / name
    if not only_score:
        kept = fonts or settings.data_dir / "training-fonts"
        train_pen_digits(folder, kept, typer.echo)
        typer.echo(say(f"Đã ghi {folder}", f"Wrote {folder}"))
    if scans is not None:
        _score(settings, folder, scans)


def _score(settings: Settings, folder: Path, scans: Path) -> None:
    scores = score_scans(scans, _reader(settings, folder))
    note_scores(folder, scores)
    for half, fields in scores.items():
        for field, tally in fields.items():
            typer.echo(
                f"{half} {field}: {tally.fields} fields, {tally.given} given, "
                f"{tally.right} right"
            )


def _reader(settings: Settings, folder: Path) -> ReadScan:
    knowledge = load_knowledge(settings.rules_dir)
    ocr, pen = TesseractOcr(settings.tessdata_dir), load_pen_digits(folder)
    limits = settings.limits

    def read(name: str, content: bytes) -> Document:
        source = read_file(name, content, limits)
        return read_document(
            source, knowledge, lambda s: read_pages(s, limits, ocr, pen)
        )

    return read
