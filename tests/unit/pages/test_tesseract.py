"""The real engine, where its data is installed."""

import numpy as np
import pytest
from media import TESSDATA
from PIL import Image, ImageDraw, ImageFont
from unit.pages.engine import FONTS, needs_engine

from danchieu.domain.page import Page
from danchieu.errors import SettingsError
from danchieu.pages import TesseractOcr
from danchieu.pages.scans import read_scan

FONT = FONTS / "LiberationSerif-Regular.ttf"


def test_missing_language_data_is_a_settings_error(tmp_path):
    with pytest.raises(SettingsError, match="tesseract-ocr-vie"):
        TesseractOcr(tmp_path)


@needs_engine
def test_reads_vietnamese_with_boxes_and_confidence():
    paper = Image.new("L", (1200, 400), 255)
    font = ImageFont.truetype(str(FONT), 40)
    draw = ImageDraw.Draw(paper)
    draw.text((100, 100), "Ủy ban nhân dân xã Hòa Bình báo cáo", font=font, fill=0)
    with TesseractOcr(TESSDATA) as ocr:
        words = ocr.read(np.asarray(paper), 200)
        block = ocr.read_block(np.asarray(paper), 200)
    assert [w.text for w in words] == [
        "Ủy",
        "ban",
        "nhân",
        "dân",
        "xã",
        "Hòa",
        "Bình",
        "báo",
        "cáo",
    ]
    assert [w.text for w in block] == [w.text for w in words]
    assert words[0].box[0] == pytest.approx(100, abs=6)
    assert min(w.confidence for w in words) > 0.8
    assert len({w.line for w in words}) == 1


@needs_engine
def test_a_name_stamped_in_red_is_read_and_the_middle_of_a_seal_is_not():
    paper = Image.new("RGB", (1654, 900), "white")
    font = ImageFont.truetype(str(FONT), 40)
    draw = ImageDraw.Draw(paper)
    draw.text((150, 100), "Các đơn vị báo cáo kết quả về Sở", font=font, fill="black")
    draw.text((150, 170), "trước ngày họp giao ban tháng sau", font=font, fill="black")
    draw.text((950, 420), "SỞ Y TẾ", font=font, fill=(220, 30, 30))
    draw.text((950, 600), "Nguyễn Thanh Bình", font=font, fill=(220, 30, 30))
    with TesseractOcr(TESSDATA) as ocr:
        page = read_scan(Page(1, "", (), 595.0, 324.0), np.asarray(paper), ocr).page
    assert "Nguyễn Thanh Bình" in page.text
    assert "SỞ" not in page.text
