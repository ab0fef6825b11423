"""The files that people write: which keys there are, what they may hold, and what is wrong with them."""

from crosscheck.workspace.documents.complaints import validate
from crosscheck.workspace.documents.models import (
    AttributeDocument,
    ClaimDocument,
    Document,
    ItemDocument,
    NameDocument,
    ResolutionDocument,
    SourceDocument,
)

__all__ = [
    "AttributeDocument",
    "ClaimDocument",
    "Document",
    "ItemDocument",
    "NameDocument",
    "ResolutionDocument",
    "SourceDocument",
    "validate",
]
