"""Work spread over the cores of this machine, in processes that load no more than the work needs.

They are started by name, not forked, which is not safe beside threads, and not through the caller's main module, which
may be anybody's script. A process that ends early costs time only: its part is done here.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import accumulate, pairwise
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_WORKER = "from crosscheck.processes import serve; serve()"


def spread(work: Callable[[T], R], jobs: Sequence[T], sizes: Sequence[int], worthwhile: int) -> list[R]:
    """What `work`, a function of a module, gives for each of `jobs`, in their order.

    `sizes` say how much there is to do in each; a process is started for every `worthwhile` of it, up to one a core.
    """
    count = min(cores(), sum(sizes) // worthwhile)
    if count < 2 or not sys.executable:
        return [work(job) for job in jobs]
    mine, *others = _parts(jobs, sizes, count)
    workers: list[subprocess.Popen[bytes]] = []
    try:
        for part in others:
            workers.append(_started(work, part))
        found = [work(job) for job in mine]
        for worker, part in zip(workers, others, strict=True):
            found += _answer(worker) or [work(job) for job in part]
        return found
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
            assert worker.stdout is not None
            worker.stdout.close()


def serve() -> None:
    """Answer the one question of the process that started this one."""
    work, jobs = pickle.load(sys.stdin.buffer)
    pickle.dump([work(job) for job in jobs], sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _parts(jobs: Sequence[T], sizes: Sequence[int], count: int) -> list[Sequence[T]]:
    """The jobs in `count` parts of about one size."""
    total, sums = sum(sizes), [0, *accumulate(sizes)]
    borders = [next(n for n, done in enumerate(sums) if done * count >= part * total) for part in range(count)]
    return [jobs[first:last] for first, last in pairwise([*borders, len(jobs)])]


def _started(work: Callable[[T], R], jobs: Sequence[T]) -> subprocess.Popen[bytes]:
    # -P: nothing is imported from the folder that this runs in, which may be a stranger's.
    command = [sys.executable, "-P", "-c", _WORKER]
    worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert worker.stdin is not None
    with suppress(BrokenPipeError), worker.stdin:  # broken: it has ended already
        worker.stdin.write(pickle.dumps((work, list(jobs)), pickle.HIGHEST_PROTOCOL))
    return worker


def _answer(worker: subprocess.Popen[bytes]) -> list[Any] | None:
    """What a process made of its jobs, None if it ended without an answer."""
    assert worker.stdout is not None
    data = worker.stdout.read()
    if worker.wait():
        return None
    found: list[Any] = pickle.loads(data)
    return found
