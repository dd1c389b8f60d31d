"""The JSON that we promise: Pydantic models, and how a document becomes one."""

from danchieu.contract.duties import Assignment, Signature, Target
from danchieu.contract.page import PageShape, page_shape
from danchieu.contract.parts import Agency, AgencyFact, Evidence, Fact, Warning
from danchieu.contract.references import Citation, DescribedDocument, StatedRelation
from danchieu.contract.result import (
    SCHEMA_VERSION,
    DigitalSignature,
    DocumentResult,
    StoredResult,
)
from danchieu.contract.schema import result_schema, schema_text
from danchieu.contract.shaping import to_result
from danchieu.contract.trace import Hop, TracedDocument, TraceEntry

__all__ = [
    "SCHEMA_VERSION",
    "Agency",
    "AgencyFact",
    "Assignment",
    "Citation",
    "DescribedDocument",
    "DigitalSignature",
    "DocumentResult",
    "Evidence",
    "Fact",
    "Hop",
    "PageShape",
    "Signature",
    "StatedRelation",
    "StoredResult",
    "Target",
    "TraceEntry",
    "TracedDocument",
    "Warning",
    "page_shape",
    "result_schema",
    "schema_text",
    "to_result",
]
