"""A run, step by step: load, read, group, judge, settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
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
from crosscheck.decisions.settle import compared_with_earlier, load_earlier, settle
from crosscheck.judging import judge, judge_workspace, order
from crosscheck.model import AllItems, Finding, Item, Overview, Policy, Resolution, Result, Severity, Status, Verdict
from crosscheck.options import decimal
from crosscheck.problems import InputError, Position, Problem, Problems
from crosscheck.progress import NO_PROGRESS, Progress
from crosscheck.relations.folding import folded
from crosscheck.relations.joining import WorkspaceRelations, subjects_in
from crosscheck.rules import LoadedRule, as_shipped, rulebook, see_every_item
from crosscheck.workspace import Draft, Workspace, load
from crosscheck.workspace.settings import FILE, Settings, load_settings
from crosscheck.workspace.texts import Checked, check_texts
from crosscheck.workspace.vocabulary import ATTRIBUTES, NAMES

if TYPE_CHECKING:
    from crosscheck.archive.archive import Archive


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: what the command line and the Python API share.

    `today` is an ISO 8601 day; `fail_on` and `stale` None are the settings; `least` is the least severity that
    somebody looks at: what is less may be counted without being judged; `since`: the JSON output of an earlier run,
    whose findings do not fail. `engine` is "local" or "spark", on the cluster at `master`, whose workers
    see the folder `scratch`.
    """

    today: str
    draft: str | None = None
    texts: Path | None = None
    fail_on: str | None = None
    least: Severity = Severity.NONE
    stale: str | None = None
    since: Path | None = None
    engine: str = "local"
    master: str = "local[*]"
    scratch: Path | None = None


class NothingToCheck(Exception):
    """The workspace has no claim (exit code 3)."""


def check(root: Path, options: Options, progress: Progress = NO_PROGRESS) -> Result:
    """What the workspace in `root` says against itself; raises `InputError`, `NothingToCheck`."""
    draft = Draft.of(options.draft, root) if options.draft is not None else None
    earlier = load_earlier(options.since) if options.since is not None else None
    problems = Problems()
    progress.begin("loading claims")
    workspace = load(root, draft, problems)
    unsound = {problem.at.file for problem in problems.found}
    resolutions = load_resolutions(root, problems)
    rules = _rules(root, workspace.settings, problems)
    archive = None
    if workspace.tables or options.engine == "spark":
        workspace, archive = _opened(workspace, draft, options, problems)
    texts = _texts(workspace, archive, options.texts, problems)
    progress.begin("reading values")
    if unsound & {FILE, ATTRIBUTES, NAMES}:  # values would be read for what they are not
        problems.raise_any()
    if archive is None:
        read = read_files(workspace, problems)
    else:
        least = None if see_every_item(rules) else _least(options, rules, resolutions)
        read = read_tables(archive, workspace, least, problems, progress, drafted=options.draft is not None)
    found = _judged(workspace, read, rules, resolutions, texts, progress)
    result = _settled(workspace, resolutions, options, found, texts)
    if earlier is not None:
        ids = {finding.id for finding in found}
        gone = tuple(before for id, before in sorted(earlier.items()) if id not in ids)
        result = replace(result, findings=tuple(compared_with_earlier(result.findings, earlier)), gone=gone)
    set_options = {f"{rule.rule.code} {name}": decimal(value) for rule in rules for name, value in rule.options.items()}
    return replace(
        result,
        summary=_summary(workspace, read, result.findings),
        unread=read.unread,
        settings={**result.settings, **set_options},
        notes=_notes(rules) if archive is not None and see_every_item(rules) else (),
    )


def _judged(
    workspace: Workspace,
    read: Read,
    rules: Sequence[LoadedRule],
    resolutions: Mapping[str, Resolution],
    texts: Checked,
    progress: Progress,
) -> list[Finding]:
    """What rules find on items, then on the whole workspace, in the order of findings."""
    names = workspace.names
    options = {rule.rule.code: rule.options for rule in rules}
    policy = Policy(workspace.sources, names, workspace.settings.readings, options)
    items = read.relations.joined(progress.each("comparing claims", read.judged, read.count))
    found = folded(judge(items, rules, policy, names), policy)
    progress.begin("looking for remarks")
    overview = Overview(
        items=read.items(policy),
        policy=policy,
        findings=found,
        resolutions=resolutions,
        relations=read.relations.related(read.named),
        known_names=names.all_spellings,
        changed_texts=texts.changed,
    )
    return sorted([*found, *judge_workspace(overview, rules, names)], key=order)


def _notes(rules: Sequence[LoadedRule]) -> tuple[str, ...]:
    """What to say where a rule wants to see every item of an archive."""
    codes = [rule.rule.code for rule in rules if rule.check is not None and not rule.rule.suspects_only]
    message = f"{' and '.join(codes)} must see every item, so all claims of the tables are compared one by one"
    return (f"{message}; a rule with suspects_only=True sees those on which something may be wrong",)


def _least(options: Options, rules: Sequence[LoadedRule], resolutions: Mapping[str, Resolution]) -> Severity:
    """The least severity that must be judged: only what shipped rules find, and nobody asks for, can be counted."""
    if options.draft is not None or not as_shipped(rules):
        return Severity.NONE
    asked_for = options.since is not None or any(r.verdict is Verdict.SUPERSEDED for r in resolutions.values())
    return min(options.least, Severity.NOTE) if asked_for else options.least


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What claims mean.

    `items` are all of them, `judged` those that rules look at, of which there are `count`; in others rules would find
    so many agreements and superseded values. `named` are the rows of items that relations name. Of the claims,
    `unreadable` cannot be read; where the settings leave these out, `unread` says why.
    """

    items: Callable[[Policy], AllItems]
    item_count: int
    judged: Iterable[Item]
    count: int
    relations: WorkspaceRelations
    named: Sequence[KeyedRow]
    unreadable: int = 0
    unread: tuple[Problem, ...] = ()
    agreements: int = 0
    superseded: int = 0


def read_files(workspace: Workspace, problems: Problems) -> Read:
    """Read the claims of claims files, and what follows from them, into items; raises `InputError`."""
    settings, claims = workspace.settings.readings, workspace.claims
    assert isinstance(claims, Sequence)
    publications = Publications(workspace.sources, Dates(settings), problems)
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
    if not claims:
        raise NothingToCheck
    return Read(
        items=partial(ListedItems, items),
        item_count=len(items),
        judged=items,
        count=len(items),
        relations=relations,
        named=[*named, *derived],
    )


def _opened(
    workspace: Workspace, draft: Draft | None, options: Options, problems: Problems
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
    *,
    drafted: bool,
) -> Read:
    """Read the claims of tables, and of the files beside them; what is less severe than `least` is only counted.

    `least` None: every item is judged; `drafted`: only what a draft speaks of matters. Raises `InputError`.
    """
    from crosscheck.archive.remarks import ArchiveItems

    settings = workspace.settings.readings
    publications = Publications(workspace.sources, Dates(settings), problems)
    archive.complete(publications)
    published = publications.rows(Witnesses(workspace.sources, workspace.names))
    relations = WorkspaceRelations(
        workspace.relations, archive.attributes, workspace.names, published, archive.subjects
    )
    archive.judge(relations.keys)
    named = archive.rows_on(relations.keys)
    derived = relations.derived(named, settings, problems)
    problems.raise_any()
    if not len(workspace.claims):
        raise NothingToCheck
    progress.begin("screening items")
    count = archive.pick(least, drafted=drafted)
    return Read(
        items=partial(ArchiveItems, archive, derived),
        item_count=archive.items_count + len(archive.only_derived(derived)),
        judged=archive.items(derived),
        count=count,
        relations=relations,
        named=[*named, *derived],
        unreadable=archive.unread,
        unread=tuple(archive.unread_notes),
        agreements=archive.agreements,
        superseded=archive.superseded,
    )


def _settled(
    workspace: Workspace, resolutions: dict[str, Resolution], options: Options, found: list[Finding], texts: Checked
) -> Result:
    """The findings with what people decided of them; raises `InputError` on stale decisions if these are errors."""
    fail_on = options.fail_on or workspace.settings.fail_on
    settled, stale = settle(found, resolutions, workspace.names, options.today, fail_on)
    if options.draft is not None:
        settled, stale = (
            [f for f in settled if any(row.claim.source in workspace.drafted for row in f.rows.values())],
            (),
        )
    policy_on_stale = options.stale or workspace.settings.stale
    if stale and policy_on_stale == "error":
        raise InputError(
            Problem(r.at, f"{r.finding} is decided but no longer found; `crosscheck resolve --prune` removes it")
            for r in stale
        )
    if policy_on_stale == "none":
        stale = ()
    reading = workspace.settings.readings
    settings = {"fail_on": fail_on, "hedge": str(float(reading.hedge)), "cap": str(float(reading.cap))}
    if reading.date_order is not None:
        settings["date_order"] = reading.date_order
    return Result(
        findings=tuple(settled),
        summary={},
        sources=workspace.sources,
        claims=workspace.claims,
        stale=stale,
        quotes=(texts.quotes, texts.total),
        settings=settings,
        around=texts.around,
    )


def rules_of(root: Path) -> tuple[LoadedRule, ...]:
    """The rules that a run in `root` would apply; raises `InputError`."""
    problems = Problems()
    settings = load_settings(root / FILE, problems)
    rules = _rules(root, settings, problems)
    problems.raise_any()
    return rules


def _rules(root: Path, settings: Settings, problems: Problems) -> tuple[LoadedRule, ...]:
    return rulebook((root / "rules").glob("*.py"), root, settings.disable, settings.rules, problems)


def _texts(workspace: Workspace, archive: Archive | None, texts: Path | None, problems: Problems) -> Checked:
    if texts is None:
        return Checked(0, len(workspace.claims))
    if not texts.is_dir():
        problems.add(Position("--sources"), f"there is no folder {texts.name}")
        return Checked(0, len(workspace.claims))
    with_text = {id for id, source in workspace.sources.items() if source.text is not None}
    claims = workspace.claims if archive is None else archive.claims(with_text)
    return check_texts(texts, workspace.sources, claims, problems)._replace(total=len(workspace.claims))


def _summary(workspace: Workspace, read: Read, findings: Sequence[Finding]) -> dict[str, int]:
    by_verdict = Counter(finding.verdict for finding in findings)
    by_verdict[Verdict.AGREEMENT] += read.agreements
    by_verdict[Verdict.SUPERSEDED] += read.superseded
    return {
        "sources": len(workspace.sources),
        "claims": len(workspace.claims),
        "items": read.item_count,
        "unread": read.unreadable,
        **{verdict.value: by_verdict[verdict] for verdict in Verdict},
        "resolved": sum(finding.status is Status.RESOLVED for finding in findings),
        "failing": sum(finding.fails for finding in findings),
    }
