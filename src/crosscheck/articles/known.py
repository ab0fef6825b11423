"""What a workspace knows, for whoever looks through an article; one without claims knows its names and attributes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from crosscheck.comparing.listed_items import ListedItems
from crosscheck.entries import FindingsOn
from crosscheck.model import AllItems, Kind, Policy
from crosscheck.pipeline import NothingToCheck, Options, load_and_read
from crosscheck.progress import NO_PROGRESS, Progress
from crosscheck.workspace import Workspace, load


@dataclass(frozen=True, slots=True)
class Known:
    """What a workspace says, its items, the kinds of its attributes, and what rules find on one item."""

    workspace: Workspace
    policy: Policy
    items: AllItems
    kinds: Mapping[str, Kind]
    findings_on: FindingsOn


def known_to(root: Path, options: Options, progress: Progress = NO_PROGRESS) -> Known:
    """What the workspace in `root` knows; raises `InputError`."""
    try:
        loaded = load_and_read(root, options, progress)
    except NothingToCheck:
        workspace = load(root)
        policy = Policy(workspace.sources, workspace.names, workspace.settings.readings)
        return Known(workspace, policy, ListedItems([], policy), {}, lambda _: ())
    items = loaded.read.items(loaded.policy)
    return Known(loaded.workspace, loaded.policy, items, loaded.read.kinds, loaded.findings_on)
