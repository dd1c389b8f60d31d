import pytest

from danchieu import errors
from danchieu.cli.failures import EXIT_CODES, exit_code, failure_line
from danchieu.errors import DanchieuError, DocumentError

ROWS = [
    (errors.DocumentError, 1),
    (errors.UnsupportedFormatError, 1),
    (errors.EncryptedDocumentError, 1),
    (errors.EmptyDocumentError, 1),
    (errors.TooLargeError, 1),
    (errors.TimeLimitError, 1),
    (errors.ReaderDiedError, 1),
    (errors.FaultError, 1),
    (errors.NameTakenError, 1),
    (errors.QueueFullError, 1),
    (errors.StoreUnavailableError, 1),
    (errors.BadCallbackError, 1),
    (errors.KeyMissingError, 1),
    (errors.KeyReadOnlyError, 1),
    (errors.NotFoundError, 1),
    (errors.UnclearDecisionError, 1),
    (errors.RuleError, 1),
    (errors.ModelError, 1),
    (errors.CorpusError, 1),
    (errors.SettingsError, 2),
    (errors.DanchieuError, 1),
]


@pytest.mark.parametrize(("kind", "code"), ROWS)
def test_each_error_has_its_exit_code(kind, code):
    assert exit_code(kind("x")) == code


def test_no_row_hides_a_later_one():
    kinds = list(EXIT_CODES)
    for place, kind in enumerate(kinds):
        assert not any(issubclass(later, kind) for later in kinds[place + 1 :])


def test_every_error_class_was_thought_of():
    classes = {
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, DanchieuError)
    }
    assert classes == {kind for kind, _ in ROWS}


def test_a_failure_is_one_line_that_names_the_file_once():
    line = failure_line(DocumentError("a.pdf: torn\nat page 2"), subject="in/a.pdf")
    assert line.startswith("in/a.pdf: unreadable-document: Không đọc được")
    assert line.endswith("(torn at page 2)")
