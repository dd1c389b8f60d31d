"""Tesseract inside the process, as the reader of pictures."""

import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from danchieu.errors import SettingsError
from danchieu.pages.ocr import OcrWord

if TYPE_CHECKING:
    from danchieu.pages.ocr import Picture

_SMALLEST = 4.0


class TesseractOcr:
    """One engine, loaded once; use it in one thread and close it.

    Raises:
        SettingsError: ``tessdata`` has no data for ``language``.
    """

    def __init__(self, tessdata: Path, language: str = "vie") -> None:
        if not (tessdata / f"{language}.traineddata").is_file():
            raise SettingsError(
                f"{tessdata}: no {language}.traineddata; install "
                f"tesseract-ocr-{language} or set the folder"
            )
        os.environ["OMP_THREAD_LIMIT"] = "1"
        import tesserocr

        self._engine: Any = tesserocr.PyTessBaseAPI(path=str(tessdata), lang=language)

    def __enter__(self) -> Self:
        """Return the engine itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the engine."""
        self.close()

    def close(self) -> None:
        """Give the engine's memory back; a second call does nothing."""
        self._engine.End()

    def read(self, picture: "Picture", dpi: int) -> tuple[OcrWord, ...]:
        """Return the words of a grey page, with what Tesseract is unsure of."""
        import tesserocr

        return self._read(picture, dpi, tesserocr.PSM.AUTO)

    def read_block(self, picture: "Picture", dpi: int) -> tuple[OcrWord, ...]:
        """Return the words of a grey cut-out, read as one block of lines."""
        import tesserocr

        return self._read(picture, dpi, tesserocr.PSM.SINGLE_BLOCK)

    def _read(self, picture: "Picture", dpi: int, layout: int) -> tuple[OcrWord, ...]:
        height, width = picture.shape[:2]
        self._engine.SetPageSegMode(layout)
        self._engine.SetImageBytes(picture.tobytes(), width, height, 1, width)
        self._engine.SetSourceResolution(dpi)
        self._engine.Recognize()
        words = tuple(self._words())
        self._engine.Clear()
        return words

    def _words(self) -> Iterator[OcrWord]:
        import tesserocr

        iterator = self._engine.GetIterator()
        if iterator is None:
            return
        line, size = -1, 0.0
        for item in tesserocr.iterate_level(iterator, tesserocr.RIL.WORD):
            if item.IsAtBeginningOf(tesserocr.RIL.TEXTLINE):
                line += 1
                attributes = item.RowAttributes() or {}
                size = float(attributes.get("row_height", 0.0))
            if item.Empty(tesserocr.RIL.WORD):
                continue
            text = item.GetUTF8Text(tesserocr.RIL.WORD).strip()
            box = item.BoundingBox(tesserocr.RIL.WORD)
            if not text or box is None or any(letter.isspace() for letter in text):
                continue
            ends = item.Baseline(tesserocr.RIL.TEXTLINE)
            yield OcrWord(
                text,
                (float(box[0]), float(box[1]), float(box[2]), float(box[3])),
                _height_at(ends, (box[0] + box[2]) / 2, box[3]),
                max(size, _SMALLEST),
                item.Confidence(tesserocr.RIL.WORD) / 100,
                line,
            )


def _height_at(
    ends: tuple[tuple[int, int], tuple[int, int]] | None, x: float, bottom: float
) -> float:
    if ends is None or ends[1][0] == ends[0][0]:
        return bottom
    (x0, y0), (x1, y1) = ends
    return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
