"""The net that reads numbers written by pen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from danchieu.errors import ModelError
from danchieu.learned.ctc import best_path, log_softmax, probability
from danchieu.learned.model_folder import ModelFolder, load_model_folder
from danchieu.learned.strip import STRIP_HEIGHT, STRIP_WIDTH, as_strip

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]
    Shades = NDArray[np.float32]

_NEVER = 0.01
"""Below this a string that the pen may write is not worth naming."""


@dataclass(frozen=True, slots=True)
class PenReading:
    """What the pen wrote ("" for nothing), how surely, and where.

    ``left`` and ``right`` are shares of the width of the first cut-out.
    """

    text: str
    confidence: float
    left: float
    right: float


class _Session(Protocol):
    """What we ask of an opened net."""

    def run(self, names: None, inputs: dict[str, "Shades"]) -> list["Shades"]:
        """Return every output for these inputs."""
        ...


class PenDigits:
    """One net, opened when it is first asked; threads may share it."""

    def __init__(self, folder: ModelFolder) -> None:
        self._alphabet = str(folder.meta["alphabet"])
        self.source = f"{folder.name}@{folder.version}"
        self._folder = folder

    @cached_property
    def _session(self) -> "_Session":
        """The opened net; only files with handwriting pay for it."""
        return _open(self._folder)

    def read(
        self, cuts: Sequence["Picture"], allowed: Collection[str] | None = None
    ) -> PenReading:
        """Return the string that the cut-outs of one place show together.

        ``cuts`` are views of the same place, a little apart; they are judged
        together. With ``allowed`` only these strings are read, else any.
        """
        columns = self._columns(cuts)
        paths = [best_path(view) for view in columns]
        texts = {self._text(classes) for classes, _ in paths}
        if allowed is not None:
            texts = {text for text in texts if text in allowed} or set(allowed)
        confidence, text = max((self._agreed(columns, t), t) for t in texts)
        if confidence < _NEVER:
            return PenReading("", 0.0, 0.0, 1.0)
        left, right = self._place(paths[0][1], cuts[0])
        return PenReading(text, confidence, left, right)

    def _columns(self, cuts: Sequence["Picture"]) -> "Shades":
        import numpy as np

        strips = np.stack([as_strip(cut) for cut in cuts])[:, None]
        scores = self._session.run(None, {"strips": strips})[0]
        return log_softmax(scores.transpose(0, 2, 1))

    def _text(self, classes: tuple[int, ...]) -> str:
        return "".join(self._alphabet[c - 1] for c in classes)

    def _agreed(self, columns: "Shades", text: str) -> float:
        """Return the mean probability over the views."""
        classes = tuple(self._alphabet.index(letter) + 1 for letter in text)
        chances = [probability(view, classes) for view in columns]
        return sum(chances) / len(chances)

    def _place(self, span: tuple[int, int], cut: "Picture") -> tuple[float, float]:
        """Return the span of columns as shares of the cut-out's width."""
        height, width = cut.shape
        used = min(STRIP_WIDTH, max(1, round(width * STRIP_HEIGHT / height)))
        step = _STEP / used
        return min(1.0, span[0] * step), min(1.0, span[1] * step)


_STEP = 2
"""Pixels of a strip that make one column of the net's answer."""


def _open(folder: ModelFolder) -> "_Session":
    import onnxruntime
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    damage = (state.Fail, state.InvalidProtobuf, state.InvalidGraph)
    try:
        session: _Session = onnxruntime.InferenceSession(
            folder.weights, options, providers=["CPUExecutionProvider"]
        )
    except damage as error:
        raise ModelError(f"{folder.name}: {error}; train it again") from error
    return session


def load_pen_digits(folder: Path) -> PenDigits:
    """Return the net in ``folder``, which is checked at once and opened later.

    Raises:
        ModelError: the folder is not complete, or the weights are not its own.
    """
    return PenDigits(load_model_folder(folder))
