"""Corpora and scores: what should have been read, and how much of it was."""

from danchieu.evaluation.answers import Answer, load_answers, read_answer
from danchieu.evaluation.corpus import (
    Corpus,
    CorpusDocument,
    Mismatch,
    check_corpus,
    load_corpus,
)
from danchieu.evaluation.gold import load_gold, load_golds
from danchieu.evaluation.gold_schema import GoldDocument
from danchieu.evaluation.reliability import (
    SURE,
    Reliability,
    reliability_by_step,
    reliability_of_sure,
    render_reliability,
)
from danchieu.evaluation.report import (
    Comparison,
    compare_folders,
    compare_tables,
    losses_of,
    render_comparison,
    render_table,
    table_as_json,
)
from danchieu.evaluation.score import score_results
from danchieu.evaluation.tally import FieldScore, Judgement, Loss, ScoreTable
from danchieu.evaluation.traces import (
    GoldTrace,
    TraceAnswer,
    load_traces,
    read_trace,
    score_traces,
)

__all__ = [
    "SURE",
    "Answer",
    "Comparison",
    "Corpus",
    "CorpusDocument",
    "FieldScore",
    "GoldDocument",
    "GoldTrace",
    "Judgement",
    "Loss",
    "Mismatch",
    "Reliability",
    "ScoreTable",
    "TraceAnswer",
    "check_corpus",
    "compare_folders",
    "compare_tables",
    "load_answers",
    "load_corpus",
    "load_gold",
    "load_golds",
    "load_traces",
    "losses_of",
    "read_answer",
    "read_trace",
    "reliability_by_step",
    "reliability_of_sure",
    "render_comparison",
    "render_reliability",
    "render_table",
    "score_results",
    "score_traces",
    "table_as_json",
]
