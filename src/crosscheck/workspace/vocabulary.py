"""rules/attributes.yaml and rules/names.yaml: what is measured, and which spellings are one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from crosscheck.files import relative
from crosscheck.model import Attribute, Kind
from crosscheck.problems import Position, Problems, shown
from crosscheck.readings import ReadingError
from crosscheck.readings.amounts.measures import declared
from crosscheck.vocabulary import Name, Names, is_within, language_tag, normalise
from crosscheck.workspace.documents import AliasDocument, AttributeDocument, Document, NameDocument, validate
from crosscheck.yamltext import Items, Mapping, load_yaml, position

ATTRIBUTES, NAMES = "rules/attributes.yaml", "rules/names.yaml"


def load_attributes(root: Path, problems: Problems) -> dict[str, Attribute]:
    """The declared attributes by normalised name, former names included."""
    found: dict[str, Attribute] = {}
    for name, node, at, document in _entries(root / ATTRIBUTES, root, AttributeDocument, "attribute", problems):
        assert isinstance(document, AttributeDocument)
        fields = dict(document)
        fields.update(separated_by=tuple(sorted(set(document.separated_by))), is_exact=fields.pop("exact") == "true")
        fields.update(is_closed=fields.pop("terms") == "closed")
        attribute = Attribute(name, **fields, at=at)
        if attribute.is_closed and attribute.kind is not Kind.CATEGORY:
            at_terms = Position(at.file, *position(node, ["terms"]))
            problems.add(at_terms, f"terms of attribute {shown(name)} go with kind category only; leave them out")
        _check_unit(attribute, node, problems)
        for spelling in (name, *document.was):
            known = found.setdefault(normalise(spelling), attribute)
            if known is not attribute:
                place = f"{shown(known.name)} ({known.at}) and {shown(name)}"
                problems.add(at, f"{shown(spelling)} names two attributes, {place}; keep one of the two")
    return found


def _check_unit(attribute: Attribute, node: Mapping, problems: Problems) -> None:
    if attribute.unit is None:
        return
    at = Position(attribute.at.file, *position(node, ["unit"]))
    what = f"unit {shown(attribute.unit)} of attribute {shown(attribute.name)}"
    kind = attribute.kind
    if kind is None:
        problems.add(at, f"{what} needs a kind beside it: one of {', '.join(k for k in Kind if _has_unit(k))}")
        return
    if not _has_unit(kind):
        problems.add(at, f"{what} cannot be used with kind {kind}; leave the unit out")
        return
    try:
        measure = declared(attribute.unit, kind)
    except ReadingError as error:
        problems.add(at, f"{what} cannot be used: {error}")
        return
    if measure.kind is not kind:
        problems.add(at, f"{what} measures {measure.kind}, not {kind}; write a unit of {kind}, or another kind")


def _has_unit(kind: Kind) -> bool:
    return kind.has_axis and kind is not Kind.DATE


def load_names(root: Path, problems: Problems) -> Names:
    """The names that the workspace knows."""
    entries: list[Name] = []
    places: dict[str, Position] = {}
    owners: dict[str, list[tuple[str, Position, str]]] = defaultdict(list)
    for name, _, at, document in _entries(root / NAMES, root, NameDocument, "name", problems):
        assert isinstance(document, NameDocument)
        made = _name(name, document)
        entries.append(made)
        places[name] = at
        spoken = {(normalise(spelling), tag): spelling for tag, spelling in reversed(made.translations)}
        own = spoken | {(normalise(spelling), ""): spelling for spelling in (*made.aliases[::-1], name)}
        for (key, tag), spelling in own.items():
            for owner, place, other in owners[key]:
                if owner != name and (is_within(tag, other) or is_within(other, tag)):
                    both = f"{shown(owner)} ({place}) and {shown(name)}"
                    problems.add(at, f"{shown(spelling)} is a spelling of two names, {both}; keep one of the two")
                    break
            owners[key].append((name, at, tag))
        for key, others in (("not", document.not_), ("narrower", document.narrower)):
            for other in others:
                if normalise(other) in {key for key, _ in own}:
                    problems.add(at, f'{shown(other)} is a spelling of {shown(name)} and cannot be in its "{key}"')
    names = Names.of(entries)
    has_circle = _has_circle(entries, names)
    for entry in entries:
        _check_terms(entry, names, places[entry.canonical], problems, has_circle=has_circle)
    return names


def _name(name: str, document: NameDocument) -> Name:
    """An entry of names.yaml as a name."""
    of_all = tuple(alias for alias in document.aliases if isinstance(alias, str))
    spoken = (alias for alias in document.aliases if not isinstance(alias, str))
    translations = tuple((language_tag(alias.language), alias.text) for alias in spoken)
    return Name(name, of_all, document.narrower, document.not_, translations)


def _with_sound_aliases(entry: Mapping, file: str, problems: Problems, what: str) -> Mapping:
    """An entry of names.yaml without aliases that are mappings of wrong keys; what is wrong goes to `problems`."""
    aliases = entry.get("aliases")
    if not isinstance(aliases, Items):
        return entry
    sound = Items(aliases.at)
    for node, at in zip(aliases, aliases.places, strict=True):
        if not isinstance(node, Mapping) or validate(AliasDocument, node, file, problems, f"an alias of {what}"):
            sound.place(node, at)
    made = Mapping(entry.at)
    for key, value in entry.items():
        made.place(key, sound if key == "aliases" else value, entry.key_at(key), entry.value_at(key))
    return made


def _has_circle(entries: Sequence[Name], names: Names) -> bool:
    """Whether any term covers another one that covers it: told in one walk, where each term would need its own."""
    wider = (entry for entry in entries if entry.narrower)
    below = {names.key(entry.canonical): {names.key(term) for term in entry.narrower} for entry in wider}
    try:
        TopologicalSorter({key: terms - {key} for key, terms in below.items()}).prepare()
    except CycleError:
        return True
    return False


def _check_terms(entry: Name, names: Names, at: Position, problems: Problems, *, has_circle: bool) -> None:
    """Terms that cover each other are one, and a term does not cover what must not be merged with it."""
    for term in entry.narrower if has_circle else ():
        if names.key(term) != names.key(entry.canonical) and names.covers(term, entry.canonical):
            message = f"{shown(entry.canonical)} covers {shown(term)}, which covers it in turn; keep one of the two"
            problems.add(at, message)
    for other in entry.distinct:
        if names.key(other) == names.key(entry.canonical):
            continue  # reported above
        if names.covers(entry.canonical, other) or names.covers(other, entry.canonical):
            message = f'{shown(other)} is listed under "not" of {shown(entry.canonical)}, but one includes the other'
            problems.add(at, f"{message}; remove it from one of them")


def _entries(
    path: Path, root: Path, model: type[Document], what: str, problems: Problems
) -> Iterator[tuple[str, Mapping, Position, Document]]:
    node = load_yaml(path, root, problems, optional=True)
    if node is None:
        return
    file = relative(path, root)
    if not isinstance(node, Mapping):
        at = Position(file, *getattr(node, "at", (1, 1)))
        problems.add(at, f'must be a mapping: each {what} begins a line and ends in ":"')
        return
    for name, entry in node.items():
        if entry == "":
            entry = Mapping(node.key_at(name))
        at = Position(file, *node.key_at(name))
        if isinstance(entry, Mapping) and not name.strip():
            problems.add(at, f"the {what} has no name")
            continue
        if model is NameDocument and isinstance(entry, Mapping):
            entry = _with_sound_aliases(entry.renamed("not", "not_"), file, problems, f"{what} {shown(name)}")
        document = validate(model, entry, file, problems, f"{what} {shown(name)}", at=node.value_at(name))
        if document is not None:
            yield " ".join(name.split()), entry, at, document
