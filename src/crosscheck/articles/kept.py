"""What of earlier work on an article its text no longer has: edits of its proposals, and claims of its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crosscheck.articles.proposals import Proposals, standing
from crosscheck.formatting import counted
from crosscheck.model import Claim
from crosscheck.problems import InputError, Position, Problem, shown
from crosscheck.texts import Text
from crosscheck.workspace.documents import FigureDocument

SAME = 0.25
"""An article in which a smaller share of the earlier quotes stands is another one."""
TOLD = 5
"""So many lost edits or claims are told one by one."""

_WRITTEN = "choice id read_as when relative_to said_by stance note".split()
"""Keys that only a person fills in."""


def lost_claims(text: Text, claims: Sequence[Claim]) -> Iterator[str]:
    """A sentence on each claim whose quote is not in the text of its source."""
    lost = [claim for claim in claims if claim.quote is not None and text.find(claim.quote) is None]
    for claim in lost[:TOLD]:
        quote = f"the quote {shown(claim.quote or '')} of {claim.id}"
        yield f"{claim.at}: {quote} is no longer in the article; remove the claim or correct it"
    if len(lost) > TOLD:
        yield f"the quotes of {counted(len(lost) - TOLD, 'more claim')} are no longer in the article"


def lost_edits(before: Proposals, text: Text, claims: Sequence[Claim], file: str) -> Iterator[str]:
    """A sentence on the edits of an earlier `file` whose quotes the text does not have; a claim by now is not lost.

    Raises `InputError` if the file was made from another article, so that its edits would be lost to this one.
    """
    claimed = {(claim.text, claim.quote or claim.text) for claim in claims}
    stands = {id(one.figure) for one in standing(before.figures, text)}
    lost = [
        figure
        for figure in before.figures
        if id(figure) not in stands and _is_edited(figure) and (figure.value, figure.quote) not in claimed
    ]
    if not lost:
        return
    quotes = {figure.quote for figure in before.figures} | {claim.quote for claim in claims if claim.quote is not None}
    if sum(text.find(quote) is not None for quote in quotes) < SAME * len(quotes):
        made = shown(before.head.article) if before.head.article is not None else "standard input"
        why = f"was made from another article, {made}, and has {counted(len(lost), 'edit')} that would be lost"
        cure = "name the source of this article with --as ID, or remove the file if you do not need it"
        raise InputError([Problem(Position(file), f"{why}; {cure}")])
    told = [f"figure {figure.number} {shown(figure.quote)}" for figure in lost[:TOLD]]
    rest = [f"{len(lost) - TOLD:,} more"] if len(lost) > TOLD else []
    verb = "no longer applies" if len(lost) == 1 else "no longer apply"
    whose = "its quote is" if len(lost) == 1 else "their quotes are"
    yield f"{len(lost):,} of your edits {verb}, as {whose} not in the article: {', '.join([*told, *rest])}"


def _is_edited(figure: FigureDocument) -> bool:
    """Whether a person has said anything of a figure; an item beside choices is a person's, too."""
    is_named = bool(figure.choices) and (figure.subject is not None or figure.attribute is not None)
    return figure.accept != "no" or is_named or any(getattr(figure, key) is not None for key in _WRITTEN)
