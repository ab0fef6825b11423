"""The items of a workspace, for whoever looks for one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from crosscheck.entries import entries_of, meant, searched
from crosscheck.loading import Options, counts, load_and_read
from crosscheck.model import ItemEntry, Severity
from crosscheck.progress import NO_PROGRESS, Progress


class Listing(NamedTuple):
    """Items, made while somebody goes through them, and the counts of their workspace.

    `meant` gives the titles of what may be meant instead, where nothing is listed.
    """

    entries: Iterator[ItemEntry]
    counts: Mapping[str, int]
    meant: Callable[[], list[str]]


def list_items(
    root: Path, options: Options, word: str | None = None, *, alone: bool = False, progress: Progress = NO_PROGRESS
) -> Listing:
    """The items of the workspace in `root`.

    `word`: only those that have words of it, the nearest first; `alone`: only those that met no second source.
    Raises `InputError`, `NothingToCheck`.
    """
    loaded = load_and_read(root, replace(options, least=Severity.ERROR), progress)
    items = loaded.read.items(loaded.policy)
    wanted = iter(items) if word is None else searched(items, word, loaded.workspace.names)
    entries = entries_of(wanted, loaded.findings_on, alone=alone)
    return Listing(entries, counts(loaded), lambda: meant(items, word or ""))
