"""Texts as YAML: plain where they read as themselves, else in quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

_MEANS_SOMETHING = re.compile(
    r"""[\s,\[\]{}#&*!|>'"%@`] | [-?:](?:\s|\Z) | (?:~|null|Null|NULL|<<)\Z | .*(?: :(?:\s|\Z) | \s\# )""", re.VERBOSE
)
"""What YAML takes for something else than text if it has no quotes, or an editor for nothing."""
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that only escapes can write: controls, line ends, and what is none."""
_PARTS_FLOW = re.compile(r"[,\[\]{}:]|\A\?")
"""What parts the entries of a mapping on one line, or makes a key of one."""


def key_lines(key: str, value: str | Iterable[str | tuple[str, str]] | Mapping[str, str]) -> Iterator[str]:
    """The lines of one key: a text, a list of texts, or a mapping, which may come as pairs."""
    if isinstance(value, str):
        yield f"{key}: {scalar(value)}"
        return
    yield f"{key}:"
    for part in value.items() if isinstance(value, Mapping) else value:
        yield f"  - {scalar(part)}" if isinstance(part, str) else f"  {scalar(part[0])}: {scalar(part[1])}"


def on_one_line(mapping: Mapping[str, str | Mapping[str, str]]) -> str:
    """A mapping on one line, `{subject: Plan Colombia, scope: {recipient: army}}`."""
    parts = (
        f"{_in_flow(key)}: {_in_flow(value) if isinstance(value, str) else on_one_line(value)}"
        for key, value in mapping.items()
    )
    return f"{{{', '.join(parts)}}}"


def scalar(text: str) -> str:
    """A text as YAML: plain if it reads as itself, else in quotes, with escapes if it has to be."""
    is_writable = not _UNWRITABLE.search(text)
    if is_writable and not _MEANS_SOMETHING.match(text):
        return text
    return _quoted(text)


def _in_flow(text: str) -> str:
    return _quoted(text) if _PARTS_FLOW.search(text) else scalar(text)


def _quoted(text: str) -> str:
    if not _UNWRITABLE.search(text) and '"' in text:
        return "'" + text.replace("'", "''") + "'"
    return _UNWRITABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))
