"""claims/*.yaml: sources and their claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from crosscheck.files import relative
from crosscheck.model import Claim, Source, Stance
from crosscheck.problems import Position, Problems, did_you_mean, nearest, shown
from crosscheck.workspace.documents import ClaimDocument, SourceDocument, validate
from crosscheck.workspace.ids import Separating, default_id
from crosscheck.yamltext import Items, Mapping, Node, load_yaml

KEYS = ("source", "claims")


Library = tuple[dict[str, Source], list[Claim]]
"""Sources by id, and the claims of all of them; claims without a written id may have one in common."""


def load_claims(paths: Iterable[Path], root: Path, separating: Separating, problems: Problems) -> Library:
    """Every source and claim in some files; what is wrong goes to `problems`."""
    sources: dict[str, Source] = {}
    claims: list[Claim] = []
    for path in paths:
        name = relative(path, root)
        before = len(problems.found)
        try:
            node = load_yaml(path, root, problems)
            if node is not None or len(problems.found) == before:  # else it cannot be read
                claims += _ClaimsFile(name, separating, problems).claims(node, sources)
        except Exception as error:
            error.add_note(f"while reading {name}")
            raise
    return sources, claims


class _ClaimsFile:
    """One claims file; what is wrong goes to `problems`."""

    def __init__(self, name: str, separating: Separating, problems: Problems) -> None:
        self._name, self._separating, self._problems = name, separating, problems

    def claims(self, node: Node | None, sources: dict[str, Source]) -> list[Claim]:
        """The claims of the file, whose document is `node`; a source that it declares goes to `sources`."""
        if isinstance(node, Mapping):
            self._check_keys(node)
            return list(self._claims(node, self._source(node, sources)))
        if node is None:
            self._report((1, 1), 'the file is empty; accepted: "source:" and "claims:"')
        else:
            what = 'a claims file must be a mapping with "source:" and "claims:"'
            self._report(getattr(node, "at", (1, 1)), what)
        return []

    def _report(self, at: tuple[int, int], message: str) -> None:
        self._problems.add(Position(self._name, *at), message)

    def _check_keys(self, node: Mapping) -> None:
        misspelt = set()
        for key in node.keys() - set(KEYS):
            misspelt.add(nearest(key, KEYS))
            what = f"a claims file has no key {shown(key)}{did_you_mean(key, KEYS)}; known: {', '.join(KEYS)}"
            self._report(node.key_at(key), what)
        for key in KEYS:
            if key not in node and key not in misspelt:
                self._report(node.at, f'the file lacks "{key}:"; accepted: "source:" and "claims:"')

    def _source(self, parent: Mapping, sources: dict[str, Source]) -> str:
        """The id of the source, which goes to `sources` if the file declares it; empty if there is none."""
        node = parent.get("source")
        if node is None:
            return ""
        at = parent.value_at("source")
        declared = Mapping.at_one_place(at, id=node) if isinstance(node, str) else node
        document = validate(SourceDocument, declared, self._name, self._problems, "the source")
        if document is None:
            name = node.get("id") if isinstance(node, Mapping) else None
            return name if isinstance(name, str) else ""
        if isinstance(node, Mapping):
            published_at = Position(self._name, *node.value_at("published")) if document.published else None
            self._declare(Source(at=Position(self._name, *at), published_at=published_at, **dict(document)), sources)
        return document.id

    def _declare(self, source: Source, sources: dict[str, Source]) -> None:
        known = sources.setdefault(source.id, source)
        if known is not source:
            what = f"source {shown(source.id)} is declared twice (first in {known.at})"
            self._problems.add(source.at, f'{what}; in further files write only "source: {source.id}"')

    def _claims(self, parent: Mapping, source: str) -> Iterator[Claim]:
        nodes = parent.get("claims")
        if nodes is None or nodes == "":
            return
        if not isinstance(nodes, Items):
            self._report(parent.value_at("claims"), '"claims" must be a list: each entry begins with "- "')
            return
        for index, node in enumerate(nodes):
            name = node.get("id") if isinstance(node, Mapping) else None
            what = f"claim {shown(name)}" if isinstance(name, str) and name else "the claim"
            document = validate(ClaimDocument, node, self._name, self._problems, what, at=nodes.value_at(index))
            if document is not None:
                yield self._claim(document, node, source)

    def _claim(self, document: ClaimDocument, node: Mapping, source: str) -> Claim:
        scope = tuple(sorted(document.scope.items())) if document.scope else ()
        subject, attribute, said_by = document.subject, document.attribute, document.said_by
        return Claim(
            id=f"{source}/{document.id}"
            if document.id
            else default_id(
                source=source, subject=subject, attribute=attribute, scope=scope, separating=self._separating
            ),
            source=source,
            subject=subject,
            attribute=attribute,
            value=document.value,
            file=self._name,
            locate=node.value_at,
            quote=document.quote,
            read_as=document.read_as,
            language=document.language,
            scope=scope,
            when=document.when,
            relative_to=document.relative_to,
            said_by=said_by,
            stance=document.stance or (Stance.ASSERTS if said_by is None else Stance.REPORTS),
            exhaustive=document.exhaustive == "true",
            url=document.url,
            note=document.note,
        )
