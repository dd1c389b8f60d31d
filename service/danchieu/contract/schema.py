"""The JSON Schema of a result, for clients in other languages."""

import json
from pathlib import Path
from typing import Any

from danchieu.contract.result import DocumentResult

SCHEMA_FILE = Path(__file__).with_name("result.schema.json")


def result_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every result fulfils."""
    schema = DocumentResult.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def schema_text() -> str:
    """Return the schema as the file beside this module holds it."""
    return json.dumps(result_schema(), ensure_ascii=False, indent=1) + "\n"
