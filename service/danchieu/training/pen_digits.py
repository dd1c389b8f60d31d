"""``models/pen-digits`` made again, from its recipe to its card."""

import hashlib
import json
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from danchieu.learned import PenDigits
from danchieu.learned.model_folder import ModelFolder
from danchieu.training.model_card import render_card
from danchieu.training.pen_config import PenConfig, load_pen_config
from danchieu.training.pen_export import export_int8
from danchieu.training.pen_fonts import fetch_fonts, find_faces
from danchieu.training.pen_ink import Pens
from danchieu.training.pen_pool import Pool, draw_pool
from danchieu.training.pen_scores import Scores
from danchieu.training.pen_strips import PrintedForm
from danchieu.training.pen_strokes import load_forms
from danchieu.training.pen_training import Tell, train_net

_TEST_STRIPS = 1000
_THRESHOLD = 0.85
_SCANS_ARE = (
    "Real scans of Vietnamese offices, read by the whole chain. The net and its "
    "threshold were chosen on the development half; the check half was only counted. "
    "A day counts as right when the whole date is."
)
_LIBRARIES = ("torch", "onnx", "onnxruntime", "numpy", "opencv-python-headless")


@dataclass(frozen=True, slots=True)
class _Means:
    """What strips are drawn with."""

    pens: Pens
    form: PrintedForm


def train_pen_digits(folder: Path, fonts: Path, tell: Tell) -> None:
    """Write weights and ``meta.json`` into ``folder``, by its ``config.toml``.

    ``fonts`` keeps the handwriting fonts; missing ones are fetched from npm. Scores on
    scans, which the repository does not hold, stay empty until they are noted.

    Raises:
        ModelError: the recipe is wrong, or a font cannot be had.
    """
    config = load_pen_config(folder / "config.toml")
    means = _means(config, folder, fonts)
    tell(f"{config.strips} strips")
    pool = draw_pool(means.pens, means.form, count=config.strips, seed=config.seed)
    net = train_net(config, pool, tell)
    weights = folder / "weights.onnx"
    export_int8(net, pool.strips[: config.calibration], weights)
    test = draw_pool(means.pens, means.form, count=_TEST_STRIPS, seed=config.seed + 1)
    meta = _meta(config, folder) | {
        "scores": {
            "scans": {},
            "scans_are": "Not scored on scans yet.",
            "drawn": _score_drawn(weights, config, test),
        }
    }
    _save(folder, meta)


def note_scores(folder: Path, scores: Scores) -> None:
    """Write the scores on real scans into ``meta.json`` and render the card anew."""
    meta = json.loads((folder / "meta.json").read_text("utf-8"))
    meta["scores"]["scans_are"] = _SCANS_ARE
    meta["scores"]["scans"] = {
        half: {field: asdict(tally) for field, tally in sorted(fields.items())}
        for half, fields in sorted(scores.items(), reverse=True)
    }
    _save(folder, meta)


def _means(config: PenConfig, folder: Path, fonts: Path) -> _Means:
    files = fetch_fonts(config.families, fonts)
    pens = Pens(files, load_forms(folder / "strokes.toml"), config.clerk_share)
    faces = find_faces(config.faces)
    form = PrintedForm(config.before, config.after, config.beside, faces)
    return _Means(pens, form)


def _score_drawn(weights: Path, config: PenConfig, test: Pool) -> dict[str, Any]:
    meta = {"alphabet": config.alphabet}
    content = weights.read_bytes()
    net = PenDigits(ModelFolder(config.name, config.version, content, meta))
    readings = [net.read([255 - strip]) for strip in test.strips]
    right = [r.text == text for r, text in zip(readings, test.texts, strict=True)]
    given = [r.text != "" and r.confidence >= _THRESHOLD for r in readings]
    return {
        "strips": len(right),
        "right": sum(right),
        "threshold": _THRESHOLD,
        "given": sum(given),
        "given_right": sum(g and r for g, r in zip(given, right, strict=True)),
    }


def _meta(config: PenConfig, folder: Path) -> dict[str, Any]:
    weights = (folder / "weights.onnx").read_bytes()
    return {
        "name": config.name,
        "version": config.version,
        "alphabet": config.alphabet,
        "purpose": (
            "Reads numbers and days that were written by pen into printed "
            "letterheads: one grey strip in, digits out."
        ),
        "byte_size": len(weights),
        "sha256": hashlib.sha256(weights).hexdigest(),
        "recipe_sha256": {
            part: hashlib.sha256((folder / part).read_bytes()).hexdigest()
            for part in ("config.toml", "strokes.toml")
        },
        "libraries": {"python": platform.python_version()}
        | {name: version(name) for name in _LIBRARIES},
        "font_licence": "SIL Open Font License 1.1, from npm's @fontsource",
        "fonts": list(config.families),
        "made_by": [
            f"{config.strips} strips drawn with seed {config.seed}: print and pen, "
            "damaged as scanners do; no scan was trained on",
            f"{config.clerk_share:.0%} of the strings in our own strokes "
            "(`strokes.toml`), the rest in handwriting fonts or print",
            f"{config.steps} steps of {config.batch} strips, connectionist temporal "
            "classification; int8 weights, calibrated on "
            f"{config.calibration} strips",
            "Again: `danchieu train pen-digits`",
        ],
        "limits": [
            "Digits and the letters a and b only; five digits fit",
            "Words, Roman numbers and struck-out figures are not read",
            "What it gives below the threshold of `pages/pen_fields.py` is not used",
        ],
    }


def _save(folder: Path, meta: Mapping[str, Any]) -> None:
    told = json.dumps(meta, ensure_ascii=False, indent=1)
    (folder / "meta.json").write_text(told + "\n", "utf-8")
    (folder / "CARD.md").write_text(render_card(meta), "utf-8")
