"""The archive, opened with our way of telling documents apart and naming them."""

from pathlib import Path

from danchieu.rules.knowledge import Knowledge
from danchieu.store import Archive, Entitle, memory_archive, open_archive
from danchieu.usecases.placing import place
from danchieu.usecases.titles import entitle_by, usual_title


def open_store(url: str, data_dir: Path, knowledge: Knowledge | None = None) -> Archive:
    """Open the archive at the database ``url``, its files below ``data_dir``.

    Without ``knowledge`` documents that are not held are called as most others call
    them, without a look into the alias table.

    Raises:
        SettingsError: the address is wrong, or the database is from a newer version.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    return open_archive(url, data_dir / "files", place, _entitle(knowledge))


def open_memory_store(knowledge: Knowledge | None = None) -> Archive:
    """Return an empty archive that lives as long as the process."""
    return memory_archive(place, _entitle(knowledge))


def _entitle(knowledge: Knowledge | None) -> Entitle:
    return usual_title if knowledge is None else entitle_by(knowledge)
