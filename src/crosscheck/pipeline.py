"""A run, step by step: load, read, group, judge, settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.claims.items import KeyedRow, check_axes, grouped, keyed
from crosscheck.claims.kinds import with_kinds
from crosscheck.claims.reader import ClaimReader
from crosscheck.claims.sources import Publications, Witnesses
from crosscheck.claims.values import Dates, Ground
from crosscheck.comparing.listed_items import ListedItems
from crosscheck.decisions import load_resolutions
from crosscheck.decisions.settle import Settling, stale
from crosscheck.decisions.since import compared_with_earlier, gone_since, load_earlier
from crosscheck.drafts import Draft
from crosscheck.files import listed, relative
from crosscheck.judging import is_bare, judge, judge_workspace, order, without
from crosscheck.model import (
    AllItems,
    Attribute,
    Claim,
    DraftLine,
    DraftStatus,
    Earlier,
    Finding,
    Item,
    Kind,
    Overview,
    Policy,
    Resolution,
    Result,
    Severity,
    Status,
    Verdict,
)
from crosscheck.options import decimal
from crosscheck.problems import InputError, Position, Problem, Problems, shown
from crosscheck.progress import NO_PROGRESS, Progress
from crosscheck.relations.folding import folded
from crosscheck.relations.joining import WorkspaceRelations, subjects_in
from crosscheck.rules import LoadedRule, as_shipped, rulebook, see_every_item, shipped
from crosscheck.workspace import DraftPlace, Workspace, load
from crosscheck.workspace.settings import FILE, Settings, load_settings
from crosscheck.workspace.texts import Checked, check_texts
from crosscheck.workspace.vocabulary import ATTRIBUTES, NAMES

if TYPE_CHECKING:
    from crosscheck.archive.archive import Archive


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: what the command line and the Python API share.

    `today` is an ISO 8601 day; `draft` names a source, a claims file or `-`; with `fail_on_unmatched`, claims of a
    draft fail of which nobody else speaks; `fail_on` and `stale` None are the settings; `least` is the least severity
    that somebody looks at: what is less may be counted without being judged; `since`: the JSON output of an earlier
    run, whose findings do not fail. Without `run_rules` no code of the workspace (`rules/*.py`) is run. `engine` is
    "local" or "spark", on the cluster at `master`, whose workers see the folder `scratch`.
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


class NothingToCheck(Exception):
    """The workspace has no claim (exit code 3)."""


TakeDraft = Callable[[Workspace, Problems], Workspace]
"""Puts the claims of a draft that are in no file into a workspace (`Workspace.with_draft`)."""


def check(root: Path, options: Options, progress: Progress = NO_PROGRESS) -> Result:
    """What the workspace in `root` says against itself; raises `InputError`, `NothingToCheck`."""
    return checked(load_and_read(root, options, progress), options, progress)


def checked(loaded: Loaded, options: Options, progress: Progress = NO_PROGRESS) -> Result:
    """What a workspace that was read so says against itself; raises `InputError`."""
    read, rules, drafted, earlier = loaded.read, loaded.rules, loaded.workspace.drafted, loaded.earlier
    found, counted, items_of_draft = _judged(loaded, progress)
    result = _settled(loaded, options, found)
    draft = Draft(drafted, items_of_draft, loaded.findings_on, loaded.policy)
    if options.draft is not None:
        involved = draft.involving(result.findings, result.settings["fail_on"])
        result = replace(result, findings=tuple(involved))
    if earlier is not None:
        compared = tuple(compared_with_earlier(result.findings, earlier))
        result = replace(result, findings=compared, gone=gone_since(found, earlier))
    if options.draft is not None:
        result = replace(result, draft=_lines(draft, loaded, result.findings, options))
    set_options = {f"{rule.rule.code} {name}": decimal(value) for rule in rules for name, value in rule.options.items()}
    return replace(
        result,
        summary=_summary(loaded, result, counted),
        unread=read.unread,
        settings={**result.settings, **set_options},
        notes=_notes(rules) if loaded.has_tables and see_every_item(rules) else (),
    )


def load_and_read(
    root: Path,
    options: Options,
    progress: Progress,
    *,
    may_be_empty: bool = False,
    take_draft: TakeDraft | None = None,
) -> Loaded:
    """The workspace in `root` with what its claims mean; raises `InputError`, `NothingToCheck`.

    `may_be_empty`: nothing is checked, so that it need not have a claim. The claims that `take_draft` puts into it have
    no text but the draft: texts are looked into only if somebody asks for a folder, and only those of other sources.
    """
    earlier = load_earlier(options.since) if options.since is not None else None
    draft = DraftPlace.of(options.draft, root) if options.draft is not None else None
    problems = Problems()
    progress.begin("loading claims")
    workspace = load(root, draft, problems)
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
        read = read_tables(archive, workspace, picked, problems, progress)
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
        claims_of=claims_of,
        earlier=earlier,
    )


def _claims_of(claims: Iterable[Claim], sources: Collection[str]) -> Iterator[Claim]:
    return (claim for claim in claims if claim.source in sources)


def _judged(loaded: Loaded, progress: Progress) -> tuple[list[Finding], Counter[Verdict], list[Item]]:
    """What rules find on items, then on the whole workspace, in the order of findings.

    And how many more they find that are less severe than `least` of the policy, and only counted; and the items of a
    draft.
    """
    read, rules, names = loaded.read, loaded.rules, loaded.workspace.names
    of_draft: list[Item] = []

    def kept(items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            if any(row.claim.source in loaded.workspace.drafted for row in item.rows):
                of_draft.append(item)
            yield item

    items = read.relations.joined(progress.each("comparing claims", read.judged, read.count))
    judged = judge(kept(items) if loaded.workspace.drafted else items, rules, loaded.policy, names)
    found = folded([finding for finding in judged if not is_bare(finding, loaded.policy)], loaded.policy)
    progress.begin("looking for remarks")
    overview = Overview(
        items=read.items(loaded.policy),
        policy=loaded.policy,
        findings=found,
        resolutions=loaded.resolutions,
        relations=read.relations.related(read.named),
        known_names=names.all_spellings,
        changed_texts=loaded.texts.changed if loaded.texts is not None else (),
    )
    counted = Counter(finding.verdict for finding in judged if is_bare(finding, loaded.policy))
    return sorted([*found, *judge_workspace(overview, rules, names)], key=order), counted, of_draft


def _lines(draft: Draft, loaded: Loaded, findings: Sequence[Finding], options: Options) -> tuple[DraftLine, ...]:
    """What each claim of the draft is told; raises `InputError` if it has none."""
    read = loaded.read
    lines = draft.lines(findings, read.items(loaded.policy), read.kinds, fail_on_unmatched=options.fail_on_unmatched)
    if not lines:
        raise InputError(
            [Problem(Position("--draft"), f"{shown(Path(str(options.draft)).name)} has no claim that can be checked")]
        )
    return lines


def _notes(rules: Sequence[LoadedRule]) -> tuple[str, ...]:
    """What to say where a rule wants to see every item of an archive."""
    codes = [rule.rule.code for rule in rules if rule.check is not None and not rule.rule.suspects_only]
    message = f"{' and '.join(codes)} must see every item, so all claims of the tables are compared one by one"
    return (f"{message}; a rule with suspects_only=True sees those on which something may be wrong",)


def _least(options: Options, rules: Sequence[LoadedRule], resolutions: Mapping[str, Resolution]) -> Severity:
    """The least severity that must be judged: only what shipped rules find, and nobody asks for, can be counted."""
    if options.draft is not None or not as_shipped(rules):
        return Severity.NONE
    asked_for = options.since is not None or any(r.verdict.severity is Severity.NOTE for r in resolutions.values())
    return min(options.least, Severity.NOTE) if asked_for else options.least


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What claims mean.

    `items` are all of them, of `item_count`, and `several_count` have claims of two sources or more. `judged` are those
    that rules look at, of which there are `count`; in others rules would find so many agreements and superseded values.
    `named` are the rows of items that relations name; `kinds` are those of the attributes, by normalised name. Of the
    claims, `unreadable` cannot be read; where the settings leave these out, `unread` says why.
    """

    items: Callable[[Policy], AllItems]
    item_count: int
    several_count: int
    judged: Iterable[Item]
    count: int
    relations: WorkspaceRelations
    named: Sequence[KeyedRow]
    kinds: Mapping[str, Kind]
    unreadable: int = 0
    unread: tuple[Problem, ...] = ()
    agreements: int = 0
    superseded: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A workspace whose claims are read, and what they are judged by.

    `modules` are the files of its own rules, `claims_of` gives the claims of some sources in the order of their ids.
    """

    workspace: Workspace
    rules: tuple[LoadedRule, ...]
    modules: tuple[str, ...]
    policy: Policy
    resolutions: dict[str, Resolution]
    texts: Checked | None
    read: Read
    has_tables: bool
    claims_of: Callable[[Collection[str]], Iterable[Claim]]
    earlier: Mapping[str, Earlier] | None = None

    def findings_on(self, item: Item) -> list[Finding]:
        """What rules find on one item, agreements too."""
        return judge([item], self.rules, replace(self.policy, least=Severity.NONE), self.workspace.names)


def read_files(workspace: Workspace, problems: Problems) -> Read:
    """Read the claims of claims files, and what follows from them, into items; raises `InputError`."""
    settings, claims = workspace.settings.readings, workspace.claims
    assert isinstance(claims, Sequence)
    publications = Publications(workspace.sources, Dates(settings), problems, workspace.unpublished)
    attributes = with_kinds(workspace.attributes, claims, publications, settings, problems)
    ground = Ground(attributes, workspace.names, settings)
    reader = ClaimReader(ground, publications, problems)
    rows = list(keyed(reader.read(claims), ground))
    for unread in reader.unread:
        unread.add_to(problems)
    published = publications.rows(reader.witnesses)
    subjects = subjects_in(rows, workspace.names)
    relations = WorkspaceRelations(workspace.relations, attributes, workspace.names, published, subjects)
    keys = relations.keys
    named = [row for row in rows if row.key in keys]
    derived = relations.derived(named, settings, problems)
    items = grouped([*rows, *derived], workspace.names)
    check_axes(items, problems)
    problems.raise_any()
    return Read(
        items=partial(ListedItems, items),
        item_count=len(items),
        several_count=sum(item.has_several_sources for item in items),
        judged=items,
        count=len(items),
        relations=relations,
        named=[*named, *derived],
        kinds=_kinds(attributes),
    )


def _opened(
    workspace: Workspace, draft: DraftPlace | None, options: Options, problems: Problems
) -> tuple[Workspace, Archive]:
    """The workspace with its tables, on the engine that was asked for; raises `InputError`."""
    from crosscheck.archive.opening import engine_of, opened

    try:
        return opened(workspace, draft, engine_of(options.engine, options.master, options.scratch), problems)
    except InputError as error:
        raise InputError([*problems.found, *error.problems]) from error


def read_tables(
    archive: Archive,
    workspace: Workspace,
    least: Severity | None,
    problems: Problems,
    progress: Progress,
) -> Read:
    """Read the claims of tables, and of the files beside them; what is less severe than `least` is only counted.

    `least` None: every item is judged. Of a draft, all that it speaks of is, and nothing else. Raises `InputError`.
    """
    from crosscheck.archive.remarks import ArchiveItems

    settings = workspace.settings.readings
    publications = Publications(workspace.sources, Dates(settings), problems, workspace.unpublished)
    archive.complete(publications)
    published = publications.rows(Witnesses(workspace.sources, workspace.names))
    relations = WorkspaceRelations(
        workspace.relations, archive.attributes.declared, workspace.names, published, archive.subjects
    )
    archive.judge(relations.keys)
    named = archive.rows_on_related()
    derived = relations.derived(named, settings, problems)
    problems.raise_any()
    progress.begin("screening items")
    count = archive.pick(least)
    return Read(
        items=partial(ArchiveItems, archive, derived),
        item_count=archive.items_count + len(archive.only_derived(derived)),
        several_count=archive.several_sources([*named, *derived]),
        judged=archive.items(derived),
        count=count,
        relations=relations,
        named=[*named, *derived],
        kinds=_kinds(archive.attributes.declared),
        unreadable=archive.unread,
        unread=archive.unread_notes,
        agreements=archive.agreements,
        superseded=archive.superseded,
    )


def _kinds(attributes: Mapping[str, Attribute]) -> dict[str, Kind]:
    return {name: attribute.kind for name, attribute in attributes.items() if attribute.kind is not None}


def _settled(loaded: Loaded, options: Options, found: list[Finding]) -> Result:
    """The findings with what people decided of them; raises `InputError` on stale decisions if these are errors."""
    workspace, texts = loaded.workspace, loaded.texts
    fail_on = options.fail_on or workspace.settings.fail_on
    left = partial(without, loaded.rules, loaded.policy)
    settled = Settling(workspace.names, options.today, fail_on, left).settled(found, loaded.resolutions)
    gone: tuple[Resolution, ...] = ()
    if options.draft is None:  # else its claims stand in place of others, of which a decision may speak
        gone = stale(settled, loaded.resolutions, workspace.names, {rule.rule.code for rule in loaded.rules})
    policy_on_stale = options.stale or workspace.settings.stale
    if gone and policy_on_stale == "error":
        raise InputError(
            Problem(r.at, f"{r.finding} is decided but no longer found; `crosscheck resolve --prune` removes it")
            for r in gone
        )
    if policy_on_stale == "none":
        gone = ()
    reading = workspace.settings.readings
    settings = {"fail_on": fail_on, "hedge": str(float(reading.hedge)), "cap": str(float(reading.cap))}
    if workspace.settings.sources is not None:
        settings["sources"] = workspace.settings.sources
    if reading.date_order is not None:
        settings["date_order"] = reading.date_order
    return Result(
        findings=tuple(settled),
        summary={},
        sources=workspace.sources,
        claims=workspace.claims,
        stale=gone,
        quotes=(texts.quotes, len(workspace.claims)) if texts is not None else None,
        settings=settings,
        around=texts.around if texts is not None else {},
        ran=loaded.modules if options.run_rules else (),
        not_run=() if options.run_rules else loaded.modules,
        names=workspace.names,
        without=left,
    )


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
        disable = tuple(name for name in disable if name in known)
        options = {name: raw for name, raw in options.items() if name in known}
    rules = rulebook(modules if run else (), root, disable, options, problems)
    return rules, tuple(relative(path, root) for path in modules)


def _summary(loaded: Loaded, result: Result, counted: Counter[Verdict]) -> dict[str, int]:
    by_verdict = Counter(finding.verdict for finding in result.findings) + counted
    by_verdict[Verdict.AGREEMENT] += loaded.read.agreements
    by_verdict[Verdict.SUPERSEDED] += loaded.read.superseded
    unmatched = sum(line.fails and line.status is DraftStatus.UNMATCHED for line in result.draft or ())
    return {
        **counts(loaded),
        **{verdict.value: by_verdict[verdict] for verdict in Verdict},
        "resolved": sum(finding.status is Status.RESOLVED for finding in result.findings),
        "failing": sum(finding.fails for finding in result.findings) + unmatched,
    }


def counts(loaded: Loaded) -> dict[str, int]:
    """What a workspace has."""
    return {
        "sources": len(loaded.workspace.sources),
        "claims": len(loaded.workspace.claims),
        "items": loaded.read.item_count,
        "items_of_several_sources": loaded.read.several_count,
        "unread": loaded.read.unreadable,
    }
