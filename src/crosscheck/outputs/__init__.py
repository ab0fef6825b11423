"""Outputs: one module a format, each a function from a result to text.

A format is a module beside this one and a line of `FORMATS`, where it has the name of its module. It is imported only
when it is written.
"""

from __future__ import annotations

from typing import NamedTuple

from crosscheck.model import Severity


class Format(NamedTuple):
    """A format's module has `render(result)` and `render_problems(problems)`.

    `least` is the least severity that it prints where none is asked for. `takes` are the further arguments of `render`,
    which `printing.write` gives it by name; `prefix` is given to `render_problems`, too. A format that is `in_parts`
    has a function `parts`, too, which takes the same and yields what `render` returns.
    """

    least: Severity = Severity.NOTE
    takes: tuple[str, ...] = ()
    in_parts: bool = False


FORMATS = {
    "text": Format(takes=("color", "summary"), in_parts=True),
    "json": Format(least=Severity.NONE, in_parts=True),
    "sarif": Format(takes=("rules", "prefix")),
    "junit": Format(takes=("prefix",)),
    "github": Format(takes=("prefix",)),
    "gitlab": Format(takes=("prefix",)),
    "csv": Format(),
}
