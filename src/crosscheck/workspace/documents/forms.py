"""What a text may look like: told once, for `quick` and, where something is wrong, for pydantic.

pydantic takes longer to load than a small workspace takes to check, so nothing here needs it until it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

_LINE_BREAK = re.compile("[\n\r\x85\u2028\u2029]")
_BLANK = "\t\n\x0b\x0c\r \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
"""White space as Unicode and pydantic have it."""


def _one_line(text: str) -> str:
    return " ".join(text.split()) if _LINE_BREAK.search(text) else text


@dataclass(frozen=True)
class Words:
    """Any text but blank ones, put on one line."""

    def accept(self, text: str) -> str | None:
        """The text as a document has it, None if it may be wrong."""
        if text.isprintable() and text and text[0] != " " and text[-1] != " ":  # no other white space is printable
            return text
        stripped = text.strip(_BLANK)
        return _one_line(stripped) or None

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        text = core_schema.str_schema(min_length=1, strip_whitespace=True)
        return core_schema.no_info_after_validator_function(_one_line, text)


@dataclass(frozen=True)
class Pattern:
    """A text of one pattern; `check` raises ValueError for what the pattern cannot tell."""

    pattern: str
    max_length: int | None = None
    check: Callable[[str], object] | None = None

    def accept(self, text: str) -> str | None:
        """The text, None if it may be wrong."""
        if not re.fullmatch(self.pattern, text) or (self.max_length is not None and len(text) > self.max_length):
            return None
        try:
            return self._checked(text)
        except ValueError:
            return None

    def _checked(self, text: str) -> str:
        if self.check is not None:
            self.check(text)
        return text

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        from pydantic_core import core_schema

        text = core_schema.str_schema(pattern=self.pattern, max_length=self.max_length)
        return text if self.check is None else core_schema.no_info_after_validator_function(self._checked, text)


DAY = Pattern(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", check=date.fromisoformat)


@dataclass(frozen=True)
class NotEmpty:
    """A list with an entry or more."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        made = handler(source)
        made["min_length"] = 1
        return made
