"""The whole of crosscheck in one line: load, read, table, screen, judge, settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from crosscheck.engines import local
from crosscheck.judge import judge, order, survey
from crosscheck.model import Finding, Overview, Policy, Resolution, Result, Status, Verdict
from crosscheck.problems import InputError, Position, Problem, Problems
from crosscheck.relating.links import Links
from crosscheck.resolutions import load_resolutions
from crosscheck.resolutions.earlier import compared, load_earlier
from crosscheck.resolutions.settle import settle
from crosscheck.rules import LoadedRule, as_shipped, rulebook
from crosscheck.table.axes import check_axes
from crosscheck.table.frame import Table
from crosscheck.table.items import Items
from crosscheck.table.kept import KeptReadings
from crosscheck.table.reading import ClaimReader
from crosscheck.workspace import Draft, Workspace, load
from crosscheck.workspace.settings import FILE, Settings, load_settings
from crosscheck.workspace.texts import Checked, check_texts
from crosscheck.workspace.vocabulary import ATTRIBUTES, NAMES


@dataclass(frozen=True, slots=True)
class Options:
    """How to run: what the command line and the Python API share.

    `today` is an ISO 8601 day; `fail_on` and `stale` None are the settings; `agreements`: judge items that only agree
    too, instead of counting them; `since`: the JSON output of an earlier run, whose findings do not fail.
    """

    today: str
    draft: str | None = None
    texts: Path | None = None
    fail_on: str | None = None
    agreements: bool = True
    stale: str | None = None
    since: Path | None = None


class NothingToCheck(Exception):
    """The workspace has no claim (exit code 3)."""


def check(root: Path, options: Options) -> Result:
    """What the workspace in `root` says against itself; raises `InputError`, `NothingToCheck`."""
    draft = Draft.of(options.draft, root) if options.draft is not None else None
    earlier = load_earlier(options.since) if options.since is not None else None
    problems = Problems()
    workspace = load(root, draft, problems)
    unsound = {problem.at.file for problem in problems.found}
    resolutions = load_resolutions(root, problems)
    rules = _rules(root, workspace.settings, problems)
    texts = _texts(workspace, options.texts, problems)
    if not unsound & {FILE, ATTRIBUTES, NAMES}:  # else values would be read for what they are not
        settings = workspace.settings.readings
        reader = ClaimReader(
            workspace.claims, workspace.sources, workspace.attributes, workspace.names, settings, problems,
            lenient=workspace.settings.tables.unreadable == "warn", kept=KeptReadings(root, settings),
        )  # fmt: skip
        read = reader.read()
        links = Links(workspace.relations, reader.attributes, workspace.names, reader.publications())
        items = Items.among(read, links.keys)
        check_axes(read, items, problems)
        named = list(items.rows(links.keys, read))
        derived = links.derived(named, settings, problems)
    problems.raise_any()
    if not workspace.claims:
        raise NothingToCheck
    workspace.keep()
    reader.keep()

    table = Table(read, items, derived, links.keys)
    # The screen counts agreements as the shipped rules would find them.
    judged = options.agreements or draft is not None or not as_shipped(rules)
    screened = local.run(table, agreeing=judged)
    policy = Policy(workspace.sources, workspace.names, settings)
    found = judge(links.linked(screened.items), rules, policy, workspace.names)
    has_speakers = workspace.claims.columns["said_by"].present.any() or any(
        source.author for source in workspace.sources.values()
    )
    overview = Overview(
        table.whole, policy, found, resolutions, links.related([*named, *derived]), workspace.names.all_spellings,
        texts.changed, bool(has_speakers),
    )  # fmt: skip
    found = sorted([*found, *survey(overview, rules, workspace.names)], key=order)
    result = _settled(workspace, resolutions, options, found, texts)
    if earlier is not None:
        ids = {finding.id for finding in found}
        gone = tuple(before for id, before in sorted(earlier.items()) if id not in ids)
        result = replace(result, findings=tuple(compared(result.findings, earlier)), gone=gone)
    counted = {"claims": len(workspace.claims), "items": len(table), "unread": read.unread}
    summary = _summary(workspace, counted, result.findings, screened.agreements)
    return replace(result, summary=summary, unread=tuple(reader.refusals.told))


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
    return rulebook((root / "rules").glob("*.py"), root, settings.disable, problems)


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
    workspace: Workspace, counted: dict[str, int], findings: Sequence[Finding], agreements: int
) -> dict[str, int]:
    by_verdict = Counter(finding.verdict for finding in findings)
    by_verdict[Verdict.AGREEMENT] += agreements
    return {
        "sources": len(workspace.sources), **counted,
        **{verdict.value: by_verdict[verdict] for verdict in Verdict},
        "resolved": sum(finding.status is Status.RESOLVED for finding in findings),
        "failing": sum(finding.fails for finding in findings),
    }  # fmt: skip
