"""The kinds of attributes that nobody declared: what all of their values read as."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from crosscheck.claims.sources import Publications
from crosscheck.claims.values import Manner, manner_of
from crosscheck.model import Attribute, Claim, Kind, Reading, ReadingSettings
from crosscheck.problems import Problems, did_you_mean, shown
from crosscheck.readings import kinds_of
from crosscheck.vocabulary import normalise


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
        kind = _kind(of_attribute, publications, settings)
        if not isinstance(kind, Kind):
            near = did_you_mean(attribute.name, [known.name for known in declared.values()])
            what = f"attribute {shown(attribute.name)} has no kind: {kind}"
            problems.add(first.place("attribute"), f"{what}; declare its kind in rules/attributes.yaml{near}")
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


def _kind(claims: Iterable[Claim], publications: Publications, settings: ReadingSettings) -> Kind | str:
    """The one kind in which the values of claims read, else why there is none."""
    known: dict[object, frozenset[Kind]] = {}
    for claim in claims:
        is_relative = claim.relative_to is not None and isinstance(claim.value, str)
        text = claim.value if claim.read_as is None else claim.read_as
        is_number = claim.is_number and claim.read_as is None
        key = (text, is_number, is_relative, claim.source, claim.read_as is None, claim.language)
        source = publications.sources.get(claim.source)
        if key not in known:
            known[key] = kinds_of_value(
                text,
                settings,
                is_number=is_number,
                is_relative=is_relative,
                published=publications.of(claim.source),
                manner=manner_of(claim, source),
            )
        if not known[key]:
            return f"the value {shown(claim.text)} reads as no kind"
    return common_kind(known.values())
