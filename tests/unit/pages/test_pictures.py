"""Picture files: frames, sizes, EXIF, limits."""

import io

import numpy as np
import pytest
from PIL import Image

from danchieu.domain.limits import Limits
from danchieu.domain.page import SourceFile
from danchieu.errors import DocumentError, TooLargeError
from danchieu.pages import OcrWord, read_pages, render_page

LIMITS = Limits()


class FakeOcr:
    def __init__(self):
        self.shapes = []

    def read(self, picture, dpi):
        self.shapes.append(picture.shape)
        return (OcrWord("Huế", (200, 200, 260, 230), 225, 36, 0.9, 0),)

    def read_block(self, picture, dpi):
        return ()


def saved(kind, size=(827, 1169), frames=1, **options):
    pixels = np.full((size[1], size[0]), 255, np.uint8)
    for x in range(100, 500, 20):
        pixels[300:310, x : x + 14] = 0
    images = [Image.fromarray(pixels) for _ in range(frames)]
    if kind == "TIFF":
        options |= {"save_all": True, "append_images": images[1:]}
    buffer = io.BytesIO()
    images[0].save(buffer, kind, **options)
    media = f"image/{kind.lower()}"
    return SourceFile("a", "0", media, buffer.getvalue())


def test_a_picture_without_dpi_counts_as_a4_and_is_read_at_200_dpi():
    ocr = FakeOcr()
    page = read_pages(saved("PNG"), LIMITS, ocr).pages[0]
    assert ocr.shapes == [(2338, 1654)]
    assert (round(page.width), round(page.height)) == (595, 842)
    assert page.words[0].box == pytest.approx((72, 72, 93.6, 82.8), abs=0.5)


def test_the_noted_dpi_is_believed():
    page = read_pages(saved("PNG", dpi=(100, 100)), LIMITS, FakeOcr()).pages[0]
    assert round(page.width) == round(827 * 0.72)


def test_every_frame_is_a_page():
    pages = read_pages(saved("TIFF", frames=3), LIMITS, FakeOcr()).pages
    assert [p.number for p in pages] == [1, 2, 3]


def test_the_exif_turn_is_followed():
    exif = Image.Exif()
    exif[0x0112] = 6
    source = saved("JPEG", exif=exif)
    page = read_pages(source, LIMITS, FakeOcr()).pages[0]
    assert page.width > page.height
    png = render_page(source, 1, scale=1, limits=LIMITS)
    assert int.from_bytes(png[16:20], "big") == round(page.width)


def test_too_many_pixels_are_refused_before_decoding():
    with pytest.raises(TooLargeError):
        read_pages(saved("PNG"), Limits(max_pixels=1000), FakeOcr())


def test_a_picture_cut_off_is_a_document_error():
    whole = saved("JPEG")
    source = SourceFile("a", "0", "image/jpeg", whole.content[:900])
    with pytest.raises(DocumentError):
        read_pages(source, LIMITS, FakeOcr())
