import io
import json

import structlog

from danchieu.usecases.log_entries import entry_processors

WORDS = "Nguyễn Văn Kín"


def logged(error):
    file = io.StringIO()
    log = structlog.wrap_logger(
        structlog.WriteLogger(file), processors=entry_processors()
    )
    log.error("fault", exc_info=error)
    return file.getvalue()


def raised(act):
    try:
        act()
    except Exception as error:
        return error
    raise AssertionError("it did not fail")


def misread():
    try:
        int(WORDS)
    except ValueError as error:
        raise RuntimeError(f"cannot read {WORDS}") from error


def test_an_exception_is_told_without_its_message():
    line = logged(raised(misread))
    told = json.loads(line)["exception"]
    assert WORDS not in line
    assert "in misread" in told
    assert told.splitlines()[-1] == "RuntimeError"
    assert "ValueError" in told.splitlines()


def test_an_entry_is_one_line_with_level_and_time():
    line = logged(raised(misread))
    assert line.count("\n") == 1
    assert {"event", "level", "timestamp", "exception"} == set(json.loads(line))
