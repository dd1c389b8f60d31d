"""The files themselves, each under the SHA-256 of its bytes."""

import os
import tempfile
from pathlib import Path
from typing import Protocol

from danchieu.errors import NotFoundError


class Content(Protocol):
    """Keeps bytes under their SHA-256; saving the same twice changes nothing."""

    def save(self, sha256: str, content: bytes) -> None:
        """Keep ``content``."""
        ...

    def load(self, sha256: str) -> bytes:
        """Return the bytes.

        Raises:
            NotFoundError: they are not kept here.
        """
        ...

    def remove(self, sha256: str) -> None:
        """Forget the bytes if they are kept."""
        ...


class ContentFolder:
    """Files below a folder; a file is whole or absent, also after a crash."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, sha256: str, content: bytes) -> None:
        """Write the bytes beside their place and move them there."""
        path = self._path(sha256)
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise

    def load(self, sha256: str) -> bytes:
        """Return the bytes.

        Raises:
            NotFoundError: the file is gone from the folder.
        """
        try:
            return self._path(sha256).read_bytes()
        except FileNotFoundError:
            raise NotFoundError(
                f"{self._path(sha256)}: the file is gone; load the document again"
            ) from None

    def remove(self, sha256: str) -> None:
        """Delete the file if it is there."""
        self._path(sha256).unlink(missing_ok=True)

    def _path(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256


class ContentMemory:
    """Keeps the bytes as long as the process lives."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def save(self, sha256: str, content: bytes) -> None:
        """Keep the bytes."""
        self._kept[sha256] = content

    def load(self, sha256: str) -> bytes:
        """Return the bytes.

        Raises:
            NotFoundError: they are not kept here.
        """
        if sha256 not in self._kept:
            raise NotFoundError(f"{sha256}: no such file; load the document again")
        return self._kept[sha256]

    def remove(self, sha256: str) -> None:
        """Forget the bytes if they are kept."""
        self._kept.pop(sha256, None)
