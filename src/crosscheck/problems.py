"""Problems with the input: where each is, what was found, what is accepted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple


class Position(NamedTuple):
    """A place in a file of the workspace: path relative to it, line and column counted from 1.

    `file` may be an argument of the command line instead (`--draft`), which has no lines.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        name = self.file if self.file.isprintable() else "".join(map(_visible, self.file))
        return name if not self.line or name.startswith("--") else f"{name}:{self.line}:{self.column}"


def _visible(character: str) -> str:
    """A character of a file name on one line: what would break or steer it is shown as its code point."""
    return character if character.isprintable() else f"<U+{ord(character):04X}>"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A place and one sentence that says what was found and what to write instead.

    `entry`: a line that a file of rules lacks, for a person to look at.
    """

    at: Position
    message: str
    entry: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.at}: {self.message}"


class InputError(Exception):
    """The input cannot be used; `problems` are all that it has, sorted by place (exit code 2)."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


class SystemFailure(Exception):
    """The system stands in the way, not the input: one line says how (exit code 4)."""


@dataclass(slots=True)
class Problems:
    """Collects problems, so that all of them are reported at once."""

    found: list[Problem] = field(default_factory=list)

    def add(self, at: Position, message: str, entry: str = "") -> None:
        self.found.append(Problem(at, message, entry))

    @contextmanager
    def collecting(self) -> Iterator[None]:
        """Collect the problems of an `InputError` that is raised inside, and go on behind it."""
        try:
            yield
        except InputError as error:
            self.found.extend(error.problems)

    def raise_any(self) -> None:
        """Raise `InputError` if there is any problem."""
        if self.found:
            raise InputError(self.found)


def shown(text: str, limit: int = 60) -> str:
    """`text` in double quotes, on one line, cut to `limit` characters."""
    line = " ".join(text.split())
    return f'"{line if len(line) <= limit else line[: limit - 1] + "…"}"'


def nearest(word: str, known: Iterable[str], near: float = 0.6) -> str | None:
    """The known spelling nearest to `word`, None if none is so `near`, from 0 to 1."""
    from rapidfuzz import process
    from rapidfuzz.distance import Indel

    best = process.extractOne(
        word, sorted(known), scorer=Indel.normalized_similarity, processor=str.casefold, score_cutoff=near
    )
    return best[0] if best else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean "x"?)` for the known spelling nearest to `word`, else nothing."""
    near = nearest(word, known)
    return f" (did you mean {shown(near)}?)" if near is not None else ""
