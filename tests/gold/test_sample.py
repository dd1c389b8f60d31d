"""Our own corpus: floors per field on the dev splits, and the graph it forms."""

import tomllib
from functools import cache
from pathlib import Path

import pytest
from media import SAMPLE, answers, read_as

from danchieu.evaluation import (
    SURE,
    ScoreTable,
    load_corpus,
    load_traces,
    read_trace,
    score_results,
    score_traces,
)
from danchieu.usecases import add_document, open_memory_store, trace

FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text("utf-8"))


SPLITS = ("dev", "dev-2")


@cache
def table(split: str) -> ScoreTable:
    dev = load_corpus(SAMPLE).split(split)
    found = answers([SAMPLE / "documents" / f"{d.id}.txt" for d in dev], "text")
    return score_results([d.gold for d in dev], found)


@cache
def traces() -> ScoreTable:
    corpus = load_corpus(SAMPLE)
    store = open_memory_store()
    for document in corpus.documents:
        path = SAMPLE / "documents" / f"{document.id}.txt"
        reading = read_as(path, "text")
        add_document(store, reading.document, reading.result)
    golds = load_traces(corpus)
    found = {
        g.code: read_trace(e.model_dump(mode="json") for e in trace(store, g.code))
        for g in golds
    }
    return score_traces(golds, found)


@pytest.mark.parametrize(
    ("split", "field"), [(name, field) for name in SPLITS for field in FLOORS[name]]
)
def test_a_field_keeps_its_floor(split, field):
    lost = [str(loss) for loss in table(split).losses if loss.field == field]
    assert table(split).fields[field].f1 >= FLOORS[split][field], lost


@pytest.mark.parametrize("field", FLOORS["traces"])
def test_the_traces_keep_their_floor(field):
    lost = [str(loss) for loss in traces().losses if loss.field == field]
    assert traces().fields[field].f1 >= FLOORS["traces"][field], lost


@pytest.mark.parametrize("split", SPLITS)
def test_values_called_sure_are_right_95_times_in_100(split):
    sure = [item for item in table(split).judgements if item.confidence >= SURE]
    assert len(sure) >= 100
    assert sum(item.is_right for item in sure) / len(sure) >= 0.95
