"""Why an item is suspect: every reason by its name, in one place."""

from __future__ import annotations

from crosscheck.archive.plan.shape import Shape, listed

RELATED = "a relation names it"
"""The first of the reasons for which an item is suspect."""

_INEXACT = 2.0**-50
"""By so much of it a product of floats may be off, and more."""

_EXACT = 2.0**53
TINY = 1e-300


def suspicions(shape: Shape) -> dict[str, str]:
    """Why an item is suspect, apart from readings that do not meet: each reason by its name."""
    found = {RELATED: "y.a IS NOT NULL"}
    if shape.filed:
        found["a claim of a file"] = "i.filed"
    if shape.has("stance"):
        found["a claim disputes"] = "i.disputes"
    if (shape.readings or shape.relative) and shape.words:
        found["more than one text or noun, or a change up and one down"] = "i.t_min < i.t_max"
    if shape.has("said_by"):
        found["more than one speaker of a quotation"] = "t.quoted AND i.v_min < i.v_max"
    found["amounts of periods"] = "t.periods AND i.total > 1"
    if shape.readings or shape.relative:
        found["a bound of a value that changes"] = "t.changes AND i.bounded AND i.r_min < i.r_max"
    if shape.witnesses:
        found["several sources are one witness"] = "i.s_min < i.s_max AND i.w_min = i.w_max"
    if shape.timed or shape.relative:
        found["spoken of later"] = "i.late"
    if shape.readings or shape.relative:
        found["a value with a mismatch"] = "i.odd"
        mixed = "i.class_min < i.class_max"
        if shape.has("num"):
            mixed += " OR (i.num_min IS NOT NULL AND i.class_min <> t.of_class)"
        found["values in two units, or with a zone and without"] = mixed
    return found


def apart(shape: Shape) -> str:
    """Whether the readings of an item have no common point, for all that floats can tell, and are not one."""
    lows, highs, tops, differ = [], [], [], []
    if shape.has("num"):
        one = [f"i.num_max * {factor}" for factor in ("t.least", "t.most")]
        other = [f"i.num_min * {factor}" for factor in ("t.least", "t.most")]
        low, top = f"least({listed(one)})", f"greatest({listed(other)})"
        lows.append(f"CASE WHEN {_is_exact('i.num_max')} THEN {low} ELSE {low} + abs({low}) * {_INEXACT} + {TINY} END")
        tops.append(f"CASE WHEN {_is_exact('i.num_min')} THEN {top} ELSE {top} - abs({top}) * {_INEXACT} - {TINY} END")
        differ.append("i.num_min <> i.num_max")
    if shape.readings or shape.relative:
        lows.append("i.low")
        highs.append("i.high")
        differ.append("i.r_min <> i.r_max")
    if len(differ) > 1:
        differ.append("(i.num_min IS NOT NULL AND i.r_min IS NOT NULL)")
    lowest = f"greatest({listed(f'coalesce({low}, {_NOWHERE})' for low in lows)})"
    if len(lows) == 1:
        lowest = lows[0]
    ends = [f"{lowest} > {top}" for top in tops] + [f"{lowest} >= {high}" for high in highs]
    return f"coalesce({' OR '.join(differ)}, FALSE) AND ({' OR '.join(f'coalesce({end}, FALSE)' for end in ends)})"


_NOWHERE = "CAST('-Infinity' AS DOUBLE)"


def _is_exact(number: str) -> str:
    """Whether a figure lies on its axis exactly where floats put it."""
    return f"(t.exact AND (t.least = 1 OR ({number} = floor({number}) AND abs({number} * t.least) < {_EXACT})))"
