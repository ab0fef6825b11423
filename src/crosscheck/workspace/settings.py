"""crosscheck.toml: the settings of a workspace."""

from __future__ import annotations

import fnmatch
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from crosscheck.files import not_utf8, read_bytes
from crosscheck.model import ReadingSettings
from crosscheck.options import Disabled, RawOption, RawOptions
from crosscheck.problems import InputError, Position, Problems, did_you_mean, shown
from crosscheck.translations import LANGUAGES

FILE = "crosscheck.toml"
FAIL_ON = ("contradiction", "tension", "none")
STALE = ("none", "warn", "error")
_KNOWN: dict[str, tuple[str, ...]] = {
    "": (
        "fail_on",
        "stale",
        "sources",
        "report_language",
        "disable",
        "exclude",
        "rules",
        "readings",
        "tables",
        "export",
    ),
    "readings": ("hedge", "cap", "date_order"),
    "tables": ("rename", "ignore", "unreadable"),
    "export": ("publisher", "url", "rating", "people", "organizations"),
    "[tables]": ("files", "rename", "ignore", "constants", "melt", "split", "sheet", "unreadable"),
    "melt": ("columns", "names"),
    "split": ("pattern", "into"),
}
ALL = "*"
RATING = "Wrong"
UNREADABLE = ("error", "warn")

_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*"""
_DEEP = re.compile(rf"(?<![\w-]){_PART * 30}")


@dataclass(frozen=True, slots=True)
class Melt:
    """Columns of a wide table of which each cell is a claim: patterns of their names, and the key that these fill."""

    columns: tuple[str, ...]
    names: str


@dataclass(frozen=True, slots=True)
class Split:
    """A column whose cells hold several keys: a regular expression of a whole cell, and the key of each group of it."""

    column: str
    pattern: str
    into: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableSettings:
    """How tables of claims are read: other names of columns, columns to ignore, what an unreadable value is.

    `ignore` with `*` leaves out every column that is no claim's. `constants` are cells that every row has, by key;
    `sheet` is that of a workbook. What `melt` names may be a column of `split`. `parts` are settings for the tables
    whose path `files` matches, the first that does.
    """

    rename: Mapping[str, str] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    unreadable: str = "error"
    files: str = ALL
    constants: Mapping[str, str] = field(default_factory=dict)
    melt: Melt | None = None
    split: tuple[Split, ...] = ()
    sheet: str | None = None
    parts: tuple[TableSettings, ...] = ()

    def of(self, file: str) -> TableSettings:
        """The settings for one table, by its path in the workspace."""
        if not self.parts:
            return self
        return next((part for part in self.parts if fnmatch.fnmatch(file, part.files)), TableSettings())


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """What reviews say of the newsroom: its name, the page that they are on, its word for what is wrong.

    In `url`, `{finding}` stands for the id of a finding. `people` and `organizations` are those who make claims.
    """

    publisher: str | None = None
    url: str | None = None
    rating: str = RATING
    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """What crosscheck.toml says, or the defaults. `sources`: the folder with the texts of sources."""

    fail_on: str = "tension"
    stale: str = "warn"
    sources: str | None = None
    report_language: str = LANGUAGES[0]
    disable: tuple[Disabled, ...] = ()
    exclude: tuple[str, ...] = ()
    rules: Mapping[str, RawOptions] = field(default_factory=dict)
    readings: ReadingSettings = field(default_factory=ReadingSettings)
    tables: TableSettings = field(default_factory=TableSettings)
    export: ExportSettings = field(default_factory=ExportSettings)


def load_settings(path: Path, problems: Problems) -> Settings:
    """The settings in `path`; what is wrong goes to `problems`."""
    try:
        text = read_bytes(path, FILE).decode("utf-8-sig")
        deep = _DEEP.search(text)
        if deep is not None:  # takes the square of its length to read
            problems.add(Position(FILE, text.count("\n", 0, deep.start()) + 1), "this key has too many parts")
            return Settings()
        table = tomllib.loads(text)
    except InputError as error:
        problems.found.extend(error.problems)
        return Settings()
    except UnicodeDecodeError as error:
        problems.add(Position(FILE), not_utf8(error))
        return Settings()
    except tomllib.TOMLDecodeError as error:
        problems.add(*_explained(str(error), text))
        return Settings()
    except (ValueError, RecursionError):
        problems.add(Position(FILE), "not TOML that can be read: a number of thousands of digits, or lists too deep")
        return Settings()
    return _Reader(text, problems).settings(table)


def _explained(error: str, text: str) -> tuple[Position, str]:
    """Where a syntax error stands, and what it is."""
    what, _, where = error.rstrip(")").rpartition(" (at ")
    place = re.fullmatch(r"line (\d+), column (\d+)", where)
    lines = text.splitlines() or [""]
    line, column = (int(place[1]), int(place[2])) if place else (len(lines), len(lines[-1]) + 1)
    message = f"not TOML: {what[:1].lower()}{what[1:]}; a setting is written key = value, a text in quotes"
    return Position(FILE, line, column), message


class _Reader:
    def __init__(self, text: str, problems: Problems) -> None:
        self.lines, self.problems = text.splitlines(), problems

    def at(self, key: str) -> Position:
        for number, line in enumerate(self.lines, 1):
            match = re.match(rf"\s*\[?\s*[\"']?{re.escape(key)}[\"']?\s*[\]=.]", line)
            if match:
                return Position(FILE, number, line.index(key) + 1)
        return Position(FILE)

    def of_text(self, key: str, text: str) -> Position:
        """Where a text of a list stands; the key of the list, if it is written with escapes."""
        at = self.at(key)
        quoted = re.compile(rf"(?P<quote>[\"'])({re.escape(text)})(?P=quote)")
        for number, line in enumerate(self.lines[at.line - 1 :], at.line):
            match = quoted.search(line, at.column - 1 + len(key) if number == at.line else 0)
            if match:
                return Position(FILE, number, match.start(2) + 1)
        return at

    def settings(self, table: dict[str, Any]) -> Settings:
        self.unknown("", table)
        readings = self.section(table, "readings")
        return Settings(
            self.choice(table, "fail_on", FAIL_ON, "tension"),
            self.choice(table, "stale", STALE, "warn"),
            self.text(table, "sources", 'the name of a folder, such as "texts"'),
            self.choice(table, "report_language", LANGUAGES, LANGUAGES[0]),
            tuple(Disabled(rule, self.of_text("disable", rule)) for rule in self.texts(table, "disable")),
            self.texts(table, "exclude"),
            self.rules(table),
            ReadingSettings(
                self.share(readings, "hedge", Fraction(1, 10)),
                self.share(readings, "cap", Fraction(1, 20)),
                self.choice(readings, "date_order", ("dmy", "mdy"), None),
            ),
            self.tables(table.get("tables", {})),
            self.export(self.section(table, "export")),
        )

    def export(self, export: dict[str, Any]) -> ExportSettings:
        return ExportSettings(
            self.text(export, "publisher", "the name of the newsroom"),
            self.text(export, "url", "the address of the page with the decisions"),
            self.text(export, "rating", 'a word for what is wrong, such as "False"') or RATING,
            self.texts(export, "people"),
            self.texts(export, "organizations"),
        )

    def tables(self, found: Any) -> TableSettings:
        """`[tables]` for all tables, or one `[[tables]]` for each pattern of files."""
        if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
            tables = self.section({"tables": found}, "tables")
            return TableSettings(self.named(tables, "rename"), self.ignored(tables), self.unreadable(tables))
        parts = tuple(map(self.part, found))
        kinds = {part.unreadable for part in parts}
        if len(kinds) > 1:
            told = '"unreadable" differs between [[tables]]; accepted: the same in all of them'
            self.problems.add(self.at("unreadable"), told)
        return TableSettings(unreadable=min(kinds, default="error"), parts=parts)

    def part(self, tables: dict[str, Any]) -> TableSettings:
        self.unknown("[tables]", tables)
        if not isinstance(tables.get("files"), str):
            told = '[[tables]] needs "files", a pattern of paths, such as "claims/population*.csv"'
            self.problems.add(self.at("files") if "files" in tables else self.at("tables"), told)
        constants = {key: str(cell) for key, cell in self.named(tables, "constants", scalars=True).items()}
        return TableSettings(
            rename=self.named(tables, "rename"),
            ignore=self.ignored(tables),
            unreadable=self.unreadable(tables),
            files=str(tables.get("files", ALL)),
            constants=constants,
            melt=self.melt(tables),
            split=self.splits(tables),
            sheet=self.sheet(tables),
        )

    def unreadable(self, tables: dict[str, Any]) -> Any:
        return self.choice(tables, "unreadable", UNREADABLE, "error")

    def ignored(self, tables: dict[str, Any]) -> tuple[str, ...]:
        return (ALL,) if tables.get("ignore") == ALL else self.texts(tables, "ignore")

    def sheet(self, tables: dict[str, Any]) -> str | None:
        found = tables.get("sheet")
        if found is None or isinstance(found, str):
            return found
        self.problems.add(self.at("sheet"), f'"sheet" is {_found(found)}; accepted: the name of a sheet of a workbook')
        return None

    def melt(self, tables: dict[str, Any]) -> Melt | None:
        if "melt" not in tables:
            return None
        found = tables["melt"]
        if not isinstance(found, dict) or not isinstance(found.get("names"), str) or not found.get("columns"):
            accepted = 'accepted: {columns = ["19??", "20??"], names = "when"}'
            self.problems.add(self.at("melt"), f'"melt" is {_found(found)}; {accepted}')
            return None
        self.unknown("melt", found)
        return Melt(self.texts(found, "columns"), found["names"])

    def splits(self, tables: dict[str, Any]) -> tuple[Split, ...]:
        found = tables.get("split", {})
        columns = found if isinstance(found, dict) else {"split": found}
        return tuple(split for column, entry in columns.items() if (split := self.one_split(column, entry)))

    def one_split(self, column: str, found: Any) -> Split | None:
        pattern, into = (found.get("pattern"), found.get("into")) if isinstance(found, dict) else (None, None)
        if not isinstance(pattern, str) or not isinstance(into, list) or not all(isinstance(key, str) for key in into):
            accepted = r"""accepted: a pattern and its keys, {pattern = '(\D+)(\d{4})', into = ["attribute", "when"]}"""
            self.problems.add(self.at("split"), f"split of {shown(column)} is {_found(found)}; {accepted}")
            return None
        self.unknown("split", found)
        try:
            groups = re.compile(pattern).groups
        except (re.error, OverflowError, RecursionError) as error:
            self.problems.add(self.at("split"), f"the pattern {shown(pattern)} is no regular expression: {error}")
            return None
        if not 0 < groups == len(into):
            counts = f"{groups} group{'s' * (groups != 1)}, in parentheses, and {len(into)} key{'s' * (len(into) != 1)}"
            self.problems.add(self.at("split"), f"split of {shown(column)} has {counts}; accepted: a key for each")
            return None
        return Split(column, pattern, tuple(into))

    def section(self, table: dict[str, Any], name: str) -> dict[str, Any]:
        found = table.get(name, {})
        if not isinstance(found, dict):
            self.problems.add(self.at(name), f'"{name}" is {_found(found)}; accepted: a table, [{name}]')
            return {}
        self.unknown(name, found)
        return found

    def rules(self, table: dict[str, Any]) -> dict[str, RawOptions]:
        """Options by rule, not yet looked at: rules say what they have."""
        found = table.get("rules", {})
        wrong = {} if isinstance(found, dict) else {"rules": found}
        if not wrong:
            wrong = {rule: options for rule, options in found.items() if not isinstance(options, dict)}
        for name, value in wrong.items():
            at = self.at("rules") if name == "rules" else self.of_rule(name)
            self.problems.add(at, f'"{name}" is {_found(value)}; accepted: options of a rule, [rules.XC403]')
        return {
            rule: RawOptions(
                {name: RawOption(value, self.of_rule(rule, name)) for name, value in options.items()},
                self.of_rule(rule),
            )
            for rule, options in (found.items() if isinstance(found, dict) else ())
            if rule not in wrong
        }

    def of_rule(self, rule: str, option: str | None = None) -> Position:
        """Where the options of a rule begin, or one of them stands."""
        head = re.compile(rf"\s*(?:\[\s*)?(?:rules\s*\.\s*|rules\s*=.*)?[\"']?{re.escape(rule)}[\"']?\s*[\]=.]")
        places = [(number, match) for number, line in enumerate(self.lines, 1) if (match := head.match(line))]
        if not places:
            return self.at("rules")
        first, found = places[0]
        key = re.compile(rf"(?:^|[\s{{,.])[\"']?({re.escape(option or '')})[\"']?\s*=")
        for number, line in enumerate(self.lines[first - 1 :] if option is not None else (), first):
            match = key.search(line, found.end() - 1 if number == first else 0)
            if match:
                return Position(FILE, number, match.start(1) + 1)
        return Position(FILE, first, found.group().index(rule) + 1)

    def named(self, tables: dict[str, Any], key: str, *, scalars: bool = False) -> dict[str, Any]:
        """Texts by name; with `scalars`, whole numbers too."""
        found = tables.get(key, {})
        types: tuple[type, ...] = (str, int) if scalars else (str,)
        cells = found.values() if isinstance(found, dict) else [None]
        if not all(isinstance(cell, types) and not isinstance(cell, bool) for cell in cells):
            example = '{source = "World Bank"}' if scalars else '{publisher = "source"}'
            accepted = f"accepted: {'cells by column' if scalars else 'names of columns'}, such as {example}"
            self.problems.add(self.at(key), f'"{key}" is {_found(found)}; {accepted}')
            return {}
        return dict(found)

    def unknown(self, section: str, table: dict[str, Any]) -> None:
        known = _KNOWN[section]
        for key in sorted(table.keys() - set(known)):
            where = f"[{section}]" if section else FILE
            near = did_you_mean(key, known)
            self.problems.add(self.at(key), f"{where} has no setting {shown(key)}{near}; known: {', '.join(known)}")

    def choice(self, table: dict[str, Any], key: str, choices: tuple[str, ...], default: Any) -> Any:
        value = table.get(key, default)
        if value is not default and value not in choices:
            near = did_you_mean(value, choices) if isinstance(value, str) else ""
            self.problems.add(self.at(key), f'"{key}" is {_found(value)}; accepted: {", ".join(choices)}{near}')
            return default
        return value

    def text(self, table: dict[str, Any], key: str, what: str) -> str | None:
        value = table.get(key)
        if value is None or (isinstance(value, str) and value.strip() and "\0" not in value):
            return value
        self.problems.add(self.at(key), f'"{key}" is {_found(value)}; accepted: {what}')
        return None

    def texts(self, table: dict[str, Any], key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            accepted = 'accepted: a list of texts, such as ["one", "two"]'
            self.problems.add(self.at(key), f'"{key}" is {_found(value)}; {accepted}')
            return ()
        return tuple(value)

    def share(self, table: dict[str, Any], key: str, default: Fraction) -> Fraction:
        value = table.get(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1:
            self.problems.add(self.at(key), f'"{key}" is {_found(value)}; accepted: a share from 0 to below 1')
            return default
        return Fraction(str(value))


def _found(value: Any) -> str:
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list" if all(isinstance(entry, str) for entry in value) else "a list of other things than texts"
    return shown(str(value).lower() if isinstance(value, bool) else str(value))
