"""Target: hostile texts in every field that a person or a source can fill, through every output."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

from crosscheck.outputs import FORMATS
from factories import TODAY, run
from fuzz.files import Spoilt, checked, laid_out
from fuzz.inputs import hostile
from fuzz.parsers import PARSERS, claimreview, report
from fuzz.target import by_random, target

KINDS = ("money", "quotation", "date")
OF_SOURCE = ("publisher", "title", "author", "url", "archived")
OF_CLAIM = ("quote", "said_by", "note", "url")


def hostile_claims(random: Random) -> Spoilt:
    """Two sources that contradict each other, and whatever else they say."""

    def text(chance: float = 0.6) -> str:
        return hostile(random).encode(errors="replace").decode() if random.random() < chance else "Plan Colombia"

    subject, key, date = text(), text(0.3), text(0.5) + "x"
    values = {
        "total aid": ("$1 billion", "$2 billion"),
        "words": (text() + " we said so", text() + " they said so"),
        date: ("1999", "2000"),
    }
    files: dict[str, object] = {
        "rules/attributes.yaml": {name: {"kind": kind} for name, kind in zip(values, KINDS, strict=True)},
        "rules/names.yaml": {subject + " x": {"aliases": [text()]}},
    }
    for number, source in enumerate(("s", "t")):
        head = {"id": source, "published": "2001", **{name: text() for name in OF_SOURCE}}
        claims = [
            {
                "subject": subject,
                "attribute": attribute,
                "value": both[number],
                "scope": {key: text()},
                **{name: text() for name in OF_CLAIM if random.random() < 0.5},
            }
            for attribute, both in values.items()
        ]
        files[f"claims/{source}.yaml"] = {"source": head, "claims": claims}
    content = {name: json.dumps(node).encode() for name, node in files.items()}
    return Spoilt({"crosscheck.toml": b"", **content}, ("check", hostile(random), hostile(random)))


@target("outputs", 25, by_random(hostile_claims))
def outputs(spoilt: Spoilt, folder: Path) -> None:
    """Each output is what its readers take it for."""
    root = laid_out(spoilt.files, folder)
    _, reason, by = spoilt.command
    said = ("--decision", "unsure", "--reason", reason, "--by", by)
    decided = run(root, "resolve", "--undecided", *said, "--today", TODAY)
    checked(decided, ("resolve",))
    made = {format: folder / format for format in FORMATS}
    wanted = [word for format, path in made.items() for word in ("--output", f"{format}={path}")]
    ran = run(root, "check", *wanted, "--min-severity", "none", "--today", TODAY)
    checked(ran, ("check",))
    for format, path in made.items():
        PARSERS[format](path.read_bytes().decode())
    shown = run(root, "report", "--today", TODAY)
    checked(shown, ("report",))
    if shown.code == 0:
        report((root / "reports/index.html").read_text("utf-8"))


def hostile_decisions(random: Random) -> Spoilt:
    """The same, of a newsroom that calls itself anything."""
    made = hostile_claims(random)
    named = json.dumps(made.command[1].encode(errors="replace").decode())
    url = random.choice(["https://example.com/checks", "http://example.com/{finding}?a=b&c#d"])
    return made._replace(
        files={
            **made.files,
            "crosscheck.toml": f"[export]\npublisher = {named}\nurl = {json.dumps(url)}\nrating = {named}\n"
            f"people = [{named}]\n".encode(),
        }
    )


@target("reviews", 15, by_random(hostile_decisions))
def reviews(spoilt: Spoilt, folder: Path) -> None:
    """What was found wrong is exported, or refused."""
    root = laid_out(spoilt.files, folder)
    _, reason, by = spoilt.command
    said = ("--decision", "all_wrong", "--reason", reason, "--by", by)
    checked(run(root, "resolve", "--undecided", *said, "--today", TODAY), ("resolve",))
    ran = run(root, "export", "--today", TODAY)
    checked(ran, ("export",))
    if ran.code == 0:
        claimreview(ran.out)
