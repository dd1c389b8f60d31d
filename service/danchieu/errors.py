"""The errors this package raises on purpose; none of them knows HTTP."""


class DanchieuError(Exception):
    """What happened, in which file, and what to do; ``code`` is stable for logs."""

    code = "danchieu-error"


class DocumentError(DanchieuError):
    """This document cannot be read; the batch goes on."""

    code = "unreadable-document"


class UnsupportedFormatError(DocumentError):
    """The bytes are of a kind that we do not read."""

    code = "unsupported-format"


class EncryptedDocumentError(DocumentError):
    """The document asks for a password."""

    code = "encrypted-document"


class EmptyDocumentError(DocumentError):
    """The file has no bytes."""

    code = "empty-file"


class TooLargeError(DocumentError):
    """The file, a page or the page count is beyond the limit set for one document."""

    code = "too-large"


class TimeLimitError(DocumentError):
    """Reading took longer, or more memory, than one document is allowed."""

    code = "limit-exceeded"


class ReaderDiedError(DocumentError):
    """The process that read the document died; it may have been the document."""

    code = "reader-died"


class FaultError(DocumentError):
    """Our own program failed at this document."""

    code = "internal-error"


class RuleError(DanchieuError):
    """A rule file is wrong: the service does not start."""

    code = "bad-rule"


class ModelError(DanchieuError):
    """Weights are missing, damaged or for other labels: the service does not start."""

    code = "bad-model"


class CorpusError(DanchieuError):
    """A gold file breaks its schema or does not match its text."""

    code = "bad-corpus"


class SettingsError(DanchieuError):
    """A setting has a value that cannot be used."""

    code = "bad-setting"


class NotFoundError(DanchieuError):
    """Asked for something the store lacks."""

    code = "not-found"


class UnclearDecisionError(DanchieuError):
    """A decision on a link does not say clearly what it is about."""

    code = "unclear-decision"


class StoreUnavailableError(DanchieuError):
    """The archive cannot be read or written now; nothing is wrong with documents."""

    code = "store-unavailable"


class QueueFullError(DanchieuError):
    """More uploads wait than the service takes; the caller should come back."""

    code = "queue-full"


class NameTakenError(DanchieuError):
    """Another living process, or another key, has this name."""

    code = "name-taken"


class BadCallbackError(DanchieuError):
    """The address to call when a job ends is not one that we call."""

    code = "bad-callback"


class KeyReadOnlyError(DanchieuError):
    """The caller's key may read, and this writes."""

    code = "key-read-only"


class KeyMissingError(DanchieuError):
    """The caller shows no valid key."""

    code = "key-missing"
