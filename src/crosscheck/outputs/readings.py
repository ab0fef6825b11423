"""What `crosscheck read` prints: a reading, word by word, as text or as one line of JSON."""

from __future__ import annotations

import json

from crosscheck.formatting import bounds, interval_text, measure_of, unit_name
from crosscheck.model import Reading
from crosscheck.outputs.text import printable
from crosscheck.readings import ReadingError


def render_json(text: str, found: Reading | ReadingError, unit: str | None) -> str:
    """One object on one line."""
    if isinstance(found, ReadingError):
        return json.dumps({"text": text, "error": str(found)}, ensure_ascii=False)
    record: dict[str, object] = {"text": text, "kind": found.kind.value, "unit": None, "stated": None, "allowed": None}
    if found.stated is not None and found.allowed is not None:
        measure = measure_of(found.kind, found.dimension, unit)
        record["unit"] = unit_name(found.kind, found.dimension, unit)
        record["stated"] = bounds(found.stated, found.kind, measure)
        record["allowed"] = bounds(found.allowed, found.kind, measure)
    else:
        record["terms"] = list(found.terms)
    if found.direction is not None:
        record["direction"] = found.direction
    if found.zone is not None:
        record["zone"] = found.zone
    return json.dumps(record, ensure_ascii=False)


def render_text(text: str, found: Reading | ReadingError, unit: str | None) -> str:
    """A block of lines: what was read, and each word's part in it."""
    if isinstance(found, ReadingError):
        return printable(f"{text}\n  cannot be read: {found}")
    lines = [text, f"  kind     {found.kind}"]
    if found.stated is not None and found.allowed is not None:
        lines.append(f"  stated   {interval_text(found.stated, found, unit)}")
        lines.append(f"  allowed  {interval_text(found.allowed, found, unit)}")
    else:
        lines.append(f"  words    {'; '.join(found.terms)}")
    if found.zone is not None:
        lines.append(f"  zone     {found.zone}; stated and allowed are in UTC")
    if found.weekday_mismatch:
        lines.append(f"  remark   {found.weekday_mismatch}")
    if found.direction is not None:
        lines.append(f"  change   {found.direction}")
    if found.conversion_mismatch:
        lines.append(f"  remark   {found.conversion_mismatch}")
    width = max((len(step.text) for step in found.steps), default=0)
    lines += [f"    {step.text:<{width}}  {step.meaning}" for step in found.steps]
    return printable("\n".join(lines))
