"""The real command over a chain that reads at once and makes trouble when told.

``CHAOS_SECONDS`` is what a document takes; a document whose text begins with
``deadly``, ``slow`` or ``greedy`` kills its process, hangs, or eats memory.
"""

import os
import signal
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fake_edge import plan

from danchieu.cli import inputs, main
from danchieu.jobs import Chain, ChainConfig, ReaderPool, Reading


@dataclass
class ChaosChain:
    """Spends CPU like a real chain, reads a plan out of any text."""

    seconds: float

    def read(self, name: str, content: bytes) -> Reading:
        text = content.decode()
        if text.startswith("deadly"):
            os.kill(os.getpid(), signal.SIGKILL)
        if text.startswith("slow"):
            time.sleep(600)
        if text.startswith("greedy"):
            bytearray(8 * 1024**3)
        end = time.process_time() + self.seconds
        while time.process_time() < end:
            pass
        return plan(name, text)

    def render_page(
        self, name: str, content: bytes, *, number: int, scale: float
    ) -> bytes:
        return b""


def open_chaos_chain(config: ChainConfig) -> Chain:
    return ChaosChain(float(os.environ.get("CHAOS_SECONDS", "0.05")))


if __name__ == "__main__":
    inputs.ReaderPool = partial(ReaderPool, open_chain=open_chaos_chain)
    main()
