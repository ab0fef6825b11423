"""A proof as JSON: a document of its own in the contract `crosscheck/1`."""

from __future__ import annotations

from collections import Counter
from typing import Any

from crosscheck.articles.proofreading import Acceptance, Figure, FigureStatus, Possibility, Proof
from crosscheck.formatting import bounds, interval_text, measure_of, unit_name
from crosscheck.model import Item, Reading
from crosscheck.model.findings import PRINTED_CLAIMS
from crosscheck.outputs.entries import item_record
from crosscheck.outputs.json import HEAD, meeting_record
from crosscheck.outputs.plain import json_text

COUNTS = (
    "figures",
    *(status.value for status in FigureStatus),
    Acceptance.ACCEPTED.value,
    Acceptance.SUGGESTED.value,
    "failing",
)


def render(proof: Proof) -> str:
    """The document of a proof."""
    document = {
        **HEAD,
        "draft": {"source": proof.draft.id, "file": proof.draft.at.file, "sha256": proof.article.text.sha256},
        "summary": summary(proof),
        "problems": [],
        "notes": list(proof.notes),
        "figures": [figure_record(figure) for figure in proof.listed],
    }
    return json_text(document, indent=2) + "\n"


def summary(proof: Proof) -> dict[str, int]:
    """How many figures there are, of each status, and accepted, suggested or failing (`COUNTS`)."""
    figures = proof.figures
    counts = Counter([figure.status.value for figure in figures] + [figure.acceptance.value for figure in figures])
    counts |= {"figures": len(figures), "failing": proof.failing}
    return {name: counts[name] for name in COUNTS}


def figure_record(figure: Figure) -> dict[str, Any]:
    """One figure as the contract has it; its item is null where nobody pairs it with one."""
    item, span = figure.item, figure.span
    reading = figure.line.row.reading if figure.line is not None else span.reading
    return {
        "number": figure.number,
        "value": span.text,
        "before": figure.before,
        "after": figure.after,
        "tier": span.tier.value,
        "status": figure.status.value,
        "pairing": figure.acceptance.value,
        "fails": figure.fails,
        "message": figure.message,
        **_reading_record(reading, item),
        **(item_record(item) if item is not None else dict.fromkeys(("subject", "attribute", "scope"))),
        "when": figure.line.row.claim.when if figure.line is not None else None,
        "findings": list(figure.findings),
        "others": [meeting_record(meeting) for meeting in figure.others[:PRINTED_CLAIMS]],
        "choices": [_choice_record(possibility) for possibility in figure.choices],
        **figure.place._asdict(),
    }


def _reading_record(reading: Reading | None, item: Item | None) -> dict[str, Any]:
    """What a value is read as; null of each where it is not read or has no axis."""
    record: dict[str, Any] = {"kind": reading.kind.value if reading is not None else None, "reading": None}
    if reading is None or reading.stated is None or reading.allowed is None:
        return record | dict.fromkeys(("stated", "allowed", "unit"))
    unit = item.attribute.unit if item is not None else None
    measure = measure_of(reading.kind, reading.dimension, unit)
    return record | {
        "reading": interval_text(reading.stated, reading, unit),
        "stated": bounds(reading.stated, reading.kind, measure),
        "allowed": bounds(reading.allowed, reading.kind, measure),
        "unit": unit_name(reading.kind, reading.dimension, unit),
    }


def _choice_record(possibility: Possibility) -> dict[str, Any]:
    item, line = possibility.choice.item, possibility.line
    return {
        **item_record(item),
        "holds": next((row.claim.text for row in item.rows if not row.claim.derived), None),
        "message": line.message if line is not None else None,
    }
