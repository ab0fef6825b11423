"""Rows as lines: which rows are no claims, and what the words of the others mean."""

from __future__ import annotations

from crosscheck.archive.dialect import Dialect, quoted
from crosscheck.archive.plan.shape import Shape, joined, listed, selected
from crosscheck.claims.values import AS_CURATED
from crosscheck.readings.numbers.number import MAX_DIGITS

BLANK = "^[\t-\r\x1c-\x20\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*$"

NO_SLUG = "[^A-Za-z0-9._-]|^[._-]|[._-]$|[._-][._-]"
LONGEST_SLUG = 100
"""What an id has nowhere, and so many letters at most."""

LANGUAGE = "^[A-Za-z]+([-_ ][A-Za-z0-9]+)*$"
"""What a language looks like, as in documents."""

LONGEST_ROW = 10_000
"""So many letters has a row of a table in all of its cells at most."""

LEAST_TOO_LARGE = f"1e{MAX_DIGITS}"
"""No figure of a table is as large as this."""


def wrong(shape: Shape) -> str:
    """Whether a row is no claim: what its documents would refuse, in SQL."""
    found = []
    for column in ("source", "subject", "attribute"):
        found.append(f"({column} IS NULL OR {shape.dialect.matches(column, BLANK)})")
    found += [no_value(shape), _not_slug("source", shape.dialect), *unfit(shape)]
    return "(" + " OR ".join(found) + ")"


def no_value(shape: Shape) -> str:
    """Whether a row has no value, in SQL."""
    text = f"(val IS NULL OR {shape.dialect.matches('val', BLANK)})"
    if not shape.has("num"):
        return text
    return f"({text} AND num IS NULL)" if shape.has("val") else "num IS NULL"


def unfit(shape: Shape) -> list[str]:
    """What a column may hold that no claim accepts there, in SQL; none is true of a cell that is empty."""
    found = [too_long(shape)]
    if shape.has("num"):
        found.append(f"NOT (num > CAST('-{LEAST_TOO_LARGE}' AS DOUBLE) AND num < CAST('{LEAST_TOO_LARGE}' AS DOUBLE))")
    if shape.has("claim_id"):
        found.append(_not_slug("claim_id", shape.dialect))
    if shape.has("language"):
        found.append(f"NOT {shape.dialect.matches('language', LANGUAGE)}")
    for column, accepted in (
        ("stance", ("asserts", "reports", "disputes")),
        ("exhaustive", ("true", "false")),
        ("lists", ("value",)),
    ):
        if shape.has(column):
            found.append(f"{column} NOT IN ({listed(map(quoted, accepted))})")
    return found


def letters(shape: Shape) -> str:
    """How many letters a row has in all of its cells."""
    return " + ".join(f"coalesce(length({column}), 0)" for column in sorted(shape.texts))


def too_long(shape: Shape) -> str:
    """Whether a row of a table has more letters than are read: a small file may hold gigabytes of them."""
    return f"(part > 0 AND {letters(shape)} > {LONGEST_ROW})"


def _not_slug(column: str, dialect: Dialect) -> str:
    return f"({dialect.matches(column, NO_SLUG)} OR length({column}) > {LONGEST_SLUG})"


def base(shape: Shape) -> str:
    """Rows with their attributes and voices, and the keys of their values."""
    direct = "t.direct AND r.num IS NOT NULL" + (" AND r.read_as IS NULL" if shape.has("read_as") else "")
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
        "words": _words(shape),
    }
    if shape.has("num"):
        made["figure"] = f"CASE WHEN {_words(shape)} = '' THEN coalesce(r.num, 0.0) ELSE 0.0 END"
    if shape.has("point") or shape.has("lists"):
        made["form"] = _form(shape)
    if shape.languages:
        made["language"] = _language(shape)
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
    if shape.tongues:
        made["tongue"] = "v.speaks"
    voice = ["said_by", "stance"]
    same = [f"coalesce(r.{c}, '') = v.{c}" for c in voice if shape.has(c)]
    same += ["coalesce(r.language, '') = v.tongue"] if shape.tongues and shape.has("language") else []
    on = " AND ".join(same)
    return (
        f"SELECT {selected(made)} FROM raw r JOIN attributes t ON r.attribute = t.attribute "
        f"JOIN voices v ON r.source = v.source{' AND ' + on if on else ''}"
    )


def _words(shape: Shape) -> str:
    """What is read of a row, empty if that is a figure."""
    value = "r.val" if shape.has("val") else "NULL"
    return f"coalesce({'r.read_as, ' if shape.has('read_as') else ''}{value}, '')"


def _form(shape: Shape) -> str:
    """What the words of a row are, as `ReadingSpec` has it: a text, a number or a list."""
    point = "r.point" if shape.has("point") else "FALSE"
    lists = "r.lists = 'value'" if shape.has("lists") else "FALSE"
    return f"CASE WHEN {_is_curated(shape)} THEN 0 WHEN {lists} THEN 2 WHEN {point} THEN 1 ELSE 0 END"


def _language(shape: Shape) -> str:
    """How a row writes: as its curator, else in its own language with what its source declares beside that."""
    declared = "substr(v.language, instr(concat(v.language, ';'), ';'))"
    own = f"CASE WHEN r.language IS NULL THEN v.language ELSE concat(r.language, {declared}) END"
    manner = own if shape.has("language") else "v.language"
    return f"CASE WHEN {_is_curated(shape)} THEN '{AS_CURATED}' ELSE {manner} END"


def _is_curated(shape: Shape) -> str:
    return "r.read_as IS NOT NULL" if shape.has("read_as") else "FALSE"


def values(shape: Shape, where: str = "TRUE") -> str:
    """Each different value that Python reads, of the rows for which something is true."""
    return f"SELECT DISTINCT {listed(shape.keys)} FROM base WHERE {has_text(shape)} AND {where}"


def has_text(shape: Shape) -> str:
    """Whether a row has a value that Python reads, and that counts from none."""
    return "known AND direct IS NULL" + (" AND relative_to IS NULL" if shape.relative else "")


def no_doubt(shape: Shape, styles: str) -> str:
    """Whether a value can be left until somebody asks for its item: no other value is in doubt because of it.

    Claims of files are read in any case, and so is what may be blank, or may have a style of which a condition tells.
    """
    lists = " AND form <> 2" if shape.has("lists") else ""
    blank = f"words <> '' AND {shape.dialect.matches('words', BLANK)}"
    return f"(part > 0{lists} AND NOT ({blank}) AND NOT ({styles}))"


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
        value_ok = f"({value_ok} OR coalesce(q.ok, {'b.known' if shape.on_demand else 'FALSE'}))"
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


def kind_values(shape: Shape) -> str:
    """Each different value of some attributes that nobody declared."""
    words = _words(shape)
    made = {
        "attribute": "r.attribute",
        "words": words,
        "figure": f"CASE WHEN {words} = '' THEN r.num END" if shape.has("num") else "CAST(NULL AS DOUBLE)",
        "form": _form(shape),
        "published": "v.published",
        "language": _language(shape),
        "relative": "r.relative_to IS NOT NULL" if shape.relative else "FALSE",
    }
    return (
        f"SELECT DISTINCT {selected(made)} FROM raw r JOIN undeclared u ON r.attribute = u.attribute "
        f"JOIN (SELECT DISTINCT source, published, language FROM voices) v ON r.source = v.source"
    )
