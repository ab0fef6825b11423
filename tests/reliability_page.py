"""The tables of docs/reliability.md that tools write: each run adds to what those before it with other seeds did."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reliability.md"

_HEAD = re.compile(r"^Seeds? (?P<seeds>[^;\n]+); (?:at most (?P<mb>\d+) MB; )?(?P<since>[\d-]{10}).*:$", re.MULTILINE)


def seeds_of(name: str, page: Path = PAGE) -> list[str]:
    """The seeds that the table called `name` counts; one of them must not be added again."""
    head = _HEAD.search(_block(page, name)[1])
    return head["seeds"].split(", ") if head else []


def put(name: str, seed: str, lines: Iterable[str], megabytes: int | None = None, page: Path = PAGE) -> None:
    """Add a table to that between `<!-- name -->` and `<!-- end -->`, with the seeds and the dates of the runs.

    Numbers are added up, but of what is "slowest" the largest stays, and a share is that of all. A table of which
    nobody knows the seeds is replaced.
    """
    before, old, behind = _block(page, name)
    head, today = _HEAD.search(old), date.today().isoformat()
    seeds, since = (head["seeds"].split(", "), head["since"]) if head else ([], today)
    assert seed not in seeds, f"seed {seed} is counted already"
    seeds.append(seed)
    rows = _rows(lines)
    if head is not None:
        rows = _added(_rows(old.splitlines()), rows)
        megabytes = max(int(head["mb"] or 0), megabytes or 0) or None
    made = f"Seed{'s' if len(seeds) > 1 else ''} {', '.join(seeds)}; "
    made += f"at most {megabytes} MB; " if megabytes is not None else ""
    made += today if since == today else f"{since} to {today}"
    table = [f"| {' | '.join(row)} |" for row in rows]
    table.insert(1, "|".join(["", "---", *["---:"] * (len(rows[0]) - 1), ""]))
    text = "\n".join(table)
    page.write_text(f"{before}\n{made}; CPython {platform.python_version()}:\n\n{text}\n\n{behind}", encoding="utf-8")


def _block(page: Path, name: str) -> tuple[str, str, str]:
    """What stands before the place called `name`, there, and behind it."""
    text = page.read_text(encoding="utf-8")
    found = re.search(rf"<!-- {name} -->\n(.*?)<!-- end -->", text, re.DOTALL)
    assert found is not None, f"{page.name} has no place for {name}"
    return text[: found.start(1)], found[1], text[found.end(1) :]


def _rows(lines: Iterable[str]) -> list[list[str]]:
    """The cells of a table, its header first."""
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [row for row in cells if not row[0].startswith("---")]


def _added(old: list[list[str]], new: list[list[str]]) -> list[list[str]]:
    """The rows of two tables by their names, in the order of the new one, those of all last."""
    header = new[0]
    if old[0] != header:
        return new
    known = {row[0]: row for row in old[1:]}
    made = [_sum(header, row, known.pop(row[0])) if row[0] in known else row for row in new[1:]]
    return [header, *made[:-1], *known.values(), made[-1]]


def _sum(header: Sequence[str], one: Sequence[str], other: Sequence[str]) -> list[str]:
    made = [one[0]]
    for column, a, b in zip(header[1:], one[1:], other[1:], strict=True):
        if column == "share killed":
            drawn, killed = (int(made[header.index(name)].replace(",", "")) for name in ("mutants", "killed"))
            made.append(f"{killed / drawn:.0%}")
            continue
        first, second = (float(cell.removesuffix(" s").replace(",", "")) for cell in (a, b))
        if column == "slowest":
            made.append(f"{max(first, second):.2f} s")
        else:
            made.append(f"{first + second:,.0f}{' s' if a.endswith(' s') else ''}")
    return made
