"""Every kind of file that we promise to read, once through the whole chain."""

import io
import shutil
import subprocess
from functools import cache

import pytest
from media import chain
from PIL import Image
from pypdfium2 import PdfDocument
from unit.pages.old_charsets import in_cp1258, in_tcvn3, in_vni

from danchieu.rendering import render_text

LETTER = """ỦY BAN NHÂN DÂN
XÃ TÂN HÒA
Số: 38/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Tân Hòa, ngày 21 tháng 6 năm 2023

KẾ HOẠCH
Nạo vét kênh mương nội đồng năm 2023

Thực hiện Công văn số 415/UBND-NN ngày 05/6/2023 của huyện về việc nạo vét kênh mương,
ủy ban nhân dân xã giao các thôn huy động nhân lực, hoàn thành trước ngày 15/7/2023.

Nơi nhận:
- Các thôn;
- Lưu: VT.

CHỦ TỊCH
Trần Thị Hiền
"""
OFFICE = shutil.which("soffice")


def read(name, content):
    return chain().read(name, content).result


def code_of(result):
    return result.header.code.value if result.header.code else None


def remarks(result):
    return {warning.code: warning.message for warning in result.warnings}


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (LETTER.encode(), None),
        (LETTER.encode("utf-8-sig"), None),
        (LETTER.encode("utf-16"), "UTF-16"),
        (LETTER.encode("utf-16-le"), "UTF-16"),
        (LETTER.encode("utf-16-be"), "UTF-16"),
        (in_tcvn3(LETTER), "TCVN3"),
        (in_vni(LETTER), "VNI"),
        (in_cp1258(LETTER), "windows-1258"),
    ],
)
def test_text_in_every_charset_is_read_and_the_charset_told(content, charset):
    result = read("a.txt", content)
    assert code_of(result) == "38/KH-UBND"
    told = remarks(result).get("charset-converted")
    assert told is None if charset is None else charset in told


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_digital_files(form):
    assert code_of(read(f"a.{form}", render_text(LETTER, form))) == "38/KH-UBND"


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("form", ["doc", "odt", "rtf"])
def test_office_files(form, tmp_path):
    (tmp_path / "a.docx").write_bytes(render_text(LETTER, "docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", form, "a.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    assert code_of(read("a.bin", (tmp_path / f"a.{form}").read_bytes())) == "38/KH-UBND"


def test_a_web_page_gives_its_main_text_only():
    body = LETTER.replace("\n\n", "</p><p>").replace("\n", "<br>")
    menu = "<nav>Trang chủ 99/QĐ-UBND</nav><footer>Bản quyền 98/QĐ-UBND</footer>"
    result = read("a.html", f"<html><body>{menu}<p>{body}</p></body></html>".encode())
    assert code_of(result) == "38/KH-UBND"
    assert "99/QĐ-UBND" not in str(result.model_dump())


@cache
def sheet():
    page = PdfDocument(render_text(LETTER, "pdf"))[0]
    return page.render(scale=150 / 72).to_pil().convert("RGB")


def saved(form, picture, **options):
    kept = io.BytesIO()
    picture.save(kept, form, dpi=(150, 150), **options)
    return kept.getvalue()


def lying():
    """Return a JPEG that lies on its side and says so in its EXIF."""
    exif = Image.Exif()
    exif[0x0112] = 6
    return saved("JPEG", sheet().transpose(Image.Transpose.ROTATE_90), exif=exif)


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        (lambda: saved("PNG", sheet()), 1),
        (lying, 1),
        (lambda: saved("TIFF", sheet(), save_all=True, append_images=[sheet()]), 2),
        (lambda: saved("WEBP", sheet(), lossless=True), 1),
    ],
    ids=["png", "jpeg turned by exif", "tiff of two frames", "webp"],
)
def test_pictures(content, pages):
    reading = chain().read("a.bin", content())
    assert code_of(reading.result) == "38/KH-UBND"
    assert len(reading.document.text.pages) == pages
    assert "page-turned" not in remarks(reading.result)
