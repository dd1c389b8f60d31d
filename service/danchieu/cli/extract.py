"""``danchieu extract``: documents in, the result of each as JSON out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from danchieu.cli.failures import SOME_FAILED, tell
from danchieu.cli.inputs import (
    Outcome,
    input_files,
    open_reader,
    read_all,
    wanted_workers,
)
from danchieu.cli.language import say
from danchieu.contract import DocumentResult
from danchieu.settings import Settings, load_settings


def extract(
    paths: Annotated[list[Path], typer.Argument(help="Tệp hoặc thư mục / Files.")],
    out: Annotated[
        Path | None,
        typer.Option(help="Thư mục ghi kết quả / Folder for one JSON per document."),
    ] = None,
    in_process: Annotated[
        bool,
        typer.Option(
            "--in-process",
            help="Đọc ngay trong tiến trình này / Read without worker processes.",
        ),
    ] = False,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Số tiến trình đọc / Worker processes.")
    ] = None,
) -> None:
    """Trích xuất văn bản thành JSON có dẫn chứng. / Extract documents as JSON."""
    settings = load_settings(workers=workers)
    files = input_files(paths, settings.limits)
    _check_usage(files, out)
    failed = False
    for outcome in _outcomes(files, settings, in_process=in_process):
        if outcome.reading is None:
            failed = True
            tell(outcome.error or ValueError("no result"), subject=str(outcome.path))
        elif out is None:
            typer.echo(result_json(outcome.reading.result))
        else:
            _write(outcome, out, files)
    raise typer.Exit(SOME_FAILED if failed else 0)


def result_json(result: DocumentResult) -> str:
    """Return the result as the JSON text that every output gives."""
    return result.model_dump_json(indent=1)


def output_names(files: list[Path]) -> dict[Path, str]:
    """Give each input its file name: the stem, longer only where stems meet."""
    taken: set[str] = set()
    names: dict[Path, str] = {}
    for path in files:
        wanted = [path.stem, path.name]
        wanted += [f"{path.name}-{n}" for n in range(2, len(files) + 2)]
        names[path] = next(name for name in wanted if name.casefold() not in taken)
        taken.add(names[path].casefold())
    return names


def _check_usage(files: list[Path], out: Path | None) -> None:
    if not files:
        raise typer.BadParameter(
            say("Không có văn bản nào trong đó.", "No document in there."),
            param_hint="PATH",
        )
    if out is None and len(files) > 1:
        raise typer.BadParameter(
            say("Nhiều tệp thì cần --out THƯ_MỤC.", "Several files need --out DIR."),
            param_hint="--out",
        )
    if out is not None and out.exists() and not out.is_dir():
        raise typer.BadParameter(
            say("Phải là một thư mục.", "It must be a folder."), param_hint="--out"
        )


def _outcomes(
    files: list[Path], settings: Settings, *, in_process: bool
) -> Iterator[Outcome]:
    with open_reader(
        settings, in_process=in_process, workers=wanted_workers(files, settings)
    ) as reader:
        yield from read_all(reader, files, settings)


def _write(outcome: Outcome, out: Path, files: list[Path]) -> None:
    assert outcome.reading is not None
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{output_names(files)[outcome.path]}.json"
    target.write_text(result_json(outcome.reading.result) + "\n", "utf-8")
