"""Items in one line: what tests of comparing and judging are made of."""

from __future__ import annotations

from collections.abc import Iterable

from crosscheck.judging import judge
from crosscheck.model import Attribute, Claim, Finding, Item, Kind, OverTime, Policy, ReadingSettings, Source, Stance
from crosscheck.problems import Position, Problems
from crosscheck.rules import shipped
from crosscheck.table.axes import check_axes
from crosscheck.table.claims import KEYS, Claims
from crosscheck.table.columns import encoded
from crosscheck.table.frame import Table
from crosscheck.table.items import Items, KeyedRow
from crosscheck.table.reading import ClaimReader
from crosscheck.vocabulary import Names, slug
from crosscheck.workspace.claim_files import ClaimsFile

NAMES = Names.of([])


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


def table(
    *claims: Claim, kind: str, unit: str | None = None, over_time: str = "fixed", separated_by: tuple[str, ...] = (),
    published: dict[str, str] | None = None, copies: dict[str, tuple[str, ...]] | None = None,
    tolerance: str | None = None, names: Names = NAMES, authors: dict[str, str] | None = None,
) -> Table:  # fmt: skip
    """The table of claims whose attributes are all of one kind."""
    attributes = {
        claim.attribute: Attribute(claim.attribute, Kind(kind), unit, OverTime(over_time), separated_by, tolerance)
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
    read = ClaimReader(columns_of(claims), sources, attributes, names, ReadingSettings(), problems).read()
    made = Items.among(read)
    check_axes(read, made, problems)
    problems.raise_any()
    return Table(read, made)


def columns_of(claims: Iterable[Claim]) -> Claims:
    """Claims as columns, as a claims file gives them."""
    cells = [
        {
            **{key: getattr(claim, key) for key in KEYS},
            "id": claim.id.partition("/")[2], "scope": claim.scope or None, "stance": claim.stance.value,
            "exhaustive": str(claim.exhaustive).lower(),
        }
        for claim in claims
    ]  # fmt: skip
    columns = {key: encoded([cell[key] for cell in cells]) for key in KEYS}
    return Claims.of(
        [(ClaimsFile("claims/x.yaml", None, (1, 1), (), [1] * 2 * len(KEYS) * len(cells), ()), len(cells))], columns
    )


def rows(*claims: Claim, kind: str, **keys: object) -> list[KeyedRow]:
    """The rows of claims whose attributes are all of one kind, with their items."""
    made = table(*claims, kind=kind, **keys)  # type: ignore[arg-type]
    return [
        KeyedRow((item.subject, item.attribute.name, item.scope), item.attribute, row)
        for item in made.whole
        for row in item.rows
    ]


def items(*claims: Claim, kind: str, names: Names = NAMES, **keys: object) -> list[Item]:
    made = table(*claims, kind=kind, names=names, **keys)  # type: ignore[arg-type]
    return list(made.items(range(len(made))))


def findings(*claims: Claim, kind: str, names: Names = NAMES, **keys: object) -> list[Finding]:
    """What the shipped rules find in claims of one kind."""
    return judge(items(*claims, kind=kind, names=names, **keys), shipped(), Policy({}, names), names)


def verdicts(*claims: Claim, kind: str, **keys: object) -> list[str]:
    """The verdicts of the findings, the most severe first."""
    return [finding.verdict.value for finding in findings(*claims, kind=kind, **keys)]
