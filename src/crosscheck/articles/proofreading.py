"""What every figure of a draft article is told: whether the workspace bears it out, and how sure the pairing is.

A figure is paired with an item. An *accepted* pairing is a claim, of `proposals/ID.yaml` with `accept: yes` or of
`claims/ID.yaml`, whose words still stand in the text. It is judged with all claims as `check --draft` judges it, and
only it can fail. A *suggested* pairing is with the first item above the gate of matching: it is compared with that item
by the same rules, and never fails. Of what has neither, the choices are given, with what the figure would be to each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from crosscheck.articles.article import Article
from crosscheck.articles.hints import NO_HINTS, Hints
from crosscheck.articles.matching import Choice
from crosscheck.articles.spotting import Span
from crosscheck.model import DraftLine, Item, Meeting, Source
from crosscheck.problems import shown
from crosscheck.texts import Place


class FigureStatus(StrEnum):
    """What a figure is to what others say of its item, the most urgent first."""

    DIFFERS = "differs"
    NEWER = "newer?"
    UNSUPPORTED = "unsupported"
    NOT_READ = "not read"
    AGREES = "agrees"


class Acceptance(StrEnum):
    """Whether a person accepted the item of a figure, matching suggests it, or there is none."""

    ACCEPTED = "accepted"
    SUGGESTED = "suggested"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Possibility:
    """An item that a figure may speak of, and what comparing says of the figure as a value of it.

    It is compared with one of them: the suggested one, else the likeliest by words and value; of the others, and where
    it cannot be read as a value, `line` is None. `when` is the time at which that holds, as the text has it: a guess.
    """

    choice: Choice
    line: DraftLine | None = None
    when: str | None = None

    @property
    def condition(self) -> str:
        """In words, in parentheses behind a message, the time that is a guess; empty without one."""
        return f" (if it is for {shown(self.when)})" if self.line is not None and self.when is not None else ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, date, quotation or name of a draft.

    `number` counts from 1 in the order of the text. `span` has its words, its place in `Article.text.shown`, and its
    reading or why there is none. `before` and `after` are the words around it in its sentence, with the space between:
    with its own no more than a quote may have. `line` is what comparing says of it as a value of its item, where it is
    paired with one. `choices` are the items that it may speak of, the best first, where nobody accepted one; of a
    suggested pairing the first is its item; `hints` are guesses at its time and its speaker. `message` is one sentence
    without the status.
    """

    number: int
    span: Span
    place: Place
    before: str
    after: str
    status: FigureStatus
    acceptance: Acceptance
    message: str
    line: DraftLine | None = None
    choices: tuple[Possibility, ...] = ()
    hints: Hints = NO_HINTS
    fails: bool = False

    @property
    def item(self) -> Item | None:
        """The item that it is paired with, None where nobody pairs it."""
        return self.line.item if self.line is not None else None

    @property
    def others(self) -> tuple[Meeting, ...]:
        """What others say of its item: their claims with readings, what conflicts first."""
        return self.line.meetings if self.line is not None else ()

    @property
    def findings(self) -> tuple[str, ...]:
        """The ids of the conflicts that an accepted pairing takes part in."""
        return self.line.findings if self.line is not None and self.acceptance is Acceptance.ACCEPTED else ()


@dataclass(frozen=True, slots=True)
class Proof:
    """A draft article, read against a workspace: `draft` is it as a source, whose file is `draft.at.file`.

    `figures` are in the order of the text, and outputs list those in `listed`; `sources` are those of the workspace, by
    id. `notes` are sentences for whoever reads it: what the document does not show, which accepted pairings have lost
    their words. `unread` are for whoever runs it: how many claims of tables were not read.
    """

    draft: Source
    article: Article
    figures: tuple[Figure, ...]
    listed: tuple[Figure, ...]
    sources: Mapping[str, Source]
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def counts(self) -> Counter[tuple[FigureStatus, Acceptance]]:
        """How many figures have each status, by who pairs them."""
        return Counter((figure.status, figure.acceptance) for figure in self.figures)

    @property
    def failing(self) -> int:
        """How many accepted pairings fail; the exit code is 1 if any does."""
        return sum(figure.fails for figure in self.figures)
