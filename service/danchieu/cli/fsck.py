"""``danchieu fsck``: whether the archive is whole."""

import typer

from danchieu.cli.failures import SOME_FAILED
from danchieu.cli.language import say
from danchieu.cli.workplace import lend_ledger
from danchieu.settings import load_settings
from danchieu.usecases import open_store
from danchieu.usecases.safekeeping import HARMLESS, look_over


def fsck() -> None:
    """Kiểm tra tệp với mã băm, dòng dữ liệu với tệp. / Check files and rows."""
    settings = load_settings()
    ledger = lend_ledger(settings)
    store = open_store(settings.database, settings.data_dir)
    count = harm = 0
    try:
        count = store.count()
        for finding in look_over(store, ledger, settings.data_dir / "files"):
            harm += finding.code not in HARMLESS
            typer.echo(f"{finding.code}: {finding.what}")
    finally:
        store.close()
        ledger.close()
    typer.echo(
        say(
            f"Đã kiểm tra {count} văn bản, {harm} hỏng.",
            f"Looked at {count} documents, {harm} damaged.",
        )
    )
    raise typer.Exit(SOME_FAILED if harm else 0)
