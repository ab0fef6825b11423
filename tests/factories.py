"""Workspaces in a line: what tests of the command line and of input are made of."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from click.testing import CliRunner

from crosscheck.cli import main

TODAY = "2026-11-22"

PLAN = """\
total aid: {kind: money, unit: USD}
start: {kind: date}
"""
"""Attributes of the examples below."""


class Entry(NamedTuple):
    """One claim of a source, as a claims file has it."""

    source: str
    keys: dict[str, Any]


def c(source: str, subject: str, attribute: str, value: object, **keys: Any) -> Entry:
    """A claim of `source`; `keys` as in a claims file."""
    return Entry(source, {"subject": subject, "attribute": attribute, "value": value, **keys})


def claims_file(source: str | Mapping[str, str], *entries: Mapping[str, Any]) -> str:
    """A claims file; `source` is an id, or all keys of a declaration."""
    head = f"source: {json.dumps(source if isinstance(source, str) else dict(source), ensure_ascii=False)}\n"
    lines = (f"  - {json.dumps(entry, ensure_ascii=False)}\n" for entry in entries)
    return head + "claims:\n" + "".join(lines)


def workspace(
    root: Path,
    claims: Iterable[Entry] | Mapping[str, str | bytes] = (),
    *,
    attributes: str = PLAN,
    names: str = "",
    settings: str = "",
    resolutions: str = "",
    files: Mapping[str, str | bytes] | None = None,
) -> Path:
    """A workspace in `root`: `claims` are entries, or the content of files in claims/; an empty text makes no file."""
    contents: dict[str, str | bytes] = {
        "rules/attributes.yaml": attributes,
        "rules/names.yaml": names,
        "resolutions.yaml": resolutions,
    }
    contents = {name: content for name, content in contents.items() if content}
    if isinstance(claims, Mapping):
        contents.update({f"claims/{name}": content for name, content in claims.items()})
    else:
        by_source: dict[str, list[dict[str, Any]]] = {}
        for entry in claims:
            by_source.setdefault(entry.source, []).append(entry.keys)
        contents.update({f"claims/{name}.yaml": claims_file(name, *keys) for name, keys in by_source.items()})
    for name, content in {"crosscheck.toml": settings, **contents, **(files or {})}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def plan_colombia(root: Path, **keys: Any) -> Path:
    """A workspace of two sources with one contradiction, `s/total-aid` against `t/total-aid`."""
    aid = (c("s", "Plan Colombia", "total aid", "$10 billion"), c("t", "Plan Colombia", "total aid", "$20 billion"))
    return workspace(root, aid, **keys)


class Ran(NamedTuple):
    code: int
    out: str
    err: str


def run(root: Path, command: str, *args: str, stdin: str | bytes | None = None, fails: bool = False) -> Ran:
    """What a command on the workspace `root` returns and prints; `fails`: where an internal error is what is tested."""
    where = [] if command in ("read", "init") else ["--workspace", str(root)]
    result = CliRunner().invoke(main, [command, *where, *args], input=stdin)
    gc.enable()
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert fails or "internal error" not in result.stderr, result.stderr
    return Ran(result.exit_code, result.stdout, result.stderr)


def document(root: Path, *args: str) -> dict[str, Any]:
    """The JSON document of a check."""
    made: dict[str, Any] = json.loads(run(root, "check", "--format", "json", "--today", TODAY, *args).out)
    return made


def findings(root: Path, *args: str) -> list[dict[str, Any]]:
    """The findings of a check, as its JSON has them, without agreements."""
    return [finding for finding in document(root, *args)["findings"] if finding["verdict"] != "agreement"]


def finding(root: Path, *args: str) -> dict[str, Any]:
    """The one finding of a check."""
    (one,) = findings(root, *args)
    return one


def problems(root: Path, *args: str) -> list[str]:
    """Every problem that a check refuses the workspace for, a line each; only attributes may be proposed below."""
    ran = run(root, "check", *args)
    *lines, closing = ran.err.partition("\n\nA start for rules/attributes.yaml")[0].splitlines()
    count = f"{len(lines)} problem{'' if len(lines) == 1 else 's'} in the input; nothing was checked"
    assert (ran.code, ran.out, closing) == (2, "", count)
    return lines


def resolve(root: Path, *args: str, decision: str = "both_right", today: str = TODAY) -> Ran:
    """Decide with a reason and a name; without ids or options, decide everything."""
    said = ("--decision", decision, "--reason", "Read both.", "--by", "A. Editor", "--today", today)
    return run(root, "resolve", *(args or ("--undecided",)), *said)


def files_of(root: Path) -> dict[str, bytes]:
    """Every file below `root` with its content."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}
