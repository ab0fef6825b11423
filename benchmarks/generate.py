"""Workspaces for measuring: claims as a newsroom would write them, on items of few and many sources.

Item sizes follow a Zipf law, five in a hundred items hold a conflict, and some values change with time. The same seed
gives the same bytes.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

ATTRIBUTES = """\
founded: {kind: date}
budget: {kind: money, unit: USD}
members: {kind: count, over_time: changes}
turnout: {kind: share}
length: {kind: duration, unit: year}
area: {kind: quantity, unit: km2}
"""
HEDGES = ("", "", "", "about ", "some ", "nearly ", "more than ", "at least ")


def generate(folder: Path, claims: int, files: int, seed: int = 0) -> None:
    """Write a workspace of `claims` claims in `files` claims files into `folder`."""
    random_ = random.Random(seed)
    (folder / "claims").mkdir(parents=True)
    (folder / "rules").mkdir()
    (folder / "crosscheck.toml").write_text("")
    (folder / "rules" / "attributes.yaml").write_text(ATTRIBUTES)
    written: list[list[str]] = [[] for _ in range(files)]
    made = item = 0
    while made < claims:
        item += 1
        size = min(int(random_.paretovariate(1.2)), files, claims - made)
        attribute, value = _value(random_, item)
        conflict = size > 1 and random_.random() < 0.05
        for place, source in enumerate(random_.sample(range(files), size)):
            given = _other(random_, attribute) if conflict and place == 0 else value
            written[source].append(_claim(item, attribute, given, source))
        made += size
    for number, entries in enumerate(written):
        head = f"source:\n  id: source-{number:04d}\n  published: 2025-{number % 12 + 1:02d}-01\n\nclaims:\n"
        (folder / "claims" / f"source-{number:04d}.yaml").write_text(head + "\n".join(entries), encoding="utf-8")


def _value(random_: random.Random, item: int) -> tuple[str, str]:
    attribute = ("founded", "budget", "members", "turnout", "length", "area")[item % 6]
    return attribute, _other(random_, attribute)


def _other(random_: random.Random, attribute: str) -> str:
    hedge = random_.choice(HEDGES)
    number = random_.randint(2, 999)
    match attribute:
        case "founded":
            day, year = random_.randint(1, 28), random_.randint(1900, 2025)
            month = random_.choice(("March", "July", "October"))
            return random_.choice(
                (
                    f"{year}",
                    f"{month} {year}",
                    f"{day} {month} {year}",
                    f"the late {year // 10 * 10}s" if year % 100 > 9 else f"early {year}",
                )
            )
        case "budget":
            return f"{hedge}${number / 10:.1f} million"
        case "members":
            return f"{hedge}{number * random_.choice((1, 10, 100)):,} members"
        case "turnout":
            return f"{hedge}{random_.randint(1, 99)} percent"
        case "length":
            return f"{hedge}{random_.randint(2, 80)} years"
        case _:
            return f"{hedge}{number:,} square kilometers"


def _claim(item: int, attribute: str, value: str, source: int) -> str:
    return (
        f"  - subject: Organization {item}\n"
        f"    attribute: {attribute}\n"
        f"    value: {value}\n"
        f"    quote: according to people who know, {value}\n"
        f"    scope: {{edition: '{source % 3}'}}\n"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=20_000)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    generate(given.folder, given.claims, given.files, given.seed)
