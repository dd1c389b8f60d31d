"""Reading a held document again, from the file that the archive keeps."""

from danchieu.jobs import Reader
from danchieu.usecases.adding import add_document
from danchieu.usecases.showing import show_file
from danchieu.usecases.store import Store


def read_again(store: Store, reader: Reader, document_id: str) -> None:
    """Read the document anew, so that the graph follows what people decided.

    Raises:
        NotFoundError: the document is not held, or its file is gone.
        DocumentError: it cannot be read any more.
    """
    file = show_file(store, document_id)
    reading = reader.submit(file.name, file.content).result()
    add_document(store, reading.document, reading.result)
