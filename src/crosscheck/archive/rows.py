"""From rows of the plan to claims, and to problems with rows that are none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import Any

from crosscheck.archive.distinct import clean, stance_of, value_of
from crosscheck.archive.headers import SCOPE
from crosscheck.archive.plan.lines import LEAST_TOO_LARGE, LONGEST_ROW
from crosscheck.archive.scope_columns import ScopeColumns
from crosscheck.archive.sheet import COLUMNS, Sheet, column_of
from crosscheck.model import Claim, Scope
from crosscheck.problems import Position, Problems
from crosscheck.readings.numbers.number import MAX_DIGITS
from crosscheck.workspace.documents import ClaimDocument, SourceDocument, validate
from crosscheck.workspace.ids import Separating, default_id
from crosscheck.yamltext import Items
from crosscheck.yamltext import Mapping as Node

_TEXTS = frozenset(("quote", "read_as", "language", "when", "relative_to", "said_by", "url"))
"""What a claim has of cells as they are, but for white space."""

_ALWAYS = frozenset(("source", "subject", "attribute", "value"))
"""What every row has that is a claim."""


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Where the cells of a row stand; `present` are the keys that it has beside what every row has."""

    sheet: Sheet
    row: int
    present: tuple[str, ...]

    def __call__(self, key: str) -> tuple[int, int]:
        """The line and column of a cell; raises KeyError if it is empty."""
        if key not in _ALWAYS and key not in self.present:
            raise KeyError(key)
        return self.sheet.locate(self.row, key)


class ClaimMaker:
    """Makes claims of rows. `filed` are the claims of files, which the plan knows by their place in it."""

    def __init__(
        self, sheets: Sequence[Sheet], filed: Sequence[Claim], scope: ScopeColumns, separating: Separating
    ) -> None:
        self._sheets, self._filed, self._scope, self._separating = sheets, filed, scope, separating
        self._optional = [
            [
                (key, column_of(key), key in _TEXTS)
                for key in sheet.keys
                if key not in _ALWAYS and not key.startswith(SCOPE)
            ]
            for sheet in sheets
        ]
        self._part_of = {id(sheet): number for number, sheet in enumerate(sheets, 1)}
        self._place_in_files = {id(claim.locate): place for place, claim in enumerate(filed)}

    def filed_columns(self) -> tuple[dict[str, list[Any]], dict[str, str]]:
        """The claims of files as rows of part 0, as far as the plan needs them, and the types of the columns."""
        columns: dict[str, list[Any]] = {
            "part": [0] * len(self._filed),
            "place": list(range(len(self._filed))),
            "source": [claim.source for claim in self._filed],
            "subject": [claim.subject for claim in self._filed],
            "attribute": [claim.attribute for claim in self._filed],
            "val": [c.value if isinstance(c.value, str) else json.dumps(c.value) for c in self._filed],
            "lists": [None if isinstance(claim.value, str) else "value" for claim in self._filed],
            "claim_id": [c.id.partition("/")[2] if c.writes("id") else None for c in self._filed],
            "read_as": [claim.read_as for claim in self._filed],
            "language": [claim.language for claim in self._filed],
            "at_time": [claim.when for claim in self._filed],
            "relative_to": [claim.relative_to for claim in self._filed],
            "said_by": [claim.said_by for claim in self._filed],
            "stance": [claim.stance.value if claim.writes("stance") else None for claim in self._filed],
        }
        columns |= self._scope.filed(self._filed)
        always = ("part", "place", "source", "subject", "attribute", "val")
        columns = {k: cells for k, cells in columns.items() if k in always or any(cell is not None for cell in cells)}
        every = {"part": "long", "place": "long", **COLUMNS}
        return columns, {name: every.get(name, "text") for name in columns}

    def made(self, rows: Iterable[Mapping[str, Any]]) -> list[Claim]:
        """The claims of rows, whose ids are not numbered yet."""
        return [self._filed[row["place"]] if row["part"] == 0 else self._claim(row) for row in rows]

    def place_of(self, claim: Claim) -> tuple[int, int]:
        """The part and the place of a claim, whatever id it has got."""
        place = self._place_in_files.get(id(claim.locate))
        if place is not None:
            return 0, place
        assert isinstance(claim.locate, Cells)
        return self._part_of[id(claim.locate.sheet)], claim.locate.row

    def _claim(self, row: Mapping[str, Any]) -> Claim:
        get, number = row.get, row["part"] - 1
        sheet, optional = self._sheets[number], self._optional[number]
        present: list[str] = []
        texts: dict[str, Any] = {}
        for key, column, is_text in optional:
            cell = get(column)
            if cell is not None:
                present.append(key)
                if is_text:
                    texts[key] = _cleaned(cell)
        cells = ((key, _cleaned(cell)) for key, cell in self._scope.cells(row).items())
        scope: Scope = tuple((key, text) for key, text in cells if text is not None)
        if scope:
            present.append("scope")
        value = value_of(get("val"), get("num"), is_list=get("lists") == "value")
        assert value is not None
        # Thousands of claims have one source and one value.
        source, subject, attribute = intern(row["source"]), _required(row["subject"]), _required(row["attribute"])
        if named := get("claim_id"):
            id = f"{source}/{named}"
        else:
            id = default_id(
                source=source, subject=subject, attribute=attribute, scope=scope, separating=self._separating
            )
        return Claim(
            id=id,
            source=source,
            subject=subject,
            attribute=attribute,
            value=intern(value) if isinstance(value, str) else value,
            file=sheet.file,
            locate=Cells(sheet, row["place"], _shared(tuple(present))),
            scope=scope,
            stance=stance_of(get("stance"), texts.get("said_by")),
            exhaustive=get("exhaustive") == "true",
            is_number=get("val") is None or bool(get("point")),
            **texts,
        )


@lru_cache(1024)
def _shared(keys: tuple[str, ...]) -> tuple[str, ...]:
    return keys


_cleaned = lru_cache(1 << 14)(clean)


def _required(text: str) -> str:
    found = _cleaned(text)
    assert found is not None
    return found


def complain(
    sheet: Sheet,
    scope: ScopeColumns,
    rows: Iterable[Mapping[str, Any]],
    too_long: Sequence[int],
    count: int,
    problems: Problems,
) -> None:
    """Say of rows what is wrong with them, as of claims in a claims file; `count` rows of the table are wrong.

    `too_long` are the places of others, whose text is not worth its memory.
    """
    listed = len(too_long)
    for place in too_long:
        what = f"row {sheet.row_of(place) + 1} has more than {LONGEST_ROW:,} characters"
        problems.add(Position(sheet.file, sheet.line(place)), f"{what}; remove what is not a claim from the table")
    for row in rows:
        listed += 1
        told = f"row {sheet.row_of(row['place']) + 1}"
        number = row.get("num")
        if number is not None and abs(number) >= float(LEAST_TOO_LARGE):
            at = Position(sheet.file, *sheet.locate(row["place"], "value"))
            found = "infinite" if abs(number) == float("inf") else f"a number of more than {MAX_DIGITS} digits"
            problems.add(at, f"the value of {told} is {found}; accepted: a number")
            continue
        claim, source = _nodes(sheet, scope, row)
        validate(SourceDocument, source, sheet.file, problems, f"the source of {told}")
        validate(ClaimDocument, claim, sheet.file, problems, told)
    if count > listed:
        problems.add(Position(sheet.file), f"{count - listed:,} more rows cannot be read")


def _nodes(sheet: Sheet, scope: ScopeColumns, row: Mapping[str, Any]) -> tuple[Node, Node]:
    """A row as a claim and as a source of a claims file."""
    line = sheet.line(row["place"])
    start = (line, 1)
    claim, source, scoped = Node(start), Node(start), Node(start)
    lists, scopes = (row.get("lists") or "").split(","), scope.cells(row)
    for key in sheet.keys:
        at = sheet.locate(row["place"], key)
        name = key.removeprefix(SCOPE)
        value: Any = scopes.get(name) if key.startswith(SCOPE) else row.get(column_of(key))
        if value is None and key == "value" and row.get("num") is not None and row["num"] == row["num"]:
            value = "1"
        if key in lists:
            value = Items(at)
        if value is None or (isinstance(value, str) and not value.strip()):
            continue
        if key == "source":
            source.place("id", value, at, at)
        elif key.startswith(SCOPE):
            scoped.place(name, value, at, at)
        else:
            claim.place(key, value, at, at)
    if scoped:
        claim.place("scope", scoped, start, start)
    return claim, source
