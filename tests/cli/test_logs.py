import json

import structlog

from danchieu.cli.logs import log_to_file
from danchieu.settings import load_settings


def test_entries_are_lines_of_json_in_the_data_folder(tmp_path):
    settings = load_settings(data_dir=str(tmp_path))
    before = structlog.get_config()
    try:
        log_to_file(settings, "batch")
        structlog.get_logger().info("read", job="a")
    finally:
        structlog.configure(**before)
    [line] = (tmp_path / "logs" / "batch.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["job"] == "a"
