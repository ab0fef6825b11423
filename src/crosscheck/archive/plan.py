"""The plan: from the rows of all tables to the items that somebody has to look at, as SQL.

raw → attributes → voices → readings → times → lines → groups → items → verdicts. A *line* is a claim with what its
words mean, a *group* all claims of one spelling, of which only what can be merged is kept: least, greatest, any, all,
how many. Columns that no table has are left out when the SQL is made. What an engine does not know of words is read
in Python, each different text once, and joined back (distinct.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crosscheck.archive.dialect import Dialect, quoted
from crosscheck.claims.values import AS_CURATED

NAMELESS = "\x1f"
"""Instead of the key of a name of which nothing is left, such as a quote mark: an empty key is an absent one."""

ODD_NAME = "[^ !#-&(-_a-~]|  |^ | $|^([Tt][Hh][Ee]|[Aa][Nn]?) "
"""Texts that are not their own key in small letters; all others are, as tests show."""

BLANK = "^[\t-\r\x1c-\x20\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$"

RELATED = "a relation names it"
"""The first of the reasons for which an item is suspect."""

_INEXACT = 2.0**-50
"""By so much of it a product of floats may be off, and more."""

_CLEAR = 2.0**-46
"""Two ends lie apart for certain if they do so by this share of them, however they were rounded."""

_EXACT = 2.0**53
_TINY = 1e-300


@dataclass(frozen=True)
class Shape:
    """What a workspace's tables have, which the SQL is made for.

    `columns` are those of scan.py that any part has; `separating` the numbers of the scope columns that separate items
    of some attribute. `relative`: a claim counts from another; `readings`: a value is read in Python; `all_read`: all
    of these can be, and all times. `languages`, `publications`: sources differ in theirs. `witnesses`: a witness may be
    another one than the source. `filed`: some claims are of files; `drafted`: some are of a draft.
    """

    dialect: Dialect
    columns: frozenset[str]
    separating: tuple[int, ...] = ()
    languages: bool = False
    publications: bool = False
    witnesses: bool = False
    filed: bool = False
    drafted: bool = False
    readings: bool = True
    all_read: bool = False
    dimensions: bool = False
    words: bool = True
    spelled: bool = True

    def has(self, column: str) -> bool:
        return column in self.columns

    @property
    def keys(self) -> dict[str, str]:
        """The columns by which a value is known, with their types."""
        found = {"a": "long", "words": "text"}
        found |= {"figure": "double"} if self.has("num") else {}
        found |= {"form": "long"} if self.has("point") or self.has("lists") else {}
        found |= {"language": "text"} if self.languages else {}
        return found | ({"published": "text"} if self.publications else {})

    @property
    def cells(self) -> list[str]:
        return [f"k{number}" for number in self.separating]

    @property
    def group(self) -> list[str]:
        return ["subject", "spelling", *self.cells]

    @property
    def item(self) -> list[str]:
        return ["name", "a", *(f"n{number}" for number in self.separating)]

    @property
    def timed(self) -> bool:
        return self.has("at_time")

    @property
    def relative(self) -> bool:
        return self.has("relative_to")


def listed(columns: Iterable[str], of: str = "") -> str:
    return ", ".join(f"{of}{column}" for column in columns)


def joined(columns: Iterable[str], one: str, other: str) -> str:
    return " AND ".join(f"{one}.{column} = {other}.{column}" for column in columns)


def equal(column: str, kind: str, one: str, other: str) -> str:
    """Whether a column is equal in two rows, or absent in both."""
    nothing = {"text": "''", "double": "0.0", "truth": "FALSE"}.get(kind, "0")
    return f"coalesce({one}.{column}, {nothing}) = coalesce({other}.{column}, {nothing})"


def selected(expressions: Mapping[str, str]) -> str:
    return ", ".join(f"{sql} AS {name}" for name, sql in expressions.items())


# ------------------------------------------------------------------------------------------------------ rows as lines


def wrong(shape: Shape) -> str:
    """Whether a row is no claim: what its documents would refuse, in SQL."""
    found = []
    for column in ("source", "subject", "attribute"):
        found.append(f"({column} IS NULL OR {shape.dialect.matches(column, BLANK)})")
    value = f"(val IS NULL OR {shape.dialect.matches('val', BLANK)})"
    if shape.has("num"):
        value = f"({value} AND num IS NULL)" if shape.has("val") else "num IS NULL"
        found.append("coalesce(NOT (num > CAST('-Infinity' AS DOUBLE) AND num < CAST('Infinity' AS DOUBLE)), FALSE)")
    found.append(value)
    found.append(not_slug("source", shape.dialect))
    if shape.has("claim_id"):
        found.append(f"(claim_id IS NOT NULL AND {not_slug('claim_id', shape.dialect)})")
    for column, accepted in (("stance", ("asserts", "reports", "disputes")), ("exhaustive", ("true", "false"))):
        if shape.has(column):
            found.append(f"({column} IS NOT NULL AND {column} NOT IN ({listed(map(quoted, accepted))}))")
    if shape.has("lists"):
        found.append("(lists IS NOT NULL AND lists <> 'value')")
    return "(" + " OR ".join(found) + ")"


def not_slug(column: str, dialect: Dialect) -> str:
    return f"({dialect.matches(column, '[^A-Za-z0-9._-]|^[._-]|[._-]$|[._-][._-]')} OR length({column}) > 100)"


def base(shape: Shape) -> str:
    """Rows with their attributes and voices, and the keys of their values."""
    has_read_as = shape.has("read_as")
    direct = "t.direct AND r.num IS NOT NULL" + (" AND r.read_as IS NULL" if has_read_as else "")
    value = "r.val" if shape.has("val") else "NULL"
    words = f"coalesce({'r.read_as, ' if has_read_as else ''}{value}, '')"
    made = {
        "part": "r.part",
        "place": "r.place",
        "source": "r.source",
        "subject": "r.subject",
        "a": "t.a",
        "spelling": "t.spelling",
        **{f"k{n}": f"coalesce(CASE WHEN t.separated{n} THEN r.s{n} END, '')" for n in shape.separating},
        "source_id": "v.source_id",
        "witness": "v.witness",
        "disputes": "v.disputes",
        "known": "t.known",
        "direct": f"CASE WHEN {direct} THEN r.num END" if shape.has("num") else "NULL",
        "words": words,
    }
    read_as = "r.read_as IS NOT NULL" if has_read_as else "FALSE"
    if shape.has("num"):
        made["figure"] = f"CASE WHEN {words} = '' THEN coalesce(r.num, 0.0) ELSE 0.0 END"
    if shape.has("point") or shape.has("lists"):
        point = "r.point" if shape.has("point") else "FALSE"
        lists = "r.lists = 'value'" if shape.has("lists") else "FALSE"
        made["form"] = f"CASE WHEN {read_as} THEN 0 WHEN {lists} THEN 2 WHEN {point} THEN 1 ELSE 0 END"
    if shape.languages:
        made["language"] = f"CASE WHEN {read_as} THEN '{AS_CURATED}' ELSE v.language END"
    if shape.publications:
        made["published"] = "CASE WHEN t.dated THEN v.published ELSE '' END"
        made["publication"] = "v.published"
    for column in ("at_time", "relative_to", "claim_id"):
        if shape.has(column):
            made[column] = f"r.{column}"
    if shape.has("said_by"):
        made["speaker"] = "v.speaker"
    if shape.drafted:
        made["drafted"] = "v.drafted"
    voice = ["said_by", "stance"]
    on = " AND ".join(f"coalesce(r.{c}, '') = v.{c}" for c in voice if shape.has(c))
    return (
        f"SELECT {selected(made)} FROM raw r JOIN attributes t ON r.attribute = t.attribute "
        f"JOIN voices v ON r.source = v.source{' AND ' + on if on else ''}"
    )


def values(shape: Shape) -> str:
    """Each different value that Python reads."""
    counts_from_none = " AND relative_to IS NULL" if shape.relative else ""
    return f"SELECT DISTINCT {listed(shape.keys)} FROM base WHERE known AND direct IS NULL{counts_from_none}"


def times(shape: Shape) -> str:
    published = "publication" if shape.publications else "''"
    counts_from_none = " AND relative_to IS NULL" if shape.relative else ""
    return f"SELECT DISTINCT at_time, {published} AS published FROM base WHERE at_time IS NOT NULL{counts_from_none}"


READ = ("low", "high", "closed", "dimension", "terms", "reading", "odd", "of_class")
TIMED = ("begins", "ends", "span", "late", "dated")


def lines(shape: Shape) -> str:
    """A claim with what its words mean; `ok`: they could be read; `refusals`: how often they could not."""
    made = {name: f"b.{name}" for name in ("part", "place", "a", *shape.group, "source_id", "witness", "disputes")}
    made |= {"speaker": "b.speaker"} if shape.has("said_by") else {}
    made |= {"drafted": "b.drafted"} if shape.drafted else {}
    made |= {"num": "b.direct"} if shape.has("num") else {}
    joins, value_ok, time_ok, refusals = "", "b.direct IS NOT NULL", "TRUE", []
    if shape.readings:
        joins += f" LEFT JOIN readings q ON {joined(shape.keys, 'b', 'q')}"
        joins += " AND b.relative_to IS NULL" if shape.relative else ""
        value_ok = f"({value_ok} OR coalesce(q.ok, FALSE))"
        refusals.append("CASE WHEN q.ok = FALSE THEN 1 ELSE 0 END")
    if shape.timed:
        publication = "b.publication" if shape.publications else "''"
        joins += f" LEFT JOIN times w ON b.at_time = w.at_time AND w.published = {publication}"
        joins += " AND b.relative_to IS NULL" if shape.relative else ""
        time_ok = "coalesce(w.ok, TRUE)"
        refusals.append("CASE WHEN w.ok = FALSE THEN 1 ELSE 0 END")
    if shape.relative:
        joins += " LEFT JOIN counted o ON b.part = o.part AND b.place = o.place AND b.relative_to IS NOT NULL"
        value_ok = f"CASE WHEN b.relative_to IS NULL THEN {value_ok} ELSE coalesce(o.ok, FALSE) END"
        refusals.append("coalesce(o.refusals, 0)")
    for names, one in ((READ, "q" if shape.readings else ""), (TIMED, "w" if shape.timed else "")):
        of = ([f"{one}."] if one else []) + (["o."] if shape.relative else [])
        for name in names if of else ():
            made[name] = f"coalesce({listed(f'{alias}{name}' for alias in of)})" if len(of) > 1 else f"{of[0]}{name}"
    made["ok"] = f"({value_ok}) AND {time_ok}"
    made["refusals"] = " + ".join(refusals) or "0"
    return f"SELECT {selected(made)} FROM base b{joins}"


# ------------------------------------------------------------------------------------------------------------ groups


def aggregates(shape: Shape) -> dict[str, tuple[str, str]]:
    """What is kept of the claims of a group: of each name the function, and what it is of."""
    has_text = shape.readings or shape.relative
    is_closed = "coalesce(closed, TRUE) AND NOT disputes" if has_text else "NOT disputes"
    found = {"total": ("sum", "1"), "s_min": ("min", "source_id"), "s_max": ("max", "source_id")}
    if not shape.all_read:
        found["n"] = ("sum", "CASE WHEN ok THEN 1 ELSE 0 END")
    if shape.has("num"):
        found |= {"num_min": ("min", "num"), "num_max": ("max", "num")}
    if has_text:
        found |= {
            "low": ("max", "low"),
            "high": ("min", "high"),
            "r_min": ("min", "reading"),
            "r_max": ("max", "reading"),
            "odd": ("bool_or", "coalesce(odd, FALSE)"),
            "class_min": ("min", "of_class"),
            "class_max": ("max", "of_class"),
            "bounded": ("bool_or", "NOT coalesce(closed, TRUE)"),
        }
        found |= {"t_min": ("min", "terms"), "t_max": ("max", "terms")} if shape.words else {}
    if has_text or shape.has("stance") or shape.witnesses:
        closed = f"CASE WHEN {is_closed} THEN witness END"
        found |= {"c_min": ("min", closed), "c_max": ("max", closed)}
    if shape.witnesses:
        found |= {"w_min": ("min", "witness"), "w_max": ("max", "witness")}
    if shape.has("said_by"):
        found |= {"v_min": ("min", "speaker"), "v_max": ("max", "speaker")}
    if shape.has("stance"):
        found["disputes"] = ("bool_or", "disputes")
    if shape.timed or shape.relative:
        found |= {"late": ("bool_or", "coalesce(late, FALSE)"), "dated": ("bool_and", "coalesce(dated, FALSE)")}
    if shape.filed:
        found["filed"] = ("bool_or", "part = 0")
    if shape.drafted:
        found["drafted"] = ("bool_or", "drafted")
    return found


def groups(shape: Shape) -> str:
    """One row for all claims of one spelling; what could not be read is only counted."""
    made = {}
    for name, (function, of) in aggregates(shape).items():
        is_conditional = not shape.all_read and name not in ("total", "n")
        made[name] = f"{function}(CASE WHEN ok THEN {of} END)" if is_conditional else f"{function}({of})"
    keys = listed(shape.group)
    return f"SELECT {keys}, {selected(made)} FROM lines GROUP BY {keys}"


def odd_names(shape: Shape, table: str) -> str:
    """The different texts of groups that Python has to look at: subjects, and separating values of the scope."""
    texts = " UNION ALL ".join(f"SELECT {column} AS text FROM {table}" for column in ("subject", *shape.cells))
    is_odd = shape.dialect.matches("text", ODD_NAME)
    if shape.spelled:
        is_odd = f"({is_odd} OR lower(text) IN (SELECT name FROM spelled))"
    return f"SELECT DISTINCT text FROM ({texts}) x WHERE text <> '' AND {is_odd}"


def keyed(shape: Shape, table: str) -> str:
    """Groups under the keys of their names, and with the slug of their claims' ids."""
    found, slugs, joins = {}, [], ""
    for column, name in zip(("subject", *shape.cells), ("name", *shape.item[2:]), strict=True):
        alias = f"x_{column}"
        joins += f" LEFT JOIN names {alias} ON {alias}.text = g.{column}"
        found[name] = f"coalesce({alias}.name, lower(g.{column}))"
        slugs.append(f"coalesce({alias}.slug, {plain_slug(f'g.{column}', shape.dialect)})")
    texts = [slugs[0], "t.slug", *slugs[1:]]
    parts = listed(f"nullif({text}, '')" for text in texts)
    found["slug"] = f"coalesce(nullif(concat_ws('-', {parts}), ''), 'claim')"
    return f"SELECT g.*, t.a AS a, {selected(found)} FROM {table} g JOIN spellings t ON g.spelling = t.spelling{joins}"


def plain_slug(text: str, dialect: Dialect) -> str:
    return dialect.replaced(dialect.replaced(f"lower({text})", "[^a-z0-9]+", "-"), "^-|-$", "")


# ------------------------------------------------------------------------------------------------------------- items


def items(shape: Shape) -> str:
    """One row an item, with what its groups have together, and why it is suspect, empty if it is not."""
    merged = {name: f"{'sum' if f == 'sum' else f}({name})" for name, (f, _) in aggregates(shape).items()}
    read = "HAVING sum(n) > 0" if not shape.all_read else ""
    keys = listed(shape.item)
    together = f"SELECT {keys}, {selected(merged)} FROM keyed GROUP BY {keys} {read}"
    numbered = "monotonically_increasing_id()" if shape.dialect.is_spark else "row_number() OVER ()"
    reasons = suspicions(shape)
    why = " ".join(f"WHEN {sql} THEN {quoted(name)}" for name, sql in reasons.items())
    told = f"coalesce(CASE {why} END, '')" if why else "''"
    related = f" LEFT JOIN related y ON {joined(shape.item, 'i', 'y')}"
    follow = "t.changes AND i.dated" if shape.timed or shape.relative else "FALSE"
    least, most = ("c_min", "c_max") if "c_min" in merged else ("s_min", "s_max")
    apart_sql = f"t.axis AND ({apart(shape)})"
    return (
        f"SELECT {numbered} AS item, i.*, {told} AS why, {apart_sql} AS apart, {follow} AS may_follow, "
        f"coalesce(i.{least} < i.{most}, FALSE) AS agreeing FROM ({together}) i JOIN axes t ON i.a = t.a{related}"
    )


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
        lows.append(f"CASE WHEN {_is_exact('i.num_max')} THEN {low} ELSE {low} + abs({low}) * {_INEXACT} + {_TINY} END")
        tops.append(f"CASE WHEN {_is_exact('i.num_min')} THEN {top} ELSE {top} - abs({top}) * {_INEXACT} - {_TINY} END")
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


# ---------------------------------------------------------------------------------------------- what follows in time


def members(shape: Shape, of: str) -> str:
    """The groups of some items."""
    on = joined(shape.item, "k", "i")
    return f"SELECT {listed(shape.group, 'k.')}, i.a, i.item FROM keyed k JOIN items i ON {on} WHERE {of}"


def following(shape: Shape) -> dict[str, str]:
    """Views that end in `sure`: items whose values only follow each other in time, and whether two witnesses share one.

    For certain: each time has one reading, and both different times and different readings lie apart.
    """
    made = {"item": "m.item", "begins": "l.begins", "ends": "l.ends", "span": "l.span"}
    lows, highs, identity = [], [], []
    if shape.has("num"):
        both = "l.num * t.least, l.num * t.most"
        lows.append(f"CASE WHEN l.num IS NOT NULL THEN least({both}) END")
        highs.append(f"CASE WHEN l.num IS NOT NULL THEN greatest({both}) END")
        identity.append("num")
        made["num"] = "l.num"
    if shape.readings or shape.relative:
        lows.append("l.low")
        highs.append("l.high")
        identity.append("reading")
        made["reading"] = "l.reading"
    made |= {"low": f"coalesce({listed(lows)})", "high": f"coalesce({listed(highs)})"}
    closed = "coalesce(l.closed, TRUE)" if shape.readings or shape.relative else "TRUE"
    made["witness"] = f"CASE WHEN {closed} THEN l.witness END"
    keys = listed(identity)
    read = "" if shape.all_read else " WHERE l.ok"
    two = " OR ".join(f"min({name}) < max({name})" for name in identity)
    if len(identity) > 1:
        two += " OR (min(num) IS NOT NULL AND min(reading) IS NOT NULL)"
    scale = f"greatest(abs(low), abs(before)) * {_CLEAR} + {_TINY}"
    return {
        "dated": f"SELECT {selected(made)} FROM members m JOIN lines l ON {joined(shape.group, 'm', 'l')} "
        f"JOIN axes t ON m.a = t.a{read}",
        "spans": f"SELECT item, span, min(begins) AS begins, max(ends) AS ends, coalesce({two}, FALSE) AS mixed "
        "FROM dated GROUP BY item, span",
        "told_times": "SELECT item, bool_or(mixed OR before > begins) AS unsure FROM (SELECT *, lag(ends) OVER "
        "(PARTITION BY item ORDER BY begins, span) AS before FROM spans) x GROUP BY item",
        "amounts": f"SELECT item, {keys}, min(low) AS low, max(high) AS high, "
        f"coalesce(min(witness) < max(witness), FALSE) AS shared FROM dated GROUP BY item, {keys}",
        "told_values": f"SELECT item, bool_or(shared) AS shared, bool_or(NOT (low - before > {scale})) AS unsure FROM "
        f"(SELECT *, lag(high) OVER (PARTITION BY item ORDER BY low, {keys}) AS before FROM amounts) x GROUP BY item",
        "sure": "SELECT v.item, v.shared FROM told_values v JOIN told_times w ON v.item = w.item "
        "WHERE NOT coalesce(v.unsure, FALSE) AND NOT coalesce(w.unsure, FALSE)",
    }


def verdicts(shape: Shape, follows: bool) -> str:
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


# --------------------------------------------------------------------------------------------------- rows of suspects


def spelled_like(shape: Shape, slugs: str, where: str = "", rows: str = "raw") -> str:
    """The rows whose claims may have one of some slugs as their id, or had it if others did not."""
    cells = {f"k{n}": f"coalesce(CASE WHEN t.separated{n} THEN r.s{n} END, '')" for n in shape.separating}
    on = " AND ".join(
        ["r.subject = g.subject", "t.spelling = g.spelling", *(f"{sql} = g.{name}" for name, sql in cells.items())]
    )
    named = f"SELECT DISTINCT {listed(shape.group, 'k.')} FROM keyed k JOIN {slugs} w ON k.slug = w.slug"
    return f"SELECT r.* FROM {rows} r JOIN attributes t ON r.attribute = t.attribute JOIN ({named}) g ON {on}{where}"


def named_like(shape: Shape, slugs: str, where: str = "", rows: str = "raw") -> str:
    """The rows whose written id is one of some slugs, or that with a number."""
    plain = without_number("r.claim_id", shape.dialect)
    return (
        f"SELECT r.* FROM {rows} r WHERE r.claim_id IS NOT NULL AND (r.claim_id IN (SELECT slug FROM {slugs}) "
        f"OR {plain} IN (SELECT slug FROM {slugs})){where}"
    )


def without_number(slug: str, dialect: Dialect) -> str:
    return dialect.replaced(slug, "-[0-9]+$", "")


def kind_values(shape: Shape) -> str:
    """Each different value of some attributes that nobody declared."""
    has_read_as, has_num = shape.has("read_as"), shape.has("num")
    value = "r.val" if shape.has("val") else "NULL"
    words = f"coalesce({'r.read_as, ' if has_read_as else ''}{value}, '')"
    read_as = "r.read_as IS NOT NULL" if has_read_as else "FALSE"
    point = "r.point" if shape.has("point") else "FALSE"
    lists = "r.lists = 'value'" if shape.has("lists") else "FALSE"
    made = {
        "attribute": "r.attribute",
        "words": words,
        "figure": f"CASE WHEN {words} = '' THEN r.num END" if has_num else "CAST(NULL AS DOUBLE)",
        "form": f"CASE WHEN {read_as} THEN 0 WHEN {lists} THEN 2 WHEN {point} THEN 1 ELSE 0 END",
        "published": "v.published",
        "language": f"CASE WHEN {read_as} THEN '{AS_CURATED}' ELSE v.language END",
        "relative": "r.relative_to IS NOT NULL" if shape.relative else "FALSE",
    }
    return (
        f"SELECT DISTINCT {selected(made)} FROM raw r JOIN undeclared u ON r.attribute = u.attribute "
        f"JOIN (SELECT DISTINCT source, published, language FROM voices) v ON r.source = v.source"
    )
