"""What a figure of an article would be to an item: the verdict of today's comparing, as for a claim of a draft."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from crosscheck.articles.spotting import Span
from crosscheck.claims.items import check_axes, with_directions
from crosscheck.claims.reader import ClaimReader
from crosscheck.claims.sources import Publications
from crosscheck.claims.values import Dates, Ground
from crosscheck.comparing.listed_items import ListedItems
from crosscheck.drafts import Draft
from crosscheck.entries import FindingsOn, without_relations
from crosscheck.model import Claim, DraftLine, DraftStatus, Item, Policy, Row, Source, Stance
from crosscheck.problems import Problems
from crosscheck.vocabulary import normalise, slug

DIFFERS = frozenset({DraftStatus.CONFLICTS, DraftStatus.NEWER, DraftStatus.OTHER_TIME, DraftStatus.DISPUTED})
"""What a figure is told whose item has another value."""


@dataclass(frozen=True)
class Pairing:
    """An article that is compared with items; `findings_on` and `found_wrong` are as in `Draft`."""

    article: Source
    policy: Policy
    findings_on: FindingsOn
    found_wrong: Callable[[Item], Collection[str]]

    def line(self, span: Span, item: Item, *, when: str | None = None, said_by: str | None = None) -> DraftLine | None:
        """What a span is told if it speaks of an item; None if it cannot be read as a value of it.

        What is not given is not guessed: without `when`, the figure is of no other time than the item's.
        """
        others = tuple(row for row in item.rows if row.claim.source != self.article.id)
        row = self._row(span, item, when, said_by)
        if row is None or not others:
            return None
        rows = with_directions(sorted((*others, row), key=lambda one: one.claim.id))
        together = replace(without_relations(item), rows=rows)
        problems = Problems()
        check_axes([together], problems)
        if problems.found:
            return None
        draft = Draft((self.article.id,), [together], self.findings_on, self.found_wrong, self.policy)
        lines = draft.lines((), ListedItems([together], self.policy), {}, fail_on_unmatched=False)
        return lines[0]

    def _row(self, span: Span, item: Item, when: str | None, said_by: str | None) -> Row | None:
        claim = Claim(
            id=f"{self.article.id}/{slug(item.subject, item.attribute.name)}-{span.start}",
            source=self.article.id,
            subject=item.subject,
            attribute=item.attribute.name,
            value=span.text,
            file=self.article.at.file,
            locate=lambda _: self.article.at[1:],
            scope=item.scope,
            when=when,
            said_by=said_by,
            stance=Stance.REPORTS if said_by else Stance.ASSERTS,
        )
        settings = self.policy.settings
        ground = Ground({normalise(item.attribute.name): item.attribute}, self.policy.terms, settings)
        sources, problems = {self.article.id: self.article}, Problems()
        publications = Publications(sources, Dates(settings), problems, sources)
        rows = ClaimReader(ground, publications, problems).read([claim])
        return rows[0] if rows and not problems.found else None
