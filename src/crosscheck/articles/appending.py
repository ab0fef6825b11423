"""Claims at the end of a claims file, whose bytes stay as they are; and the workspace as it would be with them."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from crosscheck.problems import InputError, Position, Problem
from crosscheck.workspace.settings import FILE
from crosscheck.yamltext import Items, Mapping, parse


def appended(old: bytes | None, file: str, claims: Sequence[Sequence[str]], head: Sequence[str]) -> bytes:
    """The content of a claims file with some more claims, each as its lines without a margin.

    A new file begins with `head`. Raises `InputError` if the claims of the old one are in no list of entries `- `.
    """
    if old is None:
        return _joined([*head, "", "claims:"], claims, "  ", is_spaced=True, newline="\n", is_first=True).encode()
    node = parse(old, file)
    text = old.decode("utf-8-sig")
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    if not isinstance(node, Mapping) or "claims" not in node:
        raise InputError([Problem(Position(file), 'lacks "claims:"; add it, so that claims can be appended to it')])
    margin, is_spaced = _style(node["claims"], lines, Position(file, *node.key_at("claims")))
    end = _end(node, lines)
    before = "".join(lines[:end])
    before += "" if before.endswith(("\n", "\r")) else newline
    is_first = not isinstance(node["claims"], Items)
    more = _joined([], claims, margin, is_spaced=is_spaced, newline=newline, is_first=is_first)
    rest = "".join(lines[end:])
    return old[: len(old) - len(text.encode())] + f"{before}{more}{newline if rest else ''}{rest}".encode()


def _joined(
    head: Sequence[str], claims: Sequence[Sequence[str]], margin: str, *, is_spaced: bool, newline: str, is_first: bool
) -> str:
    lines = list(head)
    for place, claim in enumerate(claims):
        lines += [""] if is_spaced and (place or not is_first) else []
        lines += [f"{margin}{line}" for line in claim]
    return "".join(f"{line}{newline}" for line in lines)


def _style(nodes: object, lines: Sequence[str], at: Position) -> tuple[str, bool]:
    """The margin of the entries, and whether blank lines stand between them."""
    if not isinstance(nodes, Items):
        return "  ", True
    margins = [_margin(nodes.value_at(place), lines) for place in range(min(len(nodes), 2))]
    if not margins or margins[0] is None:
        message = 'lists its claims in brackets; write each below "claims:" as an entry that begins with "- "'
        raise InputError([Problem(at, message)])
    is_spaced = (
        len(margins) < 2
        or not lines[nodes.value_at(1)[0] - 2].strip()
        or lines[nodes.value_at(1)[0] - 2].lstrip().startswith("#")
    )
    return margins[0], is_spaced


def _margin(at: tuple[int, int], lines: Sequence[str]) -> str | None:
    """What stands before the dash of an entry whose first key is at a place; None if there is no dash."""
    before = lines[at[0] - 1][: at[1] - 1]
    return before[: before.index("-")] if before.strip() == "-" else None


def _end(node: Mapping, lines: Sequence[str]) -> int:
    """How many lines stand before the end of the claims: all, or those before the source that is described below."""
    if "source" not in node or node.key_at("source") < node.key_at("claims"):
        return len(lines)
    end = node.key_at("source")[0] - 1
    while end > 0 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def mirrored(root: Path, target: Path, content: bytes, folder: Path) -> Path:
    """A workspace in `folder` that is the one in `root` by links, but for one file in its claims/."""
    for name in (FILE, "rules", "resolutions.yaml"):
        if (root / name).exists():
            _link(root / name, folder / name)
    here, there = root.resolve() / "claims", folder / "claims"
    there.mkdir()
    for part in target.resolve().relative_to(here).parts:
        if here.is_dir():
            for path in here.iterdir():
                if path.name != part:
                    _link(path, there / path.name)
        here, there = here / part, there / part
        if here != target.resolve():
            there.mkdir()
    there.write_bytes(content)
    return folder


def _link(path: Path, link: Path) -> None:
    try:
        link.symlink_to(path.resolve(), target_is_directory=path.is_dir())
    except OSError:  # where links need a right that the person lacks
        (shutil.copytree if path.is_dir() else shutil.copy)(path, link)
