"""The rows of claims, found by what their ids are made of: slugs of what they speak of, or ids as written."""

from __future__ import annotations

from crosscheck.archive.dialect import Dialect
from crosscheck.archive.plan.shape import Shape, equal, listed
from crosscheck.archive.sheet import COLUMNS

PLACES = 1 << 40
"""More than a part has rows."""

GATHERED = ("suspect_rows", "suspect_groups")
"""The tables that `gathered` makes: of rows, and of groups."""


def with_slugs(shape: Shape, slugs: str, where: str = "", rows: str = "raw", groups: str = "keyed") -> str:
    """The rows whose claims may have one of some slugs as their id, or had it if others did not.

    A row comes twice if it is both spelled and named so.
    """
    more = f" AND {where}" if where else ""
    spelled = f"SELECT DISTINCT {listed(shape.written, 'k.')} FROM {groups} k JOIN {slugs} w ON k.slug = w.slug"
    found = f"{_spelled(shape, spelled, rows)}{' WHERE ' + where if where else ''}"
    if shape.has("claim_id"):
        among = f"IN (SELECT slug FROM {slugs})"
        named = f"r.claim_id {among} OR {_without(shape.dialect, 'r.claim_id', '-[0-9]+$')} {among}"
        found += f" UNION ALL SELECT r.* FROM {rows} r WHERE r.claim_id IS NOT NULL AND ({named}){more}"
    return found


def gathered(shape: Shape, slugs: str) -> dict[str, str]:
    """The tables in which `with_slugs` finds all that it finds for any of many slugs.

    They have others, too, whose slugs differ in numbers at the end.
    """
    stem = f"SELECT DISTINCT {_stem(shape.dialect, 'x.slug')} AS stem FROM {slugs} x"
    groups = (
        f"SELECT {listed(shape.written, 'k.')}, k.slug FROM keyed k JOIN ({stem}) w "
        f"ON {_stem(shape.dialect, 'k.slug')} = w.stem"
    )
    rows = _spelled(shape, f"SELECT DISTINCT {listed(shape.written)} FROM {GATHERED[1]}", "raw")
    if shape.has("claim_id"):
        named = f"r.claim_id IS NOT NULL AND {_stem(shape.dialect, 'r.claim_id')} IN ({stem})"
        rows += f" UNION ALL SELECT r.* FROM raw r WHERE {named}"
    return dict(zip(reversed(GATHERED), (groups, rows), strict=True))


def _spelled(shape: Shape, groups: str, rows: str) -> str:
    """The rows of some groups."""
    cells = (f"coalesce(CASE WHEN t.separated{n} THEN r.s{n} END, '') = g.k{n}" for n in shape.separating)
    on = " AND ".join(["r.subject = g.subject", "t.spelling = g.spelling", *cells])
    return f"SELECT r.* FROM {rows} r JOIN attributes t ON r.attribute = t.attribute JOIN ({groups}) g ON {on}"


def _stem(dialect: Dialect, slug: str) -> str:
    return _without(dialect, slug, "(-[0-9]+)+$")


def _without(dialect: Dialect, slug: str, numbers: str) -> str:
    return dialect.replaced(slug, numbers, "")


def condensed(shape: Shape, printed: int) -> tuple[str, str, str]:
    """Of `hot_rows` the tables `hot_groups` and `hot_said`, and the rows that stand for all of them.

    Rows of one `hot_groups` say the very same, but for their written ids; `alike` is how many they are. Whoever says a
    value is another one; if it is said more than `printed` times, the first row of each stands for the others.
    """
    cells = sorted(shape.columns - {"claim_id"})
    place, of = f"part * {PLACES} + place", listed(cells)
    first, named = f"min({place})", ""
    if shape.has("claim_id"):  # which of them is the first must not depend on the order of rows
        first, named = f"coalesce(min_by({place}, claim_id), {first})", ", claim_id IS NOT NULL AS named"
    groups = f"SELECT {of}{named}, {first} AS first, count(*) AS alike FROM hot_rows GROUP BY {of}"
    groups += ", claim_id IS NOT NULL" if named else ""
    said = [cell for cell in cells if cell not in ("source", "said_by", "quote", "url")]
    many = f"SELECT {listed(said)}, sum(alike) AS said FROM hot_groups GROUP BY {listed(said)}"
    same = " AND ".join(equal(cell, COLUMNS.get(cell, "text"), "g", "m") for cell in said)
    one = f"SELECT r.*, g.alike FROM hot_rows r JOIN hot_said g ON r.part * {PLACES} + r.place = g.first"
    whole = " AND ".join(equal(cell, COLUMNS.get(cell, "text"), "r", "g") for cell in cells)
    if named:
        whole += " AND (r.claim_id IS NOT NULL) = g.named"
    every = f"SELECT r.*, CAST(1 AS BIGINT) AS alike FROM hot_rows r JOIN hot_said g ON {whole}"
    return (
        groups,
        f"SELECT g.*, m.said FROM hot_groups g JOIN ({many}) m ON {same}",
        f"{one} WHERE g.said > {printed} UNION ALL {every} WHERE g.said <= {printed}",
    )
