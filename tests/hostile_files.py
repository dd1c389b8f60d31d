"""Files that do harm, made with a seed: mutated, cut off, nested, bombs."""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache

import hostile_pdfs
from hostile_pdfs import BLOCK, MANY, zeros
from PIL import Image
from pypdfium2 import PdfDocument

from danchieu.rendering import render_text

LETTER = """ỦY BAN NHÂN DÂN
XÃ ĐÔNG SƠN
Số: 27/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Sơn, ngày 14 tháng 3 năm 2024

KẾ HOẠCH
Tu sửa đường liên thôn năm 2024

Thực hiện Quyết định số 512/QĐ-UBND ngày 02/02/2024 của Ủy ban nhân dân huyện Lạc Thủy
về giao thông nông thôn, xã lập kế hoạch như sau:

| TT | Thôn | Km |
| 1 | Đồng Bầu | 1,2 |
| 2 | Gò Chè | 0,8 |

Nơi nhận:
- Phòng Kinh tế huyện;
- Lưu: VT.

CHỦ TỊCH
Lê Văn Khoát
"""
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
_RATE = 0.002

Maker = Callable[[random.Random], tuple[str, bytes]]


def hostile_files(seed: int, count: int) -> Iterator[tuple[str, str, bytes]]:
    """Give ``count`` times kind, name and bytes; equal seeds give equal files."""
    chance = random.Random(seed)
    kinds = [kind for kind, (weight, _) in MAKERS.items() for _ in range(weight)]
    chance.shuffle(kinds)
    for at in range(count):
        kind = kinds[at % len(kinds)]
        name, content = MAKERS[kind][1](random.Random(chance.getrandbits(64)))
        yield kind, f"{at:05}-{name}", content


def flipped(chance: random.Random, content: bytes) -> bytes:
    """Change bits here and there."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 4, 32, max(1, int(len(made) * _RATE))))):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def cut(chance: random.Random, content: bytes) -> bytes:
    """Leave out the end, or a part in the middle."""
    start, end = sorted(chance.randrange(len(content)) for _ in range(2))
    return content[: start + 1] + (content[end:] if chance.random() < 0.5 else b"")


def mixed_up(chance: random.Random, content: bytes) -> bytes:
    """Double, move or overwrite a piece."""
    size = chance.choice((8, 64, 1024, 8192))
    source, target = (chance.randrange(len(content)) for _ in range(2))
    piece = content[source : source + size]
    kept = target if chance.random() < 0.5 else target + len(piece)
    return content[:target] + piece + content[kept:]


def _mutated(chance: random.Random, content: bytes) -> bytes:
    return chance.choice((flipped, cut, mixed_up))(chance, content)


@cache
def base(kind: str) -> bytes:
    """Return a harmless file of the kind."""
    if kind in ("pdf", "docx", "scan"):
        return render_text(LETTER, kind)
    if kind == "html":
        rows = LETTER.replace("\n", "<br>\n")
        table = "<table border=1><tr><td colspan=2>a<td>b</table>"
        return f"<html><body><p>{rows}</p>{table}</body></html>".encode()
    if kind == "rtf":
        return b"{\\rtf1\\ansi So: 27/KH-UBND\\par {\\b Ke hoach}\\par}"
    return _encoded(_note(), kind.upper())


def _note() -> Image.Image:
    """Return a small picture with a line of print, quick to read."""
    with Image.open(io.BytesIO(_first_picture())) as page:
        return page.convert("RGB").crop((0, 0, page.width, page.height // 5))


def _first_picture() -> bytes:
    page = PdfDocument(base("pdf"))[0].render(scale=1.6).to_pil()
    kept = io.BytesIO()
    page.save(kept, "PNG")
    return kept.getvalue()


def _encoded(picture: Image.Image, form: str) -> bytes:
    kept = io.BytesIO()
    more = {"save_all": True, "append_images": [picture]} if form == "TIFF" else {}
    picture.save(kept, form, **more)
    return kept.getvalue()


def _of(kind: str, suffix: str | None = None) -> Maker:
    return lambda chance: (f"a.{suffix or kind}", _mutated(chance, base(kind)))


def _pdf_words(chance: random.Random) -> tuple[str, bytes]:
    """Change whole numbers and names, which leaves more standing than bits do."""
    made = base("pdf")
    olds = (b"/Length", b"/Count", b"/Kids", b"/W", b"/Font", b"/Type", b"obj", b" 0 R")
    news = (b"/L", b"-1", b"/Kids[3 0 R]", b"99999999999", b"null", b"endobj", b"<<")
    for _ in range(chance.randint(1, 4)):
        made = made.replace(
            chance.choice(olds), chance.choice(news), chance.randint(1, 3)
        )
    return "w.pdf", made


def packed(members: dict[str, bytes]) -> bytes:
    """Return a zip archive of the members."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return kept.getvalue()


def _docx(body: str, head: str = "") -> bytes:
    return packed({"word/document.xml": f"{head}{WORD}{body}</w:document>".encode()})


def _laughs() -> str:
    lines = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    return f'<!DOCTYPE d [<!ENTITY a0 "ha">{"".join(lines)}]>'


def _docx_nested(chance: random.Random) -> tuple[str, bytes]:
    deep = chance.choice((10, 60, 120, 5_000))
    tag = chance.choice(("tbl", "sdtContent", "p", "ins"))
    inner = "<w:tr><w:tc>" if tag == "tbl" else ""
    outer = "</w:tc></w:tr>" if tag == "tbl" else ""
    body = f"<w:{tag}>{inner}" * deep + "x" + f"{outer}</w:{tag}>" * deep
    return "n.docx", _docx(f"<w:body>{body}</w:body>")


def _docx_bomb(chance: random.Random) -> tuple[str, bytes]:
    shape = chance.randrange(4)
    if shape == 0:
        return "l.docx", _docx(
            "<w:body><w:p><w:r><w:t>&a11;</w:t></w:r></w:p></w:body>", _laughs()
        )
    if shape == 1:
        return "m.docx", packed(
            {"word/document.xml": b"<a/>"} | {f"x{n}": b"" for n in range(11_000)}
        )
    size = chance.choice((50, 450)) * BLOCK
    if shape == 2:
        return "z.docx", packed({"word/document.xml": b" " * size})
    text = "<w:p><w:r><w:t>" + "a " * (size // 20) + "</w:t></w:r></w:p>"
    return "t.docx", _docx(f"<w:body>{text}</w:body>")


def _docx_rows(chance: random.Random) -> tuple[str, bytes]:
    span = "<w:tcPr><w:gridSpan w:val='9999999'/></w:tcPr>"
    cell = f"<w:tc>{span}<w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>"
    rows = f"<w:tr>{cell}</w:tr>" * chance.choice((100, 10_000, MANY))
    return "r.docx", _docx(f"<w:body><w:tbl>{rows}</w:tbl></w:body>")


def _docx_member(chance: random.Random) -> tuple[str, bytes]:
    """Change the XML inside and pack it again: the zip's checksums stay right."""
    with zipfile.ZipFile(io.BytesIO(base("docx"))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice([n for n in members if n.endswith(".xml")])
    members[name] = _mutated(chance, members[name])
    return "x.docx", packed(members)


def _html_nested(chance: random.Random) -> tuple[str, bytes]:
    deep = chance.choice((100, 300, 5_000, MANY))
    tag = chance.choice(("div", "table><tr><td", "b", "ul><li", "span", "article"))
    return "n.html", b"<html><body>" + f"<{tag}>".encode() * deep + b"So: 1/KH-UBND"


def _html_rows(chance: random.Random) -> tuple[str, bytes]:
    cells = chance.choice(
        ("<td>1<td>2", "<td colspan=99999999>x", "<td><table><tr><td>1</table>")
    )
    rows = f"<tr>{cells}</tr>" * chance.choice((1_000, 20_000, MANY))
    return (
        "r.html",
        f"<html><body><table border=1>{rows}</table></body></html>".encode(),
    )


_FLOODS = (
    *("Điều 1. ", "Khoản 1 ", "a) ", "1.", "(", "0", ".", "–", "%", " ", "\n", "\f"),
    *("| a | b |\n", "a\u0301\u0323", "\u202e", "ngày 1/1/2024 ", "số 12/QĐ-UBND, "),
    *("Căn cứ Quyết định số ", "- Lưu: VT.\n", "Nơi nhận:\n", "Ủy ban nhân dân "),
    *("đồng/", "chỉ tiêu 12% ", "KT. CHỦ TỊCH\n"),
)


def _text_flood(chance: random.Random) -> tuple[str, bytes]:
    many = chance.choice((1_000, 20_000, MANY))
    flood = "".join(chance.sample(_FLOODS, chance.randint(1, 2))) * (many // 2)
    return "f.txt", (LETTER + flood + LETTER).encode()


def _text_noise(chance: random.Random) -> tuple[str, bytes]:
    shape = chance.randrange(4)
    if shape == 0:
        return "n.txt", chance.randbytes(chance.choice((1, 100, 50_000)))
    if shape == 1:
        return "m.txt", _mutated(
            chance, LETTER.encode(chance.choice(("utf-8", "utf-16")))
        )
    letters = "".join(
        chr(chance.choice((chance.randrange(32, 0xD7FF), 0x301, 10)))
        for _ in range(5_000)
    )
    if shape == 2:
        return "u.txt", letters.encode()
    lines = LETTER.splitlines(keepends=True)
    return "s.md", "".join(chance.choices(lines, k=400)).encode()


def _picture_bomb(chance: random.Random) -> tuple[str, bytes]:
    wide, high = chance.choice(
        ((30_000, 30_000), (1, 60_000), (60_000, 1), (9_000, 8_000))
    )
    head = struct.pack(">IIBBBBB", wide, high, 1, 0, 0, 0, 0)
    rows = zeros(min(wide * high // 8, 64 * BLOCK))
    chunks = ((b"IHDR", head), (b"IDAT", rows), (b"IEND", b""))
    made = b"".join(
        struct.pack(">I", len(b)) + n + b + struct.pack(">I", zlib.crc32(n + b))
        for n, b in chunks
    )
    return "b.png", b"\x89PNG\r\n\x1a\n" + made


def _tiff_loop(chance: random.Random) -> tuple[str, bytes]:
    """Let the last frame point back at the first one, or give thousands of frames."""
    if chance.random() < 0.5:
        small = Image.new("1", (8, 8))
        kept = io.BytesIO()
        small.save(
            kept,
            "TIFF",
            save_all=True,
            append_images=[small] * chance.choice((20, 2_500)),
        )
        return "t.tif", kept.getvalue()
    made = bytearray(base("tiff"))
    first = struct.unpack_from("<I", made, 4)[0]
    entries = struct.unpack_from("<H", made, first)[0]
    struct.pack_into("<I", made, first + 2 + 12 * entries, first)
    return "l.tif", bytes(made)


def _wrong_magic(chance: random.Random) -> tuple[str, bytes]:
    heads = (b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"II*\x00", b"{\\rtf",
             b"\xff\xd8\xff\xe0", b"RIFF\0\0\0\0WEBP", b"MZ", b"\x1f\x8b",
             b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")  # fmt: skip
    kind = chance.choice(("pdf", "docx", "html", "png", "jpeg"))
    head = chance.choice(heads)
    other = chance.choice((base(kind)[len(head) :], chance.randbytes(2_000), b""))
    return f"w.{chance.choice(('pdf', 'docx', 'txt'))}", head + other


def _archive(chance: random.Random) -> tuple[str, bytes]:
    inner = packed({"a.txt": LETTER.encode()})
    shape = chance.randrange(3)
    if shape == 0:
        return "a.zip", packed({"a.zip": inner, "../../b.txt": b"x"})
    if shape == 1:
        return "z.zip", packed({f"{n}.txt": b"0" * BLOCK for n in range(64)})
    return "m.zip", _mutated(chance, inner)


MAKERS: dict[str, tuple[int, Maker]] = {
    "pdf-mutated": (8, _of("pdf")),
    "pdf-words": (5, _pdf_words),
    "pdf-bomb": (1, hostile_pdfs.pdf_bomb),
    "pdf-picture-bomb": (1, hostile_pdfs.pdf_picture_bomb),
    "pdf-nested": (3, hostile_pdfs.pdf_nested),
    "pdf-size": (3, hostile_pdfs.pdf_size),
    "pdf-crowded": (2, hostile_pdfs.pdf_crowded),
    "scan-mutated": (3, _of("scan", "pdf")),
    "docx-mutated": (3, _of("docx")),
    "docx-member": (5, _docx_member),
    "docx-nested": (2, _docx_nested),
    "docx-bomb": (1, _docx_bomb),
    "docx-rows": (1, _docx_rows),
    "html-mutated": (3, _of("html")),
    "html-nested": (2, _html_nested),
    "html-rows": (1, _html_rows),
    "text-flood": (4, _text_flood),
    "text-noise": (5, _text_noise),
    "png-mutated": (3, _of("png")),
    "jpeg-mutated": (3, _of("jpeg", "jpg")),
    "tiff-mutated": (3, _of("tiff", "tif")),
    "webp-mutated": (2, _of("webp")),
    "picture-bomb": (1, _picture_bomb),
    "tiff-frames": (1, _tiff_loop),
    "rtf-mutated": (1, _of("rtf")),
    "wrong-magic": (3, _wrong_magic),
    "archive": (2, _archive),
}
"""How often a kind comes in a round, and what makes it."""
