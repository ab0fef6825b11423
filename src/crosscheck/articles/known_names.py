"""Known names in a text: the spellings of a workspace, word by word, the longest first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from crosscheck.vocabulary import normalise

LONGEST_ABBREVIATION = 3
_WORD = re.compile(r"[^\W_]+")


class KnownNames:
    """Names to be found, in any case but that of their first letter: a capital of a name is one in the text, too."""

    def __init__(self, spellings: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool]]] = defaultdict(list)
        for spelling in sorted(set(spellings)):
            words = tuple(_WORD.findall(normalise(spelling)))
            if words:
                self._by_first[words[0]].append((words, any(letter.isupper() for letter in spelling)))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The places of every name, from left to right; none reaches into another."""
        if not self._by_first:
            return
        words = [(match.start(), match.end(), normalise(match.group())) for match in _WORD.finditer(text)]
        index = 0
        while index < len(words):
            count = self._at(text, words, index)
            if count:
                yield words[index][0], words[index + count - 1][1]
            index += count or 1

    def _at(self, text: str, words: list[tuple[int, int, str]], index: int) -> int:
        """How many words the longest name has that begins with a word, 0 if none does."""
        for name, has_capital in self._by_first.get(words[index][2], ()):
            found = words[index : index + len(name)]
            if tuple(word for _, _, word in found) != name or not _is_one(text, found):
                continue
            if not has_capital or any(letter.isupper() for letter in text[found[0][0] : found[-1][1]]):
                return len(name)
        return 0


def _is_one(text: str, words: list[tuple[int, int, str]]) -> bool:
    """Whether nothing that parts sentences stands between words; the stop of an initial or "St." does not."""
    for (_, end, word), (start, _, _) in pairwise(words):
        gap = set(text[end:start])
        if gap & set(";:!?\n") or ("." in gap and len(word) > LONGEST_ABBREVIATION):
            return False
    return True
