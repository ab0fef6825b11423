"""The whole workspace, as remarks that look beyond one item see it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from crosscheck.model.claims import Item, Related, Row
from crosscheck.model.findings import Finding, Policy, Resolution

Title = tuple[str, str]
"""Subject and attribute of an item: `Names.key` of the subject, the normalised name of the attribute."""

NameGroup = tuple[object, ...]
"""Among which names one is looked for: a name that is nearly another one of its group may be a slip of the pen."""

ALL_NAMES: NameGroup = ("all",)
"""The group of every name that a claim uses: of subjects, speakers, scope values, categories and listed names."""

SPEAKERS: NameGroup = ("speakers",)
"""The group of those who speak: `said_by`, else the author of the source."""


class NameUse(NamedTuple):
    """A name in one group, with the claims and the sources that use it.

    `name` is spelled as by its first use, which is `row` of `item`: the first item that uses it, there the first claim.
    """

    group: NameGroup
    name: str
    claims: int
    sources: frozenset[str]
    item: Item
    row: Row


class Finder(Protocol):
    """Finds names; it may be sent to other machines."""

    def finds(self, name: str, /) -> bool:
        """Whether a normalised name is one that is looked for."""
        ...


class AllItems(Protocol):
    """What remarks ask of all items of a workspace: of a list for files, by one query each for archives.

    Items come in their order: by the keys of subject, attribute and separating scope. Their rows are those of all
    claims on them, by claim id, or those that the archive holds, with `Row.others`. A method whose answer may be too
    large says what may be left out; nothing else may.
    """

    def __iter__(self) -> Iterator[Item]:
        """Every item; of an archive this is a pass over all of it."""
        ...

    def names(self, letters: int, /) -> Iterable[NameUse]:
        """Every name, once in each of its groups; names are one if they are equal when normalised.

        The groups are `ALL_NAMES`; `SPEAKERS`, where derived claims do not count; for each value of a separating scope
        ("scope", subject, attribute, key); for each name of a list ("names", subject, attribute, separating scope).

        A name may be left out of a group if none that stays is nearly it (`near` of comparing/similarity.py with
        `letters`); of `ALL_NAMES` if names.yaml has no name that is nearly it; of `SPEAKERS` only if, besides, none is
        the last word of another.
        """
        ...

    def titles(self, letters: int, /) -> Collection[Title]:
        """The different titles of all items.

        A title may be left out if no other has nearly the same subject or nearly the same attribute (`near`, with
        `letters`) and no other is the same words (`same_words` of subject and attribute together).
        """
        ...

    def stated(self, subjects: Collection[str], attributes: Collection[str]) -> Iterable[tuple[Title, str]]:
        """Which sources state what, without derived claims: the titles that have one of some subjects or attributes
        (parts of titles), with the id of each source. A pair may come more than once."""
        ...

    def titles_found(self, subjects: Finder, attributes: Finder | None, /) -> Iterable[Title]:
        """The titles whose subject one finder finds, or whose attribute the other one does; each once."""
        ...

    def of_titles(self, titles: Collection[Title]) -> Iterable[Item]:
        """The items of some titles."""
        ...

    def siblings(self) -> Iterable[Sequence[Item]]:
        """The items of each title whose items differ in the keys of their separating scopes."""
        ...

    def categories(self) -> Iterable[Item]:
        """The items of kind category whose claims have two terms or more; others may come, too."""
        ...

    def shown_titles(self, near_to: Collection[str], /) -> Iterable[str]:
        """`Item.title` of every item.

        One may be left out if, normalised, it is nearly none of `near_to`, nor one that is nearly one of them.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The whole workspace, for remarks that look beyond one item.

    `findings` are those of single items. `known_names` is every spelling in names.yaml; `changed_texts` has a row for
    each source whose text is not the one that was curated.
    """

    items: AllItems
    policy: Policy
    findings: Sequence[Finding] = ()
    resolutions: Mapping[str, Resolution] = field(default_factory=dict)
    relations: tuple[Related, ...] = ()
    known_names: tuple[str, ...] = ()
    changed_texts: tuple[Row, ...] = ()
