"""Items that nobody speaks of yet: a name that the article has, with an attribute whose words stand by a value.

They are only ever choices: nothing of them is filled in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crosscheck.articles.scoring import Beside
from crosscheck.articles.spotting import Span
from crosscheck.articles.words import stems
from crosscheck.model import Attribute
from crosscheck.readings import Context, ReadingError, read
from crosscheck.workspace.documents import ChoiceDocument

TOLD = 0.3
"""So much of the words of an attribute must stand near a value."""


def new_choices(
    span: Span, near: Beside, subjects: Sequence[str], attributes: Iterable[Attribute], context: Context
) -> Iterator[tuple[float, ChoiceDocument]]:
    """Each attribute that a value can be of, with each of the subjects, and how clearly its words say so, from 0 to 1.

    What is said most clearly comes first; `near` is what stands beside the value.
    """
    found = []
    for attribute in attributes:
        own = stems(attribute.name)
        told = sum(near.words.get(stem, 0.0) for stem in own) / len(own) if own else 0.0
        if told >= TOLD and _can_be(span, attribute, context):
            found.append((-told, attribute.name))
    for told, name in sorted(found):
        for subject in subjects:
            yield -told, ChoiceDocument(subject=subject, attribute=name)


def _can_be(span: Span, attribute: Attribute, context: Context) -> bool:
    if span.reading is None or attribute.kind is not span.kind:
        return False
    try:
        read(span.text, replace(context, kind=attribute.kind, unit=attribute.unit))
    except ReadingError:
        return False
    return True
