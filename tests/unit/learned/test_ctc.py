import numpy as np
import pytest

from danchieu.learned.ctc import best_path, log_softmax, probability


def columns_of(path, classes=4, sure=0.9):
    rest = (1 - sure) / (classes - 1)
    chances = np.full((len(path), classes), rest)
    for column, letter in enumerate(path):
        chances[column, letter] = sure
    return np.log(chances).astype(np.float32)


@pytest.mark.parametrize(
    ("path", "classes", "span"),
    [
        ([0, 1, 1, 0, 2, 0], (1, 2), (1, 5)),
        ([1, 1, 0, 1, 3], (1, 1, 3), (0, 5)),
        ([0, 0, 0], (), (0, 0)),
    ],
)
def test_the_best_path_folds_repeats_and_drops_blanks(path, classes, span):
    assert best_path(columns_of(path)) == (classes, span)


def test_a_string_is_as_probable_as_all_its_paths_together():
    columns = np.log(np.array([[0.6, 0.4], [0.5, 0.5]], np.float32))
    assert probability(columns, (1,)) == pytest.approx(0.4 + 0.6 * 0.5)
    assert probability(columns, ()) == pytest.approx(0.3)


def test_all_strings_of_a_strip_share_one_probability():
    columns = columns_of([1, 0, 2], classes=3, sure=0.7)
    strings = [(), (1,), (2,), (1, 1), (2, 2), (1, 2), (2, 1), (1, 2, 1), (2, 1, 2)]
    assert sum(probability(columns, s) for s in strings) == pytest.approx(1)


def test_the_same_letter_twice_needs_a_blank_between():
    assert probability(columns_of([1, 1, 1], sure=1 - 1e-6), (1, 1)) < 1e-5


def test_log_softmax_gives_probabilities():
    scores = np.array([[[1.0, 2.0, 3.0], [1000.0, 0.0, 0.0]]], np.float32)
    assert np.exp(log_softmax(scores)).sum(axis=-1) == pytest.approx(1)
