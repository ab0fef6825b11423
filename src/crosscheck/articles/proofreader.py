"""Reading a draft article against a workspace: accepted pairings by a whole check, suggested ones item by item."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from crosscheck.articles.article import Article, article_of, context_of, known_names
from crosscheck.articles.matching import NAMED, Choice, FindsItems, Match, matches
from crosscheck.articles.pairing import DIFFERS, Pairing
from crosscheck.articles.proofreading import Acceptance, Figure, FigureStatus, Possibility, Proof
from crosscheck.articles.proposals import FOLDER, Proposals, load_proposals, standing
from crosscheck.articles.proposing import CLAIMS, check_article, described, source_id, unread_notes
from crosscheck.articles.scoring import Parts
from crosscheck.articles.spotting import SURE, Span, Tier
from crosscheck.articles.standing_claims import StandingClaim, standing_claims
from crosscheck.drafts import told
from crosscheck.files import STANDARD_INPUT, present, relative
from crosscheck.loading import Loaded, Options, load_and_read
from crosscheck.model import DraftLine, DraftStatus, Finder, Item, OverTime, Source, Title, Verdict
from crosscheck.pipeline import checked
from crosscheck.problems import Position, Problems, shown
from crosscheck.progress import NO_PROGRESS, Progress
from crosscheck.texts import Text, read_text
from crosscheck.workspace import Workspace
from crosscheck.workspace.ids import separating_of
from crosscheck.workspace.texts import LONGEST_QUOTE

STATUSES = {
    DraftStatus.CONFLICTS: FigureStatus.DIFFERS,
    DraftStatus.DISPUTED: FigureStatus.DIFFERS,
    DraftStatus.NEWER: FigureStatus.NEWER,
    DraftStatus.AGREES: FigureStatus.AGREES,
    DraftStatus.ATTRIBUTED: FigureStatus.AGREES,
    DraftStatus.OTHER_TIME: FigureStatus.UNSUPPORTED,
    DraftStatus.NEITHER: FigureStatus.UNSUPPORTED,
    DraftStatus.UNMATCHED: FigureStatus.UNSUPPORTED,
}
"""What a figure is to the claims of others. What speaks of another time, or can be neither, supports nothing."""

_TELLING = frozenset(STATUSES) - {DraftStatus.NEITHER, DraftStatus.OTHER_TIME}
_BY_TIME = {
    DraftStatus.NEITHER: _TELLING,
    DraftStatus.CONFLICTS: frozenset({DraftStatus.NEWER, DraftStatus.AGREES, DraftStatus.ATTRIBUTED}),
}
"""What a time that is a guess may make of a figure."""

MOST_TIMES = 8
"""With so many times of others a figure without one is compared."""

NEVER = "not to be proposed again"
"""What is told of a figure to which a person has said so."""

UNNAMED = "draft"
"""The source that comes on standard input, where nobody names it."""

BEFORE = 5
"""So many words before a figure are shown."""

NEAR_MISS, LIKELY = 0.5, 0.25
"""How much the value counts where an item is only named in a message, and the least that one must have to be named."""

WORDS, WORDS_OF_ANOTHER, SAME_DIGITS = 0.3, 0.6, 0.5
"""So much of its attribute or a quote must stand near, more where the clause says something else; or its digits."""


@dataclass
class TakenDraft:
    """Puts the accepted claims of a draft into a workspace, and remembers them with their places in its text.

    `path` is that of the document, `file` what outputs call it; `id`, `published` and `language` are what its reader
    says of it. `proposals` take the place of those in the workspace. `never`: where figures stand that are not to be
    proposed.
    """

    text: Text
    path: Path
    file: str
    id: str | None
    published: str | None
    language: str | None = None
    proposals: Proposals | None = None
    source: Source = field(init=False)
    accepted: list[StandingClaim] = field(init=False)
    notes: list[str] = field(init=False)
    never: list[tuple[int, int]] = field(init=False)

    def __call__(self, workspace: Workspace, problems: Problems) -> Workspace:
        """The workspace with the draft's claims; what is wrong with its proposals goes to `problems`."""
        id = source_id(self.path, self.id, workspace.sources)
        proposals = self.proposals
        file = workspace.root / FOLDER / f"{id}.yaml"
        with problems.collecting():
            if proposals is None and present(file, relative(file, workspace.root)):
                proposals = load_proposals(file, workspace.root)
        declared = workspace.sources.get(id, Source(id, Position(CLAIMS)))
        head = proposals.head if proposals is not None else None
        source = described(declared, head, self.published, self.language, workspace.settings.readings)
        self.source = replace(source, at=Position(self.file))
        curated = [claim for claim in workspace.claims if claim.source == id]
        self.accepted, self.notes = standing_claims(
            self.text, id, curated, proposals, separating_of(workspace.attributes)
        )
        figures = proposals.figures if proposals is not None else ()
        never = standing((figure for figure in figures if figure.accept == "never"), self.text)
        self.never = [(one.start, one.end) for one in never]
        return workspace.with_draft(self.source, [one.claim for one in self.accepted], problems)


def proofread(
    root: Path,
    options: Options,
    article: Path,
    *,
    id: str | None = None,
    published: str | None = None,
    language: str | None = None,
    proposals: Proposals | None = None,
    progress: Progress = NO_PROGRESS,
) -> Proof:
    """What each figure of a draft is told, `-` for standard input; raises `InputError`, `NothingToCheck`.

    `id` is that of its source, by default the one whose text it is, else its name; `published` and `language` are of a
    source that no file describes. `proposals` take the place of those
    in the workspace. `options.draft` is not looked at.
    """
    check_article(article, root)
    file = relative(article, root)
    text = read_text(article, file, pipe=True)
    if article == STANDARD_INPUT and id is None:
        id = UNNAMED
    draft = TakenDraft(text, article, file, id, published, language, proposals)
    loaded = load_and_read(root, replace(options, draft=None), progress, on_demand=True, take_draft=draft)
    lines: Sequence[DraftLine] = ()
    if draft.accepted:
        lines = checked(loaded, replace(options, draft=draft.source.id), progress).draft or ()
    progress.begin("reading the draft")
    claims = () if loaded.has_tables else loaded.workspace.claims
    names = known_names(loaded.workspace.names.in_language(draft.source.language), claims)
    found = article_of(text, context_of(draft.source, loaded.policy.settings), names)
    made = _Proofreader(found, draft, loaded).figures(lines)
    figures = tuple(replace(figure, number=number) for number, figure in enumerate(made, 1))
    return Proof(
        draft=draft.source,
        article=found,
        figures=figures,
        listed=figures,
        sources=loaded.workspace.sources,
        notes=(*text.notes, *draft.notes),
        unread=unread_notes(loaded),
    )


@dataclass(frozen=True)
class OfOthers:
    """Items as others than one source speak of them."""

    items: FindsItems
    source: str

    def titles_found(self, subjects: Finder, attributes: Finder | None, /) -> Iterable[Title]:
        return self.items.titles_found(subjects, attributes)

    def of_titles(self, titles: Collection[Title]) -> Iterator[Item]:
        for item in self.items.of_titles(titles):
            rows = tuple(row for row in item.rows if row.claim.source != self.source)
            if rows:
                yield item if len(rows) == len(item.rows) else replace(item, rows=rows)


class _Proofreader:
    """Tells the figures of one article."""

    def __init__(self, article: Article, draft: TakenDraft, loaded: Loaded) -> None:
        self._article, self._draft = article, draft
        self._pairing = Pairing(draft.source, loaded.policy, loaded.findings_on, loaded.found_wrong)
        self._items = OfOthers(loaded.read.items(loaded.policy), draft.source.id)
        self._names = loaded.workspace.names

    def figures(self, lines: Iterable[DraftLine]) -> list[Figure]:
        """The figures in the order of the text; `lines` are those of the accepted claims."""
        text, spans = self._article.text, self._article.spans
        paragraphs = [(paragraph.start, paragraph.end) for paragraph in text.paragraphs]
        source = self._draft.source
        found = matches(text.shown, paragraphs, spans, self._items, self._names, source.title or "", source.language)
        made: list[Figure] = []
        taken: set[int] = set()
        for one, line in self._with_places(lines):
            span = self._span(one, line)
            taken.update(number for number, other in enumerate(spans) if other.meets(span.start, span.end))
            made.append(self._accepted(span, line))
        for number, match in enumerate(found):
            if number not in taken:
                made += filter(None, [self._suggested(match)])
        return sorted(_with_times(made), key=lambda figure: (figure.span.start, figure.span.end))

    def _with_places(self, lines: Iterable[DraftLine]) -> Iterator[tuple[StandingClaim, DraftLine]]:
        """Each accepted claim with its line, which is known by where its claim stands: ids may have got numbers."""
        by_place = {(line.row.claim.at, line.row.claim.text): line for line in lines}
        for one in self._draft.accepted:
            line = by_place.get((one.claim.at, one.claim.text))
            if line is not None:
                yield one, line

    def _span(self, accepted: StandingClaim, line: DraftLine) -> Span:
        """The span of an accepted claim: the words that it has as its value, read as the claim is."""
        reading = line.row.reading
        words = self._article.text.shown[accepted.start : accepted.end]
        tiers = {span.tier for span in self._article.spans if (span.start, span.end) == (accepted.start, accepted.end)}
        tier = next(iter(sorted(tiers)), Tier.FIGURE if reading.kind.has_axis else Tier.NAME)
        return Span(accepted.start, accepted.end, words, tier, reading.kind, reading)

    def _accepted(self, span: Span, line: DraftLine) -> Figure:
        return self._figure(span, STATUSES[line.status], Acceptance.ACCEPTED, line.message, line=line, fails=line.fails)

    def _figure(self, span: Span, status: FigureStatus, acceptance: Acceptance, message: str, **more: object) -> Figure:
        before, after = around(self._article, span)
        return Figure(0, span, self._article.place(span), before, after, status, acceptance, message, **more)  # type: ignore[arg-type]

    def _suggested(self, match: Match) -> Figure | None:
        """The figure of a span that nobody accepted an item for; None of words that are worth no line."""
        span = match.span
        if span.tier not in SURE and not match.is_filled:
            return None
        if any(span.meets(start, end) for start, end in self._draft.never):
            status = FigureStatus.NOT_READ if span.reading is None else FigureStatus.UNSUPPORTED
            return self._figure(span, status, Acceptance.NONE, f"{shown(span.text)}: {NEVER}")
        choices = tuple(self._possibilities(match))
        guesses = {"choices": choices, "hints": match.hints}
        line = choices[0].line if match.is_filled else None
        if line is not None:
            message = line.message + choices[0].condition
            return self._figure(span, STATUSES[line.status], Acceptance.SUGGESTED, message, line=line, **guesses)
        if span.tier not in SURE:
            return None
        is_read = span.reading is not None
        status = FigureStatus.UNSUPPORTED if is_read else FigureStatus.NOT_READ
        message = f"{shown(span.text)}: {_open_message(choices) if is_read else span.problem}"
        return self._figure(span, status, Acceptance.NONE, message, **guesses)

    def _possibilities(self, match: Match) -> Iterator[Possibility]:
        """The items that a span may speak of; it is compared with the one to suggest, else with the likeliest."""
        compared = match.choices[0] if match.is_filled else _likeliest(match)
        for choice in match.choices:
            yield self._compared(match, choice) if choice is compared else Possibility(choice)

    def _compared(self, match: Match, choice: Choice) -> Possibility:
        """What a figure is as a value of an item.

        A time that the sentence has is looked at only where nothing can be told without it, or where the figure is
        newer or what another source has for that time: a guess must not hide a difference. Without one, the figure is
        of a time that others speak of; where it differs from what they have for some, only the last one counts.
        """
        line = self._pairing.line(match.span, choice.item)
        wanted = _BY_TIME.get(line.status) if line is not None else None
        if line is None or wanted is None or choice.item.attribute.over_time is OverTime.FIXED:
            return Possibility(choice, line)
        own = _time(match)
        times = [own] if own is not None else _times_of(choice.item)
        if own is None and line.status is DraftStatus.CONFLICTS:
            times = _last_time(line)
        dated = [
            Possibility(choice, found, when)
            for when in times
            if (found := self._pairing.line(match.span, choice.item, when=when)) is not None and found.status in wanted
        ]
        # It need only agree with what others say of one time.
        return min(
            dated,
            key=lambda one: one.line is not None and one.line.status in DIFFERS,
            default=Possibility(choice, line),
        )


def _times_of(item: Item) -> list[str]:
    """The times that claims on an item are written for, the latest first."""
    found: dict[str, Fraction] = {}
    for row in item.rows:
        written = row.claim.when
        if written is not None and row.when is not None and row.when.low is not None and not row.claim.derived:
            found.setdefault(written, row.when.low)
    return sorted(found, key=lambda written: (-found[written], written))[:MOST_TIMES]


def _last_time(line: DraftLine) -> list[str]:
    """The time of a claim that a figure agrees with, if no other claim speaks of a later one."""
    agreeing = [one.row for one in line.meetings if one.verdict is Verdict.AGREEMENT and one.row.claim.when is not None]
    for row in agreeing:
        when = row.when
        if when is not None and not any(
            one.row.when is not None and when.before(one.row.when) for one in line.meetings
        ):
            return [str(row.claim.when)]
    return []


def _with_times(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures; of a date that another one is compared at, the line says so and no more."""
    dated = {
        figure.hints.when.start: figure.span.text
        for figure in figures
        if figure.item is not None and figure.hints.when is not None and any(one.when for one in figure.choices)
    }
    for figure in figures:
        of = dated.get(figure.span.start) if figure.acceptance is Acceptance.NONE else None
        message = f"{shown(figure.span.text)}: read as the time of {shown(of or '')}"
        yield figure if of is None else replace(figure, message=message, choices=())


def _time(match: Match) -> str | None:
    """The time that may be that of a figure, as the text has it, if it can be read by itself."""
    when = match.hints.when
    if when is None or when.reading is None or match.hints.relative_to is not None:
        return None
    return " ".join(when.text.split())


def _likeliest(match: Match) -> Choice | None:
    """The choice to name of a span that is not paired, None if none is likely or the span is not read.

    An error is mostly near what is right, so that the value counts for more than where an item is filled in. What
    neither the words nor the digits speak for is not worth a line: nearly every figure is near something.
    """
    if match.span.reading is None:
        return None
    likely = [
        (choice.parts.evidence + NEAR_MISS * choice.parts.value, choice)
        for choice in match.choices
        if choice.parts.noun >= 0
        and not choice.parts.stranger
        and _is_worth_a_line(choice.parts, len(match.choices))  # else another is counted
    ]
    best = max(likely, key=lambda one: one[0], default=None)
    return best[1] if best is not None and best[0] >= LIKELY else None


def _is_worth_a_line(parts: Parts, choices: int) -> bool:
    """Whether the words around a figure tell an item of so many, or its digits are those of the item's value."""
    words = max(parts.attribute, parts.quotes)
    is_told = words >= (WORDS_OF_ANOTHER if parts.other else WORDS) or parts.value >= SAME_DIGITS
    return is_told or (choices == 1 and parts.subject >= NAMED)


def _open_message(choices: Sequence[Possibility]) -> str:
    """What a figure that is not paired would be to the likeliest item."""
    parts = [
        f"if it is {one.choice.item.title}: {told(one.line)}{one.condition}" for one in choices if one.line is not None
    ]
    return "; ".join(parts) or ("no item is clear" if choices else "no similar item")


_WORD, _SPACE = re.compile(r"\S+"), re.compile(r"\s+")


def around(article: Article, span: Span) -> tuple[str, str]:
    """What stands before and after a span in its sentence, on one line; all together no more than a quote may have."""
    shown = article.text.shown
    start, end = article.sentence(span)
    left = max(LONGEST_QUOTE - len(span.text.split()), 0)
    before = [match.start() for match in _WORD.finditer(shown, start, span.start)][-BEFORE:]
    before = before[-left:] if left else []
    after = [match.end() for match in _WORD.finditer(shown, span.end, end)][: left - len(before)]
    return (
        _in_a_line(shown[before[0] : span.start]) if before else "",
        _in_a_line(shown[span.end : after[-1]]) if after else "",
    )


def _in_a_line(words: str) -> str:
    return _SPACE.sub(" ", words)
