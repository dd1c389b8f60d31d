"""Waits for one reading, and gives every failure a class of its own."""

from concurrent.futures import CancelledError

from danchieu.errors import DanchieuError, FaultError
from danchieu.jobs.reader import Reader, Reading


def read_now(reader: Reader, name: str, content: bytes) -> Reading | None:
    """Read one document; None when the reader was closed meanwhile.

    Raises:
        DocumentError: it cannot be read; ``FaultError`` when the program is to blame.
    """
    try:
        return reader.submit(name, content).result()
    except CancelledError:
        return None
    except DanchieuError:
        raise
    except Exception as error:
        # The words of an unknown error may be the document's; its class is not.
        raise FaultError(
            f"{name}: {type(error).__name__} in the program; report it with the file"
        ) from error
