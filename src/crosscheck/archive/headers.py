"""The columns of a table of claims: which there are, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.problems import Position, Problems, did_you_mean, nearest, shown
from crosscheck.workspace.settings import TableSettings

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


def key_of(name: str, settings: TableSettings) -> str:
    """The key that a column stands for, without the spaces around a key of scope."""
    key = settings.rename.get(name, name)
    return SCOPE + key.removeprefix(SCOPE).strip() if key.startswith(SCOPE) else key


def places_of(names: Sequence[str], file: str, settings: TableSettings, problems: Problems) -> Places | None:
    """Where the columns `names` hold what, None after every complaint about them is added to `problems`."""
    if len(names) > MOST_COLUMNS:
        problems.add(Position(file), TOO_MANY_COLUMNS)
        return None
    before = len(problems.found)
    places: Places = {}
    misspelt: set[str | None] = set()
    for place, name in enumerate(names):
        if name in settings.ignore:
            continue
        key, at = key_of(name, settings), Position(file, 1, place + 1)
        if not name:
            problems.add(at, f"column {place + 1} has no name")
        elif key not in KEYS and (not key.startswith(SCOPE) or key == SCOPE):
            near = did_you_mean(key, KEYS)
            misspelt.add(nearest(key, KEYS))
            known = f"known: {', '.join(KEYS)}, scope.<key>; or rename or ignore it in [tables] of crosscheck.toml"
            problems.add(at, f"a table of claims has no column {shown(name)}{near}; {known}")
        elif key in places:
            problems.add(at, f"column {shown(key)} stands twice (first as column {places[key] + 1})")
        else:
            places[key] = place
    for key in REQUIRED:
        if key not in places and key not in misspelt:
            near = did_you_mean(key, names)
            found = ", ".join(map(shown, names[:12])) or "none"
            problems.add(Position(file), f"the table lacks the column {shown(key)}{near}; found: {found}")
    return places if len(problems.found) == before else None
