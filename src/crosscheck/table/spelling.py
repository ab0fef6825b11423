"""Many names at once, as `normalise` and `slug` have each: plain ones go through one pass for many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crosscheck.vocabulary import Names, normalise, slug

_MANY = 256
_ODD = ("'", '"', "`", "  ", "\nthe ", "\na ", "\nan ", "\n ", " \n")
_NOT_SLUG = re.compile(r"[^a-z0-9\n]+")


def keys(values: Sequence[str], names: Names) -> list[str]:
    """`names.key` of each."""
    spelled = {normalise(spelling) for spelling in names.all_spellings}
    return [names.key(text) if text in spelled else text for text in normalised(values)]


def normalised(values: Sequence[str]) -> list[str]:
    """`normalise` of each."""
    made: list[str] = []
    for chunk, plain in _chunks(values):
        made += map(normalise, chunk) if plain is None else plain.split("\n")
    return made


def slugs(values: Sequence[str]) -> list[str]:
    """What each gives to a slug of several, which is theirs joined: nothing, if it has no letter or figure."""
    made: list[str] = []
    for chunk, plain in _chunks(values):
        if plain is None:
            made += (slug("x", text)[2:] for text in chunk)
        else:
            lines = f"\n{_NOT_SLUG.sub('-', plain)}\n"
            texts = lines[1:-1].split("\n")
            made += [text.strip("-") for text in texts] if "\n-" in lines or "-\n" in lines else texts
    return made


def _chunks(values: Sequence[str]) -> Iterator[tuple[Sequence[str], str | None]]:
    """Values by the hundred, and what these are normalised, a line each, if only their case is to be folded."""
    for start in range(0, len(values), _MANY):
        chunk = values[start : start + _MANY]
        text = "\n".join(chunk).lower()
        lines = f"\n{text}\n"
        is_plain = text.isascii() and text.count("\n") == len(chunk) - 1 and text.replace("\n", "").isprintable()
        is_plain = is_plain and not any(odd in lines for odd in _ODD)
        yield chunk, text if is_plain else None
