"""Checking claims against the texts of their sources, where the reader has them (`--sources`)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

from crosscheck.model import Claim, Source
from crosscheck.problems import Problems, did_you_mean, shown
from crosscheck.readings.numerals import numbers_in

_VARIANTS = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u00a0": " ", "\u202f": " ",
                           "\u2009": " ", "\u2010": "-", "\u2011": "-", "\u00ad": ""})  # fmt: skip


def check_texts(
    folder: Path, sources: dict[str, Source], claims: Iterable[Claim], problems: Problems
) -> tuple[int, int]:
    """Complain of every text that is absent or changed, and every quote and number that is not in its text.

    Returns how many quotes were checked, and how many there are.
    """
    texts = {id: _text(folder, source, problems) for id, source in sources.items() if source.text is not None}
    checked = total = 0
    for claim in claims:
        total += 1
        text = texts.get(claim.source)
        if text is None:
            continue
        checked += 1
        if _is_in(claim.quote or claim.text, text):
            _check_numbers(claim, problems)
        elif claim.quote is not None:
            problems.add(claim.place("quote"), f"the quote {shown(claim.quote)} is not in {sources[claim.source].text}")
        else:
            problems.add(
                claim.at,
                f"the value {shown(claim.text)} is not in {sources[claim.source].text}; give the words as a quote",
            )
    return checked, total


def _text(folder: Path, source: Source, problems: Problems) -> str | None:
    assert source.text is not None
    path = folder / source.text
    try:
        data = path.read_bytes()
    except OSError:
        names = sorted(p.name for p in folder.glob("*")) if folder.is_dir() else []
        near = did_you_mean(source.text, names)
        problems.add(
            source.at, f"text {shown(source.text)} of source {shown(source.id)} is not in the sources folder{near}"
        )
        return None
    found = hashlib.sha256(data).hexdigest()
    if source.sha256 is not None and found != source.sha256:
        problems.add(
            source.at,
            f"text {shown(source.text)} has changed since its claims were curated: its SHA-256 is {found}, not "
            f"{source.sha256}; read it again, then write the new one",
        )
    return plain(data.decode("utf-8", errors="replace"))


def plain(text: str) -> str:
    """A text for finding quotes: runs of white space are one space, typographic quote marks straight ones."""
    return " ".join(text.translate(_VARIANTS).split())


def _is_in(quote: str, text: str) -> bool:
    return plain(quote) in text


def _check_numbers(claim: Claim, problems: Problems) -> None:
    if claim.quote is None:
        return
    missing = numbers_in(claim.text) - numbers_in(claim.quote)
    if missing:
        figures = ", ".join(_figure(n) for n in sorted(missing))
        problems.add(claim.at, f"{figures} of the value {shown(claim.text)} is not in its quote {shown(claim.quote)}")


def _figure(number: Fraction) -> str:
    return str(int(number)) if number.denominator == 1 else str(float(number))
