"""The whole of crosscheck in one line: load, read, group, judge, settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from crosscheck.claims.items import KeyedRow, check_axes, grouped, keyed
from crosscheck.claims.kinds import with_kinds
from crosscheck.claims.publications import Publications
from crosscheck.claims.reader import ClaimReader
from crosscheck.claims.values import Dates, Ground
from crosscheck.claims.witnesses import Witnesses
from crosscheck.comparing.listed_items import ListedItems
from crosscheck.decisions import load_resolutions
from crosscheck.decisions.earlier import compared_with_earlier, load_earlier
from crosscheck.decisions.settle import settle
from crosscheck.judging import judge, judge_workspace, order
from crosscheck.model import AllItems, Finding, Item, Overview, Policy, Resolution, Result, Severity, Status, Verdict
from crosscheck.options import decimal
from crosscheck.problems import InputError, Position, Problem, Problems
from crosscheck.progress import NO_PROGRESS, Progress
from crosscheck.relations.joining import WorkspaceRelations
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
    options_of_rules = {rule.rule.code: rule.options for rule in rules}
    policy = Policy(workspace.sources, workspace.names, workspace.settings.readings, options_of_rules)
    links = read.links
    found = judge(
        links.linked(progress.each("comparing claims", read.judged, read.count)), rules, policy, workspace.names
    )
    progress.begin("looking for remarks")
    overview = Overview(
        items=read.items(policy),
        policy=policy,
        findings=found,
        resolutions=resolutions,
        relations=links.related(read.named),
        known_names=workspace.names.all_spellings,
        changed_texts=texts.changed,
    )
    found = sorted([*found, *judge_workspace(overview, rules, workspace.names)], key=order)
    result = _settled(workspace, resolutions, options, found, texts)
    if earlier is not None:
        ids = {finding.id for finding in found}
        gone = tuple(before for id, before in sorted(earlier.items()) if id not in ids)
        result = replace(result, findings=tuple(compared_with_earlier(result.findings, earlier)), gone=gone)
    summary = _summary(workspace, read, result.findings)
    given = {f"{rule.rule.code} {name}": decimal(value) for rule in rules for name, value in rule.options.items()}
    notes = _notes(rules) if archive is not None and see_every_item(rules) else ()
    return replace(result, summary=summary, unread=read.unread, settings={**result.settings, **given}, notes=notes)


def _notes(rules: Sequence[LoadedRule]) -> tuple[str, ...]:
    """What to say where a rule wants to see every item of an archive."""
    codes = [rule.rule.code for rule in rules if rule.check is not None and not rule.rule.suspects_only]
    told = f"{' and '.join(codes)} must see every item, so all claims of the tables are compared one by one"
    return (f"{told}; a rule with suspects_only=True sees those on which something may be wrong",)


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
    links: WorkspaceRelations
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
    links = WorkspaceRelations(workspace.relations, attributes, workspace.names, publications.rows(reader.witnesses))
    keys = links.keys
    named = [row for row in rows if row.key in keys]
    derived = links.derived(named, settings, problems)
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
        links=links,
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
    witnesses = Witnesses(workspace.sources, workspace.names)
    archive.complete(publications)
    links = WorkspaceRelations(workspace.relations, archive.attributes, workspace.names, publications.rows(witnesses))
    archive.judge(links.keys)
    named = archive.rows_on(links.keys)
    derived = links.derived(named, settings, problems)
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
        links=links,
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
    kept, stale = settle(found, resolutions, workspace.names, options.today, fail_on)
    if options.draft is not None:
        kept, stale = [f for f in kept if _involves(f, workspace.drafted)], ()
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
    quotes = (texts.quotes, texts.total)
    return Result(
        tuple(kept), {}, workspace.sources, workspace.claims, stale, quotes, settings, around=texts.around
    )  # fmt: skip


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


def _involves(finding: Finding, sources: frozenset[str]) -> bool:
    return any(row.claim.source in sources for side in finding.sides for row in side.rows)


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
