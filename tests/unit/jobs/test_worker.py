import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[2]
STARTED = f"""
import os, sys
sys.path.insert(0, {str(TESTS)!r})
from fake_edge import open_fake_chain
from danchieu.domain.limits import Limits
from danchieu.jobs import ChainConfig, worker
config = ChainConfig(None, None, Limits(memory_bytes=300 * 1024 * 1024))
worker.start(open_fake_chain, config)
"""


def run(code):
    done = subprocess.run(
        [sys.executable, "-c", STARTED + code],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_libraries_do_not_write_between_our_lines():
    said = run("os.write(2, b'Error in pixScan'); print('ours', file=sys.stderr)")
    assert said == "ours\n"


def test_memory_is_limited_to_what_was_given():
    assert "MemoryError" in run("bytearray(400 * 1024 * 1024)")
    assert run("print(len(bytearray(200 * 1024 * 1024)))") == "209715200\n"


def test_work_before_the_start_is_a_mistake():
    code = "worker._Worker.chain = None; worker.ready()"
    assert "ValueError" in run(code)
