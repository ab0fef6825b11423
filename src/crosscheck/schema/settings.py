"""The JSON Schema of crosscheck.toml."""

from __future__ import annotations

from crosscheck.model import Option
from crosscheck.rules import shipped
from crosscheck.schema.draft7 import Schema


def schema() -> Schema:
    """All settings; each may be left out."""
    table = _table(
        fail_on=_choice(
            "The weakest verdict that fails a check.",
            default="tension",
            contradiction="only what cannot be right however widely it is taken",
            tension="what cannot be right as written, too",
            none="nothing fails",
        ),
        stale=_choice(
            "What becomes of a decision whose finding is gone.",
            default="warn",
            none="nothing is said",
            warn="it is listed",
            error="the check fails",
        ),
        disable=_texts("Rules that are not run, by code or name.", ["XC904", "close-name"]),
        exclude=_texts("Claims files that are left out, as patterns of their paths.", ["claims/old/*"]),
        rules=_rules(),
        readings={"description": "How values are read.", **_readings()},
        tables={"description": "How tables of claims (CSV, Parquet, JSON Lines) are read.", **_tables()},
    )
    return {"description": "The settings of a workspace; the folder of this file is the workspace.", **table}


def _rules() -> Schema:
    options = {
        name: {"description": loaded.title, **_table(**{each.name: _option(each) for each in rule.options})}
        for loaded in shipped()
        if (rule := loaded.rule).options
        for name in (rule.code, rule.name)
    }
    return {
        "description": "Options of rules, by code or name: `[rules.XC403]`. `crosscheck rule` tells of each.",
        "type": "object",
        "additionalProperties": {"type": "object"},
        "properties": options,
        "default": {},
    }


def _readings() -> Schema:
    return _table(
        hedge=_share("How far “around” may be off, as a share of the figure.", 0.1),
        cap=_share("The most that rounding widens a figure, as a share of it.", 0.05),
        date_order=_choice(
            "How 10/05/2025 is meant; without it such a date is refused.", dmy="10 May 2025", mdy="October 5, 2025"
        ),
    )


def _tables() -> Schema:
    return _table(
        rename={
            "description": "Columns that are called otherwise: what each is.",
            "type": "object",
            "additionalProperties": {"type": "string"},
            "default": {},
            "examples": [{"publisher": "source"}],
        },
        ignore=_texts("Columns that are left out.", ["page"]),
        unreadable=_choice(
            "What a value is that cannot be read.",
            default="error",
            error="nothing is checked",
            warn="it is left out, listed and counted",
        ),
    )


def _table(**properties: Schema) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _choice(description: str, /, *, default: str | None = None, **meanings: str) -> Schema:
    made: Schema = {
        "description": description,
        "enum": list(meanings),
        "enumDescriptions": list(meanings.values()),
    }
    return made if default is None else {**made, "default": default}


def _texts(description: str, examples: list[str]) -> Schema:
    return {
        "description": description,
        "type": "array",
        "items": {"type": "string"},
        "default": [],
        "examples": [examples],
    }


def _option(option: Option) -> Schema:
    """A number of a rule."""
    least, most, default = (
        int(number) if number.denominator == 1 else float(number)
        for number in (option.least, option.most, option.default)
    )
    return {
        "description": f"{option.meaning[:1].upper()}{option.meaning[1:]}.",
        "type": "integer" if isinstance(option.default, int) else "number",
        "minimum": least,
        "maximum": most,
        "default": default,
    }


def _share(description: str, default: float) -> Schema:
    return {"description": description, "type": "number", "minimum": 0, "exclusiveMaximum": 1, "default": default}
