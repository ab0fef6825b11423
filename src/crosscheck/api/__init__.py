"""The Python API: a workspace, what a check of it finds, and how a text is read.

Findings have the names of the JSON output (`crosscheck schema output` documents each), as immutable objects.
"""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from crosscheck.api.findings import Claim, Finding, Side
from crosscheck.api.readings import Reading, read
from crosscheck.model import Result as Found
from crosscheck.problems import InputError, Position, Problem

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Claim", "Finding", "InputError", "Reading", "Result", "Side", "Workspace", "load", "read"]

FailOn = Literal["contradiction", "tension", "none"]


@dataclass(frozen=True, slots=True)
class Result:
    """What a check found: `findings`, the most severe first, and `summary`, the counts of the JSON output."""

    findings: tuple[Finding, ...] = field(repr=False)
    summary: dict[str, int]
    _found: Found = field(repr=False, compare=False)

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that nobody has decided and that fail a check."""
        return tuple(finding for finding in self.findings if finding.fails)

    def to_frame(self) -> pd.DataFrame:
        """One row for each claim of each side of each finding, with the claim's own reading.

        - of the finding: `finding` (its id), `code`, `verdict`, `severity`, `status`, `fails`, `subject`, `attribute`,
          `scope` (`key: value, …`)
        - `side`: counted from 1 in each finding; a claim that meets several sides has a row in each
        - of the claim: `claim` (its full id), `source`, `publisher`, `published`, `value`, `quote`, `when`, `said_by`,
          `stance`, `derived`, `url`, `file`, `line`
        - as it is read: `stated_low`, `stated_high`, `allowed_low`, `allowed_high` (numbers in `unit`, or ISO 8601
          dates of which the high one lies outside; None where open or without an axis), `unit`

        The same claim may stand in several findings: `drop_duplicates("claim")` counts each once.
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
        from crosscheck.outputs import json

        return json.render(self._found)


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with a crosscheck.toml, as it was when it was loaded: the ids of its sources and claims."""

    root: Path
    sources: tuple[str, ...]
    claims: tuple[str, ...] = field(repr=False)

    def check(
        self,
        *,
        draft: str | os.PathLike[str] | None = None,
        sources: str | os.PathLike[str] | None = None,
        fail_on: FailOn | None = None,
        since: str | os.PathLike[str] | None = None,
        today: datetime.date | str | None = None,
        agreements: bool = True,
        engine: str = "local",
        master: str = "local[*]",
    ) -> Result:
        """Check the workspace as its files are now; the arguments are the options of `crosscheck check`.

        `draft`: only what involves this source, or this claims file outside of the workspace. `sources`: the folder
        with the texts, in which every quote is looked up. `fail_on`: the weakest verdict that fails. `since`: the JSON
        output of an earlier run, whose findings do not fail. `today`: the day that decisions expire by. Without
        `agreements` these are only counted, which is faster. `engine`: "local", or "spark" on the cluster at `master`.
        Raises `InputError`.
        """
        from crosscheck.model import Severity
        from crosscheck.pipeline import NothingToCheck, Options, check

        options = Options(
            today=str(today or datetime.date.today()),
            draft=None if draft is None else os.fspath(draft),
            texts=None if sources is None else Path(sources),
            fail_on=fail_on,
            least=Severity.NONE if agreements else Severity.NOTE,
            since=None if since is None else Path(since),
            engine=engine,
            master=master,
        )
        try:
            found = check(self.root, options)
        except NothingToCheck:
            message = "there is no claim to check; put a claims file into it"
            raise InputError([Problem(Position("claims", 0), message)]) from None
        return Result(tuple(map(Finding.of, found.findings)), dict(found.summary), found)


def load(path: str | os.PathLike[str] = ".") -> Workspace:
    """The workspace in the folder `path`, or the nearest above it. Raises `InputError` with all that is wrong in it."""
    from crosscheck.archive.opening import load_all
    from crosscheck.workspace import find

    loaded = load_all(find(Path(path)))
    return Workspace(loaded.root, tuple(loaded.sources), tuple(claim.id for claim in loaded.claims))
