"""Training the net on drawn strips."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from danchieu.training.pen_config import PenConfig
from danchieu.training.pen_net import build_net
from danchieu.training.pen_pool import Pool

if TYPE_CHECKING:
    import numpy as np
    import torch
    from numpy.typing import NDArray
    from torch import nn

    Shades = NDArray[np.float32]

Tell = Callable[[str], None]
_WARM_UP = 0.12
_DECAY = 0.01
_LONGEST_STEP = 2.0
_REPORT = 200
_SHIFT = (4, 2)
_GAMMA = (0.7, 1.4)


def train_net(config: PenConfig, pool: Pool, tell: Tell) -> "nn.Module":
    """Return the trained net; the same recipe and machine give the same weights."""
    import numpy as np
    import torch

    torch.manual_seed(config.seed)
    torch.set_num_threads(1)
    net = build_net(config.channels, len(config.alphabet) + 1)
    steps = torch.optim.AdamW(
        net.parameters(), config.learning_rate, weight_decay=_DECAY
    )
    pace = torch.optim.lr_scheduler.OneCycleLR(
        steps, config.learning_rate, total_steps=config.steps, pct_start=_WARM_UP
    )
    rng = np.random.default_rng(config.seed)
    lost = 0.0
    for step in range(1, config.steps + 1):
        chosen = rng.integers(0, len(pool.texts), config.batch)
        loss = _loss(net, config, pool, chosen, rng)
        steps.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), _LONGEST_STEP)
        steps.step()
        pace.step()
        lost += float(loss.detach())
        if step % _REPORT == 0:
            tell(f"{step}/{config.steps}: {lost / _REPORT:.3f}")
            lost = 0.0
    return net.eval()


def _loss(
    net: "nn.Module",
    config: PenConfig,
    pool: Pool,
    chosen: "NDArray[np.int64]",
    rng: "np.random.Generator",
) -> "torch.Tensor":
    import numpy as np
    import torch

    strips = np.stack([_varied(pool.strips[at], rng) for at in chosen])[:, None]
    texts = [pool.texts[at] for at in chosen]
    columns = net(torch.from_numpy(strips)).log_softmax(1).permute(2, 0, 1)
    return torch.nn.functional.ctc_loss(
        columns,
        torch.tensor([config.alphabet.index(c) + 1 for text in texts for c in text]),
        torch.full((len(texts),), columns.shape[0]),
        torch.tensor([len(text) for text in texts]),
        zero_infinity=True,
    )


def _varied(strip: "NDArray[np.uint8]", rng: "np.random.Generator") -> "Shades":
    """Return the strip a little moved, darker or lighter: no two looks are alike."""
    import numpy as np

    along, down = (int(rng.integers(-reach, reach + 1)) for reach in _SHIFT)
    moved = np.roll(strip, (down, along), (0, 1)).astype(np.float32) / 255
    if along > 0:
        moved[:, :along] = 0
    elif along < 0:
        moved[:, along:] = 0
    return np.power(moved, np.float32(rng.uniform(*_GAMMA)), dtype=np.float32)
