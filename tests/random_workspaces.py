"""Random workspaces, as claims files and as tables: near names, speakers, scopes, relations, times."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factories import Entry, c, claims_file, workspace
from tables import csv_of, flat, json_lines_of, parquet_of

ATTRIBUTES = """\
aid: {kind: money, unit: USD}
start: {kind: date}
end: {kind: date}
length: {kind: duration, unit: years}
members: {kind: count, over_time: changes}
total members: {kind: count, over_time: changes, separated_by: [by]}
share: {kind: share, unit: percent}
groups: {kind: names}
status: {kind: category, separated_by: [by, in]}
words: {kind: quotation}
height: {kind: quantity, unit: m, tolerance: 1 m, was: [tallness]}
outlay: {kind: money, unit: USD, over_time: per_period}
dead: {kind: count, over_time: accumulates}
deadline: {kind: date, over_time: changes}
stage: {kind: category, terms: closed}
docket: {kind: identifier}
"""
NAMES = """\
Plan Colombia: {aliases: [PC, Plan of Colombia], not: [Plan Columbia]}
open: {narrower: [ajar]}
Alvaro Uribe Velez: {aliases: ["Álvaro Uribe"]}
"""
RELATIONS = """\
- span: {start: Plan Colombia / start, duration: Plan Colombia / length, end: Plan Colombia / end}
- order: {items: [Plan Colombia / start, FARC / start]}
- part: {part: FARC / members, whole: "Élan / members"}
- part: {each: subject, part: dead, whole: members}
- order: {each: subject, items: [start, end]}
- sum: {each: subject, total: members, parts: [dead], less: [missing]}
"""
VALUES: dict[str, tuple[object, ...]] = {
    "aid": ("$14 billion", "around $14 billion", "$14.6 billion", "at least $2 million", "over $13 billion"),
    "start": ("1999", "July 2000", "late 1990s", "2000-07-13", "2000", "2000-07-13T21:30", "2000-07-13T23:00-04:00"),
    "end": ("2015", "2016", "2015-03"),
    "length": ("15 years", "a decade and a half", "16 years", "190 months", "5,800 days"),
    "members": ("20,000", "about 20,000", "19,500", "7,000", "hundreds", "up 7,000", "down 7,000"),
    "total members": ("20,000", "7,000"),
    "share": ("a third", "33%", "most", "over 40 percent"),
    "groups": ("Norte, Sur", "Norte", "Este, Surr", "Norte and Norta", "Oeste, Sur"),
    "status": ("open", "closed", "ajar", "Closed", "the closed"),
    "words": (
        "we will never give up this fight for them",
        "we will never give up this fight",
        "no",
        "we lost 15 men in the ambush near Tumaco",
        "we lost fifteen men in the ambush near Tumaco",
        "we lost 50 men in the ambush near Tumaco",
    ),
    "outlay": ("$5 million", "$6 million", "$5.2 million"),
    "dead": ("12", "12 people", "12 families", "15 dead", "at least 15", "up to 20"),
    "deadline": ("by 2028", "by fall 2028", "by 2030", "2029", "since 2030"),
    "stage": ("open", "ajar", "planned", "in force", "In force"),
    "docket": ("A-12 B", "a-12b", "A-13", "12"),
    "height": ("12 m", "13 m", "14.5 metres", "40 feet", "1,250 cm"),
    "tallness": ("12 m", "13.5 m"),
    "Depth": ("5 km", "6 km", "5.4 km", "3 miles", "5 miles"),
    "depth": ("5 km", "7 km"),
    "depths": ("5 km",),
}
SUBJECTS = (
    "Plan Colombia",
    "plan Colombia",
    "The Plan Colombia",
    "Plan Columbia",
    "PC",
    "FARC",
    "F.A.R.C.",
    "Élan",
    "élan",
    "Elan 2",
    "Elan-2",
    "Plan Colombia 2",
    "a",
    "x,\ty",
    '"Quoted"',
)
SCOPES = (
    {"by": "Ecuador"},
    {"by": "ecuador", "stage": "given"},
    {"stage": "planned"},
    {"by": "Ecuadro"},
    {"by": "Ecuador", "in": "1999"},
    {"in": "1999"},
    {"by": '"'},
)
SPEAKERS = ("Uribe", "Pastrana", "Andrés Pastrana", "Pastranna", "Alvaro Uribe Veles", "Minister")
HEADS: dict[str, dict[str, Any]] = {
    "s": {"published": "2001-05-04", "author": "Jane Doe"},
    "t": {"published": "2016", "copies": ["s"]},
    "u": {"author": "Jane Do", "language": "es"},
}


@dataclass(frozen=True)
class Drawn:
    """Claims of a workspace, and the files beside them."""

    claims: Sequence[Entry]
    heads: dict[str, dict[str, Any]]
    names: str
    relations: str

    def as_files(self, root: Path) -> Path:
        files = {}
        for source in {entry.source for entry in self.claims} | self.heads.keys():
            head = {"id": source, **self.heads[source]} if source in self.heads else source
            files[f"{source}.yaml"] = claims_file(head, *(e.keys for e in self.claims if e.source == source))
        return self._made(root, files)

    def as_tables(self, root: Path, format: str, in_files: str = "") -> Path:
        """The claims in one table, or in two if `format` is two; those of sources `in_files` in claims files."""
        rows = [flat(entry) for entry in self.claims if entry.source not in in_files]
        files: dict[str, str | bytes] = {}
        root.mkdir()
        if format == "csv":
            files["all.csv"] = csv_of(rows)
        elif format == "jsonl":
            files["all.jsonl"] = json_lines_of(rows)
        elif format == "parquet":
            files["all.parquet"] = parquet_of(csv_of(rows), root)
        else:
            files |= {"b/one.csv": csv_of(rows[::2]), "a/two.jsonl": json_lines_of(rows[1::2])}
        for source in sorted(self.heads.keys() | set(in_files)):
            head = {"id": source, **self.heads[source]} if source in self.heads else source
            of_file = [e.keys for e in self.claims if e.source == source] if source in in_files else []
            files[f"{source}.yaml"] = claims_file(head, *of_file)
        return self._made(root, files)

    def _made(self, root: Path, files: dict[str, str | bytes]) -> Path:
        more = {"rules/relations.yaml": self.relations} if self.relations else {}
        return workspace(root, files, attributes=ATTRIBUTES, names=self.names, files=more)


def drawn(seed: int, count: int = 60) -> Drawn:
    pick = random.Random(seed)
    attributes = pick.sample(list(VALUES), pick.randint(2, len(VALUES)))
    subjects = pick.sample(SUBJECTS, pick.randint(1, len(SUBJECTS)))
    optional = {
        key for key in ("quote", "id", "said_by", "when", "scope", "relative", "read_as") if pick.random() < 0.5
    }
    claims: list[Entry] = []
    for number in range(count):
        keys: dict[str, Any] = {}
        attribute = pick.choice(attributes)
        for key, made in (
            ("quote", lambda: f"words {pick.randint(1, 3)}"),
            ("id", lambda number=number: f"claim-{number}"),
            ("said_by", lambda: pick.choice(SPEAKERS)),
            ("when", lambda: pick.choice(("2000", "2001/2003", "2002", "2030"))),
            ("scope", lambda: pick.choice(SCOPES)),
        ):
            if key in optional and pick.random() < 0.3:
                keys[key] = made()
        if "said_by" in keys and pick.random() < 0.5:
            keys["stance"] = pick.choice(("asserts", "reports", "disputes"))
        value, source = pick.choice(VALUES[attribute]), pick.choice("stuvw")
        if source == "u":
            keys["read_as"] = value
        dated = [e for e in claims if e.source == source and e.keys["attribute"] == "start" and "id" in e.keys]
        if attribute == "start" and dated and "relative" in optional and pick.random() < 0.5:
            value, keys["relative_to"] = "the following year", pick.choice(dated).keys["id"]
            keys.pop("read_as", None)
            if source == "u":
                continue
        if attribute == "status" and pick.random() < 0.05:
            keys["id"] = f"{pick.choice(('plan-colombia', 'elan'))}-status-2" if number % 7 == 0 else f"claim-{number}"
        claims.append(c(source, pick.choice(subjects), attribute, value, **keys))
    ids: set[tuple[str, str]] = set()
    for entry in claims:
        if entry.keys.get("id") and (entry.source, entry.keys["id"]) in ids:
            entry.keys["id"] += f"x{len(ids)}"
        ids.add((entry.source, entry.keys.get("id", "")))
    heads = {id: head for id, head in HEADS.items() if pick.random() < 0.6 or id == "u"}
    return Drawn(claims, heads, NAMES if pick.random() < 0.5 else "", RELATIONS if pick.random() < 0.4 else "")
