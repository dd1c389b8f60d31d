"""Small sheets of paper for these tests: placed words, PDFs, pictures."""

import io

from danchieu.pages.printed import PrintedWord

SIZE = 12.0
LETTER = 6.0


def placed(*lines, size=SIZE):
    """Return the words of ``(x, baseline, text)`` lines, as if typed at one pitch."""
    words = []
    for x, baseline, text in lines:
        at = x
        for part in text.split(" "):
            wide = len(part) * LETTER
            if part:
                box = (at, baseline - size * 0.8, at + wide, baseline + size * 0.2)
                words.append(PrintedWord(part, box, baseline, size))
            at += wide + LETTER / 2
    return words


def centred(middle, *lines):
    """Return ``(x, baseline, text)`` lines around one middle."""
    return [(middle - _width(text) / 2, baseline, text) for baseline, text in lines]


def _width(text):
    parts = [part for part in text.split(" ") if part]
    return sum(map(len, parts)) * LETTER + (len(parts) - 1) * LETTER / 2


def pdf(*contents, size=(595, 842), rotate=0):
    """Return a PDF of pages with these content streams; /F1 is Helvetica."""
    kids = " ".join(f"{3 + 2 * i} 0 R" for i in range(len(contents)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>",
    ]
    font = (
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
        "/Encoding /WinAnsiEncoding >>"
    )
    for i, content in enumerate(contents):
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {size[0]} {size[1]}] "
            f"/Rotate {rotate} /Contents {4 + 2 * i} 0 R "
            f"/Resources << /Font << /F1 {font} >> >> >>",
            f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        ]
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    for place in places:
        out.write(f"{place:010d} 00000 n \n".encode())
    out.write(
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n"
        f"startxref\n{start}\n%%EOF".encode()
    )
    return out.getvalue()


def typed(x, y, text, size=12):
    """Return the operators that type ``text`` at a place counted from the bottom."""
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n"
