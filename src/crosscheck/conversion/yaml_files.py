"""A claims file as a curator would write it: the keys in the order of the documentation, quotes only where needed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from crosscheck.conversion.collection import Entry
from crosscheck.model import Source
from crosscheck.workspace.documents import SourceDocument

CLAIM = ("subject", "attribute", "value", "quote", "id", "read_as", "scope", "when", "relative_to", "said_by", "stance",
         "exhaustive", "url", "note")  # fmt: skip

_MEANS_SOMETHING = re.compile(
    r"""[\s,\[\]{}#&*!|>'"%@`] | [-?:](?:\s|\Z) | (?:~|null|Null|NULL|<<)\Z | .*(?: :(?:\s|\Z) | \s\# )""", re.VERBOSE
)
"""What YAML takes for something else than text where it stands without quotes, or an editor for nothing."""
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that only escapes can write: controls, line ends, and what is none."""


def claims_file(id: str, source: Source | None, claims: Sequence[Entry]) -> bytes:
    """The file of one source, which is described if `source` is given."""
    lines = [*_source(id, source), "", "claims:"]
    for number, entry in enumerate(claims):
        lines += [""] if number else []
        keys = [line for key in CLAIM if key in entry.cells for line in _key(key, entry.cells[key])]
        lines += [f"{'    ' if place else '  - '}{line}" for place, line in enumerate(keys)]
    return "".join(f"{line}\n" for line in lines).encode(errors="surrogatepass")


def _source(id: str, source: Source | None) -> Iterator[str]:
    if source is None:
        yield f"source: {scalar(id)}"
        return
    yield "source:"
    for name, field in SourceDocument.model_fields.items():
        value = getattr(source, name)
        if value and value != field.default:
            yield from (f"  {line}" for line in _key(name, value))


def _key(key: str, value: Any) -> Iterator[str]:
    """The lines of one key: a text, a list of texts, or the pairs of a scope."""
    if isinstance(value, str):
        yield f"{key}: {scalar(value)}"
        return
    yield f"{key}:"
    for part in value:
        yield f"  {scalar(part[0])}: {scalar(part[1])}" if key == "scope" else f"  - {scalar(part)}"


def scalar(text: str) -> str:
    """A text as YAML: plain if it reads as itself, else in quotes, with escapes if it has to be."""
    is_writable = not _UNWRITABLE.search(text)
    if is_writable and not _MEANS_SOMETHING.match(text):
        return text
    if is_writable and '"' in text:
        return "'" + text.replace("'", "''") + "'"
    return _UNWRITABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
