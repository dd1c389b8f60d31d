import os

from danchieu.contract import result_schema
from danchieu.contract.schema import SCHEMA_FILE, schema_text


def test_the_written_schema_is_the_one_of_the_models():
    if os.environ.get("DANCHIEU_WRITE_GOLDEN") == "1":
        SCHEMA_FILE.write_text(schema_text(), "utf-8")
    assert SCHEMA_FILE.read_text("utf-8") == schema_text()


def test_every_shape_names_all_its_keys_as_required():
    shapes = [result_schema(), *result_schema()["$defs"].values()]
    assert all(set(s["properties"]) == set(s["required"]) for s in shapes)


def test_no_shape_takes_other_keys():
    shapes = [result_schema(), *result_schema()["$defs"].values()]
    assert not any(s["additionalProperties"] for s in shapes)
