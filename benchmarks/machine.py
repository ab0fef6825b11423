"""What measurements were made on: the machine and versions, without names of hosts or paths."""

from __future__ import annotations

import os
import platform
import re
import subprocess
import sys
from pathlib import Path

OURS = ("duckdb", "numpy", "pandas")
PEERS = ("duckdb", "splink", "recordlinkage", "pandas", "pyarrow", "pyshacl", "rdflib")

_VERSIONS = "import sys; from importlib.metadata import version; print(*(version(name) for name in sys.argv[1:]))"


def machine(peers: str) -> str:
    """The beginning of the page; `peers` is the interpreter that peers run in."""
    cores = len(os.sched_getaffinity(0))
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"""\
# Archives of claims: results

Written by `benchmarks/archive.py`; [the notes beside it](README.md) say how, and what is compared.

| | |
|---|---|
| machine | {cores} cores ({_processor()}), {memory:.0f} GB of memory, {platform.system()} |
| Python | {platform.python_version()} |
| crosscheck runs with | {_versions(sys.executable, OURS)} |
| peers run with | {_versions(peers, PEERS)} |
"""


def _processor() -> str:
    """The model of the processor, as far as the system tells it."""
    told = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*:\s*(.+)$", told.read_text(), re.MULTILINE) if told.exists() else None
    return found[1] if found else platform.machine()


def _versions(python: str, names: tuple[str, ...]) -> str:
    told = subprocess.run([python, "-c", _VERSIONS, *names], capture_output=True, text=True, check=True).stdout
    return ", ".join(f"{name} {version}" for name, version in zip(names, told.split(), strict=True))
