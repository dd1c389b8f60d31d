"""The command line over the fake chain, run in this process."""

import sys
from dataclasses import dataclass

import pytest
from fake_edge import FakeChain

from danchieu.cli import inputs, main
from danchieu.jobs import InProcessReader


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


def command(monkeypatch, capsys, *arguments) -> Ended:
    """Run ``danchieu`` with ``arguments``; every reader is the fake one."""
    reader = InProcessReader(FakeChain())
    monkeypatch.setattr(inputs, "ReaderPool", lambda *_, **__: reader)
    monkeypatch.setattr(inputs, "open_chain", lambda _: FakeChain())
    monkeypatch.setattr(sys, "argv", ["danchieu", *map(str, arguments)])
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main()
    out, err = capsys.readouterr()
    return Ended(ended.value.code or 0, out, err)
