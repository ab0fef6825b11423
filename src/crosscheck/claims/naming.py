"""Claims under the names that aliases in their language give them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from crosscheck.model import Claim, Source
from crosscheck.readings.languages import language_of
from crosscheck.readings.wordings import without_article
from crosscheck.vocabulary import Names


def language_of_claim(claim: Claim, sources: Mapping[str, Source]) -> str:
    """The language of a claim: its own, else that of its source."""
    source = sources.get(claim.source)
    return claim.language or (source.language if source is not None else "en")


def with_names(claims: Iterable[Claim], sources: Mapping[str, Source], names: Names) -> list[Claim]:
    """Claims with subject, scope and speaker under the one name of each that is written as an alias in their language.

    Other names stay as written, and so do ids, which are made of what is written.
    """
    if not names.have_languages:
        return list(claims)
    return [_with_names(claim, language_of_claim(claim, sources), names) for claim in claims]


def name_in(language: str, name: str, names: Names) -> str:
    """The one name of a name as a text in some language has it; a small article before it is no part of one."""
    if not names.have_languages:
        return name
    spoken = names.in_language(language)
    known = language_of(language)
    bare = without_article(name, known.prose.the) if known is not None and not spoken.knows(name) else name
    return spoken.canonical(bare) if bare == name or spoken.knows(bare) else name


def _with_names(claim: Claim, language: str, names: Names) -> Claim:
    subject = name_in(language, claim.subject, names)
    said_by = claim.said_by and name_in(language, claim.said_by, names)
    scope = tuple((key, name_in(language, value, names)) for key, value in claim.scope)
    if (subject, said_by, scope) == (claim.subject, claim.said_by, claim.scope):
        return claim
    return replace(claim, subject=subject, said_by=said_by, scope=scope)
