"""Lines as groups, one for each spelling of subject, attribute and separating scope, and the keys of their names."""

from __future__ import annotations

from crosscheck.archive.dialect import Dialect
from crosscheck.archive.plan.shape import Shape, listed, selected

NAMELESS = "\x1f"
"""Instead of the key of a name of which nothing is left, such as a quote mark: an empty key is an absent one."""

ODD_NAME = "[^ !#-&(-_a-~]|  |^ | $|^([Tt][Hh][Ee]|[Aa][Nn]?) "
"""Texts that are not their own key in small letters; all others are, as tests show."""


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


def odd_names(shape: Shape) -> str:
    """The different texts of groups that Python has to look at: subjects, and separating values of the scope."""
    tongue = ", tongue" if shape.tongues else ""
    texts = " UNION ALL ".join(f"SELECT {column} AS text{tongue} FROM groups" for column in ("subject", *shape.cells))
    is_odd = shape.dialect.matches("text", ODD_NAME)
    if shape.spelled:
        is_odd = f"({is_odd} OR lower(text) IN (SELECT name FROM spelled))"
    if shape.tongues:  # an article before a name is none of its words
        is_odd = f"({is_odd} OR tongue <> 'en')"
    return f"SELECT DISTINCT text{tongue} FROM ({texts}) x WHERE text <> '' AND {is_odd}"


def keyed(shape: Shape) -> str:
    """Groups under the keys of their names, and with the slug of their claims' ids."""
    found, slugs, joins = {}, [], ""
    for column, name in zip(("subject", *shape.cells), ("name", *shape.item[2:]), strict=True):
        alias = f"x_{column}"
        joins += f" LEFT JOIN names {alias} ON {alias}.text = g.{column}"
        joins += f" AND {alias}.tongue = g.tongue" if shape.tongues else ""
        found[name] = f"coalesce({alias}.name, lower(g.{column}))"
        slugs.append(f"coalesce({alias}.slug, {plain_slug(f'g.{column}', shape.dialect)})")
    texts = [slugs[0], "t.slug", *slugs[1:]]
    parts = listed(f"nullif({text}, '')" for text in texts)
    found["slug"] = f"coalesce(nullif(concat_ws('-', {parts}), ''), 'claim')"
    return f"SELECT g.*, t.a AS a, {selected(found)} FROM groups g JOIN spellings t ON g.spelling = t.spelling{joins}"


def plain_slug(text: str, dialect: Dialect) -> str:
    return dialect.replaced(dialect.replaced(f"lower({text})", "[^a-z0-9]+", "-"), "^-|-$", "")
