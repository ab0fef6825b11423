"""The CSV output (RFC 4180), for a newsroom that hands findings out in a spreadsheet: one row a finding.

A cell of sources, values, quotes or links has a line a claim, in one order. The text begins with a byte order mark,
without which Excel garbles quotation marks and accents. What a spreadsheet would take for a formula has an apostrophe
before it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from crosscheck.model import DraftLine, Finding, Result, Source
from crosscheck.outputs import plain
from crosscheck.problems import Problem

COLUMNS = """
    severity verdict status change fails subject attribute scope message explanations sources values quotes said_by when
    links decision reason by on claims file line column rule code id fingerprint
""".split()
CELL = 32_000
"""Characters of a cell, at most; Excel holds 32,767."""
_FORMULA = re.compile(r"""(?:(?<=[\n;])|\A)([ '"]*)(?=[=+\-@＝＋－＠])""")
"""Where a formula may begin: a spreadsheet set to semicolons splits cells at them, and at the ends of lines."""


def render(result: Result) -> str:
    """The findings, a row each."""
    return "".join(parts(result))


def parts(result: Result) -> Iterator[str]:
    """The same, row by row."""
    rows = (_row(finding, result) for finding in result.findings)
    lines = (_line(line, result) for line in plain.draft_lines(result))
    return _sheet(chain(rows, lines))


def render_problems(problems: Iterable[Problem]) -> str:
    """Problems of the input, a row each."""
    rows = (
        {
            "severity": "error",
            "verdict": "wrong input",
            "message": problem.message,
            "file": problem.at.file,
            "line": str(problem.at.line),
            "column": str(problem.at.column),
        }
        for problem in problems
    )
    return "".join(_sheet(rows))


def _row(finding: Finding, result: Result) -> Mapping[str, str]:
    item, decision, at = finding.item, finding.resolution, plain.place(finding)
    claims = [row.claim for _, row in plain.rows(finding)]
    sources = [result.sources.get(claim.source, Source(claim.source, claim.at)) for claim in claims]
    return {
        "severity": finding.verdict.severity.name.lower(),
        "verdict": finding.verdict,
        "status": finding.status or "",
        "change": finding.change or "",
        "fails": "yes" if finding.fails else "no",
        "subject": item.subject,
        "attribute": item.attribute.name,
        "scope": _lines(f"{key}: {value}" for key, value in item.scope),
        "message": finding.message,
        "explanations": _lines(finding.explanations),
        "sources": _lines(source.label for source in sources),
        "values": _lines(claim.text for claim in claims),
        "quotes": _lines(claim.quote or claim.text for claim in claims),
        "said_by": _lines(claim.said_by or "" for claim in claims),
        "when": _lines(claim.when or "" for claim in claims),
        "links": _lines(claim.url or source.url or "" for claim, source in zip(claims, sources, strict=True)),
        "decision": decision.decision if decision else "",
        "reason": decision.reason if decision else "",
        "by": decision.by if decision else "",
        "on": decision.on if decision else "",
        "claims": _lines((*(claim.id for claim in claims), *plain.more(finding))),
        "file": at.file,
        "line": str(at.line),
        "column": str(at.column),
        "rule": finding.rule,
        "code": finding.code,
        "id": finding.id,
        "fingerprint": finding.fingerprint,
    }


def _line(line: DraftLine, result: Result) -> Mapping[str, str]:
    """What a claim of a draft is told: its status stands in the column of verdicts."""
    claim, item = line.row.claim, line.item
    source = result.sources.get(claim.source, Source(claim.source, claim.at))
    return {
        "severity": line.severity.name.lower(),
        "verdict": line.status,
        "fails": "yes" if line.fails else "no",
        "subject": item.subject,
        "attribute": item.attribute.name,
        "scope": _lines(f"{key}: {value}" for key, value in item.scope),
        "message": line.message,
        "sources": source.label,
        "values": claim.text,
        "quotes": claim.quote or claim.text,
        "said_by": claim.said_by or "",
        "when": claim.when or "",
        "claims": claim.id,
        "file": claim.at.file,
        "line": str(claim.at.line),
        "column": str(claim.at.column),
        "rule": "draft",
    }


def _lines(parts: Iterable[str]) -> str:
    """A line a part, a dash for an empty one; nothing at all if every part is empty."""
    lines = [" ".join(part.split()) for part in parts]
    return "\n".join(line or "–" for line in lines) if any(lines) else ""


def _sheet(rows: Iterable[Mapping[str, str]]) -> Iterator[str]:
    made = io.StringIO()
    writer = csv.writer(made)  # lines end in CR LF
    yield "\ufeff"
    for cells in chain([COLUMNS], ([_cell(row.get(column, "")) for column in COLUMNS] for row in rows)):
        writer.writerow(cells)
        yield made.getvalue()
        made.seek(0)
        made.truncate()


def _cell(text: str) -> str:
    return _FORMULA.sub(r"\1'", plain.plain(text, CELL))
