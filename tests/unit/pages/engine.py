"""Where the real page reader has its data, and the fonts that it is shown."""

from pathlib import Path

import pytest
from media import TESSDATA

FONTS = Path("/usr/share/fonts/truetype/liberation2")

needs_engine = pytest.mark.skipif(
    not (TESSDATA / "vie.traineddata").exists() or not FONTS.is_dir(),
    reason="needs tesseract-ocr-vie and fonts-liberation2",
)
