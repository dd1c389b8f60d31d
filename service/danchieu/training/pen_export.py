"""From the trained net to int8 weights in an open format."""

import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from danchieu.learned.strip import STRIP_HEIGHT, STRIP_WIDTH

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from torch import nn

    Strips = NDArray[np.uint8]

_OPSET = 17
_BATCH = 16


def export_int8(net: "nn.Module", strips: "Strips", target: Path) -> None:
    """Write the net as ONNX with int8 weights; ``strips`` show what inputs are like."""
    from onnxruntime.quantization import (
        CalibrationMethod,
        QuantFormat,
        QuantType,
        quantize_static,
    )
    from onnxruntime.quantization.shape_inference import quant_pre_process

    with tempfile.TemporaryDirectory() as folder:
        exact, prepared = Path(folder) / "exact.onnx", Path(folder) / "prepared.onnx"
        export_exact(net, exact)
        quant_pre_process(str(exact), str(prepared), skip_symbolic_shape=True)
        quantize_static(
            str(prepared),
            str(target),
            _Samples(strips),
            quant_format=QuantFormat.QDQ,
            per_channel=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            calibrate_method=CalibrationMethod.MinMax,
        )


def export_exact(net: "nn.Module", target: Path) -> None:
    """Write the net as ONNX with the weights as trained."""
    import torch

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            net,
            (torch.zeros(1, 1, STRIP_HEIGHT, STRIP_WIDTH),),
            str(target),
            input_names=["strips"],
            output_names=["scores"],
            dynamic_axes={"strips": {0: "views"}, "scores": {0: "views"}},
            opset_version=_OPSET,
            dynamo=False,
        )


class _Samples:
    """Feeds the strips to the calibration, a few at a time."""

    def __init__(self, strips: "Strips") -> None:
        self._batches = self._batched(strips)

    def get_next(self) -> dict[str, Any] | None:
        """Return the next inputs, None after the last."""
        return next(self._batches, None)

    @staticmethod
    def _batched(strips: "Strips") -> Iterator[dict[str, Any]]:
        import numpy as np

        for start in range(0, len(strips), _BATCH):
            some = strips[start : start + _BATCH, None].astype(np.float32) / 255
            yield {"strips": some}
