"""The tables of docs/reliability.md that tools write."""

from __future__ import annotations

import platform
import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reliability.md"


def put(name: str, how: str, lines: Iterable[str]) -> None:
    """Put a table between `<!-- name -->` and `<!-- end -->`, with how and when it was made."""
    made = f"<!-- {name} -->\n\n{how}, {date.today().isoformat()}, CPython {platform.python_version()}:\n\n"
    table = "\n".join(lines)
    text = PAGE.read_text(encoding="utf-8")
    block = re.compile(rf"<!-- {name} -->\n.*?(?=<!-- end -->)", re.DOTALL)
    assert block.search(text), f"{PAGE.name} has no place for {name}"
    PAGE.write_text(block.sub(lambda _: f"{made}{table}\n\n", text), encoding="utf-8")
