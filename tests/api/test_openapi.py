import json
import os
from pathlib import Path

from fake_app import open_client

GOLDEN = Path(__file__).parents[1] / "data" / "openapi.json"


def described():
    with open_client() as client:
        return client.get("/openapi.json").json()


def test_the_interface_is_the_one_that_clients_know():
    text = json.dumps(described(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if os.environ.get("DANCHIEU_WRITE_GOLDEN") == "1":
        GOLDEN.write_text(text, "utf-8")
    assert text == GOLDEN.read_text("utf-8")


def test_no_run_of_the_suite_by_ci_writes_golden_files():
    assert not ("CI" in os.environ and "DANCHIEU_WRITE_GOLDEN" in os.environ)
