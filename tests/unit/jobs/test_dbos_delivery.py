import os
import subprocess
import sys
import time
from pathlib import Path

from danchieu.jobs import Carrier, DbosDelivery, Letter, dbos_delivery

CARRIED = """
import os, sys, time
from danchieu.jobs import Carrier, DbosDelivery, Letter
delivery = DbosDelivery(sys.argv[1], Carrier("a", 4))
def work(job):
    print(job, flush=True)
    if job == "j2":
        os.kill(os.getpid(), 9)
delivery.start(work)
delivery.send([Letter(f"j{n}", 0, 10 + n) for n in range(4)])
time.sleep(30)
"""


def wait_for(condition):
    end = time.monotonic() + 30
    while not condition() and time.monotonic() < end:
        time.sleep(0.05)
    assert condition()


def test_letters_come_once_urgent_ones_first_and_outlive_kill_9(tmp_path):
    url = f"sqlite:///{tmp_path / 'jobs.sqlite'}"
    killed = subprocess.run(
        [sys.executable, "-c", CARRIED, url],
        check=False,
        env=os.environ,
        capture_output=True,
        text=True,
    )
    assert killed.returncode == -9
    assert "j2" in killed.stdout

    seen = []
    delivery = DbosDelivery(url, Carrier("a", 4))
    try:
        delivery.start(seen.append)
        wait_for(lambda: "j2" in seen)
        letters = [Letter("j2", 0, 12), Letter("j9", 0, 1)]
        wait_for(lambda: delivery.lost(letters) == tuple(letters))
        delivery.send(letters)
        wait_for(lambda: "j9" in seen)
        assert seen.count("j2") == 1
        assert delivery.rescue(lambda name: name == "a") == 0
    finally:
        delivery.stop(2.0)
    assert Path(tmp_path / "jobs.sqlite").exists()


def test_a_sender_without_a_carrier_sends_and_recalls(tmp_path):
    delivery = DbosDelivery(f"sqlite:///{tmp_path / 'jobs.sqlite'}", None)
    letters = [Letter("a", 0, 1), Letter("b", 0, 1)]
    try:
        delivery.send(letters)
        assert delivery.lost(letters) == ()
        delivery.recall(letters[:1])
        assert delivery.lost(letters) == (letters[0],)
    finally:
        delivery.stop(0.0)


def test_all_letters_that_ended_are_forgotten_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(dbos_delivery, "_SWEPT", 2)
    delivery = DbosDelivery(f"sqlite:///{tmp_path / 'jobs.sqlite'}", None)
    letters = [Letter(f"j{number}", 0, 1) for number in range(5)]
    try:
        delivery.send(letters)
        delivery.recall(letters)
        delivery.rescue(lambda _: True)
        assert delivery._open_client().list_workflows() == []
    finally:
        delivery.stop(0.0)
