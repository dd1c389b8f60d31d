"""The graph as the two CSV files that ``neo4j-admin database import`` reads."""

import csv
from collections.abc import Iterable
from pathlib import Path

from danchieu.domain.link import Edge
from danchieu.exports.graph_rows import EDGE_FIELDS, NODE_FIELDS, edge_row, node_row
from danchieu.store import StoredNode

NODES, RELATIONSHIPS = "nodes.csv", "relationships.csv"


def write_neo4j(graph: Iterable[StoredNode | Edge], folder: Path) -> None:
    """Write ``nodes.csv`` and ``relationships.csv`` into the folder, made if absent."""
    folder.mkdir(parents=True, exist_ok=True)
    nodes_path, edges_path = folder / NODES, folder / RELATIONSHIPS
    with (
        nodes_path.open("w", encoding="utf-8", newline="") as nodes_file,
        edges_path.open("w", encoding="utf-8", newline="") as edges_file,
    ):
        nodes, edges = csv.writer(nodes_file), csv.writer(edges_file)
        nodes.writerow(["node_id:ID", *_typed(NODE_FIELDS), ":LABEL"])
        fields = {n: t for n, t in EDGE_FIELDS.items() if n != "relation"}
        edges.writerow([":START_ID", *_typed(fields), ":END_ID", ":TYPE"])
        for item in graph:
            if isinstance(item, Edge):
                row = edge_row(item)
                values = [_flat(row[name]) for name in fields]
                kind = item.relation.upper()
                edges.writerow([item.source, *values, item.target, kind])
            else:
                values = [_flat(v) for v in node_row(item).values()]
                nodes.writerow([item.id, *values, "Document"])


def _typed(fields: dict[str, str]) -> list[str]:
    return [
        name if kind == "string" else f"{name}:{kind}" for name, kind in fields.items()
    ]


def _flat(value: str) -> str:
    """Return the value on one line: the importer reads line by line."""
    return " ".join(value.split())
