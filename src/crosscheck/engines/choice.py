"""Which engine runs: this machine, unless a cluster is asked for."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from crosscheck.engines import Engine
from crosscheck.engines.local import Local


def engine_at(name: str, master: str) -> AbstractContextManager[Engine]:
    """The engine called `name` ("local" or "spark"); `master` is the address of a cluster."""
    if name == "local":
        return nullcontext(Local())
    from crosscheck.engines.spark import Spark

    return Spark(master)
