"""The typefaces documents are set in, found among the fonts of the system."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from danchieu.errors import DanchieuError, SettingsError

_FONT_ROOT = Path("/usr/share/fonts/truetype")
_NEEDED = "ẾếỰựỸỹỔổĐđ₫“”–…"


class MissingFontError(DanchieuError):
    """A font file is not installed, or has no Vietnamese letters."""

    code = "missing-font"


@dataclass(frozen=True, slots=True)
class Family:
    """Four registered font names; ``regular`` may be given to reportlab as is."""

    regular: str
    bold: str
    italic: str
    bold_italic: str

    def face(self, *, bold: bool, italic: bool) -> str:
        """Return the name of the face with this weight and slope."""
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular


@dataclass(frozen=True, slots=True)
class Typeface:
    """A serif family for office papers and a sans family for web pages."""

    name: str
    serif: Family
    sans: Family


@dataclass(frozen=True, slots=True)
class _FontFiles:
    folders: tuple[str, ...]
    package: str
    serif: str
    sans: str


_FILES = {
    "liberation": _FontFiles(
        ("liberation2", "liberation"),
        "fonts-liberation2",
        "LiberationSerif",
        "LiberationSans",
    ),
    "tinos": _FontFiles(("croscore",), "fonts-croscore", "Tinos", "Arimo"),
}
TYPEFACES = tuple(_FILES)


@lru_cache(maxsize=4)
def find_typeface(name: str) -> Typeface:
    """Find the fonts of ``name`` (one of ``TYPEFACES``) and register them.

    Raises:
        SettingsError: there is no typeface of this name.
        MissingFontError: the fonts are not installed, or lack Vietnamese letters.
    """
    files = _files_of(name)
    return Typeface(name, _family(files, files.serif), _family(files, files.sans))


def find_typeface_path(name: str) -> Path:
    """Return the file of the bold serif face, for lettering in pictures.

    Raises:
        SettingsError: there is no typeface of this name.
        MissingFontError: the fonts are not installed.
    """
    files = _files_of(name)
    return _font_path(files, f"{files.serif}-Bold.ttf")


def _files_of(name: str) -> _FontFiles:
    if name not in _FILES:
        known = ", ".join(TYPEFACES)
        raise SettingsError(f"no typeface {name!r}; choose one of: {known}")
    return _FILES[name]


def _family(files: _FontFiles, stem: str) -> Family:
    from reportlab.lib.fonts import addMapping

    names = []
    for bold, italic in ((0, 0), (1, 0), (0, 1), (1, 1)):
        style = ("Bold" * bold + "Italic" * italic) or "Regular"
        face = f"{stem}-{style}"
        _register(face, _font_path(files, f"{face}.ttf"), files.package)
        addMapping(f"{stem}-Regular", bold, italic, face)
        names.append(face)
    return Family(*names)


def _font_path(files: _FontFiles, file: str) -> Path:
    for folder in files.folders:
        path = _FONT_ROOT / folder / file
        if path.is_file():
            return path
    raise MissingFontError(
        f"{file} is not under {_FONT_ROOT}; install the package {files.package}"
    )


def _register(face: str, path: Path, package: str) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(face, str(path))
    lost = [c for c in _NEEDED if ord(c) not in font.face.charToGlyph]
    if lost:
        raise MissingFontError(
            f"{path} lacks the letters {' '.join(lost)}; install {package}"
        )
    pdfmetrics.registerFont(font)
