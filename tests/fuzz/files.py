"""Targets: the files of a workspace, each spoilt in turn, through the command line in this process."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from hypothesis import strategies as st
from pydantic import BaseModel

from crosscheck.outputs import FORMATS
from crosscheck.workspace import documents
from crosscheck.workspace.relations import ROLES
from factories import TODAY, Ran, document, files_of, resolve, run
from fuzz.inputs import HOSTILE, by_hypothesis, hostile, mutated
from fuzz.parsers import PARSERS
from fuzz.target import by_random, target
from random_workspaces import RELATIONS, drawn

Files = dict[str, bytes]

KEYS = sorted(
    {key for kind in vars(documents).values() if isinstance(kind, type) and issubclass(kind, BaseModel)
     for key in kind.model_fields}
    | {role for roles in ROLES.values() for role in roles}
    | {"source", "claims", "each", "subject", "not", "fail_on", "stale", "sources", "disable", "exclude", "rules",
       "tables", "readings", "rename", "ignore", "unreadable", "hedge", "cap", "export", "url", "rating", "people"}
)  # fmt: skip
"""Every key that a file of a workspace may have."""
WORDS = ["Plan Colombia", "aid", "start", "Plan Colombia / start", "$5 million", "1999", "s", "s/claim-1",
    "money", "fixed",
         "when", "published", "subject", "open", "true", "2026-11-22", "XC101-000000000000",
         "value-conflict"]  # fmt: skip
TOKENS = [token.encode("utf-8", "surrogatepass") for token in (
    *KEYS, *WORDS, *HOSTILE, *": - ? | > & * ! % @ ` { } [ ] , # ' \" = == [[ ]]".split(), "\n", "\n  ", "\n- ",
    "  ")]  # fmt: skip
TOKENS += [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf"]
SETTINGS = b"""\
fail_on = "tension"
stale = "warn"
disable = ["XC301"]
exclude = ["old/**"]
[readings]
hedge = 0.1
date_order = "dmy"
[rules.XC403]
alike = 0.9
[tables]
rename = {Source = "source"}
ignore = ["x"]
unreadable = "warn"
"""


@cache
def good() -> tuple[Files, ...]:
    """Workspaces with everything: claims, names, relations, settings, decisions, texts, an earlier run."""
    made = []
    with TemporaryDirectory() as folder:
        for number in range(12):
            claims = drawn(number, 8)
            for entry in claims.claims:
                if "quote" in entry.keys:
                    entry.keys["quote"] = entry.keys["value"]
            root = claims.as_files(Path(folder, str(number)))
            (root / "rules/relations.yaml").write_text(RELATIONS)
            (root / "crosscheck.toml").write_bytes(SETTINGS if number % 3 == 0 else b"")
            (root / "texts").mkdir()
            (root / "texts/s.txt").write_text("\n\n".join(str(entry.keys["value"]) for entry in claims.claims))
            ran = run(root, "check", "--sources", str(root / "texts"))
            assert ran.code in (0, 1), ran.err
            (root / "earlier.json").write_text(json.dumps(document(root)))
            if number % 2:
                resolve(root)
            made.append(files_of(root))
    return tuple(made)


class Spoilt(NamedTuple):
    """A workspace, and what to do with it."""

    files: Files
    command: tuple[str, ...]

    def __repr__(self) -> str:
        return f"{' '.join(self.command)} {self.files}"


COMMANDS: tuple[Callable[[Random], tuple[str, ...]], ...] = (
    *[lambda random: ("check", "--format", random.choice(list(FORMATS)))] * 6,
    lambda _: ("check", "--min-severity", "none"),
    lambda random: ("check", "--draft", random.choice("stuvw"), "--format", random.choice(list(FORMATS))),
    lambda random: ("check", "--draft", f"claims/{random.choice('stuvw')}.yaml"),
    lambda random: ("check", "--since", "earlier.json", "--format", random.choice(list(FORMATS))),
    lambda _: ("check", "--sources", "texts"),
    lambda _: ("report",),
    lambda random: ("items", random.choice(("Plan", "aid", "::", "")), "--format", random.choice(("text", "json"))),
    lambda random: ("show", random.choice(("XC1", "XC101-0", "zz"))),
    lambda _: ("resolve", "--list"),
    lambda _: ("resolve", "--prune"),
    lambda _: ("resolve", "--refresh"),
    lambda random: ("schema", random.choice(("claims", "names", "attributes", "relations", "resolutions"))),
)


def spoiling(pattern: str, command: tuple[str, ...] | None = None) -> Callable[[Random], Spoilt]:
    """A workspace in which a file is spoilt whose name fits `pattern`."""

    def make(random: Random) -> Spoilt:
        base = random.choice([files for files in good() if any(re.fullmatch(pattern, name) for name in files)])
        name = random.choice([name for name in base if re.fullmatch(pattern, name)])
        spoilt = mutated(base[name], TOKENS, random)
        return Spoilt({**base, name: spoilt}, command or random.choice(COMMANDS)(random))

    return make


def laid_out(files: Files, folder: Path) -> Path:
    """The files in an empty folder."""
    root = folder / "w"
    shutil.rmtree(root, ignore_errors=True)
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


def arguments(command: tuple[str, ...], root: Path) -> list[str]:
    """The words of a command, with its files where they are."""
    name, *words = (str(root / word) if word in ("texts", "earlier.json") or "/" in word else word for word in command)
    dated = ["--today", TODAY] if name in ("check", "report", "resolve", "show") else []
    return [name, *words, *dated]


def checked(ran: Ran, command: tuple[str, ...]) -> None:
    """Ended as commands end, and what it printed can be read."""
    assert ran.code in (0, 1, 2, 3), (ran.code, ran.err)
    assert "Traceback" not in ran.err
    assert ran.code < 2 or ran.err.strip()
    PARSERS["text"](ran.err)
    if command[0] == "check":
        format = command[command.index("--format") + 1] if "--format" in command else "text"
        if ran.out or ran.code < 2:
            PARSERS[format](ran.out)


def check_workspace(spoilt: Spoilt, folder: Path) -> None:
    """Checked or refused, in every command and format."""
    root = laid_out(spoilt.files, folder)
    name, *words = arguments(spoilt.command, root)
    checked(run(root, name, *words), spoilt.command)


for _name, _pattern, _count in (
    ("claims", r"claims/.*\.yaml", 60),
    ("settings", r"crosscheck\.toml", 25),
    ("attributes", r"rules/attributes\.yaml", 25),
    ("names", r"rules/names\.yaml", 25),
    ("relations", r"rules/relations\.yaml", 25),
    ("resolutions", r"resolutions\.yaml", 25),
):
    target(_name, _count, by_random(spoiling(_pattern)))(check_workspace)
target("earlier run", 5, by_random(spoiling(r"earlier\.json", ("check", "--since", "earlier.json"))))(check_workspace)
target("texts", 5, by_random(spoiling(r"texts/s\.txt", ("check", "--sources", "texts"))))(check_workspace)


# ---- what hypothesis makes up

_texts = st.one_of(st.sampled_from(WORDS), st.sampled_from(HOSTILE), st.text(max_size=8))
_nodes = st.recursive(
    _texts | st.integers() | st.booleans() | st.none() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | _texts, inner, max_size=5),
    max_leaves=8,
)
_claim = st.builds(
    lambda must, more: more | must,
    st.fixed_dictionaries(
        {"subject": _texts, "attribute": st.sampled_from(["aid", "start", "x"]), "value": _texts | _nodes}
    ),
    st.fixed_dictionaries({}, optional=dict.fromkeys(documents.ClaimDocument.model_fields, _texts | _nodes)),
)
_source = st.just("s") | st.fixed_dictionaries(
    {"id": st.just("s")},
    optional={key: _texts | _nodes for key in documents.SourceDocument.model_fields if key != "id"},
)
_claims_file = st.fixed_dictionaries({"source": _source, "claims": st.lists(_claim, max_size=4)})
_structures = st.tuples(
    st.sampled_from([*(f"rules/{name}.yaml" for name in ("attributes", "names", "relations")), "resolutions.yaml"]),
    _nodes,
    _claims_file,
)  # fmt: skip


@target("structures", 25, by_hypothesis(_structures))
def structures(drawn_: tuple[str, Any, Any], folder: Path) -> None:
    """A file of any shape is checked or refused."""
    name, node, claims = drawn_
    spoilt = {"claims/s.yaml": json.dumps(claims).encode(), name: json.dumps(node).encode()}
    files = {"crosscheck.toml": b"", "rules/attributes.yaml": b"aid: {kind: money}\nstart: {kind: date}\n", **spoilt}
    root = laid_out(files, folder)
    checked(run(root, "check", "--today", TODAY), ("check",))


# ---- decisions


def a_decision(random: Random) -> Spoilt:
    files = random.choice(good())
    spoilt = {**files, "resolutions.yaml": mutated(files.get("resolutions.yaml", b"# ours\n"), TOKENS, random, 2)}
    decision = random.choice(("source_wrong", "all_wrong", "both_right", "our_error", "unsure"))
    words = ["--decision", decision, "--reason", hostile(random), "--by", hostile(random)]
    words += ["--wrong", random.choice("stuvw")] if decision == "source_wrong" else []
    return Spoilt(spoilt, ("resolve", "--undecided", *words))


@target("decisions", 25, by_random(a_decision))
def decisions(spoilt: Spoilt, folder: Path) -> None:
    """A decision is recorded so that it is read back, and every other stays; or nothing is written."""
    root = laid_out(spoilt.files, folder)
    before = spoilt.files["resolutions.yaml"]
    ran = run(root, *spoilt.command, "--today", TODAY)
    checked(ran, spoilt.command)
    after = (root / "resolutions.yaml").read_bytes()
    if ran.code:
        assert after == before
        return
    assert set(decided(before)) <= set(decided(after))
    again = run(root, "check", "--today", TODAY)
    assert again.code in (0, 1), again.err


def decided(content: bytes) -> Iterator[str]:
    yield from re.findall(r"(?m)^- finding: (XC\d{3}-[0-9a-f]{12})", content.decode())


# ---- the command that reads values


def a_read(random: Random) -> tuple[str, ...]:
    texts = [random.choice(WORDS + HOSTILE) for _ in range(random.randint(1, 3))]
    options = [
        word
        for option, values in (
            ("--kind", ("money", "date", "count", "share", "names", "quotation")),
            ("--unit", ("USD", "km", *HOSTILE)),
            ("--language", ("en", "es", *HOSTILE)),
            ("--relative-to", ("1999", *HOSTILE)),
            ("--published", ("2001-05-04", *HOSTILE)),
            ("--fiscal-year", ("10-01", *HOSTILE)),
            ("--format", ("json", "text")),
        )
        if random.random() < 0.3
        for word in (option, random.choice(values))
    ]
    return ("read", *options, "--", *texts)


@target("read", 60, by_random(a_read))
def read(command: tuple[str, ...], folder: Path) -> None:
    """The command says what it reads, or why not, on lines that steer nothing."""
    ran = run(folder, *command)
    assert ran.code in (0, 2), ran
    PARSERS["text"](ran.err)
    if "json" in command and ran.err:
        PARSERS["json"](ran.out)
    elif "json" in command:
        for line in ran.out.split("\n")[:-1]:
            assert "error" in json.loads(line) or "kind" in json.loads(line)
    else:
        PARSERS["text"](ran.out)
