"""The values that everything else passes around: readings, claims, items, findings, decisions."""

from crosscheck.model.claims import (
    PUBLISHED,
    WHEN,
    Attribute,
    Claim,
    Item,
    ItemName,
    OverTime,
    Related,
    Relation,
    RelationKind,
    Row,
    Scope,
    Source,
    Stance,
)
from crosscheck.model.drafts import DraftLine, DraftStatus, ItemEntry, Meeting, Shared
from crosscheck.model.findings import (
    CONFLICTS,
    DIFFERENCES,
    READER,
    Change,
    Decision,
    Earlier,
    Finding,
    Option,
    OptionValue,
    Policy,
    Resolution,
    Result,
    Rule,
    Severity,
    Side,
    Status,
    Verdict,
    Without,
    finding_id,
    fingerprint,
    first_of_each_reading,
)
from crosscheck.model.overview import ALL_NAMES, SPEAKERS, AllItems, Finder, NameGroup, NameUse, Overview, Title
from crosscheck.model.readings import Box, Conversion, Interval, Kind, Reading, ReadingSettings, Step
