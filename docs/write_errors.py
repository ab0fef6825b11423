"""Writes docs/errors.md: what the program says of common mistakes, and what to do about each. A test compares.

Every message on the page is printed by a run on the mistake: a change of a wording changes the page.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from crosscheck.cli import main
from crosscheck.model import Kind
from crosscheck.readings import Context, ReadingError, read

PAGE = Path(__file__).resolve().parent / "errors.md"

INTRODUCTION = """# Errors and their cures

An error names the file, the line and the column, then what is wrong, what is accepted and, where one spelling is near,
what you may have meant:

```text
claims/post.yaml:4:5: claim "toll" has no key "atribute" (did you mean "attribute"?); known: subject, attribute, …
```

All errors of a run are reported together, nothing is written, and the exit code is 2. This page lists common ones, with
what to do. It is made by making the mistakes (`make docs`), so the words are those that you see. `crosscheck read`
tries a value without a workspace.
"""

HEAD = "source: post\nclaims:\n"
ATTRIBUTES = {
    "rules/attributes.yaml": "deaths: {kind: count, unit: people}\ncost: {kind: money, unit: USD}\n"
    "opening: {kind: date}\nlength: {kind: quantity, unit: m}\nturnout: {kind: share}\n"
}

DECISION = """\
- {finding: XC101, item: Storm / deaths, verdict: contradiction, fingerprint: 318f8bb63a02, decision: both_right,
   reason: two days, by: news desk, on: 2026-11-22}
"""


class Mistake(NamedTuple):
    cure: str
    """What to do about it, in Markdown."""
    files: Mapping[str, str]
    """The files of the workspace that make the mistake, beside a sound `rules/attributes.yaml`."""
    command: str = "check"


def claim(text: str) -> dict[str, str]:
    """A workspace of one claim, whose keys are `text`, in the form of a flow mapping."""
    return {"claims/post.yaml": f"{HEAD}  - {{{text}}}\n"}


def lists(file: str, text: str) -> dict[str, str]:
    """A sound claim, and the file with the mistake beside it."""
    return claim("subject: Storm, attribute: deaths, value: 12") | {file: text}


FILES = {
    "Claims files": [
        Mistake(
            "Correct the key; the ones that exist are listed.",
            claim("subject: Storm, attribute: deaths, value: 12, quotes: twelve died"),
        ),
        Mistake("Add the key.", claim("subject: Storm, attribute: deaths")),
        Mistake(
            "Put the value in quotation marks: `: `, ` #`, `[` and `{` have a meaning in YAML.",
            {"claims/post.yaml": f"{HEAD}  - subject: Storm\n    quote: he said: twelve\n"},
        ),
        Mistake("Write `source:` and below it `claims:`.", {"claims/post.yaml": "- subject: Storm\n"}),
        Mistake(
            "An id holds no spaces: `id: the-post`. The name that readers see is `publisher`.",
            {"claims/post.yaml": HEAD.replace("post", "The Post") + "  - {subject: A, attribute: deaths, value: 1}\n"},
        ),
        Mistake(
            "Declare the attribute in `rules/attributes.yaml`. If it is misspelt, correct the claim.",
            {
                "claims/post.yaml": HEAD
                + "".join(f"  - {{subject: Storm, attribute: injured, value: {value}}}\n" for value in ("12", "5%"))
            },
        ),
        Mistake(
            "Give one of the claims an `id` of its own.",
            {
                "claims/post.yaml": HEAD
                + "".join(f"  - {{id: toll, subject: Storm, attribute: deaths, value: {n}}}\n" for n in (12, 13))
            },
        ),
        Mistake(
            "Write the day that the text was published, as `2025-10-05`, or a range, `2025-10-01/2025-10-05`.",
            {
                "claims/post.yaml": "source: {id: post, published: last week}\n"
                "claims:\n  - {subject: A, attribute: deaths, value: 1}\n"
            },
        ),
        Mistake(
            "Write the value out wherever it is needed. Put one that begins with `&`, `*` or `!` in quotation marks.",
            {"claims/post.yaml": f"{HEAD}  - {{subject: &s Storm, attribute: deaths, value: 12}}\n"},
        ),
        Mistake(
            "Copy the quote from the text, word for word. If the text has changed, so may the value.",
            claim('subject: Storm, attribute: deaths, value: 12, quote: "12 people died"')
            | {"texts/post.txt": "In the storm 20 people died.\n"},
            "check --sources texts",
        ),
    ],
    "Attributes, names, relations, settings": [
        Mistake(
            "Take one of the kinds listed.",
            lists("rules/attributes.yaml", "deaths: {kind: number}\n"),
        ),
        Mistake(
            "Choose a unit of the kind, or another kind. [Known units](units.md) has all.",
            lists("rules/attributes.yaml", "deaths: {kind: count}\nlength: {kind: quantity, unit: kilometer per}\n"),
        ),
        Mistake(
            "Leave the alias to the name that is meant.",
            lists("rules/names.yaml", "Storm: {aliases: [the storm]}\nGale: {aliases: [the storm]}\n"),
        ),
        Mistake(
            "Take one of the kinds of [relations](relations.md).",
            lists("rules/relations.yaml", "- total: {whole: Storm / deaths, parts: [A / deaths, B / deaths]}\n"),
        ),
        Mistake(
            "Write an item as `subject / attribute`.",
            lists("rules/relations.yaml", "- order: {items: [Storm, Storm / deaths]}\n"),
        ),
        Mistake(
            "Correct the setting; [settings](settings.md) has all.", lists("crosscheck.toml", 'fail-on = "tension"\n')
        ),
        Mistake("Take one of the values listed.", lists("crosscheck.toml", 'fail_on = "everything"\n')),
        Mistake(
            "Take an id that `crosscheck resolve --list` prints.",
            lists("resolutions.yaml", DECISION),
        ),
    ],
    "Tables": [
        Mistake(
            "Rename the column or ignore it, under [`[tables]`](tables.md).",
            {"claims/a.csv": "source,subject,attribute,value,county\npost,Storm,deaths,12,Clare\n"},
        ),
        Mistake(
            "Add the column, or name the one that holds it under `rename`.",
            {"claims/a.csv": "source,subject,attribute\npost,Storm,deaths\n"},
        ),
        Mistake(
            "A cell with a comma stands in double quotation marks.",
            {"claims/a.csv": "source,subject,attribute,value\npost,Storm,deaths,1,200\n"},
        ),
        Mistake(
            "Declare the `date_order` of each [source](claims.md), or write the month as a word.",
            {"claims/a.csv": "source,subject,attribute,value\npost,A,opening,13/10/2025\npost,B,opening,10/13/2025\n"},
        ),
        Mistake(
            "Keep one of the columns.",
            {"claims/a.csv": "source,subject,attribute,value,value\npost,Storm,deaths,12,12\n"},
        ),
    ],
    "Commands": [
        Mistake("Run `crosscheck init`, go to the workspace, or name it with `--workspace`.", {}),
        Mistake("Name the folder that holds `crosscheck.toml`.", {}, "check --workspace elsewhere"),
        Mistake(
            "Write an id as `resolve --list` prints it; its beginning is enough.",
            lists("rules/names.yaml", ""),
            "show XC101-abc",
        ),
        Mistake("Correct the option; `--help` lists them.", lists("rules/names.yaml", ""), "check --fail_on none"),
        Mistake("Name the folder that holds the texts.", lists("rules/names.yaml", ""), "check --sources texts"),
        Mistake("Take one of the formats listed.", lists("rules/names.yaml", ""), "check --format html"),
    ],
}

VALUES = [
    ("too many", Kind.COUNT, None, "The text gives no figure: leave the claim out."),
    ("from 4% to 5%", Kind.SHARE, None, "It may be a rise or a range: `between 4% and 5%`, or each end as a claim."),
    ("05/10/2025", Kind.DATE, None, "Set `date_order` of the source, or write `read_as: 5 October 2025`."),
    ("next Friday", Kind.DATE, None, "Give the source its day, `published: 2025-10-05`."),
    (
        "the following year",
        Kind.DATE,
        None,
        "Name the claim that has the date before: `relative_to: ID`.",
    ),
    ("the 1900s", Kind.DATE, None, "`read_as: 1900 to 1909` or `read_as: the 20th century`."),
    ("2023-24", Kind.DATE, None, "A season or a school year: `the 2023-24 season`; two years: `2023 to 2024`."),
    ("$5 million to €6 million", Kind.MONEY, "USD", "Two currencies are two claims."),
    ("5 million", Kind.MONEY, None, "Name the currency: `read_as: $5 million`."),
    ("12 people", Kind.MONEY, "USD", "The attribute is of another kind: correct one of the two."),
    ("3 furlog", Kind.QUANTITY, "m", "The unit is misspelt or unknown. [Known units](units.md) has all."),
    ("decade and a half", Kind.DURATION, "year", "`read_as: a decade and a half`: the same in words that are read."),
    ("48-52", Kind.COUNT, None, "A score or a vote is two claims; a range is `48 to 52`."),
    ("5 mil", Kind.COUNT, None, "`5,000` or `5 million`, as the text means it."),
    ("$5m before tax", Kind.MONEY, "USD", "Move what is counted into the `scope`: `scope: {basis: before tax}`."),
    ("five adults and a child", Kind.COUNT, None, "Write the total with `read_as`, or make each a claim."),
]
"""What is written, how it is declared, and the cure."""


def page() -> str:
    """The content of docs/errors.md."""
    parts = [INTRODUCTION]
    for title, mistakes in FILES.items():
        parts += [f"## {title}\n", "| message | what to do |\n|---|---|"]
        parts += [f"| {message} | {mistake.cure} |" for mistake in mistakes for message in _told(mistake)]
        parts.append("")
    parts += ["## Values that are not read\n", "| value | message | what to do |\n|---|---|---|"]
    parts += [f"| `{text}` | {_code(_refusal(text, kind, unit))} | {cure} |" for text, kind, unit, cure in VALUES]
    return "\n".join(parts) + "\n"


def _told(mistake: Mistake) -> Iterator[str]:
    """The messages of one run, without the place: every one has to be worth its row."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name).resolve()
        for file, text in ({"crosscheck.toml": ""} | ATTRIBUTES | dict(mistake.files) if mistake.files else {}).items():
            (root / file).parent.mkdir(parents=True, exist_ok=True)
            (root / file).write_text(text, encoding="utf-8")
        with chdir(root):
            ran = CliRunner().invoke(main, [*mistake.command.split(), "--today", "2026-11-22"])
        assert ran.exit_code == 2, f"{mistake.cure} {ran.output}"
        lines = [line for line in ran.stderr.replace(str(root), "…").splitlines() if line and line[0] != " "]
    for line in lines:
        if line.startswith("A start for"):
            return  # lines to paste, which belong to the message before
        if line.startswith(("Usage:", "Try ")) or re.match(r"\d+ (problem|error)s?", line):
            continue
        line = re.sub(r"(known: \w+, \w+, ).*", r"\1…", line)
        yield _code(re.sub(r"^(?:\S+?:\d+:\d+|\S+?:\d+|Error|[-\w/.]+): (?:error: )?", "", line))


def _refusal(text: str, kind: Kind, unit: str | None) -> str:
    try:
        read(text, Context(kind, unit))
    except ReadingError as error:
        return str(error)
    raise AssertionError(f"{text} is read")


def _code(text: str) -> str:
    return "`" + text.replace("|", "\\|").replace("`", "'") + "`"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
