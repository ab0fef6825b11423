"""The pages of docs/ as a site: `make site`.

They are written to be read where the repository is; what a site needs besides is made of them here. The contents are
those of docs/README.md: a line that ends in a colon names a part, and the links below it are its pages.
"""

from __future__ import annotations

import os.path
import re
import shutil
from pathlib import Path
from typing import Any

import crosscheck
from crosscheck.outputs import repository_of_ci

project = "crosscheck"
version = release = crosscheck.__version__
root_doc = "README"
exclude_patterns = ["pictures/*.txt"]

extensions = ["myst_parser"]
myst_heading_anchors = 4
suppress_warnings = ["misc.highlighting_failure"]  # blocks of the languages that nobody highlights

html_theme = "furo"
html_title = "crosscheck"
html_show_sourcelink = False
html_copy_source = False
html_use_index = False
html_show_copyright = False

LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((\.\./[^)#\s]*)(#[^)\s]*)?\)")
WORKSPACE = re.compile(r"^<!-- workspace: \S+ -->\n", re.MULTILINE)
FILE = re.compile(r"^```(\w+) (\S+)$", re.MULTILINE)
PART = re.compile(r"^(.*):\n\n((?:- .*\n(?:  .*\n)*)+)", re.MULTILINE)
PAGE = re.compile(r"\]\(([^):#]+)\.md\)")


def setup(app: Any) -> None:
    app.connect("source-read", _read)
    app.connect("build-finished", _begun)


def _read(_app: Any, name: str, source: list[str]) -> None:
    """A page with the names of files above their blocks, and its links to code leading to the repository."""
    text = WORKSPACE.sub("", source[0])
    text = LINK.sub(lambda match: _link(match, os.path.dirname(f"docs/{name}")), text)
    text = FILE.sub(r"`\2`:\n\n```\1", text)
    if name == root_doc:
        parts = ((part[1], PAGE.findall(part[2])) for part in PART.finditer(text))
        text += "".join(_contents(caption, pages) for caption, pages in parts)
    if name == "rules/README":
        text += _contents("Rules", sorted(set(PAGE.findall(text))))
    source[0] = text


def _link(match: re.Match[str], folder: str) -> str:
    """A link out of docs/: to the repository that CI names; elsewhere nobody knows where that is, and it is text."""
    path = os.path.normpath(f"{folder}/{match[2]}")
    if path.startswith("docs/"):
        return match[0]
    repository = repository_of_ci()
    return match[1] if repository is None else f"[{match[1]}]({repository}/blob/HEAD/{path}{match[3] or ''})"


def _contents(caption: str, pages: list[str]) -> str:
    return "\n".join(["", "```{toctree}", ":hidden:", f":caption: {caption}", "", *pages, "```", ""])


def _begun(app: Any, error: Exception | None) -> None:
    """Pictures that HTML on a page asks for; and index.html, which browsers ask for."""
    if error is None:
        shutil.copytree(Path(app.srcdir, "pictures"), Path(app.outdir, "pictures"), dirs_exist_ok=True)
        Path(app.outdir, "index.html").write_text(
            '<!doctype html><meta charset="utf-8"><title>crosscheck</title>'
            '<meta http-equiv="refresh" content="0; url=README.html"><a href="README.html">Documentation</a>\n',
            encoding="utf-8",
        )
