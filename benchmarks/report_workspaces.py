"""Workspaces for measuring the report: each item is told by two of twenty sources, most of them in conflict."""

from __future__ import annotations

import random
from pathlib import Path

from generate import ATTRIBUTES, _other

KINDS = ("founded", "budget", "members", "turnout", "length", "area")
SOURCES = 20


def conflicting(folder: Path, findings: int, seed: int = 0) -> None:
    """Write a workspace with about `findings` findings on items of two claims each into `folder`."""
    random_ = random.Random(seed)
    (folder / "claims").mkdir(parents=True)
    (folder / "rules").mkdir()
    (folder / "crosscheck.toml").write_text("")
    (folder / "rules" / "attributes.yaml").write_text(ATTRIBUTES)
    written: list[list[str]] = [[] for _ in range(SOURCES)]
    for item in range(findings * 1103 // 1000):  # in every eleventh one nothing is found
        attribute = KINDS[item % len(KINDS)]
        for source in random_.sample(range(SOURCES), 2):
            value = _other(random_, attribute)
            written[source].append(
                f"  - {{subject: Organization {item}, attribute: {attribute}, value: '{value}', "
                f"when: 2020, quote: 'people who know say {value}'}}\n"
            )
    for number, entries in enumerate(written):
        head = (
            f"source:\n  id: source-{number:02d}\n  publisher: The Newspaper {number}\n"
            f"  title: What is known of organizations, part {number}\n  author: A. Writer\n"
            f"  url: https://newspaper{number}.example/2025/organizations\n"
            f"  published: 2025-{number % 12 + 1:02d}-01\n\n"
        )
        (folder / "claims" / f"source-{number:02d}.yaml").write_text(head + "claims:\n" + "".join(entries))
