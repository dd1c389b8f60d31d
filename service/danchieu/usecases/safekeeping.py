"""A whole copy of the archive, and whether rows and files still belong together."""

import hashlib
import json
import shutil
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path

from danchieu import __version__
from danchieu.errors import NotFoundError
from danchieu.store import Archive, ContentFolder, Ledger

DATABASE = "danchieu.sqlite"
FILES = "files"
MANIFEST = "backup.json"
HARMLESS = frozenset(("unknown-file", "document-not-held"))
"""What a person may have brought about: a removal, or one that was broken off."""

_HEX = 64


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be; ``code`` is stable."""

    code: str
    what: str


def back_up(store: Archive, files: Path, folder: Path) -> int:
    """Copy database and files into an empty or new folder; return how many files.

    The database is copied as of one moment while others may write. A file is named
    by its content, so one that is there already need not be copied again.

    Raises:
        SettingsError: the database is not SQLite; use the server's own tools.
    """
    folder.mkdir(parents=True, exist_ok=True)
    store.copy_database(folder / DATABASE)
    count = 0
    for path in _kept(files):
        target = folder / FILES / path.parent.name / path.name
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            beside = target.with_name(f".new-{path.name}")
            shutil.copy2(path, beside)
            beside.replace(target)
        count += 1
    about = {"package": __version__, "files": count}
    (folder / MANIFEST).write_text(json.dumps(about) + "\n", "utf-8")
    return count


def restore(folder: Path, data_dir: Path) -> int:
    """Put a backup into an empty data folder; return how many files.

    Raises:
        NotFoundError: there is no whole backup in ``folder``.
        FileExistsError: the data folder holds an archive already.
    """
    if not (folder / MANIFEST).is_file():
        raise NotFoundError(f"{folder}: no whole backup there ({MANIFEST} is missing)")
    target = data_dir / DATABASE
    if target.exists():
        raise FileExistsError(f"{target} is there already; move it away first")
    data_dir.mkdir(parents=True, exist_ok=True)
    shutil.copytree(folder / FILES, data_dir / FILES, dirs_exist_ok=True)
    # Last: an archive without its files would look whole.
    shutil.copy2(folder / DATABASE, target)
    return sum(1 for _ in _kept(data_dir / FILES))


def look_over(store: Archive, ledger: Ledger, files: Path) -> Iterator[Finding]:
    """Compare files with their hashes and rows with files; nothing is changed."""
    for damage in ledger.find_damage():
        yield Finding("database-damaged", damage)
    content = ContentFolder(files)
    held: dict[str, str] = {}
    for document_id, sha256 in store.held_files():
        held[sha256] = document_id
        yield from _look_at(content, document_id, sha256)
    for path in _kept(files):
        if path.name not in held:
            yield Finding("unknown-file", f"{path}: no document of the archive has it")
    yield from _look_at_jobs(ledger, set(held.values()))


def _look_at_jobs(ledger: Ledger, held: Set[str]) -> Iterator[Finding]:
    for path in ledger.files_without_job():
        yield Finding("job-missing", f"{path}: run its batch again")
    for job in ledger.all_done():
        if job.document_id not in held:
            yield Finding(
                "document-not-held",
                f"{job.source}: read as {job.document_id}, which is not held any more",
            )


def _look_at(content: ContentFolder, document_id: str, sha256: str) -> list[Finding]:
    try:
        kept = content.load(sha256)
    except NotFoundError:
        return [Finding("file-missing", f"{document_id}: its file {sha256} is gone")]
    if hashlib.sha256(kept).hexdigest() != sha256:
        return [Finding("file-damaged", f"{document_id}: {sha256} has other bytes")]
    return []


def _kept(files: Path) -> Iterator[Path]:
    if files.is_dir():
        for path in sorted(files.glob("??/*")):
            if len(path.name) == _HEX and path.is_file():
                yield path
