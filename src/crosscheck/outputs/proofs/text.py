"""A proof as a linter prints it: a line a figure, and one that counts them."""

from __future__ import annotations

from crosscheck.articles.proofreading import Acceptance, Figure, FigureStatus, Proof
from crosscheck.outputs.proofs import summary as summary_of
from crosscheck.outputs.proofs import title, where
from crosscheck.outputs.text import painted, printable

_COLORS = {
    FigureStatus.DIFFERS: "31",
    FigureStatus.NEWER: "33",
    FigureStatus.UNSUPPORTED: "36",
    FigureStatus.NOT_READ: "35",
    FigureStatus.AGREES: "32",
}


def render(proof: Proof, *, color: bool = False, summary: bool = True) -> str:
    """The figures, a line each, then the summary line."""
    lines = [_line(proof, figure, color=color) for figure in proof.listed]
    if summary:
        lines.append(_summary(proof, color=color))
    return "".join(f"{line}\n" for line in lines)


def _line(proof: Proof, figure: Figure, *, color: bool) -> str:
    # Only what a person accepted is painted as sure.
    weight = "1;" if figure.acceptance is Acceptance.ACCEPTED else ""
    status = painted(title(figure), f"{weight}{_COLORS[figure.status]}", color)
    found = f" ({', '.join(figure.findings)})" if figure.findings else ""
    return f"{printable(where(proof, figure))}: {status}: {printable(figure.message)}{found}"


def _summary(proof: Proof, *, color: bool) -> str:
    text = f"{summary_of(proof)}; {proof.failing or 'none'} failing"
    return painted(text, "1;31" if proof.failing else "1;32", color)
