"""``danchieu report``: what a batch read, how surely, what failed and why."""

from pathlib import Path
from typing import Annotated

import typer

from danchieu.cli.batches_named import batch_named
from danchieu.cli.language import say
from danchieu.cli.parquet_results import RESULTS, results_writer
from danchieu.cli.progress import counts_line
from danchieu.cli.report_files import WRITERS, write_report
from danchieu.cli.workplace import lend_ledger
from danchieu.settings import load_settings
from danchieu.usecases import open_store


def report(
    batch: Annotated[
        str | None,
        typer.Argument(help="Đợt hoặc nguồn, mặc định đợt mới nhất / Batch or source."),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="Tệp .csv, .xlsx, .html, .jsonl hoặc .parquet / File."),
    ] = None,
) -> None:
    """Báo cáo một đợt đọc: kết quả và lý do lỗi. / Report on a batch."""
    suffixes = {*WRITERS, *RESULTS}
    if out is not None and out.suffix.lower() not in suffixes:
        raise typer.BadParameter(", ".join(sorted(suffixes)), param_hint="--out")
    settings = load_settings()
    ledger = lend_ledger(settings)
    store = open_store(settings.database, settings.data_dir)
    try:
        named = batch_named(ledger, batch)
        if out is not None:
            write = results_writer(out) or write_report
            write(store, ledger, named.id, out)
        typer.echo(f"{named.source}: {counts_line(ledger.counts(named.id))}")
        if out is not None:
            typer.echo(say(f"Đã ghi {out}.", f"Wrote {out}."))
    finally:
        store.close()
        ledger.close()
