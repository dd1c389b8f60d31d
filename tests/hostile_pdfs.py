"""PDFs that do harm: bombs, nested objects, impossible sizes, crowded pages."""

import random
import zlib

MANY = 100_000
BLOCK = 1_048_576


def zeros(size: int, byte: bytes = b"\0") -> bytes:
    """Return ``size`` equal bytes, deflated."""
    packer, block = zlib.compressobj(9), byte * BLOCK
    packed = [packer.compress(block) for _ in range(size // BLOCK)]
    return b"".join(packed) + packer.flush()


def pdf_of(*objects: bytes) -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is the catalogue."""
    made, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in places)
    size = len(objects) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, len(made))
    )


def one_page(content: bytes, page: bytes = b"/MediaBox[0 0 595 842]") -> bytes:
    """Return a PDF with one page that draws ``content`` (a whole stream object)."""
    font = b"/Resources<</Font<</F 5 0 R>>>>"
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R%s%s>>" % (font, page),
        content,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )


def stream(content: bytes, keys: bytes = b"") -> bytes:
    """Return a stream object."""
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), keys, content)


def pdf_bomb(chance: random.Random) -> tuple[str, bytes]:
    """Return a stream that unpacks to far too much, packed once or twice."""
    size = chance.choice((100, 400, 1000)) * BLOCK
    bomb = zeros(size, chance.choice((b" ", b"\0", b"q ")))
    if chance.random() < 0.5:
        return "b.pdf", one_page(stream(bomb, b"/Filter/FlateDecode"))
    twice = stream(zlib.compress(bomb, 9), b"/Filter[/FlateDecode/FlateDecode]")
    return "b.pdf", one_page(twice)


def pdf_picture_bomb(chance: random.Random) -> tuple[str, bytes]:
    """Return a picture of far too many pixels."""
    side = chance.choice((9_000, 30_000, 60_000))
    keys = (
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Filter/FlateDecode" % (side, side)
    )
    size = min(side * side, 400 * BLOCK)
    return "p.pdf", pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 595 842]"
        b"/Resources<</XObject<</I 5 0 R>>>>>>",
        stream(b"595 0 0 842 0 0 cm /I Do"),
        stream(zeros(size), keys),
    )


def pdf_nested(chance: random.Random) -> tuple[str, bytes]:
    """Return objects in objects, or pages that hold themselves."""
    deep = chance.choice((100, 5_000, MANY))
    nested = chance.choice((b"[", b"<</A", b"(", b"<</Kids[")) * deep
    shape = chance.randrange(4)
    if shape == 0:
        return "n.pdf", one_page(stream(nested))
    if shape == 1:
        return "n.pdf", one_page(stream(b"q " * deep), b"/MediaBox" + nested)
    if shape == 2:
        itself = b"/Resources<</XObject<</I 4 0 R>>>>"
        form = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + itself
        own = b"/MediaBox[0 0 595 842]" + itself
        return "n.pdf", one_page(stream(b"/I Do", form), own)
    kids = [
        b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (n + 3) for n in range(deep // 50)
    ]
    loop = b"<</Type/Pages/Kids[2 0 R]/Count 9999999>>"
    return "n.pdf", pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", *kids, loop)


_BOXES = (
    b"/MediaBox[0 0 1000000 1000000]", b"/MediaBox[0 0 0 0]", b"/MediaBox[9 9 1 1]",
    b"/MediaBox[0 0 1e38 1e38]", b"/MediaBox[0 0 595 842]/Rotate 37",
    b"/MediaBox[0 0 595 842]/UserUnit 100000", b"/MediaBox[0 0 99999999999999999999 1]",
    b"/MediaBox[0 0 1 14400]", b"/MediaBox[a b c d]", b"/CropBox[-9 -9 0.001 0.001]",
    b"/MediaBox[-2147483648 -2147483648 2147483647 2147483647]",
)  # fmt: skip


def pdf_size(chance: random.Random) -> tuple[str, bytes]:
    """Return a page of a size that cannot be."""
    content = stream(b"BT /F 12 Tf 20 700 Td (So: 27/KH-UBND) Tj ET")
    return "s.pdf", one_page(content, chance.choice(_BOXES))


def pdf_crowded(chance: random.Random) -> tuple[str, bytes]:
    """Return a page with far too much on it."""
    many = chance.choice((1_000, 20_000, MANY))
    drawn = chance.choice(
        (
            b"10 10 m 500 500 l S\n",
            b"10 10 300 0.5 re f\n",
            b"BT /F 1 Tf 9 9 Td (a) Tj ET\n",
            b"BT /F 9999999 Tf 0 0 Td (aaaa) Tj ET\n",
            b"BT /F 9 Tf 20 700 Td (So 27 KH UBND ) Tj ET\n",
        )
    )
    return "c.pdf", one_page(stream(drawn * many))
