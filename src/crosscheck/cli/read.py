"""`crosscheck read`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

import click

from crosscheck.cli.common import FOUND_NOTHING, WRONG_INPUT, problems_exit
from crosscheck.files import standard_input
from crosscheck.formatting import bounds, interval_text, measure_of, unit_name
from crosscheck.model import Kind, Reading, ReadingSettings
from crosscheck.outputs.plain import json_text
from crosscheck.outputs.text import printable
from crosscheck.problems import InputError, Position, Problem, shown
from crosscheck.readings import Context, ReadingError, read
from crosscheck.readings.dates.calendar import days_in_month

_MONTH_AND_DAY = re.compile("[0-9]{2}-[0-9]{2}")


@click.command()
@click.argument("texts", nargs=-1, required=True, metavar="TEXT…|-")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in Kind]),
    help="What to read a value as (default: what its words show).",
)
@click.option("--unit", help="The unit of a bare number, and the unit to show the reading in.")
@click.option("--language", default="en", show_default=True)
@click.option("--relative-to", metavar="DATE", help="The date from which a relative date is counted.")
@click.option("--published", metavar="DATE", help="When the source was published.")
@click.option("--date-order", type=click.Choice(["dmy", "mdy"]), help="How the source writes 10/05/2025.")
@click.option("--fiscal-year", metavar="MM-DD", help="The day on which the source's fiscal years begin, such as 10-01.")
@click.option("--format", "format", type=click.Choice(["text", "json"]), default="text")
@problems_exit
def command(
    texts: tuple[str, ...],
    kind: str | None,
    unit: str | None,
    language: str,
    relative_to: str | None,
    published: str | None,
    date_order: str | None,
    fiscal_year: str | None,
    format: str,
) -> None:
    context = Context(
        Kind(kind) if kind else None,
        unit,
        relative_to=_date("--relative-to", relative_to),
        published=_date("--published", published),
        language=language,
        settings=ReadingSettings(date_order=date_order),
        fiscal_year=None if fiscal_year is None else _month_and_day("--fiscal-year", fiscal_year),
    )
    render = _as_json if format == "json" else _as_text
    code = FOUND_NOTHING
    for text in _lines() if texts == ("-",) else texts:
        found: Reading | ReadingError
        try:
            found = read(text, context)
        except ReadingError as error:
            found, code = error, WRONG_INPUT
        click.echo(render(text, found, unit))
    sys.exit(code)


def _lines() -> Iterator[str]:
    """The lines of standard input; what is not UTF-8 in them is replaced."""
    for line in standard_input():
        yield line.decode(errors="replace").rstrip("\r\n")


def _date(option: str, text: str | None) -> Reading | None:
    if text is None:
        return None
    try:
        return read(text, Context(Kind.DATE))
    except ReadingError as error:
        raise InputError([Problem(Position(option), f"cannot be read as a date: {error}")]) from None


def _month_and_day(option: str, text: str) -> tuple[int, int]:
    """The month and day of `10-01`."""
    month, day = (int(part) for part in text.split("-")) if _MONTH_AND_DAY.fullmatch(text) else (0, 0)
    if not 1 <= month <= 12 or not 1 <= day <= days_in_month(2001, month):
        raise InputError(
            [
                Problem(
                    Position(option),
                    f"{shown(text)} is not a month and day that every year has; write for example 10-01",
                )
            ]
        )
    return month, day


def _as_json(text: str, found: Reading | ReadingError, unit: str | None) -> str:
    """One object on one line."""
    if isinstance(found, ReadingError):
        return json_text({"text": text, "error": str(found)})
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
    if found.conversion_mismatch:
        record["conversion_mismatch"] = found.conversion_mismatch
    if found.weekday_mismatch:
        record["weekday_mismatch"] = found.weekday_mismatch
    return json_text(record)


def _as_text(text: str, found: Reading | ReadingError, unit: str | None) -> str:
    """A block of lines: what was read, and each word's part in it."""
    if isinstance(found, ReadingError):
        return f"{printable(text)}\n  cannot be read: {printable(str(found))}"
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
    return "\n".join(map(printable, lines))
