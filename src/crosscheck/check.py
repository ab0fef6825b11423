"""The whole of crosscheck in one line: load, read, table, screen, judge, settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from crosscheck.comparing.listed_items import ListedItems
from crosscheck.decisions import load_resolutions
from crosscheck.decisions.earlier import compared_with_earlier, load_earlier
from crosscheck.decisions.settle import settle
from crosscheck.engines import Engine, Screening, screening
from crosscheck.engines.choice import engine_at
from crosscheck.judging import judge, judge_workspace, order
from crosscheck.model import Finding, Overview, Policy, Resolution, Result, Severity, Status, Verdict
from crosscheck.options import decimal
from crosscheck.problems import InputError, Position, Problem, Problems
from crosscheck.relations.joining import WorkspaceRelations
from crosscheck.rules import LoadedRule, as_shipped, rulebook, see_every_item
from crosscheck.table.axes import check_axes
from crosscheck.table.frame import Table
from crosscheck.table.items import Items, KeyedRow
from crosscheck.table.kept import KeptReadings
from crosscheck.table.reading import ClaimReader
from crosscheck.watch import NOBODY, Watch
from crosscheck.workspace import Draft, Workspace, load
from crosscheck.workspace.settings import FILE, Settings, load_settings
from crosscheck.workspace.texts import Checked, check_texts
from crosscheck.workspace.vocabulary import ATTRIBUTES, NAMES


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: what the command line and the Python API share.

    `today` is an ISO 8601 day; `fail_on` and `stale` None are the settings; `least` is the least severity that
    somebody looks at: what is less may be counted without being judged; `since`: the JSON output of an earlier run,
    whose findings do not fail. `engine` is "local" or "spark", on the cluster at `master`.
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


class NothingToCheck(Exception):
    """The workspace has no claim (exit code 3)."""


def check(root: Path, options: Options, watch: Watch = NOBODY) -> Result:
    """What the workspace in `root` says against itself; raises `InputError`, `NothingToCheck`."""
    draft = Draft.of(options.draft, root) if options.draft is not None else None
    earlier = load_earlier(options.since) if options.since is not None else None
    problems = Problems()
    watch.begin("loading claims")
    workspace = load(root, draft, problems)
    unsound = {problem.at.file for problem in problems.found}
    resolutions = load_resolutions(root, problems)
    rules = _rules(root, workspace.settings, problems)
    texts = _texts(workspace, options.texts, problems)
    with engine_at(options.engine, options.master) as engine:
        watch.begin("reading values")
        # Else values would be read for what they are not.
        known = None if unsound & {FILE, ATTRIBUTES, NAMES} else known_of(workspace, engine, problems)
        problems.raise_any()
        if known is None or not workspace.claims:
            raise NothingToCheck
        workspace.keep()
        known.keep()
        least = _least(options, rules, resolutions)
        watch.begin("screening items")
        if see_every_item(rules):
            every = range(len(known.table))
            screened = Screening(known.table.items(every), len(every), 0, 0)
        else:
            screened = screening(engine, known.table, least=least)
    options_of_rules = {rule.rule.code: rule.options for rule in rules}
    policy = Policy(workspace.sources, workspace.names, workspace.settings.readings, options_of_rules)
    suspects = watch.each("comparing claims", screened.items, screened.judged)
    found = judge(known.links.linked(suspects), rules, policy, workspace.names)
    watch.begin("looking for remarks")
    overview = Overview(
        items=ListedItems(known.table.whole, policy),
        policy=policy,
        findings=found,
        resolutions=resolutions,
        relations=known.links.related(known.named),
        known_names=workspace.names.all_spellings,
        changed_texts=texts.changed,
    )
    found = sorted([*found, *judge_workspace(overview, rules, workspace.names)], key=order)
    result = _settled(workspace, resolutions, options, found, texts)
    if earlier is not None:
        ids = {finding.id for finding in found}
        gone = tuple(before for id, before in sorted(earlier.items()) if id not in ids)
        result = replace(result, findings=tuple(compared_with_earlier(result.findings, earlier)), gone=gone)
    counted = {"claims": len(workspace.claims), "items": len(known.table), "unread": known.unread}
    summary = _summary(workspace, counted, result.findings, screened)
    given = {f"{rule.rule.code} {name}": decimal(value) for rule in rules for name, value in rule.options.items()}
    return replace(result, summary=summary, unread=known.refused, settings={**result.settings, **given})


def _least(options: Options, rules: Sequence[LoadedRule], resolutions: Mapping[str, Resolution]) -> Severity:
    """The least severity that must be judged: only what shipped rules find, and nobody asks for, can be counted."""
    if options.draft is not None or not as_shipped(rules):
        return Severity.NONE
    asked_for = options.since is not None or any(r.verdict is Verdict.SUPERSEDED for r in resolutions.values())
    return min(options.least, Severity.NOTE) if asked_for else options.least


class Known(NamedTuple):
    """What claims mean. `named` are the rows of items that relations name; `unread` values could not be read.

    `keep` leaves the readings for the next run.
    """

    table: Table
    links: WorkspaceRelations
    named: list[KeyedRow]
    unread: int
    refused: tuple[Problem, ...]
    keep: Callable[[], None]


def known_of(workspace: Workspace, engine: Engine, problems: Problems) -> Known | None:
    """Read the claims and what follows from them; None if the engine fails, which is among the problems."""
    settings = workspace.settings.readings
    reader = ClaimReader(
        workspace.claims, workspace.sources, workspace.attributes, workspace.names, settings, problems,
        lenient=workspace.settings.tables.unreadable == "warn", kept=KeptReadings(workspace.root, settings),
    )  # fmt: skip
    try:
        read = reader.read(engine.digest)
    except InputError as error:
        problems.found.extend(error.problems)
        return None
    links = WorkspaceRelations(workspace.relations, reader.attributes, workspace.names, reader.publications())
    items = Items.among(read, links.keys)
    check_axes(read, items, problems)
    named = list(items.rows(links.keys, read))
    derived = links.derived(named, settings, problems)
    table = Table(read, items, derived, links.keys)
    return Known(table, links, [*named, *derived], read.unread, tuple(reader.refusals.told), reader.keep)


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


def _texts(workspace: Workspace, texts: Path | None, problems: Problems) -> Checked:
    if texts is None:
        return Checked(0, len(workspace.claims))
    if not texts.is_dir():
        problems.add(Position("--sources"), f"there is no folder {texts.name}")
        return Checked(0, len(workspace.claims))
    return check_texts(texts, workspace.sources, workspace.claims, problems)


def _involves(finding: Finding, sources: frozenset[str]) -> bool:
    return any(row.claim.source in sources for side in finding.sides for row in side.rows)


def _summary(
    workspace: Workspace, counted: dict[str, int], findings: Sequence[Finding], screened: Screening
) -> dict[str, int]:
    by_verdict = Counter(finding.verdict for finding in findings)
    by_verdict[Verdict.AGREEMENT] += screened.agreements
    by_verdict[Verdict.SUPERSEDED] += screened.superseded
    return {
        "sources": len(workspace.sources), **counted,
        **{verdict.value: by_verdict[verdict] for verdict in Verdict},
        "resolved": sum(finding.status is Status.RESOLVED for finding in findings),
        "failing": sum(finding.fails for finding in findings),
    }  # fmt: skip
