"""A run, step by step: load, read, group, judge, settle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from crosscheck.comparing.elsewhere import explained_by_others
from crosscheck.decisions.settle import Settling, stale
from crosscheck.decisions.since import compared_with_earlier, gone_since
from crosscheck.drafts import Draft
from crosscheck.judging import is_bare, judge, judge_workspace, order, without
from crosscheck.loading import Loaded, Options, counts, load_and_read
from crosscheck.model import (
    DraftLine,
    DraftStatus,
    Finding,
    Item,
    Overview,
    Resolution,
    Result,
    Status,
    Verdict,
)
from crosscheck.options import decimal
from crosscheck.problems import InputError, Position, Problem, shown
from crosscheck.progress import NO_PROGRESS, Progress
from crosscheck.relations.folding import folded
from crosscheck.rules import LoadedRule, see_every_item


def check(root: Path, options: Options, progress: Progress = NO_PROGRESS) -> Result:
    """What the workspace in `root` says against itself; raises `InputError`, `NothingToCheck`."""
    return checked(load_and_read(root, options, progress), options, progress)


def checked(loaded: Loaded, options: Options, progress: Progress = NO_PROGRESS) -> Result:
    """What a workspace that was read so says against itself; raises `InputError`."""
    read, rules, drafted, earlier = loaded.read, loaded.rules, loaded.workspace.drafted, loaded.earlier
    found, counted, items_of_draft = _judged(loaded, progress)
    result = _settled(loaded, options, found)
    draft = Draft(drafted, items_of_draft, loaded.findings_on, loaded.found_wrong, loaded.policy)
    if options.draft is not None:
        involved = draft.involving(result.findings, result.settings["fail_on"])
        result = replace(result, findings=tuple(involved))
    explained = explained_by_others(result.findings, read.items(loaded.policy), read.kinds, loaded.workspace.names)
    result = replace(result, findings=tuple(explained))
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
        notes=(
            *_left_out(loaded.workspace.left_out),
            *(_notes(rules) if loaded.has_tables and see_every_item(rules) else ()),
        ),
    )


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


def _left_out(files: Sequence[str]) -> tuple[str, ...]:
    """What to say of files among the claims that are not read."""
    if not files:
        return ()
    named = ", ".join(files[:_NAMED]) + (f" and {len(files) - _NAMED:,} more" if len(files) > _NAMED else "")
    return (
        "not read, because the suffix is not that of a claims file: "
        f"{named}; `exclude` in crosscheck.toml silences this",
    )


_NAMED = 5


def _notes(rules: Sequence[LoadedRule]) -> tuple[str, ...]:
    """What to say where a rule wants to see every item of an archive."""
    codes = [rule.rule.code for rule in rules if rule.check is not None and not rule.rule.suspects_only]
    message = f"{' and '.join(codes)} must see every item, so all claims of the tables are compared one by one"
    return (f"{message}; a rule with suspects_only=True sees those on which something may be wrong",)


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
