import pytest

from danchieu import errors
from danchieu.errors import DanchieuError
from danchieu.server.statuses import STATUS, status_of

ROWS = [
    (errors.ReaderDiedError, 422),
    (errors.FaultError, 500),
    (errors.NameTakenError, 409),
    (errors.QueueFullError, 503),
    (errors.StoreUnavailableError, 503),
    (errors.BadCallbackError, 422),
    (errors.UnclearDecisionError, 422),
    (errors.KeyMissingError, 401),
    (errors.KeyReadOnlyError, 403),
    (errors.NotFoundError, 404),
    (errors.TooLargeError, 413),
    (errors.UnsupportedFormatError, 415),
    (errors.EmptyDocumentError, 422),
    (errors.EncryptedDocumentError, 422),
    (errors.TimeLimitError, 422),
    (errors.DocumentError, 422),
    (errors.RuleError, 500),
    (errors.ModelError, 500),
    (errors.CorpusError, 500),
    (errors.SettingsError, 500),
    (errors.DanchieuError, 500),
]


@pytest.mark.parametrize(("kind", "status"), ROWS)
def test_each_error_has_its_status(kind, status):
    assert status_of(kind("x")) == status


def test_no_row_hides_a_later_one():
    kinds = list(STATUS)
    for place, kind in enumerate(kinds):
        assert not any(issubclass(later, kind) for later in kinds[place + 1 :])


def test_every_error_class_was_thought_of():
    classes = {
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, DanchieuError)
    }
    assert classes == {kind for kind, _ in ROWS}
