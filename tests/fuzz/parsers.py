"""Every format read back by a real parser of it, which also looks for what a hostile text would have got into it."""

from __future__ import annotations

import csv
import io
import json
import re
from base64 import b64encode
from collections.abc import Callable, Set
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from jsonschema import Draft7Validator
from markdown_it import MarkdownIt

from crosscheck.schema import output

STEERS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
COMMAND = re.compile(r"::(?:error|warning|notice) (?:\w+=[^,:\r\n]*,?)+::[^\r\n]*")
FORMULA = re.compile(r"""(?m)^[ '"]*[=+\-@]|;[ '"]*[=+\-@]""")
PLACEHOLDER = re.compile(r"(?<!\{)\{\d+\}(?!\})")


def text(made: str) -> None:
    assert not STEERS.search(made), STEERS.search(made)
    logged(made)


def logged(made: str) -> None:
    """What a CI service prints into its log has no command of a source."""
    assert "##[" not in made
    assert not [line for line in made.splitlines() if line.strip().startswith("::")]


@cache
def _validator(schema: Callable[[], dict[str, Any]]) -> Draft7Validator:
    return Draft7Validator(schema())


def json_(made: str, schema: Callable[[], dict[str, Any]] = output.schema) -> None:
    assert "##[" not in made
    error = next(_validator(schema).iter_errors(json.loads(made)), None)
    assert error is None, error.message[:200]


def sarif(made: str) -> None:
    logged(made)
    (run,) = json.loads(made)["runs"]
    rules = run["tool"]["driver"]["rules"]
    for one in run.get("results", ()):
        assert rules[one["ruleIndex"]]["id"] == one["ruleId"]
        assert not PLACEHOLDER.search(one["message"]["text"])
        assert not STEERS.search(one["message"]["text"])


def junit(made: str) -> None:
    logged(made)
    root = ET.fromstring(made)
    assert root.tag == "testsuites"
    assert len(list(root.iter("testcase"))) == int(root.get("tests", "0"))


def github(made: str) -> None:
    assert "##[" not in made
    for line in made.split("\n")[:-1]:
        assert COMMAND.fullmatch(line), line


def gitlab(made: str) -> None:
    logged(made)
    for entry in json.loads(made):
        assert entry.keys() >= {"description", "check_name", "fingerprint", "severity", "location"}
        assert not STEERS.search(entry["description"])


def csv_(made: str) -> None:
    assert made.startswith("\ufeff")
    head, *rows = csv.reader(io.StringIO(made[1:], newline=""), strict=True)
    for row in rows:
        assert len(row) == len(head)
        for cell in row:
            assert not re.search(r"""(?m)^[=+\-@]""", cell), cell


def markdown(made: str, *, also: Set[str] = frozenset()) -> None:
    """Headings, quotes and lists of text: nothing that a source says is markup, an address or a mention.

    `also` are further kinds of tokens that a format makes itself.
    """
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(made)
    inner = [child for token in tokens for child in token.children or ()]
    blocks = {"heading", "paragraph", "blockquote", "bullet_list", "list_item"}
    assert {token.type.removesuffix("_open").removesuffix("_close") for token in tokens} <= {*blocks, "inline"}
    assert {child.type for child in inner} <= {"text", "text_special", "hardbreak", "softbreak", *also}
    shown = " ".join("".join(child.content for child in token.children or ()) for token in tokens)
    assert not re.search(r"@\w|#\d|://|www\.|:[a-z]\w*:", shown, re.IGNORECASE)


class Page(HTMLParser):
    """What of a page could act: its elements, scripts and styles, the attributes, where it leads, what it permits."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[tuple[str, str]] = []
        self.names: set[str] = set()
        self.links: set[str] = set()
        self.policy = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag in ("script", "style"):
            self.scripts.append((known.get("type") or tag, ""))
        if known.get("http-equiv") == "Content-Security-Policy":
            self.policy = known["content"] or ""
        self.names |= {tag, *(f"{tag} {name}" for name in known)}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src", "action", "formaction")}

    def handle_data(self, data: str) -> None:
        if self.cdata_elem:
            kind, content = self.scripts[-1]
            self.scripts[-1] = kind, content + data


def report(made: str) -> None:
    page = Page()
    page.feed(made)
    page.close()
    for kind, content in page.scripts:
        if "json" in kind:
            json.loads(content)
        else:
            digest = b64encode(sha256(content.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in page.policy, content[:100]
    acting = [name for name in page.names if re.search("^(img|iframe|object|embed|base)$| (on|style$|srcdoc$)", name)]
    assert not acting, acting
    bad = [link for link in page.links if link and not re.match(r"https?://|data:,$|[#?]|[\w.-]+$", link)]
    assert not bad, bad


class _Scripts(HTMLParser):
    """What the scripts of a page have in them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        assert self.cdata_elem == "script", data
        self.found.append(data)


def claimreview(made: str) -> list[dict[str, Any]]:
    """The reviews of an export, which is valid, and the same when it is embedded in a page."""
    json_(made, _claimreview_schema)
    assert not re.search("[<>&\u2028\u2029]", made)
    page = _Scripts()
    page.feed(f'<script type="application/ld+json">{made}</script>')
    page.close()
    assert json.loads("".join(page.found)) == json.loads(made)
    reviews: list[dict[str, Any]] = json.loads(made)["@graph"]
    return reviews


def _claimreview_schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((Path(__file__).parents[1] / "claimreview.json").read_text())
    return schema


PARSERS: dict[str, Callable[[str], Any]] = {
    "text": text,
    "json": json_,
    "sarif": sarif,
    "junit": junit,
    "github": github,
    "gitlab": gitlab,
    "csv": csv_,
    "markdown": markdown,
}

PROOFS: dict[str, Callable[[str], Any]] = {
    "text": text,
    "json": lambda made: json_(made, output.proof),
    "html": report,
    "github": github,
    "markdown": lambda made: markdown(made, also={"strong_open", "strong_close"}),
}
"""The same for what `proofread` prints."""
