"""Accepted proposals become claims: of their source in claims/, or of a draft."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from crosscheck.articles.appending import appended, mirrored
from crosscheck.articles.kept import lost_claims
from crosscheck.articles.proposals import FOLDER, Proposals, as_item, load_proposals, places
from crosscheck.decisions.lock import locked_file
from crosscheck.entries import near_items
from crosscheck.files import listed, present, read_bytes, relative, write_files
from crosscheck.loading import Loaded, Options, load_and_read
from crosscheck.model import Claim, Item, Source
from crosscheck.model.claims import KEYS
from crosscheck.problems import InputError, Position, Problem, Problems, nearest, shown
from crosscheck.progress import NO_PROGRESS
from crosscheck.texts import TEXT_SUFFIXES, Text, read_text
from crosscheck.vocabulary import normalise, slug
from crosscheck.workspace.claim_files import load_claims
from crosscheck.workspace.claim_writing import claim_lines, source_lines
from crosscheck.workspace.documents import FigureDocument
from crosscheck.workspace.ids import default_id, separating_of
from crosscheck.workspace.texts import LONGEST_QUOTE
from crosscheck.yamltext import Items, Mapping, parse

Cells = dict[str, Any]
"""A claim to be written, by the keys of a claims file."""
Figure = tuple[Cells, str, Position]
"""It with what its figure is called, and where that stands among the proposals."""
LONGEST_ID = 100
SLIP = 0.75
"""An attribute that is so much like a known one may be that one, misspelt."""
NAMED = 10
"""So many numbers are listed where one is not there."""

TAKEN_OVER = "read_as when relative_to said_by stance note".split()


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was written: so many claims to `file`, besides those that were there already; `notes` are for the person."""

    file: str
    claims: int
    already: int
    notes: tuple[str, ...] = ()


def accept(
    root: Path,
    path: Path,
    options: Options,
    only: Collection[str] = (),
    id: str | None = None,
    draft: Path | None = None,
) -> Accepted:
    """Write the accepted proposals of a file as claims of the source `id`, else of the one that the file names.

    `only`: the figures of these numbers, whatever is said of them, and no others. `draft`: a claims file to write them
    to. Nobody else writes claims meanwhile. Raises `InputError` or, if somebody else does not end, `SystemFailure`, and
    writes nothing then.
    """
    claims = root / "claims"
    is_elsewhere = draft is not None and not draft.resolve().is_relative_to(claims.resolve())
    held = draft if draft is not None and is_elsewhere else claims
    with locked_file(held, relative(held, root)):
        return _accepted(root, path, options, only, id, draft)


def _accepted(
    root: Path, path: Path, options: Options, only: Collection[str], id: str | None, draft: Path | None
) -> Accepted:
    _check_file(path, root)
    found = load_proposals(path, root)
    loaded = load_and_read(root, options, NO_PROGRESS, may_be_empty=True)
    source = id or found.head.source
    problems = Problems()
    figures = list(_chosen(found, only, problems))
    text = _text_of(found, [*_folders(root, options, loaded), path.parent, root, Path.cwd()], root, path)
    for figure, at in figures:
        _check(figure, at, text, problems)
        _check_attribute(figure, at, loaded, problems)
    problems.raise_any()
    target = draft if draft is not None else _file_of(source, loaded)
    there = list(_there(target, root, source, loaded, draft))
    lost = list(lost_claims(text, there)) if text is not None else []
    fresh = list(_fresh([(_cells(figure), f"figure {figure.number}", at) for figure, at in figures], there))
    name = relative(target, root)
    already = len(figures) - len(fresh)
    if not fresh:
        return Accepted(name, 0, already, tuple(lost))
    old = read_bytes(target, name) if present(target, name) else None
    with_ids = list(_with_ids([cells for cells, _, _ in fresh], source, loaded))
    head = _head(source, found, loaded, root, options, is_draft=draft is not None)
    content = appended(old, name, [list(claim_lines(cells, 0)) for cells in with_ids], head)
    texts = next((folder for folder in _folders(root, options, loaded) if folder.is_dir()), None)
    ids = {f"{source}/{cells['id']}" for cells in with_ids}
    try:
        notes = _tried(root, target, content, replace(options, texts=texts), source, ids)
    except InputError as error:
        raise InputError(_as_figures(error.problems, name, content, fresh)) from None
    write_files({target: content})
    return Accepted(name, len(fresh), already, (*lost, *notes))


def _check_file(path: Path, root: Path) -> None:
    """Raises `InputError` for an article, naming its proposals if it has some."""
    if path.suffix.lower() not in TEXT_SUFFIXES or path.suffix.lower() == ".txt":
        return
    made = [root / FOLDER / f"{id}.yaml" for id in (path.stem, slug(path.stem))]
    there = next((file for file in made if file.is_file()), None)
    cure = f"did you mean {relative(there, root)}?" if there is not None else "run crosscheck propose to make one"
    raise InputError([Problem(Position(relative(path, root)), f"is an article, not a file of proposals; {cure}")])


# ------------------------------------------------------------------------------------------------ which figures


def _chosen(found: Proposals, only: Collection[str], problems: Problems) -> Iterator[tuple[FigureDocument, Position]]:
    """The figures to accept, each with its place."""
    numbers = [figure.number for figure in found.figures]
    for number in sorted(set(only).difference(numbers), key=int):
        there = ", ".join([*numbers[:NAMED], *(["…"] if len(numbers) > NAMED else [])]) or "none"
        problems.add(Position("--only"), f"there is no figure {number}; the file has {there}")
    for figure, at in zip(found.figures, found.at, strict=True):
        if only and figure.number in only and figure.accept == "never":
            problems.add(at, f'figure {figure.number} says "accept: never"; write "accept: yes" if you mean it')
        elif figure.number in only if only else figure.accept == "yes":
            yield figure, at


def _check(figure: FigureDocument, at: Position, text: Text | None, problems: Problems) -> None:
    """Report what a claim would lack, and words that the article does not have."""
    what = f"figure {figure.number}"
    if figure.choice is not None and (figure.subject or figure.attribute):
        problems.add(at, f"{what} has both a choice and a subject or attribute; keep one or the other")
    elif as_item(figure) is None:
        there = f"its choices are 1 to {len(figure.choices)}" if figure.choices else "it has no choices"
        lacks = [key for key in ("subject", "attribute") if getattr(figure, key) is None]
        if figure.choice is not None:
            problems.add(at, f"{what} has no choice {figure.choice}; {there}")
        else:
            problems.add(at, f'{what} lacks "{lacks[0]}"; write a subject and an attribute, or "choice: 1" ({there})')
    if len(figure.quote.split()) > LONGEST_QUOTE:
        problems.add(at, f"the quote of {what} has more than {LONGEST_QUOTE} words")
    if text is not None and next(places(text, figure.quote, figure.value), None) is None:
        found = text.find(figure.quote)
        where = "the article" if found is None else "its quote"
        words = figure.quote if found is None else figure.value
        problems.add(at, f"the {'quote' if found is None else 'value'} {shown(words)} of {what} is not in {where}")


def _check_attribute(figure: FigureDocument, at: Position, loaded: Loaded, problems: Problems) -> None:
    """Report an attribute that nobody knows if it is nearly one that somebody does: it would hide a conflict."""
    item, known = as_item(figure), loaded.read.kinds
    if item is None or normalise(item.attribute) in known:
        return
    near = nearest(normalise(item.attribute), known, SLIP)
    if near is not None:
        declared = loaded.workspace.attributes.get(near)
        meant = shown(declared.name if declared is not None else near)
        problems.add(
            at,
            f"figure {figure.number}: no attribute is called {shown(item.attribute)}; did you mean {meant}? "
            "If it is another one, add it to rules/attributes.yaml",
        )


def _cells(figure: FigureDocument) -> Cells:
    item = as_item(figure)
    assert item is not None
    cells: Cells = {"subject": item.subject, "attribute": item.attribute, "value": figure.value}
    if figure.quote != figure.value:
        cells["quote"] = figure.quote
    if figure.id is not None:
        cells["id"] = figure.id
    if item.scope or figure.scope:
        cells["scope"] = tuple({**item.scope, **figure.scope}.items())
    return cells | {key: value for key in TAKEN_OVER if (value := getattr(figure, key)) is not None}


# ------------------------------------------------------------------------------------------------ the article


def _folders(root: Path, options: Options, loaded: Loaded) -> Iterator[Path]:
    """The folder of texts, if there is one."""
    declared = loaded.workspace.settings.sources
    if options.texts is not None:
        yield options.texts
    elif declared is not None:
        yield root / declared


def _text_of(found: Proposals, folders: Sequence[Path], root: Path, path: Path) -> Text | None:
    """The text of the article, None of one from standard input; raises `InputError` if it is gone or changed."""
    name, file = found.head.article, relative(path, root)
    if name is None:
        return None
    texts = [read_text(folder / name, name) for folder in dict.fromkeys(folders) if present(folder / name, name)]
    for text in texts:
        if text.sha256 == found.head.sha256:
            return text
    if texts:
        why = f"{shown(name)} has changed since these proposals were made; run crosscheck propose again"
        raise InputError([Problem(Position(file), f"{why}: it keeps your edits")])
    where = "the folder of texts, the folder of the proposals, the workspace or the current folder"
    there = [folder for folder in listed(root, ".") if (folder / name).is_file()]
    same = [folder for folder in there if sha256(read_bytes(folder / name, name)).hexdigest() == found.head.sha256]
    near = next((folder.name for folder in same), None)
    cure = "name its folder with --sources" if near is None else f"it is in {near}: add --sources {near}"
    raise InputError([Problem(Position(file), f"{shown(name)} is not in {where}; {cure}")])


# ---------------------------------------------------------------------------------------------------- the file


def _file_of(source: str, loaded: Loaded) -> Path:
    """The claims file that declares a source, else claims/ID.yaml."""
    root, declared = loaded.workspace.root, loaded.workspace.sources.get(source)
    file = root / declared.at.file if declared is not None else root
    return file if file.is_file() else root / "claims" / f"{source}.yaml"


def _there(target: Path, root: Path, source: str, loaded: Loaded, draft: Path | None) -> Iterable[Claim]:
    """The claims beside which those accepted stand: those of the source, or of the draft."""
    if draft is None:
        return loaded.claims_of({source})
    return _loaded(target, root) if present(target, relative(target, root)) else []


def _loaded(file: Path, root: Path) -> Sequence[Claim]:
    """The claims of one file; raises `InputError`."""
    problems = Problems()
    _, claims = load_claims([file], root, {}, problems)
    problems.raise_any()
    return claims


def _fresh(figures: Iterable[Figure], there: Iterable[Claim]) -> Iterator[Figure]:
    """The claims that are not there already: those are known by their value and quote."""
    known: Counter[tuple[str, str]] = Counter((claim.text, claim.quote or claim.text) for claim in there)
    for figure in figures:
        cells = figure[0]
        key = (str(cells["value"]), str(cells.get("quote", cells["value"])))
        if known[key] > 0:
            known[key] -= 1
        else:
            yield figure


def _with_ids(cells: Iterable[Cells], source: str, loaded: Loaded) -> Iterator[Cells]:
    """Each claim with an id that no other of its source has: its own, else the default one, no longer than ids are."""
    taken = {claim.id for claim in loaded.claims_of({source})}
    separating = separating_of(loaded.workspace.attributes)
    for each in cells:
        by_default = default_id(
            source=source,
            subject=each["subject"],
            attribute=each["attribute"],
            scope=each.get("scope", ()),
            separating=separating,
        )
        base = each.get("id") or by_default.removeprefix(f"{source}/")[:LONGEST_ID].strip("-")
        number, id = 1, base
        while "id" not in each and f"{source}/{id}" in taken:
            number += 1
            id = f"{base[: LONGEST_ID - 5].rstrip('-')}-{number}"
        taken.add(f"{source}/{id}")
        yield {**each, "id": id}


def _head(id: str, found: Proposals, loaded: Loaded, root: Path, options: Options, *, is_draft: bool) -> list[str]:
    """The lines above the claims of a new file: they describe a source that no file describes."""
    declared = loaded.workspace.sources.get(id)
    is_known = declared is not None and (root / declared.at.file).is_file()
    article = found.head.article
    source: Source | None = None
    if is_known and is_draft:
        source = declared
    elif not is_known:
        in_folder = article is not None and any(
            (folder / article).is_file() for folder in _folders(root, options, loaded)
        )
        text = article if in_folder and article is not None and Path(article).stem != id else None
        source = Source(
            id,
            Position("claims"),
            published=found.head.published,
            language=found.head.language or "en",
            text=text,
            sha256=found.head.sha256,
        )
    schema = [] if is_draft or not (root / "schema" / "claims.json").is_file() else [_MODELINE]
    return [*schema, *source_lines(id, source)]


_MODELINE = "# yaml-language-server: $schema=../schema/claims.json"


# ------------------------------------------------------------------------------------------------------- trial


def _tried(root: Path, target: Path, content: bytes, options: Options, source: str, ids: Collection[str]) -> list[str]:
    """What a person should know of the new claims, once the workspace has been read with them.

    Raises `InputError` if it cannot be, or if the file then says anything else of the claims that it had.
    """
    with TemporaryDirectory() as name:
        folder = Path(name).resolve()
        is_inside = target.resolve().is_relative_to((root / "claims").resolve())
        if is_inside:
            trial = mirrored(root, target, content, folder)
            made = trial / target.resolve().relative_to(root.resolve())
        else:
            trial, made = root, folder / target.name
            made.write_bytes(content)
            options = replace(options, draft=str(made))
        before, after = _claims_in(target, root), _claims_in(made, trial)
        added = after[len(before) :]
        others = {claim[0] for claim in added} - {source}  # a source is the first of `KEYS`
        if others:
            message = f"has the claims of {shown(others.pop())}, not of {shown(source)}; --as or --draft names another"
            raise InputError([Problem(Position(relative(target, root)), message)])
        if after[: len(before)] != before or len(added) != len(ids):
            message = "the claims would not be read as they are meant; add them by hand"
            raise InputError([Problem(Position(relative(target, root)), message)])
        loaded = load_and_read(trial, options, NO_PROGRESS, may_be_empty=True)
        return list(_notes(loaded, source, ids))


def _as_figures(problems: Iterable[Problem], file: str, content: bytes, fresh: Sequence[Figure]) -> Iterator[Problem]:
    """Problems of the claims that were to be written, which no file has, at the proposals that these are made of."""
    claims = parse(content, file)
    entries = claims.get("claims") if isinstance(claims, Mapping) else None
    first = len(entries) - len(fresh) if isinstance(entries, Items) else 0
    begins = [entries.value_at(first + place)[0] for place in range(len(fresh))] if isinstance(entries, Items) else []
    for problem in problems:
        place = bisect_right(begins, problem.at.line) - 1
        if problem.at.file != file or place < 0:
            yield problem
        else:
            _, name, at = fresh[place]
            yield Problem(at, f"{name}: {problem.message}")


def _claims_in(file: Path, root: Path) -> list[tuple[Any, ...]]:
    """All that the claims of a file say, in their order there."""
    claims = _loaded(file, root) if file.exists() else ()
    return [tuple(getattr(claim, key) for key in KEYS if key != "id") for claim in claims]


def _notes(loaded: Loaded, source: str, ids: Collection[str]) -> Iterator[str]:
    """Each new claim that no other source covers, with the items that it may have meant."""
    names = loaded.workspace.names
    items = loaded.read.items(loaded.policy)
    mine = [claim for claim in loaded.claims_of({source}) if claim.id in ids]
    titles = {(names.key(claim.subject), normalise(claim.attribute)) for claim in mine}
    alone = [
        item
        for item in items.of_titles(titles)
        if any(row.claim.id in ids for row in item.rows) and not _is_of_others(item, source)
    ]
    near = near_items(alone, items, lambda item: _is_of_others(item, source), loaded.read.kinds, names)
    for item, others in zip(alone, near, strict=True):
        listed = "; ".join(other.title for other in others if _may_be_one(item, other, loaded))
        if listed:
            yield f"no other source covers {item.title}; did you mean {listed}?"


def _may_be_one(item: Item, other: Item, loaded: Loaded) -> bool:
    """Whether a near item may be the same one: two attributes that are declared are two."""
    one, two = normalise(item.attribute.name), normalise(other.attribute.name)
    return item.kind is other.kind and (one == two or not {one, two} <= loaded.workspace.attributes.keys())


def _is_of_others(item: Item, source: str) -> bool:
    return any(row.claim.source != source for row in item.rows)
