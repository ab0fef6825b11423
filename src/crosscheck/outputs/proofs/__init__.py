"""What `proofread` prints: one module a format, each with `render(proof)`; imported only when it is written."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from crosscheck.articles.proofreading import Acceptance, Figure, FigureStatus, Proof
from crosscheck.formatting import counted
from crosscheck.texts import Place


class Format(NamedTuple):
    """`takes` names the further arguments of `render`: `color`, `summary`, `prefix`."""

    takes: tuple[str, ...] = ()


FORMATS = {
    "text": Format(takes=("color", "summary")),
    "json": Format(),
    "html": Format(),
    "github": Format(takes=("prefix",)),
    "markdown": Format(),
}


PLURALS = {FigureStatus.DIFFERS: "differ", FigureStatus.AGREES: "agree"}
"""What a status is called of several figures, where that is another word."""


ONLY = {
    "failing": lambda figure: figure.fails,
    "differing": lambda figure: figure.status in (FigureStatus.DIFFERS, FigureStatus.NEWER),
}
"""Which figures may be asked for; the exit code does not change."""


def rendered(proof: Proof, format: str, *, color: bool, summary: bool, prefix: str) -> str:
    """A proof in a format; `prefix` leads from the repository to the workspace."""
    known = {"color": color, "summary": summary, "prefix": prefix}
    module = import_module(f"{__name__}.{format}")
    made: str = module.render(proof, **{name: known[name] for name in FORMATS[format].takes})
    return made


def has_lines(place: Place) -> bool:
    """Whether a place is a line of a file, as opposed to one of a page or to a paragraph."""
    return place.line > 0 and place.page == 0


def where(proof: Proof, figure: Figure) -> str:
    """Where a figure stands: `draft.md:3:14`, or `draft.docx: paragraph 3`."""
    place, file = figure.place, proof.draft.at.file
    return f"{file}:{place.line}:{place.column}" if has_lines(place) else f"{file}: {place}"


def title(figure: Figure) -> str:
    """The status and who says so, such as `differs, suggested`."""
    decided = " [does not fail]" if figure.findings and not figure.fails else ""
    by = "" if figure.acceptance is Acceptance.NONE else f", {figure.acceptance}"
    return f"{figure.status}{by}{decided}"


def summary(proof: Proof) -> str:
    """How many figures there are, and how many of each status: `3 figures: 1 differs (accepted), 2 not read`."""
    return f"{counted(len(proof.figures), 'figure')}: {counts(proof)}" if proof.figures else "no figures"


def counts(proof: Proof) -> str:
    """How many figures have each status: `2 differ (1 accepted, 1 suggested), 4 unsupported`; empty without any."""
    found = proof.counts
    listed = []
    for status in FigureStatus:
        total = sum(found[status, acceptance] for acceptance in Acceptance)
        parts = {each: found[status, each] for each in (Acceptance.ACCEPTED, Acceptance.SUGGESTED)}
        named = [each if count == total else f"{count:,} {each}" for each, count in parts.items() if count]
        name = PLURALS.get(status, status) if total > 1 else status
        behind = f" ({', '.join(named)})" if named else ""
        listed += [f"{total:,} {name}{behind}"] if total else []
    return ", ".join(listed)
