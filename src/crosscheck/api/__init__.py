"""The Python API: a workspace, what a check of it finds, and how a text is read.

Findings have the names of the JSON output (`crosscheck schema output` documents each), as immutable objects.
"""

from __future__ import annotations

import datetime
import json
import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol, get_args

from crosscheck import model
from crosscheck.api.findings import Bounds, Claim, DraftClaim, Finding, ListedItem, Resolution, Side
from crosscheck.formatting import bounds, measure_of, unit_name
from crosscheck.model import Kind, Verdict
from crosscheck.problems import InputError, Position, Problem, did_you_mean, shown
from crosscheck.readings import Context, ReadingError
from crosscheck.readings import read as read_value

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "Claim",
    "DraftClaim",
    "Finding",
    "InputError",
    "ListedItem",
    "Problem",
    "Reading",
    "Resolution",
    "Result",
    "Side",
    "Verdict",
    "Workspace",
    "check",
    "load",
    "read",
]


class ArrowStream(Protocol):
    """What gives its rows as a stream of Arrow: frames of pandas and polars, tables of Arrow, relations of DuckDB."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...


FailOn = Literal["contradiction", "tension", "none"]
FAIL_ON: tuple[FailOn, ...] = get_args(FailOn)
ENGINES = ("local", "spark")


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found: `findings`, the most severe first, and `summary`, the counts of the JSON output.

    `draft` has what each claim of the draft is told, None where no draft was checked.
    """

    findings: tuple[Finding, ...] = field(repr=False)
    summary: dict[str, int]
    draft: tuple[DraftClaim, ...] | None = field(repr=False)
    _found: model.Result = field(repr=False, compare=False)

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that nobody has decided and that fail a check."""
        return tuple(finding for finding in self.findings if finding.fails)

    def to_frame(self) -> pd.DataFrame:
        """One row for each claim of each side of each finding, with the claim's own reading.

        - of the finding: `finding` (its id), `code`, `verdict`, `severity`, `status`, `fails`, `subject`, `attribute`,
          `scope` (`key: value, …`)
        - `side`: counted from 1 in each finding; a claim on several sides has a row in each
        - of the claim: `claim` (its full id), `source`, `publisher`, `published`, `value`, `quote`, `when`, `said_by`,
          `stance`, `derived`, `url`, `file`, `line`
        - as it is read: numbers in `unit` in `stated_low`, `stated_high`, `allowed_low`, `allowed_high`; dates of ISO
          8601 in `stated_from`, `stated_until`, `allowed_from`, `allowed_until`, of which the last day lies outside;
          missing where open, of another kind or without an axis

        Numbers are float64, counts int64, `fails` and `derived` bool, and all else string.

        The same claim may be in several findings: `drop_duplicates("claim")` counts each once.
        """
        from crosscheck.api.frames import claims_frame

        return claims_frame(self._found)

    def findings_frame(self) -> pd.DataFrame:
        """One row for each finding: `id`, `code`, `rule`, `verdict`, `severity`, `status`, `fails`, `subject`,
        `attribute`, `scope`, `message`, `explanations`, `sides` (how many), `sources`, `values` (tuples, one entry a
        claim), and of the decision `decision`, `reason`, `by`, `on`."""
        from crosscheck.api.frames import findings_frame

        return findings_frame(self._found)

    def to_json(self) -> str:
        """The document that `crosscheck check --format json` prints."""
        from crosscheck.outputs.json import render

        return render(self._found)


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with a crosscheck.toml, as it was when it was loaded: the ids of its sources and claims."""

    root: Path
    sources: tuple[str, ...]
    claims: tuple[str, ...] = field(repr=False)

    def check(
        self,
        *,
        claims: ArrowStream | None = None,
        draft: str | os.PathLike[str] | None = None,
        fail_on_unmatched: bool = False,
        sources: str | os.PathLike[str] | None = None,
        fail_on: FailOn | None = None,
        since: str | os.PathLike[str] | None = None,
        today: datetime.date | str | None = None,
        agreements: bool = True,
        rules: bool = True,
        engine: str = "local",
        master: str = "local[*]",
    ) -> Result:
        """Check the workspace as its files are now; the arguments are the options of `crosscheck check`.

        `claims`: more claims, with the columns of a table, as a data frame of pandas or polars, a relation of DuckDB, a
        table of Arrow or whatever else has `__arrow_c_stream__`; a place in it is `frame.parquet`, and its row.
        `draft`: only what involves this source, or this claims file outside of the workspace; with
        `fail_on_unmatched`, its claims fail that no other source covers. `sources`: the folder with the texts, in which
        every quote is looked up. `fail_on`: the weakest verdict that fails. `since`: the JSON output of an earlier
        run, whose findings do not fail. `today`: the day that decisions expire by. Without `agreements` these are only
        counted, which is faster. Without `rules`, those of the workspace, which are code, are not run. `engine`:
        "local", or "spark" on the cluster at `master`. Raises `InputError`, and ValueError for an argument that is none
        of those that are known.
        """
        from crosscheck.loading import NothingToCheck, Options
        from crosscheck.model import Severity
        from crosscheck.pipeline import check as check_all

        _check_one_of("fail_on", fail_on or FAIL_ON[0], FAIL_ON)
        _check_one_of("engine", engine, ENGINES)
        options = Options(
            today=str(today or datetime.date.today()),
            draft=None if draft is None else os.fspath(draft),
            fail_on_unmatched=fail_on_unmatched,
            texts=None if sources is None else Path(sources),
            fail_on=fail_on,
            least=Severity.NONE if agreements else Severity.NOTE,
            since=None if since is None else Path(since),
            run_rules=rules,
            engine=engine,
            master=master,
        )
        try:
            with _as_table(claims) as table:
                found = check_all(self.root, replace(options, table=table))
        except NothingToCheck:
            raise _error("there are no claims to check; put a claims file into it", "claims") from None
        lines = None if found.draft is None else tuple(map(DraftClaim.of, found.draft))
        return Result(tuple(map(Finding.of, found.findings)), dict(found.summary), lines, found)

    def items(self, words: str | None = None, *, alone: bool = False) -> tuple[ListedItem, ...]:
        """The items of the workspace as its files are now.

        `words`: only items that have some of these words, the nearest first; `alone`: only those that no second source
        speaks of. Raises `InputError`.
        """
        from crosscheck.catalogue import list_items
        from crosscheck.loading import NothingToCheck, Options

        try:
            entries = list_items(self.root, Options(today=""), words, alone=alone).entries
        except NothingToCheck:
            raise _error("there are no claims to check; put a claims file into it", "claims") from None
        return tuple(map(ListedItem.of, entries))


def check(
    claims: ArrowStream,
    *,
    attributes: Mapping[str, Mapping[str, object]] | None = None,
    fail_on: FailOn | None = None,
    today: datetime.date | str | None = None,
) -> Result:
    """Check claims that are in no workspace: a data frame, or whatever else `Workspace.check` takes for `claims`.

    `attributes` declares attributes by name, with the keys of rules/attributes.yaml: `{"aid": {"kind": "money", "unit":
    "USD"}}`. Raises `InputError`, and ValueError for an argument that is none of those that are known.
    """
    with tempfile.TemporaryDirectory(prefix="crosscheck-") as name:
        root = Path(name)
        (root / "crosscheck.toml").touch()
        if attributes:
            (root / "rules").mkdir()
            (root / "rules" / "attributes.yaml").write_text(json.dumps(attributes, default=dict), encoding="utf-8")
        return Workspace(root, (), ()).check(claims=claims, fail_on=fail_on, today=today)


@contextmanager
def _as_table(claims: ArrowStream | None) -> Iterator[Path | None]:
    """A Parquet file of claims, for as long as they are checked. Raises `InputError`."""
    if claims is None:
        yield None
        return
    if not hasattr(claims, "__arrow_c_stream__"):
        what = f"{type(claims).__name__} has no __arrow_c_stream__"
        raise _error(f"{what}; accepted: a data frame, an Arrow table, a relation of DuckDB", "claims")
    import pyarrow
    from pyarrow import parquet

    with tempfile.TemporaryDirectory(prefix="crosscheck-") as folder:
        path = Path(folder) / "frame.parquet"
        try:
            made = pyarrow.table(claims)
            index = [name for name in made.column_names if name.startswith("__index_level_")]
            parquet.write_table(made.drop_columns(index), path)
        except (pyarrow.ArrowException, TypeError, ValueError) as error:
            raise _error(f"cannot be written as Arrow: {str(error).splitlines()[0]}", "claims") from None
        yield path


def load(path: str | os.PathLike[str] = ".") -> Workspace:
    """The workspace in the folder `path`, or the nearest above it. Raises `InputError` with all that is wrong in it."""
    from crosscheck.archive.opening import load_all
    from crosscheck.workspace import find

    loaded = load_all(find(Path(path)))
    return Workspace(loaded.root, tuple(loaded.sources), tuple(claim.id for claim in loaded.claims))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text means: what its words state, and the widest that they allow, in `unit`.

    Bounds are numbers, or ISO 8601 dates of which the high one lies outside; None is an open end. Kinds without an axis
    have `terms` instead. `steps` are the words, each with what it was taken for. `direction` is `up` or `down` of a
    change, whose bounds are its size; `zone` is the offset from UTC of a time that has one, whose bounds are in UTC.
    """

    text: str
    kind: Kind
    unit: str | None
    stated: Bounds | None
    allowed: Bounds | None
    terms: tuple[str, ...] = ()
    steps: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    direction: str | None = None
    zone: str | None = None


def read(
    text: str,
    kind: str | None = None,
    unit: str | None = None,
    *,
    language: str = "en",
    relative_to: str | None = None,
    published: str | None = None,
) -> Reading:
    """How `text` is read: as `kind`, or as the one kind that its words show. Raises `InputError`.

    `unit` is what a bare number is in, and what the bounds are in; `relative_to` and `published` are dates, as text,
    that a value such as "last month" counts from.
    """
    context = Context(_kind(kind), unit, relative_to=_date(relative_to), published=_date(published), language=language)
    found = _read(text, context)
    steps = tuple((step.text, step.meaning) for step in found.steps)
    if found.stated is None or found.allowed is None:
        return Reading(text, found.kind, unit=None, stated=None, allowed=None, terms=found.terms, steps=steps)
    measure = measure_of(found.kind, found.dimension, unit)
    stated, allowed = (bounds(interval, found.kind, measure) for interval in (found.stated, found.allowed))
    return Reading(
        text=text,
        kind=found.kind,
        unit=unit_name(found.kind, found.dimension, unit),
        stated=(stated[0], stated[1]),
        allowed=(allowed[0], allowed[1]),
        steps=steps,
        direction=found.direction,
        zone=found.zone,
    )


def _kind(kind: str | None) -> Kind | None:
    if kind is not None and kind not in list(Kind):
        near = did_you_mean(kind, list(Kind))
        raise _error(f"there is no kind {shown(kind)}{near}; known: {', '.join(Kind)}")
    return Kind(kind) if kind else None


def _date(text: str | None) -> model.Reading | None:
    return None if text is None else _read(text, Context(Kind.DATE))


def _read(text: str, context: Context) -> model.Reading:
    try:
        return read_value(text, context)
    except ReadingError as error:
        raise _error(f"{shown(text)} cannot be read: {error}") from None


def _check_one_of(argument: str, found: str, known: Sequence[str]) -> None:
    """Raises ValueError."""
    if found not in known:
        accepted = ", ".join(known)
        raise ValueError(f"{argument} is {shown(str(found))}{did_you_mean(str(found), known)}; accepted: {accepted}")


def _error(message: str, place: str = "read") -> InputError:
    return InputError([Problem(Position(place, 0), message)])
