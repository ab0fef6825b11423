"""Fuzzing: inputs that nobody would write, and what must hold of every one of them.

    PYTHONPATH=tests python -m fuzz --minutes 30        what `make fuzz` runs
    PYTHONPATH=tests python -m fuzz --again readings:17  one execution once more, with its traceback

A target (`target.py`) draws an input and looks at what becomes of it. Everything that reads something, or writes what
others read, has one: a new kind of input adds a function with `@target` to a module that `ALL` names, and is fuzzed by
`make fuzz`, and in a slice by `make test`.

An execution is told by its seed, its target and its number, so each can be repeated alone. It finds something if it
raises anything, takes more than `running.SECONDS` of CPU time, or makes the process larger than `running.BYTES`.
"""

from __future__ import annotations

from importlib import import_module

from fuzz.target import TARGETS

ALL = ("values", "files", "tables", "written", "desk", "prose")
"""The modules with targets."""

for _name in ALL:
    import_module(f"{__name__}.{_name}")

__all__ = ["ALL", "TARGETS"]
