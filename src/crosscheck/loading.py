"""A workspace loaded: its rules, its decisions, its claims as items."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.claims.naming import with_names
from crosscheck.decisions import load_resolutions
from crosscheck.decisions.settle import decision_on
from crosscheck.decisions.since import load_earlier
from crosscheck.decisions.wrong import FoundWrong
from crosscheck.files import listed, relative
from crosscheck.judging import judge
from crosscheck.model import (
    Claim,
    Earlier,
    Finding,
    Item,
    Policy,
    Resolution,
    Severity,
)
from crosscheck.problems import InputError, Problems
from crosscheck.progress import Progress
from crosscheck.reading import Read, read_files, read_tables
from crosscheck.rules import LoadedRule, are_shipped, as_shipped, rulebook, see_every_item, shipped
from crosscheck.workspace import DraftPlace, Workspace, load
from crosscheck.workspace.settings import FILE, Settings, load_settings
from crosscheck.workspace.texts import Checked, check_texts
from crosscheck.workspace.vocabulary import ATTRIBUTES, NAMES

if TYPE_CHECKING:
    from crosscheck.archive.archive import Archive


class NothingToCheck(Exception):
    """The workspace has no claim (exit code 3)."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: what the command line and the Python API share.

    `today` is an ISO 8601 day; `draft` names a source, a claims file or `-`; with `fail_on_unmatched`, claims of a
    draft fail of which nobody else speaks; `fail_on` and `stale` None are the settings; `least` is the least severity
    that somebody looks at: what is less may be counted without being judged; `since`: the JSON output of an earlier
    run, whose findings do not fail. Without `run_rules` no code of the workspace (`rules/*.py`) is run. `engine` is
    "local" or "spark", on the cluster at `master`, whose workers see the folder `scratch`. `table`: one
    more table of claims, outside of the workspace.
    """

    today: str
    draft: str | None = None
    fail_on_unmatched: bool = False
    texts: Path | None = None
    fail_on: str | None = None
    least: Severity = Severity.NONE
    stale: str | None = None
    since: Path | None = None
    run_rules: bool = True
    engine: str = "local"
    master: str = "local[*]"
    scratch: Path | None = None
    table: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A workspace whose claims are read, and what they are judged by.

    `modules` are the files of its own rules, `today` is the day on which decisions may have expired, `claims_of` gives
    the claims of some sources in the order of their ids.
    """

    workspace: Workspace
    rules: tuple[LoadedRule, ...]
    modules: tuple[str, ...]
    policy: Policy
    resolutions: dict[str, Resolution]
    texts: Checked | None
    read: Read
    has_tables: bool
    today: str
    claims_of: Callable[[Collection[str]], Iterable[Claim]]
    earlier: Mapping[str, Earlier] | None = None

    def findings_on(self, item: Item) -> list[Finding]:
        """What rules find on one item, agreements too."""
        return judge([item], self.rules, replace(self.policy, least=Severity.NONE), self.workspace.names)

    def found_wrong(self, item: Item) -> frozenset[str]:
        """The ids of the claims on an item that decisions found wrong, if these still hold."""
        found: set[str] = set()
        for finding in self.findings_on(item) if self.resolutions else ():
            resolution = decision_on(finding, self.resolutions, self.workspace.names)
            if resolution is not None and not resolution.has_expired(self.today):
                found |= FoundWrong(finding, resolution, self.workspace.names).claims
        return frozenset(found)


TakeDraft = Callable[[Workspace, Problems], Workspace]
"""Puts the claims of a draft that are in no file into a workspace (`Workspace.with_draft`)."""


def load_and_read(
    root: Path,
    options: Options,
    progress: Progress,
    *,
    may_be_empty: bool = False,
    on_demand: bool = False,
    take_draft: TakeDraft | None = None,
) -> Loaded:
    """The workspace in `root` with what its claims mean; raises `InputError`, `NothingToCheck`.

    `may_be_empty`: nothing is checked, so that it need not have a claim. The claims that `take_draft` puts into it have
    no text but the draft: texts are looked into only if somebody asks for a folder, and only those of other sources.

    `on_demand`: only some items are asked for, so that of tables only the values of these are read. A draft that has
    claims is judged beside all others by rules of the workspace's own, if there are any, so that all are read then.
    """
    earlier = load_earlier(options.since) if options.since is not None else None
    draft = DraftPlace.of(options.draft, root) if options.draft is not None else None
    problems = Problems()
    progress.begin("loading claims")
    workspace = load(root, draft, problems)
    if options.table is not None:
        workspace = replace(workspace, tables=(*workspace.tables, options.table))
    if take_draft is not None:
        workspace = take_draft(workspace, problems)
    unsound = {problem.at.file for problem in problems.found}
    resolutions = load_resolutions(root, problems)
    rules, modules = _rules(root, workspace.settings, problems, run=options.run_rules)
    archive = None
    if workspace.tables or options.engine == "spark":
        workspace, archive = _opened(workspace, draft, options, problems)
    declared = workspace.settings.sources if take_draft is None else None
    folder = None if declared is None else root / declared
    without_text = workspace.drafted if take_draft is not None else ()
    sources = {id: source for id, source in workspace.sources.items() if id not in without_text}
    if archive is None:
        named = with_names(workspace.claims, workspace.sources, workspace.names)
        workspace = replace(workspace, claims=named)
    claims_of = archive.claims if archive is not None else partial(_claims_of, workspace.claims)
    texts = check_texts(options.texts, folder, sources, claims_of, problems)
    progress.begin("reading values")
    if unsound & {FILE, ATTRIBUTES, NAMES}:  # values would be read for what they are not
        problems.raise_any()
    least = _least(options, rules, resolutions)
    if archive is None:
        read = read_files(workspace, problems)
    else:
        picked = None if see_every_item(rules) else least
        has_claims = not workspace.drafted.isdisjoint(archive.tables.of_source)
        on_demand = on_demand and (not has_claims or are_shipped(rules))
        read = read_tables(archive, workspace, picked, problems, progress, on_demand=on_demand)
    if not may_be_empty and not len(workspace.claims):
        raise NothingToCheck
    set_options = {rule.rule.code: rule.options for rule in rules}
    return Loaded(
        workspace=workspace,
        rules=rules,
        modules=modules,
        policy=Policy(workspace.sources, workspace.names, workspace.settings.readings, set_options, least),
        resolutions=resolutions,
        texts=texts,
        read=read,
        has_tables=archive is not None,
        today=options.today,
        claims_of=claims_of,
        earlier=earlier,
    )


def _claims_of(claims: Iterable[Claim], sources: Collection[str]) -> Iterator[Claim]:
    return (claim for claim in claims if claim.source in sources)


def _opened(
    workspace: Workspace, draft: DraftPlace | None, options: Options, problems: Problems
) -> tuple[Workspace, Archive]:
    """The workspace with its tables, on the engine that was asked for; raises `InputError`."""
    from crosscheck.archive.opening import engine_of, opened

    try:
        return opened(workspace, draft, engine_of(options.engine, options.master, options.scratch), problems)
    except InputError as error:
        raise InputError([*problems.found, *error.problems]) from error


def _least(options: Options, rules: Sequence[LoadedRule], resolutions: Mapping[str, Resolution]) -> Severity:
    """The least severity that must be judged: only what shipped rules find, and nobody asks for, can be counted."""
    if options.draft is not None or not as_shipped(rules):
        return Severity.NONE
    asked_for = options.since is not None or any(r.verdict.severity is Severity.NOTE for r in resolutions.values())
    return min(options.least, Severity.NOTE) if asked_for else options.least


def rules_of(root: Path, *, run: bool = True) -> tuple[LoadedRule, ...]:
    """The rules that a run in `root` would apply, with or without its own; raises `InputError`."""
    problems = Problems()
    settings = load_settings(root / FILE, problems)
    rules, _ = _rules(root, settings, problems, run=run)
    problems.raise_any()
    return rules


def _rules(
    root: Path, settings: Settings, problems: Problems, *, run: bool
) -> tuple[tuple[LoadedRule, ...], tuple[str, ...]]:
    """The rules that are on, and the files of those of the workspace, which are code: only `run` runs them."""
    modules: list[Path] = []
    with problems.collecting():
        modules += (path for path in listed(root / "rules", "rules") if path.suffix == ".py")
    disable, options = settings.disable, settings.rules
    if modules and not run:  # settings may speak of rules whose names are not known then
        known = {name for rule in shipped() for name in (rule.rule.code, rule.rule.name)}
        disable = tuple(one for one in disable if one.rule in known)
        options = {name: raw for name, raw in options.items() if name in known}
    rules = rulebook(modules if run else (), root, disable, options, problems)
    return rules, tuple(relative(path, root) for path in modules)


def counts(loaded: Loaded) -> dict[str, int]:
    """What a workspace has."""
    return {
        "sources": len(loaded.workspace.sources),
        "claims": len(loaded.workspace.claims),
        "items": loaded.read.item_count,
        "items_of_several_sources": loaded.read.several_count,
        "unread": loaded.read.unreadable,
    }
