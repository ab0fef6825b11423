"""What `proofread` prints: one module a format, each with `render(proof)`; imported only when it is written."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

from crosscheck.articles.proofreading import Acceptance, Figure, FigureStatus, Proof
from crosscheck.formatting import counted
from crosscheck.outputs.plain import failing
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

PAIRINGS = {
    Acceptance.ACCEPTED: "accepted",
    Acceptance.SUGGESTED: "suggested",
    Acceptance.NONE: "without an item",
}
"""What figures are called by who pairs them, the surest first."""


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


def headline(proof: Proof) -> str:
    """What an editor must know first: what fails, which suggestions differ; never that a draft is without fault."""
    found = proof.counts
    accepted = sum(count for (_, by), count in found.items() if by is Acceptance.ACCEPTED)
    suggested = {status: found[status, Acceptance.SUGGESTED] for status in FigureStatus}
    differing, newer = suggested[FigureStatus.DIFFERS], suggested[FigureStatus.NEWER]
    fails = failing(proof.failing, "accepted figure") if proof.failing else "no accepted figure fails"
    parts = [fails] if accepted else []
    if differing or newer:
        differ = "differs" if differing == 1 else "differ"
        told = [f"{counted(differing, 'suggestion')} {differ}"] if differing else []
        if newer:
            told.append(f"{newer:,} may be newer" if differing else f"{counted(newer, 'suggestion')} may be newer")
        parts.append(", ".join(told))
    elif sum(suggested.values()):
        parts.append("no suggestion differs")
    return "; ".join(parts) or ("no figure was compared" if proof.figures else "no figure or date")


def summary(proof: Proof) -> str:
    """How many figures there are: `3 figures: 1 accepted (differs), 2 without an item (1 unsupported, 1 not read)`."""
    return f"{counted(len(proof.figures), 'figure')}: {counts(proof)}" if proof.figures else "no figures"


def counts(proof: Proof) -> str:
    """How many figures are accepted, suggested or neither, and what each of them is; empty without any."""
    listed = []
    for acceptance, name in PAIRINGS.items():
        found = {status: count for status in FigureStatus if (count := proof.counts[status, acceptance])}
        if not found:
            continue
        total = sum(found.values())
        each = [f"{count:,} {_plural(status, count)}" for status, count in found.items()]
        if len(found) == 1:
            each = [f"{'all ' if total > 1 else ''}{_plural(status, total)}" for status in found]
        listed.append(f"{total:,} {name} ({', '.join(each)})")
    return ", ".join(listed)


def _plural(status: FigureStatus, count: int) -> str:
    return PLURALS.get(status, status) if count > 1 else status
