"""What one claims file says, before it meets the others; without numpy, so that a process for it starts fast."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, NamedTuple

from crosscheck.model.claims import KEYS as COLUMNS
from crosscheck.problems import Position, Problem, Problems, did_you_mean, nearest, shown
from crosscheck.workspace.documents import ClaimDocument, SourceDocument, keys_of, validate
from crosscheck.yamltext import Items, Mapping, Place, document

KEYS = ("source", "claims")

_NUMBER = {key: number for number, key in enumerate(COLUMNS)}


class ClaimsFile(NamedTuple):
    """Plain values that processes can pass on, and a `Part` of claims.

    `declared` are the keys of the source, where the file declares it, and `at` where that stands; `cells` has a tuple
    a claim, in the order of `KEYS` of `model.claims`. `places` are lines and columns: of each claim two numbers for
    each of these, 0 where it lacks the key.
    """

    file: str
    declared: dict[str, Any] | None
    at: Place
    cells: Sequence[tuple[Any, ...]]
    places: Sequence[int]
    problems: Sequence[Problem]

    @property
    def is_table(self) -> bool:
        return False

    def locate(self, place: int, key: str) -> Place:
        number = 2 * (place * len(COLUMNS) + _NUMBER[key])
        if not self.places[number]:
            raise KeyError(key)
        return int(self.places[number]), int(self.places[number + 1])


def read_file(content: tuple[str, bytes]) -> ClaimsFile:
    """What a claims file says, of which the name and the bytes are given."""
    (file, data), problems = content, Problems()
    node = document(data, file, problems)
    if node is None and not problems.found:
        problems.add(Position(file), 'the file is empty; accepted: "source:" and "claims:"')
    if node is not None and not isinstance(node, Mapping):
        problems.add(
            Position(file, *getattr(node, "at", (1, 1))), 'a claims file must be a mapping with "source:" and "claims:"'
        )
    if not isinstance(node, Mapping):
        return ClaimsFile(file, None, (1, 1), (), array("i"), problems.found)
    _check_keys(node, file, problems)
    source, declared = _source(node, file, problems)
    cells, places = _entries(node, source, file, problems)
    at = node.value_at("source") if "source" in node else (1, 1)
    return ClaimsFile(file, declared, at, cells, places, problems.found)


def _check_keys(node: Mapping, file: str, problems: Problems) -> None:
    misspelt = set()
    for key in node.keys() - set(KEYS):
        near = did_you_mean(key, KEYS)
        misspelt.add(nearest(key, KEYS))
        at = Position(file, *node.key_at(key))
        problems.add(at, f"a claims file has no key {shown(key)}{near}; known: {', '.join(KEYS)}")
    for key in KEYS:
        if key not in node and key not in misspelt:
            problems.add(Position(file, *node.at), f'the file lacks "{key}:"; accepted: "source:" and "claims:"')


def _source(parent: Mapping, file: str, problems: Problems) -> tuple[str, dict[str, Any] | None]:
    """The id of the source, and its keys if they are declared here."""
    node = parent.get("source")
    if node is None:
        return "", None
    if isinstance(node, str):
        document = validate(SourceDocument, _only_id(node, parent), file, problems, "the source")
        return document.id if document else "", None
    document = validate(SourceDocument, node, file, problems, "the source")
    if document is None:
        name = node.get("id") if isinstance(node, Mapping) else None
        return name if isinstance(name, str) else "", None
    return document.id, asdict(document)


def _only_id(text: str, parent: Mapping) -> Mapping:
    made, at = Mapping((1, 1)), parent.value_at("source")
    made.place("id", text, at, at)
    return made


def _entries(parent: Mapping, source: str, file: str, problems: Problems) -> tuple[list[tuple[Any, ...]], array[int]]:
    """The cells of each claim, and the places of its keys."""
    nodes = parent.get("claims")
    if nodes is None or nodes == "":
        return [], array("i")
    if not isinstance(nodes, Items):
        at = Position(file, *parent.value_at("claims"))
        problems.add(at, '"claims" must be a list: each entry begins with "- "')
        return [], array("i")
    cells, places = [], array("i")
    for index, node in enumerate(nodes):
        name = node.get("id") if isinstance(node, Mapping) else None
        what = f"claim {shown(name)}" if isinstance(name, str) and name else "the claim"
        written = keys_of(ClaimDocument, node, file, problems, what, at=nodes.value_at(index))
        if written is not None:
            cells.append(_cells(written, source))
            numbers = [0] * (2 * len(COLUMNS))
            for key, at in node.places.items():
                numbers[2 * _NUMBER[key] : 2 * _NUMBER[key] + 2] = at[2:]
            places.extend(numbers)
    return cells, places


def _cells(written: dict[str, Any], source: str) -> tuple[Any, ...]:
    """A claim in the order of the columns."""
    if "scope" in written:
        written["scope"] = tuple(sorted(written["scope"].items())) or None
    if "stance" in written:
        written["stance"] = written["stance"].value
    written.setdefault("exhaustive", "false")
    return (source, *map(written.get, COLUMNS[1:]))
