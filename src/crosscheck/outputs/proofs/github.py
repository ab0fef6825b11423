"""A proof as annotations for GitHub Actions, the most urgent first: GitHub shows the first ten of each kind a step.

Only accepted pairings can be errors or warnings; a suggestion is a notice.
"""

from __future__ import annotations

from crosscheck.articles.proofreading import Figure, FigureStatus, Proof
from crosscheck.model import Severity
from crosscheck.outputs.github import command
from crosscheck.outputs.proofs import has_lines, title
from crosscheck.problems import Position

_ORDER = tuple(FigureStatus)


def render(proof: Proof, *, prefix: str = "") -> str:
    """The annotations of a proof; `prefix` leads from the repository to the workspace."""
    ordered = sorted(proof.listed, key=lambda each: (not each.fails, _ORDER.index(each.status), each.number))
    return "".join(_annotation(proof, figure, prefix) for figure in ordered)


def _annotation(proof: Proof, figure: Figure, prefix: str) -> str:
    level = "notice"
    if figure.fails and figure.line is not None:
        level = "error" if figure.line.severity is Severity.ERROR else "warning"
    place, file = figure.place, proof.draft.at.file
    is_line = has_lines(place)
    at = Position(file, place.line, place.column) if is_line else Position(file, 0, 0)
    message = figure.message if is_line else f"{place}: {figure.message}"
    return command(level, at, title=title(figure), message=message, prefix=prefix)
