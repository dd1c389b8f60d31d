"""The archive, opened with our way of telling documents apart."""

from pathlib import Path

from danchieu.store import Archive, memory_archive, open_archive
from danchieu.usecases.placing import place


def open_store(url: str, data_dir: Path) -> Archive:
    """Open the archive at the database ``url``, its files below ``data_dir``.

    Raises:
        SettingsError: the address is wrong, or the database is from a newer version.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    return open_archive(url, data_dir / "files", place)


def open_memory_store() -> Archive:
    """Return an empty archive that lives as long as the process."""
    return memory_archive(place)
