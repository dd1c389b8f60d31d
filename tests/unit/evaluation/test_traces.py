from pathlib import Path

import pytest
from unit.evaluation.conftest import write_gold
from unit.evaluation.gold_samples import own

from danchieu.errors import CorpusError
from danchieu.evaluation import load_corpus, load_traces, read_trace, score_traces

OURS = Path(__file__).parents[3] / "corpora"

PLAN = {"code": "7/KH-SYT", "issuer": "Sở Y tế tỉnh Kon Tum", "title": "Tiêm chủng"}


def traces(corpus, *entries):
    lines = ",\n".join(entries)
    text = f'[[trace]]\ncode = "5/QĐ-TTg"\nentry = [\n{lines}\n]\n'
    (corpus / "traces.toml").write_text(text, "utf-8")
    return load_traces(load_corpus(corpus))


def entry(code="7/KH-SYT", relation="direct", way=(), title=None, issuer=None):
    document = {"code": code, "title": title, "issuer": issuer and {"name": issuer}}
    path = [{"code": hop} for hop in (code, *way)]
    return {"document": document, "relation": relation, "path": path}


def counts(golds, field, *entries):
    table = score_traces(golds, {"5/QĐ-TTg": read_trace(entries)})
    score = table.fields.get(field)
    return (score.right, score.wrong, score.missed) if score else None


@pytest.fixture
def plan(corpus):
    write_gold(corpus, header=own()["header"] | PLAN)
    return corpus


def test_a_document_is_known_by_code_and_issuer(plan):
    golds = traces(plan, '{ document = "kh-7", relation = "direct" }')
    found = entry(issuer="Sở Y tế")
    assert counts(golds, "trace", found) == (1, 0, 0)
    assert counts(golds, "trace", entry(issuer="Sở Y tế tỉnh Gia Lai")) == (0, 1, 1)
    assert counts(golds, "trace") == (0, 0, 1)


def test_a_document_without_a_number_is_known_by_its_title(corpus):
    write_gold(corpus, header=own()["header"] | {"title": "Tiêm chủng năm 2024"})
    golds = traces(corpus, '{ document = "kh-7", relation = "reports" }')
    found = entry(None, "reports", title="Tiêm chủng năm 2024")
    assert counts(golds, "trace", found) == (1, 0, 0)
    assert counts(golds, "trace", entry(None, title="Tổng kết")) == (0, 1, 1)


def test_a_document_may_only_be_spoken_of(corpus):
    golds = traces(corpus, '{ code = "9/KH-SYT", relation = "direct" }')
    assert counts(golds, "trace", entry("9/KH-SYT")) == (1, 0, 0)


@pytest.mark.parametrize(("relation", "right"), [("via", 1), ("direct", 1), ("x", 0)])
def test_the_group_must_be_right(plan, relation, right):
    golds = traces(plan, '{ document = "kh-7", relation = "via", also = ["direct"] }')
    found = entry(relation=relation, issuer="Sở Y tế")
    assert counts(golds, "trace.relation", found)[0] == right


def test_the_way_there_must_be_right(plan):
    golds = traces(
        plan, '{ document = "kh-7", relation = "via", through = ["6/KH-UBND"] }'
    )
    right = entry(relation="via", way=["6/KH-UBND"], issuer="Sở Y tế")
    wrong = entry(relation="via", way=["8/KH-UBND"], issuer="Sở Y tế")
    assert counts(golds, "trace.through", right) == (1, 0, 0)
    assert counts(golds, "trace.through", wrong) == (0, 1, 1)


def test_an_optional_document_costs_nothing(plan):
    golds = traces(plan, '{ document = "kh-7", relation = "direct", optional = true }')
    assert counts(golds, "trace") == (0, 0, 0)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{ document = "kh-9", relation = "direct" }', "kh-9"),
        ('{ document = "kh-7", relation = "near" }', "relation"),
        ('{ document = "kh-7" }', "relation"),
    ],
)
def test_a_wrong_file_of_traces_is_refused(corpus, line, told):
    with pytest.raises(CorpusError, match=told):
        traces(corpus, line)


def test_what_is_no_trace_is_refused():
    with pytest.raises(CorpusError, match="trace"):
        read_trace([{"relation": "direct"}])


def test_our_traces_name_documents_of_their_corpus():
    folders = [path.parent for path in OURS.glob("*/traces.toml")]
    assert all(load_traces(load_corpus(folder)) for folder in folders)
