"""What YAML is read into: text, mappings and lists that know where everything in them stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Node = Any  # str | Mapping | Items

Place = tuple[int, int]
"""Line and column, counted from 1."""


class Mapping(dict[str, Node]):
    """A YAML mapping that knows where it, its keys and its values begin."""

    __slots__ = ("at", "places")

    def __init__(self, at: Place) -> None:
        super().__init__()
        self.at = at
        self.places: dict[str, tuple[int, int, int, int]] = {}
        """Of each key its line and column, then those of its value."""

    def key_at(self, key: str) -> Place:
        return self.places[key][:2]

    def value_at(self, key: str) -> Place:
        return self.places[key][2:]

    def place(self, key: str, value: Node, key_at: Place, value_at: Place) -> None:
        """Put an entry in, with its places."""
        self[key] = value
        self.places[key] = (*key_at, *value_at)

    def renamed(self, old: str, new: str) -> Mapping:
        """This mapping with one key under another name."""
        made = Mapping(self.at)
        for key, value in self.items():
            made.place(new if key == old else key, value, self.key_at(key), self.value_at(key))
        return made


class Items(list[Node]):
    """A YAML sequence that knows where it and its entries begin."""

    __slots__ = ("at", "places")

    def __init__(self, at: Place) -> None:
        super().__init__()
        self.at = at
        self.places: list[Place] = []

    def value_at(self, index: int) -> Place:
        return self.places[index]

    def place(self, value: Node, at: Place) -> None:
        """Put an entry at the end, with its place."""
        self.append(value)
        self.places.append(at)


def position(root: Node, path: Sequence[str | int], *, key: bool = False) -> Place:
    """Line and column of the value (or key) at `path`, or of its nearest ancestor that exists."""
    node, at = root, getattr(root, "at", (1, 1))
    for depth, step in enumerate(path):
        last = depth == len(path) - 1
        if isinstance(node, Mapping) and step in node:
            at = node.key_at(str(step)) if key and last else node.value_at(str(step))
            node = node[str(step)]
        elif isinstance(node, Items) and isinstance(step, int) and step < len(node):
            at, node = node.value_at(step), node[step]
        else:
            break
    return at
