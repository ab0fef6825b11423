"""What stands around each sentence of an article, as stems with how near they are."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from crosscheck.articles.prose import Prose, prose_of
from crosscheck.articles.words import Word, words, words_in
from crosscheck.texts.sentences import sentences

BEFORE = (0.75, 0.65, 0.55)
"""How near the words of the sentences before are, in the same paragraph; of still earlier ones as the last."""

TITLE = 0.45
"""How near the words of the title are."""

PARAGRAPH_BEFORE = 0.4
"""How near the words of the paragraph before are, and those of the heading above."""

LOOKED_BACK = 40
"""So many sentences before count at most: a text without paragraphs may have thousands."""

HEADING = 15
"""A paragraph of no more words that does not end as a sentence does is a heading."""

ANYWHERE = 0.3
"""How near the words of the rest of the article are."""

ENGLISH = prose_of("en")

_BREAK = re.compile(r"[,;:](?=\s)|\s[\u2013\u2014-]\s|\u2014|[()]")
_ENDS = re.compile(r"""[.!?…:;,]["'”’)\]]*$""")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article, from `start` to `end` of its text.

    `near` says how near each stem is, from 0 to 1, that is nearer than everywhere in the article; `before` is the
    sentence before it in the same paragraph; `breaks` are the places where a clause may end.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    near: Mapping[str, float]
    before: Sentence | None
    breaks: tuple[int, ...] = ()

    @property
    def stems(self) -> tuple[str, ...]:
        return tuple(word.stem for word in self.words)

    def clause_end(self, at: int) -> int:
        """Where the clause may end that goes on at a place of the text."""
        place = bisect_left(self.breaks, at)
        return self.breaks[place] if place < len(self.breaks) else self.end


def everywhere_in(text: str, title: str = "", prose: Prose = ENGLISH) -> dict[str, float]:
    """How near each stem of an article is to any of its sentences; without a title, its first line is its title."""
    headline = title or text.strip().partition("\n")[0]
    everywhere, in_title = (prose.stems(words_in(part)) for part in (text, headline))
    return {**dict.fromkeys(everywhere, ANYWHERE), **dict.fromkeys(in_title, TITLE)}


def sentences_of(
    text: str, paragraphs: Iterable[tuple[int, int]], everywhere: Mapping[str, float], prose: Prose = ENGLISH
) -> list[Sentence]:
    """The sentences of an article in their order, from the places where its paragraphs begin and end.

    `everywhere` is how near its stems are to any of them.
    """
    found: list[Sentence] = []
    before, heading = frozenset[str](), frozenset[str]()
    for start, end in paragraphs:
        farther = (stem for stem in sorted(before | heading) if everywhere.get(stem, 0.0) < PARAGRAPH_BEFORE)
        of_before = dict.fromkeys(farther, PARAGRAPH_BEFORE)
        made = list(_of_paragraph(text[start:end], start, of_before, prose))
        before = frozenset(stem for sentence in made[-LOOKED_BACK:] for stem in sentence.stems)
        if len(text[start:end].split()) <= HEADING and not _ENDS.search(text[start:end].rstrip()):
            heading = before
        found += made
    return found


def sentence_at(found: Sequence[Sentence], place: int) -> Sentence | None:
    """The sentence at a place of the text."""
    index = bisect_right(found, place, key=lambda sentence: sentence.start)
    return found[index - 1] if index else None


def _of_paragraph(paragraph: str, offset: int, of_before: Mapping[str, float], prose: Prose) -> Iterator[Sentence]:
    earlier: deque[Sentence] = deque(maxlen=LOOKED_BACK)
    for start, end in sentences(paragraph, prose.endings):
        begins = offset + start
        found = words(paragraph[start:end], prose.stem)
        of_it = tuple(Word(begins + word.start, begins + word.end, word.stem) for word in found)
        near = dict(of_before)
        for back, before in enumerate(reversed(earlier)):
            nearness = BEFORE[min(back, len(BEFORE) - 1)]
            for stem in before.stems:
                near[stem] = max(near.get(stem, 0.0), nearness)
        near.update((word.stem, 1.0) for word in of_it)
        breaks = tuple(begins + match.start() for match in _BREAK.finditer(paragraph[start:end]))
        made = Sentence(begins, offset + end, of_it, near, earlier[-1] if earlier else None, breaks)
        yield made
        earlier.append(made)
