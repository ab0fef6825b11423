"""An article: a text with the spans of all its paragraphs. What looks through articles starts from one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace

from crosscheck.articles.hyphens import mended
from crosscheck.articles.prose import prose_of
from crosscheck.articles.spotting import Span, Spotter
from crosscheck.claims.values import Dates, Manner
from crosscheck.model import Claim, Reading, ReadingSettings, Source
from crosscheck.readings import Context
from crosscheck.texts import Place, Text
from crosscheck.texts.sentences import sentences
from crosscheck.vocabulary import Names


@dataclass(frozen=True, slots=True)
class Article:
    """A text, its spans by place, and its sentences as stretches `[start, end)`; all places are of `text.shown`.

    The `text` of a span is whole where the end of a line parts a word.
    """

    text: Text
    spans: tuple[Span, ...]
    sentences: tuple[tuple[int, int], ...]

    def sentence(self, span: Span) -> tuple[int, int]:
        """Where the sentence of a span stands; of a quotation that has several, all of them."""
        found = self.sentences_in(span.start, span.end)
        return found[0][0], found[-1][1]

    def sentences_in(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The sentences of which something stands in `[start, end)`."""
        first = bisect_right(self.sentences, start, key=lambda sentence: sentence[1])
        last = bisect_left(self.sentences, end, key=lambda sentence: sentence[0])
        return self.sentences[first:last]

    def place(self, span: Span) -> Place:
        """Where in the document a span begins."""
        return self.text.place(span.start)


def article_of(text: Text, context: Context, names: Iterable[str] = ()) -> Article:
    """A text with its spans, paragraph by paragraph; `context` and `names` are as `Spotter` has them."""
    spotter, endings = Spotter(context, names), prose_of(context.language).endings
    spans: list[Span] = []
    found: list[tuple[int, int]] = []
    for paragraph in text.paragraphs:
        start, words = paragraph.start, text.shown[paragraph.start : paragraph.end]
        whole, places = mended(words)
        for span in spotter.spot(whole):
            spans.append(replace(span, start=start + places[span.start], end=start + places[span.end - 1] + 1))
        found += ((start + first, start + behind) for first, behind in sentences(words, endings))
    return Article(text, tuple(spans), tuple(found))


def context_of(source: Source, settings: ReadingSettings) -> Context:
    """What values in the text of a source are read by."""
    published = None if source.published is None else Dates(settings).read(source.published)
    context = Manner.of(source.manner).context(None, None, settings)
    return replace(context, published=published if isinstance(published, Reading) else None)


def known_names(names: Names, claims: Iterable[Claim]) -> set[str]:
    """What names of people and things in a text are looked for: those of names.yaml, and whom claims speak of."""
    found = set(names.all_spellings)
    for claim in claims:
        found.add(claim.subject)
        if claim.said_by is not None:
            found.add(claim.said_by)
    return found
