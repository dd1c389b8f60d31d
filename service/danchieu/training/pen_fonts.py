"""Handwriting fonts from npm, and the typefaces of the system: for training only."""

import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path

from danchieu.errors import ModelError

_FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
_SCOPE = "@fontsource"


def fetch_fonts(families: Sequence[str], folder: Path) -> tuple[Path, ...]:
    """Return one font file for each ``name@version``, fetched where it is missing.

    Raises:
        ModelError: npm is missing or does not give a package.
    """
    folder.mkdir(parents=True, exist_ok=True)
    missing = [f for f in families if not _file(f, folder).is_file()]
    for family in missing:
        _fetch(family, folder)
    return tuple(_file(family, folder) for family in families)


def find_faces(names: Sequence[str]) -> tuple[Path, ...]:
    """Return where the system keeps these font files.

    Raises:
        ModelError: one is not installed.
    """
    found = {p.name: p for root in _FONT_FOLDERS for p in sorted(root.rglob("*.ttf"))}
    for name in names:
        if name not in found:
            raise ModelError(
                f"{name}: not installed; apt-get install fonts-croscore "
                "fonts-liberation2"
            )
    return tuple(found[name] for name in names)


def _file(family: str, folder: Path) -> Path:
    return folder / f"{family}.woff"


def _fetch(family: str, folder: Path) -> None:
    """Pack the family with npm and keep the one file that has the digits."""
    try:
        done = subprocess.run(
            ["npm", "pack", "--silent", f"{_SCOPE}/{family}"],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
    except FileNotFoundError as error:
        raise ModelError("npm is not installed; training needs it for fonts") from error
    except subprocess.CalledProcessError as error:
        raise ModelError(f"npm pack {family}: {error.stderr.strip()}") from error
    archive = folder / done.stdout.strip().splitlines()[-1]
    _file(family, folder).write_bytes(_latin_file(archive))
    archive.unlink()


def _latin_file(archive: Path) -> bytes:
    with tarfile.open(archive) as packed:
        for name in sorted(packed.getnames()):
            usual = name.endswith("-latin-400-normal.woff")
            member = packed.extractfile(name) if usual else None
            if member is not None:
                return member.read()
    raise ModelError(f"{archive.name}: no font of usual weight in it")
