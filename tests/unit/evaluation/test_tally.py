import pytest

from danchieu.evaluation import FieldScore


@pytest.mark.parametrize(
    ("score", "precision", "recall", "f1"),
    [
        (FieldScore(3, 1, 1), 0.75, 0.75, 0.75),
        (FieldScore(0, 2, 1), 0.0, 0.0, 0.0),
        (FieldScore(0, 0, 2), None, 0.0, 0.0),
        (FieldScore(0, 2, 0), 0.0, None, None),
        (FieldScore(), None, None, None),
    ],
)
def test_ratios_follow_from_counts(score, precision, recall, f1):
    assert (score.precision, score.recall, score.f1) == (precision, recall, f1)
