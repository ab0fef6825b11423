"""The values that everything else passes around: readings, claims, items, findings, decisions."""

from crosscheck.model.claims import Attribute, Claim, Item, OverTime, Row, Scope, Source, Stance
from crosscheck.model.findings import (
    Decision,
    Finding,
    Policy,
    Resolution,
    Result,
    Rule,
    Severity,
    Side,
    Status,
    Terms,
    Verdict,
)
from crosscheck.model.readings import Interval, Kind, Reading, ReadingSettings, Step

__all__ = [
    "Attribute",
    "Claim",
    "Decision",
    "Finding",
    "Interval",
    "Item",
    "Kind",
    "OverTime",
    "Policy",
    "Reading",
    "ReadingSettings",
    "Resolution",
    "Result",
    "Row",
    "Rule",
    "Scope",
    "Severity",
    "Side",
    "Source",
    "Stance",
    "Status",
    "Step",
    "Terms",
    "Verdict",
]
