"""The net itself, as torch trains it: convolutions only, one answer per column."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import nn


def build_net(channels: Sequence[int], classes: int) -> "nn.Module":
    """Return a net from strips (batch, 1, 40, 144) to scores (batch, classes, 72).

    The four ``channels`` are those of its layers. Heights are pooled away, widths only
    once, so that two narrow digits stay apart.
    """
    from torch import nn

    first, second, third, last = channels
    return nn.Sequential(
        *_layer(1, first, (5, 5), stride=2),
        nn.MaxPool2d((2, 1)),
        *_layer(first, second, (3, 3)),
        nn.MaxPool2d((2, 1)),
        *_layer(second, third, (3, 3)),
        nn.Conv2d(third, last, (5, 3), padding=(0, 1), bias=False),
        nn.BatchNorm2d(last),
        nn.ReLU(),
        *_layer(last, last, (1, 3)),
        nn.Dropout(0.1),
        *_layer(last, last, (1, 3)),
        nn.Conv2d(last, classes, 1),
        nn.Flatten(2),
    )


def _layer(
    before: int, after: int, kernel: tuple[int, int], stride: int = 1
) -> list["nn.Module"]:
    from torch import nn

    padding = (kernel[0] // 2, kernel[1] // 2)
    return [
        nn.Conv2d(before, after, kernel, stride, padding, bias=False),
        nn.BatchNorm2d(after),
        nn.ReLU(),
    ]
