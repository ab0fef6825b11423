"""A proof in Markdown, for a comment or a chat: what differs first, then a list of the others."""

from __future__ import annotations

from crosscheck.articles.proofreading import Figure, FigureStatus, Proof
from crosscheck.outputs.markdown import LONGEST, MESSAGE, escaped, fitting
from crosscheck.outputs.proofs import headline, summary, title, where

HEADINGS = {
    FigureStatus.DIFFERS: "Differs",
    FigureStatus.NEWER: "Newer?",
    FigureStatus.UNSUPPORTED: "Unsupported",
    FigureStatus.NOT_READ: "Not read",
    FigureStatus.AGREES: "Agrees",
}


def render(proof: Proof) -> str:
    """The figures of a proof, those of each status together, the most urgent first."""
    last = "".join(f"- {escaped(note, MESSAGE)}\n" for note in proof.notes)
    last = f"\n{last}\n{escaped(summary(proof))}\n"
    parts = [f"## crosscheck: {headline(proof)} in {escaped(proof.draft.at.file)}\n"]
    for status, heading in HEADINGS.items():
        entries = [_entry(proof, figure) for figure in proof.listed if figure.status is status]
        if entries:
            parts.append(f"\n### {heading}\n\n")
            parts += fitting(entries, LONGEST - sum(map(len, parts)) - len(last), "more")
    return "".join([*parts, last])


def _entry(proof: Proof, figure: Figure) -> str:
    before, after = escaped(figure.before), escaped(figure.after)
    told = f"{before}{' ' if figure.before.endswith(' ') else ''}**{escaped(figure.span.text)}**"
    told += f"{' ' if figure.after.startswith(' ') else ''}{after}"
    return (
        f"- {escaped(where(proof, figure))}: {escaped(title(figure))}: {escaped(figure.message, MESSAGE)}  \n  {told}\n"
    )
