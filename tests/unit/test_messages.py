import pytest

from danchieu import errors
from danchieu.errors import DanchieuError, DocumentError
from danchieu.messages import VIETNAMESE, vietnamese

CLASSES = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, DanchieuError)
]


@pytest.mark.parametrize("kind", CLASSES)
def test_every_error_speaks_vietnamese(kind):
    assert vietnamese(kind("x")) == VIETNAMESE[kind.code]


def test_a_new_kind_of_document_error_borrows_its_parents_words():
    class TornDocumentError(DocumentError):
        code = "torn"

    assert vietnamese(TornDocumentError("x")) == VIETNAMESE[DocumentError.code]
