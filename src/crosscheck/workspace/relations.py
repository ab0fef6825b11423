"""rules/relations.yaml: what must hold between items."""

from __future__ import annotations

from pathlib import Path

from crosscheck.model import PUBLISHED, WHEN, ItemName, Relation, RelationKind
from crosscheck.problems import Position, Problems, did_you_mean, nearest, shown
from crosscheck.vocabulary import normalise
from crosscheck.workspace.documents import ItemDocument, MemberDocument, validate
from crosscheck.workspace.ids import Separating
from crosscheck.yamltext import Items, Mapping, Node, Place, load_yaml

FILE = "rules/relations.yaml"

ROLES: dict[RelationKind, dict[str, str]] = {
    RelationKind.SPAN: {
        "start": "When it begins.",
        "duration": "How long it lasts.",
        "end": "When it ends.",
    },
    RelationKind.SUM: {
        "total": "What the parts add up to.",
        "parts": "All that the total is made of.",
        "less": "What is taken off the parts; may be left out.",
    },
    RelationKind.ORDER: {"items": "What comes first, then what is not earlier, and so on."},
    RelationKind.PART: {
        "part": "What is never more than the whole.",
        "whole": "What the part belongs to.",
    },
    RelationKind.RATIO: {
        "part": "The amount of the part.",
        "whole": "The amount of the whole.",
        "share": "What share of the whole the part is.",
    },
    RelationKind.RATE: {
        "rate": "How much in a stretch of time.",
        "duration": "How long it went on.",
        "total": "How much it came to.",
    },
}
"""The roles of each kind of relation, and what stands in them."""
USES = {
    RelationKind.SPAN: "A start and a duration give an end.",
    RelationKind.SUM: "A total is the sum of its parts.",
    RelationKind.ORDER: "None is later than any that follows it in the list.",
    RelationKind.PART: "A part is not more than its whole.",
    RelationKind.RATIO: "A part of a whole is a share of it.",
    RelationKind.RATE: "A rate through a duration gives a total.",
}
FIRST = {"end", "total", "whole", "items"}
"""Roles of the member that findings are on."""
LISTED = {"parts": 1, "less": 1, "items": 2}
"""Roles that hold a list, and the least length of it."""
OPTIONAL = {"less"}
"""Roles that may be left out."""
TIMES = {"end": (PUBLISHED, WHEN), "items": (PUBLISHED,)}
"""What may stand in a role instead of an item."""
EACH, SUBJECT = "each", "subject"
"""The key and the value of a relation that holds for every subject."""


def load_relations(root: Path, separating: Separating, problems: Problems) -> tuple[Relation, ...]:
    """The relations of a workspace; `separating` are the separating scope keys by normalised attribute."""
    node = load_yaml(root / FILE, root, problems, optional=True)
    if node is None:
        return ()
    if not isinstance(node, Items):
        at = Position(FILE, *getattr(node, "at", (1, 1)))
        problems.add(at, 'must be a list: each entry begins with "- " and the kind of the relation')
        return ()
    entries = [_Entry(entry, node.value_at(index), separating, problems) for index, entry in enumerate(node)]
    return tuple(relation for entry in entries if (relation := entry.relation()) is not None)


class _Entry:
    """One relation as written; what is wrong goes to `problems`."""

    def __init__(self, node: Node, at: Place, separating: Separating, problems: Problems) -> None:
        self.node, self.at, self.separating, self.problems = node, at, separating, problems
        self.sound = True
        self.for_each = False

    def report(self, at: Place, message: str) -> None:
        self.sound = False
        self.problems.add(Position(FILE, *at), message)

    def relation(self) -> Relation | None:
        known = ", ".join(RelationKind)
        if not isinstance(self.node, Mapping) or len(self.node) != 1:
            self.report(self.at, f"a relation is one key with its items below it; the key is one of {known}")
            return None
        (name, body), at = next(iter(self.node.items())), self.node.key_at(next(iter(self.node)))
        if name not in list(RelationKind):
            near = did_you_mean(name, list(RelationKind))
            self.report(at, f"{shown(name)} is not a kind of relation{near}; known: {known}")
            return None
        kind = RelationKind(name)
        if not isinstance(body, Mapping):
            self.report(self.node.value_at(name), f"the {kind} needs its items: {_usage(kind)}")
            return None
        if EACH in body:
            self.for_each = True
            if body[EACH] != SUBJECT:
                self.report(body.value_at(EACH), f'"{EACH}" is {shown(str(body[EACH]))}; accepted: {SUBJECT}')
        members = self._members(kind, body)
        if not self.sound:
            return None
        first = [member for member in members if member[0] in FIRST][:1]
        others = list(members)
        others.remove(first[0])
        return Relation(kind, (*first, *others), Position(FILE, *self.at), self.for_each)

    def _members(self, kind: RelationKind, body: Mapping) -> list[tuple[str, ItemName]]:
        members: list[tuple[str, ItemName]] = []
        known = (*ROLES[kind], EACH)
        misspelt = {nearest(role, known) for role in body if role not in known}
        for role, node in body.items():
            if role == EACH:
                continue
            if role not in known:
                near = did_you_mean(role, known)
                self.report(body.key_at(role), f"the {kind} has no key {shown(role)}{near}; it is {_usage(kind)}")
            elif role in LISTED:
                members += self._listed(kind, role, node, body.value_at(role))
            else:
                members += self._named(role, node, body.value_at(role))
        for role in ROLES[kind]:
            if role not in body and role not in misspelt and role not in OPTIONAL:
                self.report(body.at, f'the {kind} lacks "{role}"; it is {_usage(kind)}')
        seen: set[object] = set()
        for _, name in members:
            key = (normalise(name.subject), normalise(name.attribute), name.scope)
            if key in seen:
                self.report(self.at, f"the {kind} names {shown(_title(name))} twice")
            seen.add(key)
        return members

    def _listed(self, kind: RelationKind, role: str, node: Node, at: Place) -> list[tuple[str, ItemName]]:
        if not isinstance(node, Items) or len(node) < LISTED[role]:
            least = LISTED[role]
            self.report(at, f'"{role}" of the {kind} must be a list of {least} item{"s" * (least > 1)} or more')
            return []
        return [member for index, entry in enumerate(node) for member in self._named(role, entry, node.value_at(index))]

    def _named(self, role: str, node: Node, at: Place) -> list[tuple[str, ItemName]]:
        if isinstance(node, str) and node.strip() in TIMES.get(role, ()):
            return [(role, ItemName(node.strip()))]
        document = self._document(role, node, at)
        if document is None:
            self.sound = False
            return []
        keys = self.separating.get(normalise(document.attribute), ())
        for key in document.scope:
            if key not in keys:
                what = f"scope {shown(key)} does not separate items of {shown(document.attribute)}"
                self.report(at, f"{what}; separated_by in rules/attributes.yaml says which keys do")
        subject = getattr(document, "subject", "")
        return [(role, ItemName(subject, document.attribute, tuple(sorted(document.scope.items()))))]

    def _document(self, role: str, node: Node, at: Place) -> ItemDocument | MemberDocument | None:
        """An item as it is written; where the relation is for each subject, without one."""
        what = f'the item of "{role}"'
        if self.for_each:
            if isinstance(node, str):
                if " / " in node or not node.strip():
                    wanted = "an attribute alone, since the relation is for each subject"
                    self.report(at, f'"{role}" is {shown(node)}; accepted: {wanted}')
                    return None
                node = Mapping.at_one_place(at, attribute=node)
            return validate(MemberDocument, node, FILE, self.problems, what, at=at)
        if isinstance(node, str):
            subject, found, attribute = node.partition(" / ")
            if not found or " / " in attribute or not subject.strip() or not attribute.strip():
                wanted = 'a "subject / attribute", or {subject: …, attribute: …, scope: {…}}'
                self.report(at, f'"{role}" is {shown(node)}; accepted: {wanted}')
                return None
            node = Mapping.at_one_place(at, subject=subject, attribute=attribute)
        return validate(ItemDocument, node, FILE, self.problems, what, at=at)


def _usage(kind: RelationKind) -> str:
    roles = (role for role in ROLES[kind] if role not in OPTIONAL)
    parts = (f"{role}: [ … ]" if role in LISTED else f"{role}: …" for role in roles)
    return f"{kind}: {{{', '.join(parts)}}}"


def _title(name: ItemName) -> str:
    return " / ".join(part for part in (name.subject, name.attribute) if part)
