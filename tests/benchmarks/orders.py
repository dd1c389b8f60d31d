"""The same documents loaded in many orders give the same graph.

Run it with ``make orders``: 500 documents in 20 orders, with removals and corrections
in between. It ends with 1 when two graphs differ.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from synthetic_archive import graph_of, load_in_some_order, make_archive

from danchieu.usecases import open_memory_store

DOCUMENTS, ORDERS, SEED = 500, 20, 1068


def main() -> int:
    """Compare the graphs; return how many orders gave another one than the first."""
    made = make_archive(DOCUMENTS, SEED)
    first, other = None, 0
    for order in range(ORDERS):
        began = time.perf_counter()
        store = open_memory_store()
        load_in_some_order(store, made, order)
        graph = graph_of(store, made)
        store.close()
        first = first or graph
        other += graph != first
        seconds = time.perf_counter() - began
        same = "same" if graph == first else "OTHER"
        print(
            f"order {order + 1} of {ORDERS}: {same} graph, {seconds:.1f} s", flush=True
        )
    placements, nodes, edges = first
    print(f"{len(placements)} documents, {len(nodes)} nodes, {len(edges)} edges")
    return min(other, 1)


if __name__ == "__main__":
    sys.exit(main())
