"""A sentence as tokens, each with its place in the sentence as written."""

from __future__ import annotations

import re

from crosscheck.readings.languages import Language
from crosscheck.readings.languages.language import STOP
from crosscheck.readings.lexicon import en
from crosscheck.readings.tokens import places, split

_DASH = re.compile("(?<![0-9])[—―]|[—―](?![0-9])")

_CLOSING = "\"')]"
"""What may stand behind the full stop of a sentence."""
_PARTING = re.compile("[\\s'’]")
_UNITS = ("year", "month", "week", "quarter", "decade", "century")
_DATE_WORDS = "|".join((*en.MONTH_NAMES, *en.WEEKDAY_NAMES, "yesterday", "today", "tomorrow", *_UNITS))
_POSSESSIVE = re.compile(rf"\b({_DATE_WORDS})['’](?=s\b(?! (?:end|eve|day)\b))", re.IGNORECASE)


class Passage:
    """A sentence as tokens, with their places in it as written."""

    __slots__ = ("_places", "text", "value")

    def __init__(self, value: str) -> None:
        # A dash between words parts what a hyphen would join, and so does the apostrophe of "Friday's".
        parted = _POSSESSIVE.sub(r"\1;", _DASH.sub(";", value))
        self.value, self.text, self._places = value, split(parted), places(parted)

    def start(self, index: int) -> int:
        return self._places[self.text.tokens[index].start]

    def end(self, index: int) -> int:
        """The place behind token `index - 1`; the full stop of the sentence is left out."""
        token = self.text.tokens[index - 1]
        is_last = all(after.text in _CLOSING for after in self.text.tokens[index:])
        is_word = token.end - token.start > 2 or self.text.raw[max(token.start - 1, 0)].isdigit()
        is_stop = is_last and self.text.raw[token.end - 1] == "." and is_word
        if is_stop and "." not in self.text.raw[token.start : token.end - 1]:
            return self._places[token.end - 2] + 1
        return self._places[token.end - 1] + 1

    def between(self, first: int, last: int) -> str:
        """The words from token `first` up to, not including, token `last`, as written."""
        return self.value[self.start(first) : self.end(last)]

    def word_before(self, index: int) -> str:
        """The word before a token, in small letters and without a stop."""
        return _PARTING.split(self.value[: self.start(index)].rstrip(". "))[-1].lower()

    def may_begin(self, index: int) -> bool:  # noqa: ARG002 (every token of English is a word of its own)
        """False for a token in the middle of what stands for one word, such as the "the" of Spanish "del"."""
        return True

    def is_torn(self, index: int) -> bool:  # noqa: ARG002 (the words of English are all known)
        """True if a word at token `index` may change the value before it, though it is no part of one."""
        return False


class TranslatedPassage(Passage):
    """A sentence of another language: its tokens are English, their places those of the words that they stand for."""

    __slots__ = ("_language", "_of", "_pieces")

    def __init__(self, value: str, language: Language) -> None:
        translation = language.translate_prose(value)
        self.value, self._language, self._places = value, language, places(value)
        self._of = language.prose.before_figures
        self.text = split(translation.english)
        found = iter([*translation.pieces, None])
        piece, following = next(found), next(found, None)
        self._pieces = []
        for token in self.text.tokens:
            while following is not None and following.place <= token.start:
                piece, following = following, next(found, None)
            self._pieces.append(piece)

    def start(self, index: int) -> int:
        piece = self._pieces[index]
        if piece is None:
            return 0
        start = self._places[piece.start]
        first, space, _ = self.value[start : self._places[piece.end - 1]].partition(" ")
        is_apart = space and first.lower() in self._of and not piece.english.startswith(en.FROM)
        return start + len(first) + 1 if is_apart else start

    def may_begin(self, index: int) -> bool:
        is_inside = index > 0 and self._pieces[index] is self._pieces[index - 1]
        return not is_inside or self.text.at(index) not in en.ARTICLES | {"the"}

    def end(self, index: int) -> int:
        piece = self._pieces[index - 1]
        if piece is None:
            return 0
        end = self._places[piece.end - 1] + 1
        start = self._places[piece.start]
        while (words := self.value[start:end].rpartition(" "))[1] and words[2].lower() in self._of:
            end = start + len(words[0])
        is_stop = self.value[end - 1] == "." and self.value[: end - 1].rpartition(" ")[2].isalpha()
        return end - 1 if is_stop else end

    def is_torn(self, index: int) -> bool:
        if index >= len(self._pieces) or self.text.at(index) != STOP:
            return False
        word = self.value[self.start(index) : self.end(index + 1)]
        return word.isalpha() and not self._language.begins_a_clause(word)
