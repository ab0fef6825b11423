"""Items in one line: what tests of comparing and judging are made of."""

from __future__ import annotations

from crosscheck.claims.items import KeyedRow, check_axes, grouped, keyed
from crosscheck.claims.reader import ClaimReader
from crosscheck.claims.sources import Publications
from crosscheck.claims.values import Dates, Ground
from crosscheck.judging import judge
from crosscheck.model import Attribute, Claim, Finding, Item, Kind, OverTime, Policy, ReadingSettings, Source, Stance
from crosscheck.problems import Position, Problems
from crosscheck.rules import shipped
from crosscheck.vocabulary import Names, normalise, slug

NAMES = Names.of([])
RULES = shipped()


def claim(
    source: str, value: str, *, subject: str = "Plan Colombia", attribute: str = "value", id: str = "", **keys: object
) -> Claim:
    """A claim of `source`; `scope` is a dict, everything else as in a claims file."""
    scope = keys.pop("scope", {})
    assert isinstance(scope, dict)
    said_by = keys.get("said_by")
    stance = Stance(str(keys.pop("stance", "reports" if said_by else "asserts")))
    made_id = id or slug(subject, attribute, value, *map(str, keys.values()))
    return Claim(
        id=f"{source}/{made_id}", source=source, subject=subject, attribute=attribute, value=value,
        file=f"claims/{source}.yaml", locate=lambda _: (1, 1),
        scope=tuple(sorted(scope.items())), stance=stance, **keys,  # type: ignore[arg-type]
    )  # fmt: skip


def keyed_rows(
    *claims: Claim, kind: str, unit: str | None = None, over_time: str = "fixed", separated_by: tuple[str, ...] = (),
    published: dict[str, str] | None = None, copies: dict[str, tuple[str, ...]] | None = None,
    tolerance: str | None = None, names: Names = NAMES, authors: dict[str, str] | None = None,
) -> list[KeyedRow]:  # fmt: skip
    """The rows of claims whose attributes are all of one kind, with their items."""
    attributes = {
        normalise(claim.attribute): Attribute(
            claim.attribute, Kind(kind), unit, OverTime(over_time), separated_by, tolerance
        )
        for claim in claims
    }
    sources = {
        claim.source: Source(
            claim.source, Position("claims/x.yaml"), published=(published or {}).get(claim.source),
            copies=(copies or {}).get(claim.source, ()), author=(authors or {}).get(claim.source),
        )
        for claim in claims
    }  # fmt: skip
    problems = Problems()
    publications = Publications(sources, Dates(ReadingSettings()), problems)
    reader = ClaimReader(Ground(attributes, names, ReadingSettings()), publications, problems)
    made = list(keyed(reader.read(sorted(claims, key=lambda claim: claim.id)), reader.ground))
    for unread in reader.unread:
        unread.add_to(problems)
    check_axes(grouped(made, names), problems)
    problems.raise_any()
    return made


def rows(*claims: Claim, kind: str, **keys: object) -> list[KeyedRow]:
    """The rows of claims whose attributes are all of one kind, with their items, in the order of these."""
    made = keyed_rows(*claims, kind=kind, **keys)  # type: ignore[arg-type]
    return sorted(made, key=lambda entry: entry.key)


def items(*claims: Claim, kind: str, names: Names = NAMES, **keys: object) -> list[Item]:
    return grouped(keyed_rows(*claims, kind=kind, names=names, **keys), names)  # type: ignore[arg-type]


def findings(*claims: Claim, kind: str, names: Names = NAMES, **keys: object) -> list[Finding]:
    """What the shipped rules find in claims of one kind."""
    return judge(items(*claims, kind=kind, names=names, **keys), RULES, Policy({}, names), names)


def verdicts(*claims: Claim, kind: str, **keys: object) -> list[str]:
    """The verdicts of the findings, the most severe first."""
    return [finding.verdict.value for finding in findings(*claims, kind=kind, **keys)]
