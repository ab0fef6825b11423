"""What a draft is told, claim by claim, and items as lists show them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crosscheck.model.claims import Item, Row
from crosscheck.model.findings import Severity, Verdict


@dataclass(frozen=True, slots=True)
class Shared:
    """A value that witnesses of an item share, as the narrowest claim has it, and how many witnesses these are."""

    text: str
    witnesses: int


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """An item as a list shows it: how many claims speak of it, of how many sources, and what witnesses share."""

    item: Item
    claims: int
    sources: int
    shared: tuple[Shared, ...]


class DraftStatus(StrEnum):
    """What a claim of a draft is to the claims of others, the most urgent first."""

    CONFLICTS = "conflicts"
    UNMATCHED = "unmatched"
    ATTRIBUTED = "attributed"
    NEWER = "newer?"
    DISPUTED = "disputed"
    OTHER_TIME = "other time"
    NEITHER = "neither"
    AGREES = "agrees"


@dataclass(frozen=True, slots=True)
class Meeting:
    """Another claim that a claim of a draft meets; `verdict` is what rules find on the two, None if nothing.

    `found_wrong`: a decision found that claim wrong. To differ from it is no conflict, to share its value is.
    """

    row: Row
    verdict: Verdict | None
    found_wrong: bool = False


@dataclass(frozen=True, slots=True)
class DraftLine:
    """What a claim of a draft, `row` of `item`, is told.

    `findings` are the ids of those that it takes part in; `nearest` are items that it may have meant, where nobody else
    speaks of its own. `message` is one sentence, without the status.
    """

    row: Row
    item: Item
    status: DraftStatus
    meetings: tuple[Meeting, ...]
    findings: tuple[str, ...]
    nearest: tuple[ItemEntry, ...]
    message: str
    fails: bool

    @property
    def severity(self) -> Severity:
        """How grave it is: of a conflict as its verdict is, of what asks for a look a note."""
        if self.status is DraftStatus.CONFLICTS:
            verdicts = (meeting.verdict for meeting in self.meetings if not meeting.found_wrong)
            return max((one.severity for one in verdicts if one is not None), default=Severity.WARNING)
        if self.status in (DraftStatus.NEITHER, DraftStatus.AGREES):
            return Severity.NONE
        return Severity.WARNING if self.fails else Severity.NOTE
