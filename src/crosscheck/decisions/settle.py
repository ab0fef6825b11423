"""What findings are to the decisions of people: new, reopened, open or resolved."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product

from crosscheck.decisions.seen import is_as_seen
from crosscheck.decisions.wrong import FoundWrong
from crosscheck.model import (
    CONFLICTS,
    READER,
    Change,
    Decision,
    Finding,
    Resolution,
    Result,
    Row,
    Status,
    Verdict,
    Without,
    finding_id,
)
from crosscheck.vocabulary import Names, normalise

FAILING = {
    "contradiction": (Verdict.CONTRADICTION,),
    "tension": CONFLICTS,
    "none": (),
}
"""Verdicts that fail a run, by `--fail-on`."""

OLD_READER = (
    "it was decided when values were read in another way; every claim that was seen still says the same, so it "
    "stands, and `crosscheck resolve --refresh` updates it"
)


@dataclass(frozen=True, slots=True)
class Settling:
    """How findings are settled: by the names of the workspace, on a day, with `fail_on` as in the settings."""

    names: Names
    today: str
    fail_on: str
    without: Without

    def settled(self, findings: Iterable[Finding], resolutions: Mapping[str, Resolution]) -> list[Finding]:
        """Each finding with its status."""
        decided = [self._decided(finding, resolutions) for finding in findings]
        blamed: dict[str, Resolution] = {}
        for one in decided:
            if one.resolution is not None and not one.reopened:
                blamed.update(dict.fromkeys(one.blamed, one.resolution))
        return [self._finding(one, blamed) for one in decided]

    def _decided(self, finding: Finding, resolutions: Mapping[str, Resolution]) -> _Decided:
        if finding.verdict is Verdict.AGREEMENT:
            return _Decided(finding)
        for of in (finding, *finding.folded):
            resolution = decision_on(of, resolutions, self.names)
            if resolution is not None:
                found = FoundWrong(of, resolution, self.names)
                reopened, note = self._standing(finding, of, resolution, found)
                return _Decided(finding, of, resolution, reopened, note, found.claims)
        return _Decided(finding)

    def _standing(self, finding: Finding, of: Finding, resolution: Resolution, found: FoundWrong) -> tuple[str, str]:
        """Why a decision does not hold any more, else nothing; and a note on why it still does."""
        if finding.verdict.strength > resolution.verdict.strength:
            return f"it was a {resolution.verdict} when decided and is a {finding.verdict} now", ""
        if found.repeated:
            verb = "repeats" if len(found.repeated) == 1 else "repeat"
            return f"{', '.join(found.repeated)} {verb} a value found wrong", ""
        note = ""
        if of.fingerprint != resolution.fingerprint:
            if resolution.reader == READER or not is_as_seen(of, resolution.seen):
                return "what its sides say has changed since it was decided", ""
            note = OLD_READER
        if resolution.has_expired(self.today):
            return f"the decision expired on {resolution.expires}", ""
        return "", note

    def _finding(self, one: _Decided, blamed: Mapping[str, Resolution]) -> Finding:
        finding, resolution = one.finding, one.resolution
        if finding.verdict is Verdict.AGREEMENT:
            return replace(finding, status=None, fails=False)
        follows = {row.claim.id: id for row in finding.rows.values() for id in row.claim.follows_from if id in blamed}
        wrong = one.wrong.union(follows)
        made = replace(
            finding,
            status_reason=one.reopened,
            resolution=resolution,
            is_passed_on=resolution is not None and one.of is not finding,
            wrong=wrong,
            note=one.note,
        )
        if one.reopened:
            return self._ended(made, Status.REOPENED)
        if resolution is None:
            return self._by_what_it_follows_from(made, blamed, follows)
        decision = resolution.decision
        if decision is Decision.SOURCE_WRONG:
            left = self.without(finding, self._is_wrong(one, wrong))
            if left is None:
                return self._ended(made, Status.RESOLVED)
            return self._ended(replace(made, left=left.message), Status.OPEN, left.verdict)
        if not one.settles_all:
            return self._ended(replace(made, resolution=None, is_passed_on=False), Status.NEW)
        if decision is Decision.OUR_ERROR:
            return self._ended(made, Status.OPEN, made.verdict)
        return self._ended(made, Status.OPEN if decision is Decision.UNSURE else Status.RESOLVED)

    def _by_what_it_follows_from(
        self, made: Finding, blamed: Mapping[str, Resolution], follows: Mapping[str, str]
    ) -> Finding:
        """A finding that nobody has decided, some of whose claims follow from such as were found wrong elsewhere."""
        if not follows or made.verdict not in CONFLICTS:
            return self._ended(made, Status.NEW)
        left = self.without(made, self._is_wrong(None, made.wrong))
        if left is not None:
            return self._ended(replace(made, left=left.message), Status.NEW, left.verdict)
        passed_on = blamed[min(follows.values())]
        return self._ended(replace(made, resolution=passed_on, is_passed_on=True), Status.RESOLVED)

    def _is_wrong(self, one: _Decided | None, wrong: frozenset[str]) -> Callable[[Row], bool]:
        """Whether a row is wrong, follows from one that is, or is one of another item that the decision blames."""
        resolution = one.resolution if one is not None else None
        known = one.finding.rows.keys() if one is not None else ()

        def is_wrong(row: Row) -> bool:
            if not wrong.isdisjoint((row.claim.id, *row.claim.follows_from)):
                return True
            return resolution is not None and row.claim.id not in known and resolution.blames(row.claim)

        return is_wrong

    def _ended(self, finding: Finding, status: Status, fails_as: Verdict | None = None) -> Finding:
        """A finding with its status; what nobody has decided fails as it is, what is open as `fails_as`."""
        verdict = finding.verdict if fails_as is None and status in (Status.NEW, Status.REOPENED) else fails_as
        return replace(finding, status=status, fails=verdict in FAILING[self.fail_on])


def resettled(result: Result, made: Mapping[str, Resolution], today: str) -> list[Finding]:
    """The findings of a run once decisions are `made`, by id; what an earlier run had still does not fail."""
    known = {f.resolution.finding: f.resolution for f in result.findings if f.resolution is not None}
    settling = Settling(result.names, today, result.settings["fail_on"], result.without)
    settled = settling.settled(result.findings, {**known, **made})
    return [replace(one, fails=one.fails and one.change is not Change.SAME) for one in settled]


@dataclass(frozen=True, slots=True)
class _Decided:
    """A finding with the decision `of` it, or of one that is folded into it; `wrong` are claims found wrong by it."""

    finding: Finding
    of: Finding | None = None
    resolution: Resolution | None = None
    reopened: str = ""
    note: str = ""
    wrong: frozenset[str] = frozenset()

    @property
    def blamed(self) -> frozenset[str]:
        """All that the decision found wrong: also claims of other items, which those on its sides follow from."""
        if self.of is None or self.resolution is None:
            return frozenset()
        return self.wrong.union(set(self.resolution.wrong) - self.of.rows.keys())

    @property
    def settles_all(self) -> bool:
        """Whether the decision was made of all sides: one of a finding that is folded into another may lack some."""
        assert self.of is not None
        known = self.of.rows.keys()
        return all(any(row.claim.id in known for row in side.own) for side in self.finding.sides)


def stale(
    settled: Iterable[Finding], resolutions: Mapping[str, Resolution], names: Names, codes: Collection[str]
) -> tuple[Resolution, ...]:
    """The decisions whose finding is gone, of rules that were run; these have `codes`."""
    used: set[str] = set()
    for finding in settled:
        found = [finding.resolution, *(decision_on(folded, resolutions, names) for folded in finding.folded)]
        used.update(one.finding for one in found if one is not None)
    return tuple(resolutions[id] for id in sorted(resolutions.keys() - used) if id.partition("-")[0] in codes)


def decision_on(finding: Finding, resolutions: Mapping[str, Resolution], names: Names) -> Resolution | None:
    """The decision under the finding's id, or under the id that a former or other name of its item gave it."""
    if not resolutions or finding.id in resolutions:
        return resolutions.get(finding.id)
    item = finding.item
    subjects, attributes = names.spellings(item.subject), (item.attribute.name, *item.attribute.was)
    scopes = product(*([(key, spelling) for spelling in names.spellings(value)] for key, value in item.scope))
    for subject, attribute, scope in product(subjects, attributes, scopes):
        other = finding_id(
            code=finding.code,
            subject=normalise(subject),
            attribute=normalise(attribute),
            scope=[(key, normalise(value)) for key, value in scope],
            identity_key=finding.identity_key,
        )
        if other in resolutions:
            return resolutions[other]
    return None
