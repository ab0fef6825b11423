"""The kinds of attributes that nobody declared: what all of their values read as."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from crosscheck.claims.sources import Publications
from crosscheck.claims.values import Manner, manner_of
from crosscheck.model import Attribute, Claim, Kind, Reading, ReadingSettings
from crosscheck.problems import Problems, did_you_mean, shown
from crosscheck.readings import kinds_of
from crosscheck.vocabulary import normalise
from crosscheck.yamlwriting import scalar


def with_kinds(
    declared: Mapping[str, Attribute],
    claims: Iterable[Claim],
    publications: Publications,
    settings: ReadingSettings,
    problems: Problems,
) -> dict[str, Attribute]:
    """Declared attributes by normalised name, and each other one with the kind that its values read as.

    `claims` are in the order of their ids. What has no kind, or more than one, goes to `problems`.
    """
    complete = dict(declared)
    without: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        name = normalise(claim.attribute)
        found = complete.get(name)
        if found is None:
            without[name].append(claim)
        elif found.kind is None:
            without[normalise(found.name)].append(claim)
    for name, of_attribute in without.items():
        first = of_attribute[0]
        attribute = complete.get(name) or Attribute(first.attribute, at=first.place("attribute"))
        kinds = [(claim, _kinds(claim, publications, settings)) for claim in _different(of_attribute)]
        kind: Kind | str = common_kind([found for _, found in kinds])
        if not isinstance(kind, Kind):
            unread = next((claim for claim, found in kinds if not found), None)
            kind = kind if unread is None else no_kind(unread)
            refuse(attribute, first, kind, Counter(found for _, found in kinds), declared, problems)
        made = replace(attribute, kind=kind if isinstance(kind, Kind) else None)
        for spelling in (made.name, *made.was):
            complete[normalise(spelling)] = made
    return complete


def kinds_of_value(
    text: str | tuple[str, ...],
    settings: ReadingSettings,
    *,
    is_number: bool = False,
    is_relative: bool = False,
    published: Reading | None = None,
    manner: str = "en",
) -> frozenset[Kind]:
    """The kinds in which a value reads; `is_relative`: it is one text that counts from another claim or a date."""
    if is_relative:
        # What counts from another date can only be a date; which date does not matter for its kind.
        return frozenset({Kind.DATE})
    if is_number:
        return frozenset({Kind.COUNT})
    context = Manner.of(manner).context(None, None, settings)
    return kinds_of(text, replace(context, published=published))


def common_kind(kinds: Iterable[frozenset[Kind]]) -> Kind | str:
    """The one kind in which all values read, from the kinds of each, else why there is none."""
    common: frozenset[Kind] | None = None
    for found in kinds:
        common = found if common is None else common & found
    if common is not None and len(common) == 1:
        return next(iter(common))
    return f"its values read as {' and '.join(sorted(common or ())) or 'different kinds'}"


def no_kind(claim: Claim) -> str:
    """Why an attribute has no kind whose claim reads in none."""
    return f"the value {shown(claim.text)} reads as no kind"


def refuse(
    attribute: Attribute,
    first: Claim,
    why: str,
    kinds: Mapping[frozenset[Kind], int],
    declared: Mapping[str, Attribute],
    problems: Problems,
) -> None:
    """Complain of an attribute without a kind, with the line that would declare the likeliest one.

    `first` is its first claim; `kinds` says how many of its different values read in which kinds.
    """
    near = did_you_mean(attribute.name, [known.name for known in declared.values()])
    what = f"attribute {shown(attribute.name)} has no kind: {why}"
    total = sum(kinds.values())
    counts = {kind: sum(count for found, count in kinds.items() if kind in found) for kind in Kind}
    most = max(counts.values())
    if most * 2 > total:
        kind, *others = (kind for kind in Kind if counts[kind] == most)
        note = f"{most:,} of {total:,} different values read as this"
        note += f", and as {' or '.join(others)}" if others else ""
    else:
        kind, note = Kind.CATEGORY, "most of its values read as nothing else"
    entry = "" if near else f"{scalar(attribute.name)}: {{kind: {kind}}}  # {note}"
    problems.add(first.place("attribute"), f"{what}; declare its kind in rules/attributes.yaml{near}", entry)


def _different(claims: Iterable[Claim]) -> list[Claim]:
    """The first claim of each value that may read otherwise than another."""
    found: dict[object, Claim] = {}
    for claim in claims:
        text = claim.value if claim.read_as is None else claim.read_as
        is_number = claim.is_number and claim.read_as is None
        key = (text, is_number, claim.relative_to is not None, claim.source, claim.read_as is None, claim.language)
        found.setdefault(key, claim)
    return list(found.values())


def _kinds(claim: Claim, publications: Publications, settings: ReadingSettings) -> frozenset[Kind]:
    """The kinds in which the value of a claim reads."""
    return kinds_of_value(
        claim.value if claim.read_as is None else claim.read_as,
        settings,
        is_number=claim.is_number and claim.read_as is None,
        is_relative=claim.relative_to is not None and isinstance(claim.value, str),
        published=publications.of(claim.source),
        manner=manner_of(claim, publications.sources.get(claim.source)),
    )
