"""The reader's one error: a value that it does not know, with what it did know."""

from __future__ import annotations

from crosscheck.problems import shown


class Unreadable(ValueError):
    """A text that is no value: why, how much of it was understood, and the nearest form that would be read."""

    def __init__(self, why: str, *, nearest: str = "", understood: str = "") -> None:
        self.why, self.nearest, self.understood = why, nearest, understood
        super().__init__(why)

    def __str__(self) -> str:
        parts = [self.why]
        if self.understood:
            parts.append(f"understood: {shown(self.understood)}")
        if self.nearest:
            parts.append(f"write for example {self.nearest}")
        return "; ".join(parts)
