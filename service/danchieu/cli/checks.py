"""What a machine needs to run this software, looked at piece by piece."""

import getpass
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from danchieu.cli.language import say
from danchieu.rules.knowledge import load_knowledge
from danchieu.settings import Settings
from danchieu.usecases import open_store

ENOUGH_FREE = 1024**3
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts")
FONTS = {
    "fonts-liberation2": ("liberation2/LiberationSerif-Regular.ttf",),
    "fonts-croscore": ("croscore/Tinos-Regular.ttf",),
}


@dataclass(frozen=True, slots=True)
class Check:
    """One piece: what it is, what was found, and the line that mends it."""

    what: str
    good: bool
    found: str
    mend: str
    needed: bool = True


def checks(settings: Settings) -> tuple[Check, ...]:
    """Look at everything that reading, storing and rendering need."""
    return (
        _tessdata(settings, "vie", "tesseract-ocr-vie"),
        _tessdata(settings, "osd", "tesseract-ocr-osd"),
        *(_font(package, names) for package, names in FONTS.items()),
        _rules(settings),
        _writable(settings),
        _free_space(settings),
        _database(settings),
        _office(),
    )


def _tessdata(settings: Settings, name: str, package: str) -> Check:
    path = settings.tessdata_dir / f"{name}.traineddata"
    return Check(
        say(f"Dữ liệu OCR {name}", f"OCR data {name}"),
        path.is_file(),
        str(path),
        say(
            f"apt-get install {package}, hoặc đặt DANCHIEU_TESSDATA_DIR",
            f"apt-get install {package}, or set DANCHIEU_TESSDATA_DIR",
        ),
    )


def _font(package: str, names: Iterable[str]) -> Check:
    places = [Path(f) / "truetype" / n for f in FONT_FOLDERS for n in names]
    found = next((p for p in places if p.is_file()), None)
    return Check(
        say(f"Phông chữ {package}", f"Font {package}"),
        found is not None,
        str(found or places[0]),
        f"apt-get install {package}",
    )


def _rules(settings: Settings) -> Check:
    return _tried(
        say("Luật trích xuất", "Extraction rules"),
        str(settings.rules_dir),
        lambda: load_knowledge(settings.rules_dir),
        say("danchieu rules check nói tệp nào sai", "danchieu rules check tells where"),
    )


def _writable(settings: Settings) -> Check:
    return _tried(
        say("Quyền ghi thư mục dữ liệu", "Write rights to the data folder"),
        str(settings.data_dir),
        lambda: _write_into(settings.data_dir),
        f"chown {getpass.getuser()} {settings.data_dir} "
        + say("(hoặc đặt DANCHIEU_DATA_DIR)", "(or set DANCHIEU_DATA_DIR)"),
    )


def _write_into(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=folder) as probe:
        probe.write(b"?")


def _free_space(settings: Settings) -> Check:
    free = shutil.disk_usage(_nearest(settings.data_dir)).free
    return Check(
        say("Dung lượng đĩa còn trống", "Free disk space"),
        free >= ENOUGH_FREE,
        f"{free / 1024**3:.1f} GiB",
        say(
            "dọn đĩa, hoặc đặt DANCHIEU_DATA_DIR sang đĩa khác (cần 1 GiB)",
            "free some, or set DANCHIEU_DATA_DIR to another disk (1 GiB needed)",
        ),
    )


def _database(settings: Settings) -> Check:
    return _tried(
        say("Cơ sở dữ liệu", "Database"),
        settings.database,
        lambda: open_store(settings.database, settings.data_dir).close(),
        say("sửa DANCHIEU_DATABASE_URL", "correct DANCHIEU_DATABASE_URL"),
    )


def _office() -> Check:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return Check(
        say("LibreOffice (đọc .doc, .odt, .rtf)", "LibreOffice (.doc, .odt, .rtf)"),
        found is not None,
        found or "-",
        "apt-get install libreoffice-writer-nogui",
        needed=False,
    )


def _tried(what: str, found: str, attempt: Callable[[], object], mend: str) -> Check:
    try:
        attempt()
    except Exception as error:  # whatever it is, the doctor tells it
        reason = " ".join(str(error).split())
        return Check(what, good=False, found=f"{found}: {reason}", mend=mend)
    return Check(what, good=True, found=found, mend=mend)


def _nearest(folder: Path) -> Path:
    """Return the folder itself or the nearest one above it that exists."""
    return next(p for p in (folder, *folder.absolute().parents) if p.exists())
