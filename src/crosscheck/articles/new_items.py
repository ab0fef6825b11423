"""Items that nobody speaks of yet: a name of the sentence, with an attribute of the workspace whose words stand there.

They are only ever choices, below those that a workspace has: nothing of them is filled in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from crosscheck.articles.context import Sentence
from crosscheck.articles.scoring import Beside
from crosscheck.articles.spotting import Span
from crosscheck.articles.words import stems
from crosscheck.model import Attribute
from crosscheck.readings import Context, ReadingError, read
from crosscheck.workspace.documents import ChoiceDocument

TOLD = 0.3
"""So much of the words of an attribute must stand near a value."""


def new_choices(
    span: Span,
    sentence: Sentence,
    spans: Iterable[Span],
    subjects: Collection[str],
    attributes: Iterable[Attribute],
    context: Context,
) -> Iterator[ChoiceDocument]:
    """Each attribute that a span of a sentence can be a value of, the one told most clearly first.

    With each the first of the `subjects`, which are names of the sentence.
    """
    near = Beside.of(span, sentence, spans).words
    found = []
    for attribute in attributes:
        own = stems(attribute.name)
        told = sum(near.get(stem, 0.0) for stem in own) / len(own) if own else 0.0
        if told >= TOLD and _can_be(span, attribute, context):
            found.append((-told, attribute.name))
    for _, name in sorted(found):
        for subject in list(subjects)[:1]:
            yield ChoiceDocument(subject=subject, attribute=name)


def _can_be(span: Span, attribute: Attribute, context: Context) -> bool:
    if span.reading is None or attribute.kind is not span.kind:
        return False
    try:
        read(span.text, replace(context, kind=attribute.kind, unit=attribute.unit))
    except ReadingError:
        return False
    return True
