"""``CARD.md`` of a model, told by its ``meta.json`` alone."""

from collections.abc import Mapping
from typing import Any


def render_card(meta: Mapping[str, Any]) -> str:
    """Return the card as Markdown; the same facts give the same card."""
    return "\n".join(
        [
            f"# {meta['name']} {meta['version']}",
            "",
            meta["purpose"],
            "",
            *_scores(meta["scores"]),
            "",
            "## How it was made",
            "",
            *(f"- {line}" for line in meta["made_by"]),
            "",
            "## What it cannot do",
            "",
            *(f"- {line}" for line in meta["limits"]),
            "",
            "## What it is",
            "",
            f"- Labels: `{meta['alphabet']}`",
            f"- Weights: `weights.onnx`, {meta['byte_size']} bytes, "
            f"sha256 `{meta['sha256']}`",
            *(
                f"- Recipe: `{part}`, sha256 `{sha256}`"
                for part, sha256 in meta["recipe_sha256"].items()
            ),
            f"- Made with: {_listed(meta['libraries'])}",
            f"- Fonts ({meta['font_licence']}): {', '.join(meta['fonts'])}",
            "",
        ]
    )


def _scores(scores: Mapping[str, Any]) -> list[str]:
    rows = [
        f"| {half} | {field} | {t['fields']} | {t['given']} | {t['right']} |"
        for half, fields in scores["scans"].items()
        for field, t in fields.items()
    ]
    drawn = scores["drawn"]
    return [
        "## Scores",
        "",
        scores["scans_are"],
        "",
        "| scans | written by pen | fields | given | right |",
        "|---|---|---|---|---|",
        *rows,
        "",
        f"On {drawn['strips']} drawn strips that it was not trained on, "
        f"{drawn['right']} are read wholly right; at the threshold "
        f"{drawn['threshold']} it gives {drawn['given']}, {drawn['given_right']} of "
        "them right. Drawn strips say little about scans.",
    ]


def _listed(versions: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in versions.items())
