"""`crosscheck convert`: claims in YAML as tables and back; what a format cannot hold lies beside it, or is refused."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from crosscheck.conversion.reading import Collection, Entry, beside, files_in, read
from crosscheck.conversion.writing import claims_file, table
from crosscheck.files import relative, write_files
from crosscheck.formatting import counted
from crosscheck.problems import InputError, Position, Problem
from crosscheck.workspace import JSON_LINES, YAML, find, is_table
from crosscheck.workspace.settings import TableSettings

WRITTEN = (".csv", ".parquet", *JSON_LINES)
_ACCEPTED = f"accepted: a file in {', '.join((*YAML, *WRITTEN))}, or a folder"

NAMED = 5
"""So many files are named in a line; the others are counted."""


def convert(
    source: Path, target: Path, settings: TableSettings, *, overwrite: bool = False, as_text: bool = False
) -> list[str]:
    """Write what `source` says to `target`, a table, a YAML file, or a folder of these; returns lines that say so.

    `settings` are those by which tables are read. `as_text`: make text of numbers. Raises `InputError`, and writes
    nothing then; neither if what is written would be read back as anything else.
    """
    found = read(files_in(source), settings)
    if not found.entries and not found.sources:
        raise InputError([Problem(_place(source), "has no claim")])
    wanted = found.as_text() if as_text else found
    made = _contents(wanted, source, target)
    _check_read_back(made, wanted, target, settings)
    _check_target(made, target, overwrite=overwrite)
    write_files(made)
    return _summary(found, made, source=source, target=target, settings=settings, as_text=as_text)


def _contents(found: Collection, source: Path, target: Path) -> dict[Path, bytes]:
    """Each file that is to be written, with its bytes."""
    suffix = target.suffix.lower()
    numbers, described = sum(entry.is_number for entry in found.entries), found.described
    if is_table(target) and suffix not in WRITTEN:
        raise _error(target, _ACCEPTED)
    if is_table(target):
        entries = [entry for entry in found.entries if not _why_beside(entry, suffix)]
        rest = [entry for entry in found.entries if _why_beside(entry, suffix)]
        some = sum(entry.is_number for entry in entries)
        if suffix == ".csv" and numbers:
            raise _error(target, f"{_numbers(numbers)}, and in CSV everything is text; {_WAYS}")
        if suffix == ".parquet" and 0 < some < len(entries):
            raise _error(target, f"{_numbers(some)}, {len(entries) - some:,} text: a column is of one type; {_WAYS}")
        if suffix in JSON_LINES and not entries:  # without a line there is no column, so it would be no table
            message = "no claim would be a line of it, as a table has no place for notes"
            raise _error(target, f"{message}; accepted: .csv, .parquet, or a folder of claims files")
        others = _by_source(found.sources.keys(), rest)
        files = {
            beside(target) / f"{id}.yaml": claims_file(id, described.get(id), claims) for id, claims in others.items()
        }
        return {target: table(entries, suffix, target.name), **files}
    if numbers:
        raise _error(target, f"{_numbers(numbers)}, and in YAML everything is text; {_WAYS}")
    by_source = _by_source(found.sources.keys(), found.entries)
    if suffix not in YAML:
        if suffix and not target.is_dir():
            raise _error(target, _ACCEPTED)
        return {target / f"{id}.yaml": claims_file(id, described.get(id), each) for id, each in by_source.items()}
    if len(by_source) != 1:
        message = f"{source.name} has {len(by_source):,} sources, and a claims file holds one"
        raise _error(target, f"{message}; name a folder, which gets a file for each")
    ((id, claims),) = by_source.items()
    return {target: claims_file(id, described.get(id), claims)}


_WAYS = "accepted: .jsonl, or --numbers-as-text, by which they are read as the text of their digits"


def _numbers(count: int) -> str:
    return f"{count:,} values are numbers" if count > 1 else "1 value is a number"


def _why_beside(entry: Entry, suffix: str) -> str | None:
    """What a claim has that a table of this format has no place for, so that it stays in a claims file beside it."""
    if "note" in entry.cells:
        return "a note"
    return "a list of names" if isinstance(entry.cells["value"], tuple) and suffix not in JSON_LINES else None


def _by_source(sources: Iterable[str], entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """The claims of each source, by id of the source."""
    found: dict[str, list[Entry]] = {id: [] for id in sources}
    for entry in entries:
        found.setdefault(entry.source, []).append(entry)
    return dict(sorted(found.items()))


def _check_read_back(made: Mapping[Path, bytes], found: Collection, target: Path, settings: TableSettings) -> None:
    """Raise `InputError` if it would be read back as anything else than what it was made of."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        for path, content in made.items():
            copy = folder / path.relative_to(target.parent)
            copy.parent.mkdir(exist_ok=True)
            copy.write_bytes(content)
        try:
            again = read(files_in(folder / target.name), settings)
        except InputError as error:
            raise _error(target, f"cannot hold these claims: {error.problems[0].message}") from None
    lost = found.differs_from(again)
    if lost is not None:
        raise _error(target, f"cannot hold {lost}: it would not be read back as it is")


def _check_target(made: Mapping[Path, bytes], target: Path, *, overwrite: bool) -> None:
    """Raise `InputError` if something is there and must not be replaced, or would be taken for a part of it."""
    there = [path for path, content in made.items() if path.exists() and not _is(path, content)]
    problems = [Problem(_place(path), "is there already; --overwrite replaces it") for path in there if not overwrite]
    if is_table(target):
        problems += [
            Problem(_place(path), "is of an earlier conversion, and this one has no such source")
            for path in sorted(beside(target).glob("*"))
            if path not in made and not path.name.startswith(".")  # a run that was killed left it
        ]
    if problems:
        raise InputError(problems)


def _is(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def _summary(
    found: Collection,
    made: Mapping[Path, bytes],
    *,
    source: Path,
    target: Path,
    settings: TableSettings,
    as_text: bool,
) -> list[str]:
    """What was written, and what of the source is not in it."""
    sources = {*found.sources, *(entry.source for entry in found.entries)}
    extent = f"{counted(len(found.entries), 'claim')} of {counted(len(sources), 'source')}"
    lines = [f"wrote {_place(target)}: {extent}"]
    if is_table(target) and len(made) > 1:
        reasons = [why for entry in found.entries if (why := _why_beside(entry, target.suffix.lower()))]
        parts = [f"the descriptions of {counted(len(found.sources), 'source')}"] if found.sources else []
        parts += [f"{counted(reasons.count(why), 'claim')} with {why}" for why in sorted(set(reasons))]
        lines.append(f"wrote {_place(beside(target))}, which belongs to it: {', '.join(parts)}")
    numbers = sum(entry.is_number for entry in found.entries)
    if as_text and numbers:
        lines.append(f"made text of {counted(numbers, 'number')}")
    if found.commented:
        lines.append(f"not kept: the comments in {_listed(found.commented)}")
    tables = [relative(path, Path.cwd()) for path in files_in(source) if is_table(path)]
    ignored = sorted({column for file in tables for column in settings.of(file).ignore})
    if ignored:
        lines.append(f"not kept: columns that [tables] in crosscheck.toml ignores ({_listed(ignored)})")
    if _are_both_read(source, target):
        lines.append("both are in claims/ now, which says everything twice: keep one of them there")
    return lines


def _are_both_read(source: Path, target: Path) -> bool:
    """Whether a check would read what was converted and what it was made of."""
    try:
        claims = find(target.absolute().parent).resolve() / "claims"
    except InputError:
        return False
    return all(path.resolve().is_relative_to(claims) for path in (source, target))


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - NAMED:,} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more


def _place(path: Path) -> Position:
    """A path of the command line, with what no text can hold replaced."""
    return Position(os.fsencode(path).decode(errors="replace"), 0)


def _error(target: Path, why: str) -> InputError:
    return InputError([Problem(_place(target), why)])
