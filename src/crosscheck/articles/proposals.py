"""proposals/ID.yaml: figures of an article that claims could be made of, and what a person says to each.

    proposals:                    the article: source, article, sha256, published (`ProposalsDocument`)
    figures:                      one entry a figure, in the order of the article (`FigureDocument`)

`propose` writes it, a person edits it, `accept` and `proofread` read it. It is no claims file, and no claim counts
before `accept` has made it one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from crosscheck.files import read_bytes, relative
from crosscheck.problems import Position, Problems, did_you_mean, shown
from crosscheck.texts import Text
from crosscheck.workspace.documents import ChoiceDocument, FigureDocument, ProposalsDocument, validate
from crosscheck.yamltext import Items, Mapping, Node, document
from crosscheck.yamlwriting import key_lines, on_one_line

KEYS = ("proposals", "figures")
FOLDER = "proposals"
CLAIM_KEYS = "subject attribute scope choice id read_as when relative_to said_by stance note".split()
"""What a person may give a figure besides its value and its quote."""
_HEAD = """\
# Figures and dates of an article that no claim carries yet. None of them counts before you accept it:
# "accept: yes" with a subject and an attribute (or "choice: 1", the first of the choices), then
# crosscheck accept {file}; "accept: never", and it is never proposed again.
"""


@dataclass(frozen=True, slots=True)
class Proposals:
    """A file of proposals; `at` is where each figure stands in it."""

    head: ProposalsDocument
    figures: tuple[FigureDocument, ...]
    at: tuple[Position, ...] = ()


class Standing(NamedTuple):
    """A figure whose words stand in the article, its value at `[start, end)` of `Text.shown`."""

    figure: FigureDocument
    start: int
    end: int


def load_proposals(path: Path, root: Path) -> Proposals:
    """The proposals of a file; raises `InputError` with all that is wrong in it."""
    name = relative(path, root)
    return read_proposals(read_bytes(path, name), name)


def read_proposals(data: bytes, file: str) -> Proposals:
    """The proposals in some bytes; `file` is what problems call these. Raises `InputError`."""
    problems = Problems()
    node = document(data, file, problems)
    problems.raise_any()
    found = _ProposalsFile(file, problems).proposals(node)
    problems.raise_any()
    assert found is not None
    return found


class _ProposalsFile:
    """One file of proposals; what is wrong goes to `problems`."""

    def __init__(self, file: str, problems: Problems) -> None:
        self._file, self._problems = file, problems

    def proposals(self, node: Node | None) -> Proposals | None:
        if not isinstance(node, Mapping):
            self._report(getattr(node, "at", (1, 1)), 'must be a mapping with "proposals:" and "figures:"')
            return None
        for key in node.keys() - set(KEYS):
            known = f"{did_you_mean(key, KEYS)}; known: {', '.join(KEYS)}"
            self._report(node.key_at(key), f"a file of proposals has no key {shown(key)}{known}")
        for key in KEYS:
            if key not in node:
                self._report(node.at, f'the file lacks "{key}:"; accepted: "proposals:" and "figures:"')
        if "proposals" not in node:
            return None
        at = node.value_at("proposals")
        head = validate(ProposalsDocument, node["proposals"], self._file, self._problems, "the head", at=at)
        placed = list(self._figures(node))
        self._check_numbers(placed)
        if head is None:
            return None
        return Proposals(head, tuple(figure for figure, _ in placed), tuple(at for _, at in placed))

    def _report(self, at: tuple[int, int], message: str) -> None:
        self._problems.add(Position(self._file, *at), message)

    def _figures(self, parent: Mapping) -> Iterator[tuple[FigureDocument, Position]]:
        nodes = parent.get("figures")
        if nodes is None or nodes == "":
            return
        if not isinstance(nodes, Items):
            self._report(parent.value_at("figures"), '"figures" must be a list: each entry begins with "- "')
            return
        for index, node in enumerate(nodes):
            number = node.get("number") if isinstance(node, Mapping) else None
            what = f"figure {number}" if isinstance(number, str) else "the figure"
            figure = self._figure(node, what, nodes.value_at(index))
            if figure is not None:
                yield figure, Position(self._file, *nodes.value_at(index))

    def _figure(self, node: Node, what: str, at: tuple[int, int]) -> FigureDocument | None:
        choices = node.get("choices") if isinstance(node, Mapping) else None
        if not isinstance(choices, Items):
            return validate(FigureDocument, node, self._file, self._problems, what, at=at)
        made = [
            validate(
                ChoiceDocument,
                choice,
                self._file,
                self._problems,
                f"choice {place + 1} of {what}",
                at=choices.value_at(place),
            )
            for place, choice in enumerate(choices)
        ]
        rest = node.without("choices")
        figure = validate(FigureDocument, rest, self._file, self._problems, what, at=at)
        return figure and figure.model_copy(update={"choices": tuple(choice for choice in made if choice is not None)})

    def _check_numbers(self, placed: Iterable[tuple[FigureDocument, Position]]) -> None:
        first: dict[str, Position] = {}
        for figure, at in placed:
            before = first.setdefault(figure.number, at)
            if before is not at:
                self._problems.add(at, f"duplicate number {figure.number} (first in {before}); give each its own")


def write_proposals(found: Proposals, file: str, schema: str | None = None) -> str:
    """A file of proposals as text; `file` is what its head calls it, `schema` the path of its JSON Schema from it."""
    lines = [f"# yaml-language-server: $schema={schema}"] if schema is not None else []
    lines += [*_HEAD.format(file=file).splitlines(), "", "proposals:"]
    lines += [f"  {line}" for key, value in found.head if value is not None for line in key_lines(key, value)]
    lines += ["", "figures:" if found.figures else "figures: []"]
    for number, figure in enumerate(found.figures):
        lines += [""] if number else []
        lines += [f"{'    ' if place else '  - '}{line}" for place, line in enumerate(figure_text(figure))]
    return "".join(f"{line}\n" for line in lines)


def figure_text(figure: FigureDocument) -> Iterator[str]:
    """The lines of one figure, without a margin."""
    for key, value in figure:
        if key == "choices":
            if value:
                yield "choices:"
            for choice in value:
                yield f"  - {on_one_line({name: part for name, part in choice if part})}"
        elif value:
            yield from key_lines(key, value)


def schema_of(target: Path, root: Path) -> str | None:
    """The way from a file of proposals to the JSON Schema of these that the workspace has."""
    schema = root / "schema" / f"{FOLDER}.json"
    if not schema.is_file() or not target.resolve().is_relative_to(root.resolve()):
        return None
    return Path(os.path.relpath(schema.resolve(), target.resolve().parent)).as_posix()


def standing(figures: Iterable[FigureDocument], text: Text) -> list[Standing]:
    """The figures whose quote stands in a text, with the place of the value in it; in the order of the text.

    Of several with the same words, each has a place of its own, as long as there are any.
    """
    found: list[Standing] = []
    taken: set[tuple[int, int]] = set()
    left: dict[tuple[str, str], Iterator[tuple[int, int]]] = {}  # of the same words, where no figure has stood yet
    for figure in figures:
        words = figure.quote, figure.value
        if words not in left:
            left[words] = places(text, *words)
        place = next((place for place in left[words] if place not in taken), None)
        if place is not None:
            taken.add(place)
            found.append(Standing(figure, *place))
    return sorted(found, key=lambda one: (one.start, one.end))


def places(text: Text, quote: str, value: str) -> Iterator[tuple[int, int]]:
    """Where a value stands in a quote of a text: once for each time that the text has the quote."""
    quoted = text.find(quote)
    while quoted is not None:
        start, end = quoted
        inside = text.find(value, start)
        if inside is not None and inside[1] <= end:
            yield inside
        quoted = text.find(quote, start + 1)


def as_item(figure: FigureDocument) -> ChoiceDocument | None:
    """The item that a figure is given by a person or above the gate: None if it has none, or no such choice."""
    if figure.choice is not None:
        number = int(figure.choice)
        return figure.choices[number - 1] if number <= len(figure.choices) else None
    if figure.subject is None or figure.attribute is None:
        return None
    return ChoiceDocument(subject=figure.subject, attribute=figure.attribute, scope=figure.scope)
