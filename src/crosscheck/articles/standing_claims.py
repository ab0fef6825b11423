"""The claims that a person accepted for an article, proposed or curated, and whose words still stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from crosscheck.articles.proposals import Proposals, as_item, places, standing
from crosscheck.model import Claim, Stance
from crosscheck.problems import Position, shown
from crosscheck.texts import Text
from crosscheck.workspace.documents import ChoiceDocument, FigureDocument
from crosscheck.workspace.ids import Separating, default_id


@dataclass(frozen=True, slots=True)
class StandingClaim:
    """A claim whose value stands at `[start, end)` of `Text.shown`; its quote, where the text words it otherwise."""

    claim: Claim
    start: int
    end: int


def standing_claims(
    text: Text, source: str, curated: Iterable[Claim], proposals: Proposals | None, separating: Separating
) -> tuple[list[StandingClaim], list[str]]:
    """The accepted claims of a source whose words stand in a text, in its order, and a sentence on those that do not.

    A proposal that a claim of the source already says is left out. `separating` is as in `default_id`.
    """
    found: list[StandingClaim] = []
    lost: list[Claim] = []
    for claim in curated:
        place = next(_places_of(claim, text), None)
        if place is None:
            lost.append(claim)
        else:
            found.append(StandingClaim(claim, *place))
    known = {(one.claim.text, one.claim.quote) for one in found}
    accepted, notes = _proposed(proposals, source, separating)
    claim_of = {id(figure): claim for figure, claim in accepted}
    there = standing((figure for figure, _ in accepted), text)
    for one in there:
        claim = claim_of.pop(id(one.figure))
        if (claim.text, claim.quote) not in known:
            found.append(StandingClaim(claim, one.start, one.end))
    lost += claim_of.values()
    notes += [f"{claim.at}: {shown(claim.quote or claim.text)} is no longer in the text" for claim in lost]
    return sorted(found, key=lambda one: (one.start, one.end, one.claim.id)), notes


def _places_of(claim: Claim, text: Text) -> Iterator[tuple[int, int]]:
    values = claim.value if isinstance(claim.value, tuple) else (claim.value,)
    for value in values:
        yield from places(text, claim.quote or value, value)
    if claim.quote is not None:
        yield from places(text, claim.quote, claim.quote)


def _proposed(
    proposals: Proposals | None, source: str, separating: Separating
) -> tuple[list[tuple[FigureDocument, Claim]], list[str]]:
    """The accepted figures of a file of proposals as claims, and a sentence on each that names no item."""
    found, notes = [], []
    for figure, at in zip(proposals.figures, proposals.at, strict=True) if proposals is not None else ():
        if figure.accept != "yes":
            continue
        item = as_item(figure)
        if item is None:
            notes.append(
                f"{at}: figure {figure.number} is accepted but has neither a subject with an attribute nor a choice"
            )
        else:
            found.append((figure, _claim(figure, item, at, source, separating)))
    return found, notes


def _claim(figure: FigureDocument, item: ChoiceDocument, at: Position, source: str, separating: Separating) -> Claim:
    scope = tuple(sorted(item.scope.items()))
    by_default = default_id(
        source=source, subject=item.subject, attribute=item.attribute, scope=scope, separating=separating
    )
    made = Claim(
        id=f"{source}/{figure.id}" if figure.id else by_default,
        source=source,
        subject=item.subject,
        attribute=item.attribute,
        value=figure.value,
        file=at.file,
        locate=partial(_place_in, at, has_id=figure.id is not None),
        quote=figure.quote,
        scope=scope,
        read_as=figure.read_as,
        when=figure.when,
        relative_to=figure.relative_to,
        said_by=figure.said_by,
        note=figure.note,
    )
    stance = Stance(figure.stance) if figure.stance else Stance.REPORTS if figure.said_by else Stance.ASSERTS
    return replace(made, stance=stance)


def _place_in(at: Position, key: str, *, has_id: bool) -> tuple[int, int]:
    """Where a figure stands: of all keys, as only whole figures have places."""
    if key == "id" and not has_id:
        raise KeyError(key)
    return at[1:]
