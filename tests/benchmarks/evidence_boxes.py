"""How many boxes hold the words of their evidence; writes ``evidence_boxes.json``.

Run it with ``python tests/benchmarks/evidence_boxes.py``: all documents of the sample,
laid out as PDF and scanned in four ways.
"""

import json
import os
import sys
from pathlib import Path

os.environ["OMP_THREAD_LIMIT"] = "1"
sys.path.insert(0, str(Path(__file__).parents[1]))

from boxes import box_faults
from media import SAMPLE, chain

from danchieu.rendering import render_text

SCANS = ("light", "skewed", "turned", "upside-down")


def main() -> None:
    """Read everything and write the figures."""
    figures = {form: _figures(form) for form in ("pdf", *SCANS)}
    target = Path(__file__).with_suffix(".json")
    target.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    print(json.dumps(figures, indent=1))


def _figures(form: str) -> dict[str, float]:
    seen = wrong = 0
    for path in sorted((SAMPLE / "documents").glob("*.txt")):
        pdf = given = render_text(path.read_text("utf-8"), "pdf")
        if form != "pdf":
            given = render_text(path.read_text("utf-8"), "scan", damage=form, seed=3)
        reading = chain().read(f"{path.stem}.pdf", given)
        count, faults = box_faults(reading, pdf, "" if form == "pdf" else form)
        seen, wrong = seen + count, wrong + len(faults)
    return {"evidence": seen, "right": round(1 - wrong / seen, 4)}


if __name__ == "__main__":
    main()
