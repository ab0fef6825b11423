"""The columns of a table of claims: which there are, and what they are called."""

from __future__ import annotations

from collections.abc import Sequence

from crosscheck.problems import Position, Problems, did_you_mean, nearest, shown
from crosscheck.workspace.settings import TableSettings

REQUIRED = ("source", "subject", "attribute", "value")
KEYS = (*REQUIRED, "id", "quote", "read_as", "when", "said_by", "stance", "relative_to", "exhaustive", "url")
SCOPE = "scope."


Places = dict[str, int]
"""Of each key that a table has, `scope.<key>` among them, the place of its column, counted from 0."""


def places_of(names: Sequence[str], file: str, settings: TableSettings, problems: Problems) -> Places | None:
    """Where the columns `names` hold what, None after every complaint about them is added to `problems`."""
    before = len(problems.found)
    places: Places = {}
    first: dict[str, int] = {}
    misspelt: set[str | None] = set()
    for place, name in enumerate(names):
        if name in settings.ignore:
            continue
        key, at = settings.rename.get(name, name), Position(file, 1, place + 1)
        if not name:
            problems.add(at, f"column {place + 1} has no name")
        elif key not in KEYS and not (key.startswith(SCOPE) and key.removeprefix(SCOPE).strip()):
            near = did_you_mean(key, KEYS)
            misspelt.add(nearest(key, KEYS))
            known = f"known: {', '.join(KEYS)}, scope.<key>; or rename or ignore it in [tables] of crosscheck.toml"
            problems.add(at, f"a table of claims has no column {shown(name)}{near}; {known}")
        elif (said := _said(key)) in first:
            problems.add(at, f"column {shown(said)} stands twice (first as column {first[said] + 1})")
        else:
            places[key] = first[said] = place
    for key in REQUIRED:
        if key not in places and key not in misspelt:
            near = did_you_mean(key, names)
            found = ", ".join(map(shown, names[:12])) or "none"
            problems.add(Position(file), f"the table lacks the column {shown(key)}{near}; found: {found}")
    return places if len(problems.found) == before else None


def _said(key: str) -> str:
    """A column as its claims have it: without the spaces around a key of scope."""
    return SCOPE + key.removeprefix(SCOPE).strip() if key.startswith(SCOPE) else key
