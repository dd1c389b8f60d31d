from pathlib import Path

import pytest
from unit.evaluation.conftest import write_gold

from danchieu.errors import CorpusError
from danchieu.evaluation import check_corpus, load_corpus

OURS = Path(__file__).parents[3] / "corpora"


def test_a_corpus_is_loaded_with_its_splits(corpus):
    loaded = load_corpus(corpus)
    assert loaded.name == "nhỏ"
    assert [d.id for d in loaded.split("dev")] == ["kh-7"]


def test_an_unknown_split_is_refused(corpus):
    with pytest.raises(CorpusError, match="there are: dev"):
        load_corpus(corpus).split("test")


def test_a_gold_file_under_another_name_is_refused(corpus):
    write_gold(corpus, id="kh-8")
    with pytest.raises(CorpusError, match=r"kh-7\.json: id"):
        load_corpus(corpus)


def test_gold_without_a_text_is_refused(corpus):
    (corpus / "gold" / "kh-9.json").write_text("{}", "utf-8")
    with pytest.raises(CorpusError, match=r"kh-9\.json: no document"):
        load_corpus(corpus)


@pytest.mark.parametrize(
    ("splits", "told"),
    [
        ("[dev]\ndocuments = []\n", "kh-7: is in no split"),
        ('[dev]\ndocuments = ["kh-7", "kh-9"]\n', "kh-9: is no document"),
        (
            '[dev]\ndocuments = ["kh-7"]\n[test]\ndocuments = ["kh-7"]\n',
            "kh-7: stands in two splits",
        ),
        ("[dev\n", "TOML"),
    ],
)
def test_splits_must_cover_the_documents_once(corpus, splits, told):
    (corpus / "splits.toml").write_text(splits, "utf-8")
    with pytest.raises(CorpusError, match=told):
        load_corpus(corpus)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CorpusError, match=r"corpus\.toml"):
        load_corpus(tmp_path)


def test_our_corpora_stand_in_their_texts():
    corpora = [path.parent for path in sorted(OURS.glob("*/corpus.toml"))]
    assert corpora
    assert [str(m) for c in corpora for m in check_corpus(c)] == []


def test_no_issuer_of_the_held_back_split_is_known_from_another():
    for path in OURS.glob("*/corpus.toml"):
        loaded = load_corpus(path.parent)
        held_back = {d.gold.header.issuer for d in loaded.split("test")} - {None}
        known = {
            d.gold.header.issuer
            for name in loaded.splits
            if name != "test"
            for d in loaded.split(name)
        }
        assert not held_back & known
