"""The columns of a table of claims: which there are, and what they are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from crosscheck.problems import Position, Problems, did_you_mean, nearest, shown
from crosscheck.workspace.settings import ALL, Split, TableSettings

REQUIRED = ("source", "subject", "attribute", "value")
KEYS = (
    *REQUIRED,
    "id",
    "quote",
    "read_as",
    "language",
    "when",
    "said_by",
    "stance",
    "relative_to",
    "exhaustive",
    "url",
)
SCOPE = "scope."

MOST_COLUMNS = 1_000
TOO_MANY_COLUMNS = f"the table has more than {MOST_COLUMNS:,} columns; make rows of them"


Places = dict[str, int]
"""Of each key that a table has, `scope.<key>` among them, the place of its column, counted from 0."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold: `melted` are those of which each cell is a value, `empty` those without a name.

    All are places, counted from 0; the key of a melted column's name is in `names_are`. `splits` are by the place of
    their column; behind the last one stand the melted cell and the name of its column.
    """

    places: Places
    melted: tuple[int, ...] = ()
    names_are: str = ""
    empty: tuple[int, ...] = ()
    splits: Mapping[int, Split] = field(default_factory=dict)


def key_of(name: str, settings: TableSettings) -> str:
    """The key that a column stands for, in any case, without the spaces around a key of scope."""
    key = settings.rename.get(name, name)
    lowered = key.lower()
    if lowered.startswith(SCOPE):
        return SCOPE + key[len(SCOPE) :].strip()
    return lowered if lowered in KEYS else key


def is_melted(name: str, settings: TableSettings) -> bool:
    """Whether each cell of a column is a claim's value."""
    melt = settings.melt
    return melt is not None and name not in settings.ignore and any(fnmatchcase(name, one) for one in melt.columns)


def is_text(name: str, settings: TableSettings) -> bool:
    """Whether a cell of a column is one text or number, never a list: it is melted, or split."""
    return is_melted(name, settings) or any(name == split.column for split in settings.split)


def columns_of(names: Sequence[str], file: str, settings: TableSettings, problems: Problems) -> Columns | None:
    """What the columns `names` hold, None after every complaint about them is added to `problems`."""
    if len(names) > MOST_COLUMNS:
        problems.add(Position(file), TOO_MANY_COLUMNS)
        return None
    before = len(problems.found)
    melted = tuple(place for place, name in enumerate(names) if is_melted(name, settings))
    empty = tuple(range(len(names) - next((n for n, name in enumerate(reversed(names)) if name), 0), len(names)))
    others = {place: name for place, name in enumerate(names) if place not in {*melted, *empty}}
    made = {len(names): "value", len(names) + 1: settings.melt.names} if settings.melt else {}
    splits = _splits(others | made, file, settings, problems)
    others = {place: name for place, name in others.items() if place not in splits}
    filled = [*settings.constants, *(key for place, key in made.items() if place not in splits)]
    given = _given([*filled, *(key for split in splits.values() for key in split.into)], file, settings, problems)
    if settings.melt and not melted:
        problems.add(Position(file), f"melt of [[tables]] finds no column {' or '.join(settings.melt.columns)}")
    places = _places(others, given, names, file, settings, problems)
    if len(problems.found) > before:
        return None
    return Columns(places, melted, settings.melt.names if settings.melt else "", empty, splits)


def _splits(names: Mapping[int, str], file: str, settings: TableSettings, problems: Problems) -> dict[int, Split]:
    """The columns whose cells hold several keys, by their places, after every complaint about them."""
    found: dict[int, Split] = {}
    for split in settings.split:
        places = [place for place, name in names.items() if name == split.column]
        if not places:
            near = did_you_mean(split.column, names.values())
            problems.add(Position(file), f"split of [[tables]] finds no column {shown(split.column)}{near}")
        for again in places[1:]:
            told = f"duplicate column {shown(split.column)} (first as column {places[0] + 1})"
            problems.add(Position(file, 1, again + 1), told)
        if places and split.column in settings.rename:
            told = f"column {shown(split.column)} is split, and renamed too; take it out of rename"
            problems.add(Position(file, 1, places[0] + 1), told)
        found |= dict.fromkeys(places, split)
    return found


def _given(filled: Sequence[str], file: str, settings: TableSettings, problems: Problems) -> set[str]:
    """The keys that settings fill, after every complaint about these."""
    given = set(filled)
    for key in sorted(given):
        if filled.count(key) > 1:
            problems.add(Position(file), f"[[tables]] fill {shown(key)} twice, by constants, melt or split")
        if key not in KEYS and (not key.startswith(SCOPE) or key == SCOPE):
            near = did_you_mean(key, KEYS)
            problems.add(Position(file), f"[[tables]] fill {shown(key)}, which no claim has{near}; known: {_KNOWN}")
    if "value" in settings.constants:
        problems.add(Position(file), 'constants of [[tables]] have "value"; accepted: a column, or melt')
    return given


_KNOWN = f"{', '.join(KEYS)}, scope.<key>"


def _places(
    others: dict[int, str],
    given: set[str],
    names: Sequence[str],
    file: str,
    settings: TableSettings,
    problems: Problems,
) -> Places:
    """Where columns stand that hold a key each."""
    places: Places = {}
    misspelt: set[str | None] = set()
    for place, name in others.items():
        if name in settings.ignore:
            continue
        key, at = key_of(name, settings), Position(file, 1, place + 1)
        if key in given:
            told = (
                f"column {shown(key)} is in the file, and [[tables]] fills it too; ignore the column, or do not fill it"
            )
            problems.add(at, told)
            continue
        if ALL in settings.ignore and key not in KEYS and not key.startswith(SCOPE):
            continue
        if not name:
            problems.add(at, f"column {place + 1} has no name")
        elif key not in KEYS and (not key.startswith(SCOPE) or key == SCOPE):
            near = did_you_mean(key, KEYS)
            misspelt.add(nearest(key, KEYS))
            known = f"known: {_KNOWN}; or rename or ignore it in [tables] of crosscheck.toml"
            problems.add(at, f"a table of claims has no column {shown(name)}{near}; {known}")
        elif key in places:
            problems.add(at, f"duplicate column {shown(key)} (first as column {places[key] + 1})")
        else:
            places[key] = place
    for key in REQUIRED:
        if key not in places and key not in misspelt and key not in given:
            near = did_you_mean(key, names)
            found = ", ".join(map(shown, names[:12])) or "none"
            problems.add(Position(file), f"the table lacks the column {shown(key)}{near}; found: {found}")
    return places
