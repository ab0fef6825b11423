"""Groups as items, and what the plan knows of each: suspect, values that only follow in time, witnesses agree."""

from __future__ import annotations

from crosscheck.archive.dialect import quoted
from crosscheck.archive.plan.groups import aggregates
from crosscheck.archive.plan.shape import Shape, joined, listed, selected
from crosscheck.archive.plan.suspicion import TINY, apart, suspicions

_CLEAR = 2.0**-46
"""Two ends lie apart for certain if they do so by this share of them, however they were rounded."""


def items(shape: Shape) -> str:
    """One row an item, with what its groups have together, and why it is suspect, empty if it is not."""
    merged = {name: f"{f}({name})" for name, (f, _) in aggregates(shape).items()}
    read = "HAVING sum(n) > 0" if not shape.all_read else ""
    keys = listed(shape.item)
    together = f"SELECT {keys}, {selected(merged)} FROM keyed GROUP BY {keys} {read}"
    numbered = "monotonically_increasing_id()" if shape.dialect.is_spark else "row_number() OVER ()"
    why = " ".join(f"WHEN {sql} THEN {quoted(name)}" for name, sql in suspicions(shape).items())
    related = f" LEFT JOIN related y ON {joined(shape.item, 'i', 'y')}"
    follow = "t.changes AND i.dated" if shape.timed or shape.relative else "FALSE"
    least, most = ("c_min", "c_max") if "c_min" in merged else ("s_min", "s_max")
    apart_sql = f"t.axis AND ({apart(shape)})"
    return (
        f"SELECT {numbered} AS item, i.*, coalesce(CASE {why} END, '') AS why, {apart_sql} AS apart, "
        f"{follow} AS may_follow, "
        f"coalesce(i.{least} < i.{most}, FALSE) AS agreeing FROM ({together}) i JOIN axes t ON i.a = t.a{related}"
    )


MAY_FOLLOW = "apart AND may_follow AND why = ''"
"""Of which items it must be seen whether their values only follow each other in time."""


def members(shape: Shape) -> str:
    """The groups of items whose values may follow each other in time."""
    on = joined(shape.item, "k", "i")
    items = f"SELECT * FROM items WHERE {MAY_FOLLOW}"
    return f"SELECT {listed(shape.group, 'k.')}, i.a, i.item FROM keyed k JOIN ({items}) i ON {on}"


def following(shape: Shape) -> dict[str, str]:
    """Views that end in `sure`: items whose values only follow each other in time, and whether two witnesses share one.

    For certain: each time has one reading, and both different times and different readings lie apart.
    """
    identity = _identity(shape)
    keys = listed(identity)
    two = " OR ".join(f"min({name}) < max({name})" for name in identity)
    if len(identity) > 1:
        two += " OR (min(num) IS NOT NULL AND min(reading) IS NOT NULL)"
    gap = f"greatest(abs(low), abs(before)) * {_CLEAR} + {TINY}"
    return {
        "dated": _dated(shape),
        "spans": f"SELECT item, span, min(begins) AS begins, max(ends) AS ends, coalesce({two}, FALSE) AS mixed "
        "FROM dated GROUP BY item, span",
        "told_times": "SELECT item, bool_or(mixed OR before > begins) AS unsure FROM (SELECT *, lag(ends) OVER "
        "(PARTITION BY item ORDER BY begins, span) AS before FROM spans) x GROUP BY item",
        "amounts": f"SELECT item, {keys}, min(low) AS low, max(high) AS high, "
        f"coalesce(min(witness) < max(witness), FALSE) AS shared FROM dated GROUP BY item, {keys}",
        "told_values": f"SELECT item, bool_or(shared) AS shared, bool_or(NOT (low - before > {gap})) AS unsure FROM "
        f"(SELECT *, lag(high) OVER (PARTITION BY item ORDER BY low, {keys}) AS before FROM amounts) x GROUP BY item",
        "sure": "SELECT v.item, v.shared FROM told_values v JOIN told_times w ON v.item = w.item "
        "WHERE NOT coalesce(v.unsure, FALSE) AND NOT coalesce(w.unsure, FALSE)",
    }


def _identity(shape: Shape) -> list[str]:
    """The columns by which two readings are one."""
    return ["num"] * shape.has("num") + ["reading"] * (shape.readings or shape.relative)


def _dated(shape: Shape) -> str:
    """The claims of `members`, each with its time and the ends of its reading."""
    made = {"item": "m.item", "begins": "l.begins", "ends": "l.ends", "span": "l.span"}
    made |= {name: f"l.{name}" for name in _identity(shape)}
    lows, highs, closed = [], [], "TRUE"
    if shape.has("num"):
        both = "l.num * t.least, l.num * t.most"
        lows.append(f"CASE WHEN l.num IS NOT NULL THEN least({both}) END")
        highs.append(f"CASE WHEN l.num IS NOT NULL THEN greatest({both}) END")
    if shape.readings or shape.relative:
        lows.append("l.low")
        highs.append("l.high")
        closed = "coalesce(l.closed, TRUE)"
    made |= {"low": f"coalesce({listed(lows)})", "high": f"coalesce({listed(highs)})"}
    made["witness"] = f"CASE WHEN {closed} THEN l.witness END"
    read = "" if shape.all_read else " WHERE l.ok"
    on = joined(shape.group, "m", "l")
    return f"SELECT {selected(made)} FROM members m JOIN lines l ON {on} JOIN axes t ON m.a = t.a{read}"


def verdicts(shape: Shape, *, follows: bool) -> str:
    """What the plan knows of each item: it is suspect, or its values only follow each other; witnesses agree on it."""
    suspect, agreeing, join = "i.why <> '' OR i.apart", "i.agreeing", ""
    follow = "FALSE"
    if follows:
        join = " LEFT JOIN sure s ON i.item = s.item"
        suspect, follow = "i.why <> '' OR (i.apart AND s.item IS NULL)", "s.item IS NOT NULL"
        agreeing = "CASE WHEN s.item IS NOT NULL THEN s.shared ELSE i.agreeing END"
    drafted = ", i.drafted" if shape.drafted else ""
    return (
        f"SELECT i.item, {listed(shape.item, 'i.')}, i.total, i.why, {suspect} AS suspect, {follow} AS follows, "
        f"{agreeing} AS agreeing{drafted} FROM items i{join}"
    )
