"""What each claim of a draft is told: whom it conflicts with, who agrees, what is newer, what no other source covers.

Two claims are what the rules find on an item that has no others. A conflict that others have among themselves is not
the draft's: a finding fails only if a claim of the draft takes part in what fails.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from crosscheck.comparing.sentences import SHOWN, label, some
from crosscheck.decisions.settle import FAILING
from crosscheck.entries import FindingsOn, entry_of, near_items, without_relations
from crosscheck.formatting import counted
from crosscheck.model import (
    CONFLICTS,
    DIFFERENCES,
    AllItems,
    DraftLine,
    DraftStatus,
    Finding,
    Item,
    ItemEntry,
    Kind,
    Meeting,
    OverTime,
    Policy,
    Row,
    Verdict,
)
from crosscheck.problems import shown


@dataclass(frozen=True)
class Draft:
    """The claims of a draft, which are those of the sources `drafted`, among the items that they speak of.

    `findings_on` are what rules find on one item, `found_wrong` the ids of the claims on it that decisions found wrong.
    """

    drafted: Collection[str]
    items: Sequence[Item]
    findings_on: FindingsOn
    found_wrong: Callable[[Item], Collection[str]]
    policy: Policy
    _verdicts: dict[tuple[str, str], Verdict | None] = field(default_factory=dict)
    _wrong: dict[int, Collection[str]] = field(default_factory=dict)

    @cached_property
    def _item_of(self) -> dict[int, Item]:
        """The item that each claim speaks of, by the identity of the claim."""
        return {id(row.claim): item for item in self.items for row in item.rows}

    def is_of_draft(self, row: Row) -> bool:
        return row.claim.source in self.drafted

    def speaks_in(self, item: Item) -> bool:
        """Whether a claim of somebody else speaks of an item."""
        return not all(self.is_of_draft(row) for row in item.rows)

    def _of_others(self, item: Item) -> Item:
        return replace(item, rows=tuple(row for row in item.rows if not self.is_of_draft(row)))

    def involving(self, findings: Iterable[Finding], fail_on: str) -> list[Finding]:
        """The findings that a claim of the draft is in; those that it has no failing part in do not fail."""
        found = []
        for finding in findings:
            rows = [row for row in finding.rows.values() if self.is_of_draft(row)]
            if not rows:
                continue
            part = self._part_in(finding, rows)
            fails = finding.fails and part in FAILING[fail_on]
            first = min(rows, key=lambda row: (row.claim.derived, row.claim.at))
            found.append(replace(finding, fails=fails, drafted=first.claim.id))
        return found

    def _part_in(self, finding: Finding, rows: Sequence[Row]) -> Verdict:
        """The strongest verdict of the draft's claims in a finding with others; what is no item's is the whole's."""
        item = self._item_of.get(id(rows[0].claim))
        if item is None or not self._is_of_item(finding, item):
            return finding.verdict
        pairs = (self.verdict(item, row, other) for row in rows for other in finding.rows.values())
        conflicts = [verdict for verdict in pairs if verdict in DIFFERENCES]
        return max(conflicts, key=lambda verdict: verdict.strength, default=finding.verdict)

    def _is_of_item(self, finding: Finding, item: Item) -> bool:
        """Whether all claims of a finding speak of one item: else a relation is what they do not fit."""
        return finding.rows.keys() <= {row.claim.id for row in item.rows}

    def verdict(self, item: Item, row: Row, other: Row) -> Verdict | None:
        """The strongest verdict that rules find on two claims of an item, None if they find nothing."""
        one, two = sorted((row, other), key=lambda each: each.claim.id)
        key = one.claim.id, two.claim.id
        if one is two:
            return None
        if key not in self._verdicts:
            found = self.findings_on(replace(without_relations(item), rows=(one, two)))
            verdicts = (finding.verdict for finding in found if finding.verdict is not Verdict.REMARK)
            self._verdicts[key] = max(verdicts, key=lambda verdict: verdict.strength, default=None)
        return self._verdicts[key]

    # ------------------------------------------------------------------------------------------------------- lines

    def lines(
        self, findings: Sequence[Finding], items: AllItems, kinds: Mapping[str, Kind], *, fail_on_unmatched: bool
    ) -> tuple[DraftLine, ...]:
        """A line for each claim that the draft states, in their order in its file.

        `findings` are those that involve the draft, `items` all of the workspace, `kinds` those of the attributes.
        """
        conflicts = self._conflicts(findings)
        stated = [(row, item) for item in self.items for row in item.rows if self.is_of_draft(row)]
        made = []
        for row, item in sorted(stated, key=lambda each: (each[0].claim.at, each[0].claim.id)):
            if row.claim.derived:
                continue
            involved = conflicts.get(row.claim.id, ())
            meetings = self._meetings(row, item, [finding for finding, _ in involved])
            status = self._status(row, item, meetings)
            line = DraftLine(
                row=row,
                item=item,
                status=status,
                meetings=tuple(meetings),
                findings=tuple(dict.fromkeys(finding.id for finding, _ in involved)),
                nearest=(),
                message=self._message(row, item, status, meetings),
                fails=any(finding.fails and takes_part for finding, takes_part in involved),
            )
            made.append(line)
        return tuple(self._with_nearest(made, items, kinds, fail_on_unmatched=fail_on_unmatched))

    def _conflicts(self, findings: Iterable[Finding]) -> dict[str, list[tuple[Finding, bool]]]:
        """The conflicts that each claim of the draft is in, by id, and whether it has a failing part in it.

        What follows from a claim takes that claim along.
        """
        found: dict[str, list[tuple[Finding, bool]]] = defaultdict(list)
        for finding in findings:
            if finding.verdict not in DIFFERENCES:
                continue
            for row in finding.rows.values():
                if self.is_of_draft(row):
                    takes_part = self._part_in(finding, [row]) in CONFLICTS
                    for id_ in row.claim.follows_from or (row.claim.id,):
                        found[id_].append((finding, takes_part))
        return found

    def _meetings(self, row: Row, item: Item, findings: Iterable[Finding]) -> list[Meeting]:
        """The claims that a claim of the draft meets: those of its item, then those that it does not fit otherwise."""
        own = {row.claim.id}
        rows = [other for other in item.rows if other is not row and not own & set(other.claim.follows_from)]
        if id(item) not in self._wrong:
            self._wrong[id(item)] = self.found_wrong(self._of_others(item))
        wrong = self._wrong[id(item)]
        found = {
            other.claim.id: Meeting(other, self.verdict(item, row, other), _is_wrong(other, wrong)) for other in rows
        }
        for finding in findings:
            if self._is_of_item(finding, item):
                continue
            beside = {id_ for side in finding.sides for id_ in _ids(side.rows) if self._stands_on(row, side.rows)}
            for id_, other in finding.rows.items():
                if id_ not in beside and not own & {id_, *other.claim.follows_from}:
                    found[id_] = Meeting(other, finding.verdict)
        return sorted(found.values(), key=lambda each: (-_strength(each), each.row.claim.id))

    def _stands_on(self, row: Row, rows: Iterable[Row]) -> bool:
        """Whether a claim, or what follows from it, is among the rows of a side."""
        return any(row.claim.id in (other.claim.id, *other.claim.follows_from) for other in rows)

    def _status(self, row: Row, item: Item, meetings: Sequence[Meeting]) -> DraftStatus:
        verdicts = {meeting.verdict for meeting in meetings if not meeting.found_wrong}
        repeats_wrong = any(meeting.found_wrong and meeting.verdict is Verdict.AGREEMENT for meeting in meetings)
        if repeats_wrong or not verdicts.isdisjoint(CONFLICTS):
            return DraftStatus.CONFLICTS
        if not self.speaks_in(item):
            return DraftStatus.UNMATCHED
        if Verdict.AGREEMENT in verdicts:
            agreeing = [m.row.claim.reported for m in meetings if m.verdict is Verdict.AGREEMENT and not m.found_wrong]
            return DraftStatus.ATTRIBUTED if all(agreeing) and not row.claim.reported else DraftStatus.AGREES
        if Verdict.SUPERSEDED in verdicts:
            changed = [m.row for m in meetings if m.verdict is Verdict.SUPERSEDED and not m.found_wrong]
            return DraftStatus.NEWER if all(_is_later(row, other) for other in changed) else DraftStatus.OTHER_TIME
        return DraftStatus.DISPUTED if Verdict.DISPUTE in verdicts else DraftStatus.NEITHER

    def _with_nearest(
        self, lines: Sequence[DraftLine], items: AllItems, kinds: Mapping[str, Kind], *, fail_on_unmatched: bool
    ) -> Iterator[DraftLine]:
        """Lines with the nearest items of those that no other source covers."""
        wanted = [line.item for line in lines if line.status is DraftStatus.UNMATCHED]
        near = iter(near_items(wanted, items, self.speaks_in, kinds, self.policy.terms) if wanted else ())
        for line in lines:
            if line.status is not DraftStatus.UNMATCHED:
                yield line
                continue
            nearest = tuple(entry_of(self._of_others(item), self.findings_on) for item in next(near))
            listed = "; ".join(map(_entry_text, nearest))
            what = f"nearest: {listed}" if nearest else "no similar item"
            message = f"no other source covers {line.item.title}; {what}"
            yield replace(line, nearest=nearest, message=message, fails=line.fails or fail_on_unmatched)

    def _message(self, row: Row, item: Item, status: DraftStatus, meetings: Sequence[Meeting]) -> str:
        """What the claim says, and what others say of it."""
        by_verdict: dict[Verdict | None, list[str]] = defaultdict(list)
        repeated, avoided = [], []
        for meeting in meetings:
            says = self._says(meeting.row, item)
            if not meeting.found_wrong:
                by_verdict[meeting.verdict].append(says)
            elif meeting.verdict is Verdict.AGREEMENT:
                repeated.append(says)
            elif meeting.verdict in DIFFERENCES:
                avoided.append(says)
        agreeing = (m for m in meetings if m.verdict is Verdict.AGREEMENT and not m.found_wrong)
        reported = all(m.row.claim.reported for m in agreeing)
        agrees = "agrees with" if not reported else "agrees only with somebody's words:"
        parts = [
            ("repeats what was found wrong:", repeated),
            ("conflicts with", [*by_verdict[Verdict.CONTRADICTION], *by_verdict[Verdict.TENSION]]),
            (agrees, by_verdict[Verdict.AGREEMENT]),
            ("newer than" if status is DraftStatus.NEWER else "of another time than", by_verdict[Verdict.SUPERSEDED]),
            ("differs from the words of another speaker:", by_verdict[Verdict.DISPUTE]),
            ("neither conflicts nor agrees with", by_verdict[None] if status is DraftStatus.NEITHER else []),
            ("differs from what was found wrong:", avoided),
        ]
        told = "; ".join(f"{what} {some(names)}" for what, names in parts if names)
        if status is DraftStatus.NEITHER and item.attribute.over_time is OverTime.PER_PERIOD and row.when is None:
            told += "; without `when` its period is not known"
        return f"{_opening(row, item)}{told}"

    def _says(self, row: Row, item: Item) -> str:
        """What another claim says, with the item that it speaks of if that is another one."""
        when = f", {row.claim.when}" if row.claim.when else ""
        other = "" if row in item.rows else f" for {row.claim.subject} / {row.claim.attribute}"
        speaker = f"{row.claim.said_by} in " if row.claim.said_by else ""
        return f"{shown(row.claim.text, SHOWN)}{other} ({speaker}{label(row.claim.source, self.policy)}{when})"


def told(line: DraftLine) -> str:
    """The message of a line without what the claim itself says."""
    return line.message.removeprefix(_opening(line.row, line.item))


def _opening(row: Row, item: Item) -> str:
    when = f" ({row.claim.when})" if row.claim.when else ""
    return f"{item.title} is {shown(row.claim.text, SHOWN)}{when}: "


def _entry_text(entry: ItemEntry) -> str:
    """`Plan Colombia / start (3 claims of 2 sources, 2 share "2000")`."""
    claims = f"{counted(entry.claims, 'claim')} of {counted(entry.sources, 'source')}"
    shared = "".join(f", {one.witnesses:,} share {shown(one.text, 40)}" for one in entry.shared[:1])
    return f"{entry.item.title} ({claims}{shared})"


def _ids(rows: Iterable[Row]) -> list[str]:
    return [row.claim.id for row in rows]


def _is_wrong(row: Row, wrong: Collection[str]) -> bool:
    """Whether a claim was found wrong, or follows from one that was."""
    return any(id in wrong for id in (row.claim.id, *row.claim.follows_from))


def _strength(meeting: Meeting) -> int:
    return meeting.verdict.strength if meeting.verdict is not None else -len(Verdict)


def _is_later(row: Row, other: Row) -> bool:
    """Whether a claim speaks of a later time than another one, by a time of its own."""
    return row.when_written and row.when is not None and other.when is not None and other.when.before(row.when)
