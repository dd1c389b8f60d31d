"""Every result of a batch as one Parquet table, written by DuckDB without a server."""

import importlib.util
import tempfile
from collections.abc import Callable
from pathlib import Path

from danchieu.cli.report_files import write_results
from danchieu.errors import SettingsError
from danchieu.store import Archive, Ledger

_TABLE = """
COPY (
  SELECT
    json->>'$.path' AS path,
    json->>'$.id' AS id,
    json->>'$.source.sha256' AS sha256,
    CAST(json->>'$.source.page_count' AS INTEGER) AS pages,
    json->>'$.kind.value' AS kind,
    json->>'$.header.code.value' AS code,
    json->>'$.header.type.value' AS type,
    json->>'$.header.issuer.value.name' AS issuer,
    json->>'$.header.issued_on.value' AS issued_on,
    json->>'$.header.title.value' AS title,
    json_array_length(json, '$.citations')::INTEGER AS citations,
    json_array_length(json, '$.targets')::INTEGER AS targets,
    json_array_length(json, '$.assignments')::INTEGER AS assignments,
    json->>'$.versions.rules' AS rules,
    json::VARCHAR AS result
  FROM read_ndjson_objects(?, maximum_object_size = ?)
) TO ? (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 2048)
"""
WriteResults = Callable[[Archive, Ledger, str, Path], None]
_LEAST_OBJECT = 1024 * 1024
_SETTINGS = {
    "threads": 1,
    "preserve_insertion_order": True,
    "autoinstall_known_extensions": False,
}


def results_writer(out: Path) -> WriteResults | None:
    """Return who writes all results into such a file; None when it is another form.

    Raises:
        SettingsError: it is Parquet, and DuckDB is not installed.
    """
    suffix = out.suffix.lower()
    if suffix == ".parquet" and importlib.util.find_spec("duckdb") is None:
        raise SettingsError("Parquet needs DuckDB: pip install 'danchieu[parquet]'")
    return RESULTS.get(suffix)


def write_parquet(store: Archive, ledger: Ledger, batch_id: str, out: Path) -> None:
    """Write one row for each file that was read; a whole file or none.

    What an unknown value is in JSON is NULL here; ``result`` is the whole JSON.
    """
    duckdb = importlib.import_module("duckdb")
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".parquet-") as folder:
        lines, table = Path(folder) / "all.jsonl", Path(folder) / "all.parquet"
        write_results(store, ledger, batch_id, lines)
        config = {**_SETTINGS, "temp_directory": folder}
        with duckdb.connect(":memory:", config=config) as connection:
            connection.execute(_TABLE, [str(lines), _longest(lines), str(table)])
        table.replace(out)


def _longest(lines: Path) -> int:
    """Return what the longest line needs: DuckDB reserves it from the beginning."""
    with lines.open("rb") as file:
        longest = max((len(line) + 1 for line in file), default=0)
    return max(_LEAST_OBJECT, longest)


RESULTS: dict[str, WriteResults] = {".jsonl": write_results, ".parquet": write_parquet}
"""Suffix of a file with all results → who writes it."""
