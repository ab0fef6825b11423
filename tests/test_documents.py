"""Documents are accepted without pydantic only as pydantic accepts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from crosscheck.workspace import documents
from crosscheck.workspace.documents.complaints import checked
from crosscheck.workspace.documents.models import Document
from crosscheck.workspace.documents.quick import accepted

MODELS = [
    documents.SourceDocument, documents.ClaimDocument, documents.AttributeDocument, documents.NameDocument,
    documents.ItemDocument, documents.ResolutionDocument,
]  # fmt: skip
KEYS = sorted({key for model in MODELS for key in model.__dataclass_fields__} | {"valeu"})
TEXTS = st.one_of(
    st.text(max_size=8),
    st.text(alphabet="a \u00a0\u2003\n\r\x85\u2028\x1c", max_size=6),
    st.sampled_from(
        ["a", "rusi/plan", "a/b c", "a" * 101, "a-b_c", "a--b", "a\n", "x.txt", "../x", "..x", "f" * 64, "F" * 64,
         "true", "2026-11-22", "2026-13-01", "2026-11-22\n", "XC101-3f9a1c2b77d0", "3f9a1c2b77d0", "reports", "asserts",
         "date", "fixed", "tension", "unsure", "source_wrong"]
    ),
)  # fmt: skip
VALUES = st.one_of(TEXTS, st.lists(TEXTS, max_size=3), st.dictionaries(TEXTS, TEXTS, max_size=2), st.just([["a"]]))


@pytest.mark.parametrize("model", MODELS)
@given(data=st.data())
def test_what_is_accepted_at_once_is_what_pydantic_accepts(model: type[Document], data: st.DataObject) -> None:
    known = list(model.__dataclass_fields__)
    node = data.draw(st.dictionaries(st.sampled_from(known * 3 + KEYS), VALUES, max_size=4))
    node |= data.draw(st.fixed_dictionaries({key: VALUES for key in known if data.draw(st.booleans())}))
    found = accepted(model, node)
    try:
        right = checked(model, node)
    except ValidationError:
        right = None
    assert found is None or found == right


@pytest.mark.parametrize("key", [*documents.ClaimDocument.__dataclass_fields__])
@given(value=VALUES)
def test_a_claim_of_one_more_key_is_accepted_as_pydantic_does(key: str, value: object) -> None:
    node = {"subject": "a", "attribute": "b", "value": "c", key: value}
    found = accepted(documents.ClaimDocument, node)
    try:
        right = checked(documents.ClaimDocument, node)
    except ValidationError:
        right = None
    assert found is None or found == right


@given(st.text(min_size=1), st.text(alphabet="ab\n ", min_size=1))
def test_plain_words_need_no_pydantic(subject: str, value: str) -> None:
    node = {"subject": f"x{subject}", "attribute": "b", "value": f"{value}x", "scope": {"a": "b"}}
    assert accepted(documents.ClaimDocument, node) == checked(documents.ClaimDocument, node)
