"""A value of another language in English words, and the way back to its own.

Every token becomes English by the longest phrase of the language's tables. A word that no table has may only name what
is counted: it gets a mark before it that no English word has, so that the grammar takes it for a noun, never for the
English word that is spelled the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from crosscheck.model import Reading, Step
from crosscheck.readings.errors import ReadingError

FOREIGN = "\u01c3"
"""Stands before a word that is not English: a letter, so that it belongs to the word."""
_QUOTED = re.compile('"([^"]+)"')
_WORD = re.compile(r"[A-Za-z][a-z]{2}|\b(?:to|or)\b|\b[ap]\.m\.")
_DECLARE = "declare "
_CUT = "…"


def _is_english(form: str) -> bool:
    """True of a form in English words; what a source may declare is the same in every language."""
    return _WORD.search(form) is not None and _DECLARE not in form


class Piece(NamedTuple):
    """English words, where they begin in the English text, and what they are in the original one."""

    english: str
    place: int
    start: int
    end: int


class Translation:
    """`english`: the text for the grammar; `raw`: the original one, whose words `own` finds again, in `language`."""

    def __init__(self, raw: str, parts: list[tuple[str, int, int]], language: str) -> None:
        self.raw, self.language = raw, language
        self.pieces: list[Piece] = []
        written = ""
        for english, start, end in parts:
            if not english:
                continue
            # Words that an apostrophe joins are two in English: "d'un".
            is_joined = bool(self.pieces) and raw[self.pieces[-1].end - 1] == "'"
            if self.pieces and (start > self.pieces[-1].end or is_joined):
                written += " "
            self.pieces.append(Piece(english, len(written), start, end))
            written += english
        self.english = written

    def own(self, english: str) -> str | None:
        """The original words for some of the English text, None if they do not stand in it."""
        # The grammar parts signs by spaces: "men , women".
        found = re.search(r"\s*".join(map(re.escape, english.split())), self.english, re.IGNORECASE)
        if found is None or not english:
            return None
        place, end = found.span()
        inside = [piece for piece in self.pieces if piece.place < end and place < piece.place + len(piece.english)]
        return self.raw[min(piece.start for piece in inside) : max(piece.end for piece in inside)]

    def noun(self, words: str) -> str:
        """The original words of a noun phrase."""
        return self.own(words) or words.replace(FOREIGN, "")

    def reading(self, reading: Reading) -> Reading:
        """A reading of the English text with the original words in its explanation, noun and conversions."""
        return replace(
            reading,
            unit=reading.unit.replace(FOREIGN, ""),
            dimension=reading.dimension.replace(FOREIGN, ""),
            noun=self.noun(reading.noun),
            language=self.language if reading.noun else "",
            steps=tuple(Step(self.noun(step.text), self.message(step.meaning)) for step in reading.steps),
            conversions=tuple(replace(each, text=self.noun(each.text)) for each in reading.conversions),
        )

    def message(self, text: str) -> str:
        """A message whose quoted words are the original ones."""

        def original(match: re.Match[str]) -> str:
            words = match[1].removesuffix(_CUT)
            return f'"{self.noun(words)}{match[1][len(words) :]}"'

        return _QUOTED.sub(original, text).replace(FOREIGN, "")

    def error(
        self, error: ReadingError, nearest: Mapping[str, str], known: Callable[[], Iterable[str]]
    ) -> ReadingError:
        """A refusal in the words of the claim; the `nearest` form is one of its language, what to declare, or none.

        A word that is not `known` is taken for a misspelt one of these.
        """
        forms = (nearest.get(form, "" if _is_english(form) else form) for form in error.nearest.split("; "))
        parts = [form for form in forms if form]
        word = error.word.removeprefix(FOREIGN) if error.word.startswith(FOREIGN) else ""
        return ReadingError(
            self.message(error.why),
            nearest="; ".join(parts),
            understood=self.noun(error.understood),
            word=word,
            known=known if word else None,
        )
