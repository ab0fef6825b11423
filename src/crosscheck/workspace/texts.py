"""Checking claims against the texts of their sources, in the folder of texts (`--sources`, or the setting)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from crosscheck.files import listed, present
from crosscheck.model import Claim, Kind, Reading, Row, Source
from crosscheck.problems import InputError, Position, Problems, did_you_mean, shown
from crosscheck.readings.numbers import numbers_in
from crosscheck.readings.wordings import phrases_of
from crosscheck.texts import TEXT_SUFFIXES, Text, plain, read_text
from crosscheck.texts.sentences import sentences

LONGEST_QUOTE = 15
"""Words that a quote has at most."""


class Checked(NamedTuple):
    """How many quotes were checked; a row for each text that is not the one curated from.

    `around` has, by claim, what stands before and after its quote in the sentence, `texts`, by source, the name of a
    file and its text. They are from the reader's own copy of the texts: never to be stored in the workspace.
    """

    quotes: int
    changed: tuple[Row, ...] = ()
    around: Mapping[str, tuple[str, str]] = {}
    texts: Mapping[str, tuple[str, Text]] = {}


def check_texts(
    asked: Path | None,
    declared: Path | None,
    sources: Mapping[str, Source],
    claims_of: Callable[[Collection[str]], Iterable[Claim]],
    problems: Problems,
) -> Checked | None:
    """Look quotes up in the folder `asked` for, else in the `declared` one, which may be absent; None without a folder.

    `claims_of` gives the claims of some sources, and may give others, too.
    """
    folder = asked if asked is not None else declared
    if folder is None or not folder.is_dir():
        if asked is not None:
            problems.add(Position("--sources"), f"there is no folder {asked.name}")
        return None
    files = text_files(folder, sources, problems)
    # A report shows more than the quotes only to whoever asks for it: it may be passed on.
    return look_up(folder, sources, files, claims_of(files.keys()), problems, sentences=asked is not None)


def text_files(folder: Path, sources: Mapping[str, Source], problems: Problems) -> dict[str, str]:
    """The name of the file with the text of each source: as it says, else the file in `folder` whose stem is its id.

    A source that names none and has none is left out: its quotes are not checked. Two such files are a problem.
    """
    by_stem: dict[str, list[str]] = defaultdict(list)
    with problems.collecting():
        for path in listed(folder, "--sources"):
            if path.suffix.lower() in TEXT_SUFFIXES and path.is_file():
                by_stem[path.stem].append(path.name)
    found: dict[str, str] = {}
    for id, source in sources.items():
        names = [source.text] if source.text is not None else by_stem.get(id, [])
        if len(names) > 1:
            which = f"{' and '.join(names)} may both be the text of source {shown(id)}"
            problems.add(source.at, f'{which}; say which one it is with "text:"')
        elif names:
            found[id] = names[0]
    return found


def look_up(
    folder: Path,
    sources: Mapping[str, Source],
    files: Mapping[str, str],
    claims: Iterable[Claim],
    problems: Problems,
    *,
    sentences: bool = True,
) -> Checked:
    """Report every text that is absent, and every quote and number that is not in its text.

    `files` are the names of the texts, by source, as `text_files` finds them. Without `sentences`, what stands around
    quotes is not looked for.
    """
    changed: list[Row] = []
    texts: dict[str, Text] = {}
    for id, name in files.items():
        text = _text(folder, sources[id], name, changed, problems)
        if text is not None:
            texts[id] = text
    surroundings: dict[str, tuple[str, str]] = {}
    checked = 0
    for claim in claims:
        if claim.source not in texts:
            continue
        checked += 1
        text = texts[claim.source]
        if _stands_in(claim, text):
            _check_numbers(claim, text, problems)
            found = around(claim.quote or claim.text, text) if sentences else None
            if found is not None:
                surroundings[claim.id] = found
        elif claim.quote is not None:
            problems.add(claim.place("quote"), f"the quote {shown(claim.quote)} is not in {files[claim.source]}")
        else:
            problems.add(
                claim.at,
                f"the value {shown(claim.text)} is not in {files[claim.source]}; quote the words that say it",
            )
    return Checked(checked, tuple(changed), surroundings, {id: (files[id], text) for id, text in texts.items()})


def _text(folder: Path, source: Source, name: str, changed: list[Row], problems: Problems) -> Text | None:
    """The text of a source, or None if it cannot be read (then `problems` says so)."""
    what = f"text {shown(name)} of source {shown(source.id)}"
    path = folder / name
    try:
        if not present(path, name):
            near = did_you_mean(name, (path.name for path in folder.iterdir()))
            problems.add(source.at, f"{what} is not in the folder of texts{near}")
            return None
        text = read_text(path)
    except InputError as error:
        for problem in error.problems:
            problems.add(source.at, f"{what} {problem.message}")
        return None
    if source.sha256 is not None and text.sha256 != source.sha256:
        changed.append(_changed(source, name, text.sha256))
    return text


def _changed(source: Source, name: str, digest: str) -> Row:
    """A changed text as a claim of its source, whose reading is its SHA-256: another change is another value."""
    claim = Claim(
        id=f"{source.id}/~text",
        source=source.id,
        subject=source.id,
        attribute="text",
        value=name,
        file=source.at.file,
        locate=lambda _: source.at[1:],
    )
    reading = Reading(Kind.CATEGORY, "category", None, None, terms=(digest,))
    return Row(claim, reading, None, False, (), f"source:{source.id}", f"source:{source.id}")


def _stands_in(claim: Claim, text: Text) -> bool:
    """Whether a text has the quote of a claim, else its value: of a quotation with gaps each phrase, in order."""
    if claim.quote is not None:
        return text.find(claim.quote) is not None
    place = 0
    for phrase in filter(plain, phrases_of(claim.text)):
        found = text.find(phrase, place)
        if found is None:
            return False
        _, place = found
    return place > 0


def _check_numbers(claim: Claim, text: Text, problems: Problems) -> None:
    """Report numbers of a value that its quote lacks; of a long quotation, which no quote can hold, its text may."""
    if claim.quote is None:
        return
    missing = numbers_in(claim.text) - numbers_in(claim.quote)
    if missing and len(claim.text.split()) > LONGEST_QUOTE:
        missing -= numbers_in(text.shown)
    if missing:
        figures = " and ".join(_figure(n) for n in sorted(missing))
        are = "is" if len(missing) == 1 else "are"
        problems.add(
            claim.at, f"{figures} of the value {shown(claim.text)} {are} not in its quote {shown(claim.quote)}"
        )


def _figure(number: Fraction) -> str:
    return str(int(number)) if number.denominator == 1 else str(float(number))


MOST = 280  # characters on each side; a list without full stops is no sentence
_SPACE = re.compile(r"\s+")


def around(quote: str, text: Text) -> tuple[str, str] | None:
    """What stands before and after the first such quote in its sentence, None if no paragraph has it."""
    found = text.find(quote)
    while found is not None:
        start, end = found
        for paragraph in text.paragraphs:
            if paragraph.start <= start and end <= paragraph.end:
                return _around(text.shown, start, end, paragraph.start, paragraph.end)
        found = text.find(quote, start + 1)
    return None


def _around(shown: str, start: int, end: int, low: int, high: int) -> tuple[str, str]:
    """What stands before and after `[start, end)` in its sentences, which lie in `[low, high)`."""
    low, high = max(low, start - 4 * MOST), min(high, end + 4 * MOST)
    parts = [(low + first, low + behind) for first, behind in sentences(shown[low:high])]
    met = [(first, behind) for first, behind in parts if first < end and start < behind] or [(start, end)]
    before = _SPACE.sub(" ", shown[min(met[0][0], start) : start])
    after = _SPACE.sub(" ", shown[end : max(met[-1][1], end)])
    if len(before) > MOST:
        before = "…" + before[-MOST:].partition(" ")[2]
    return before, after if len(after) <= MOST else after[:MOST].rpartition(" ")[0] + "…"
