"""The report: one HTML file that needs nothing but itself."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib import resources

from jinja2 import BaseLoader, Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from crosscheck.model import Result
from crosscheck.outputs.report.strip import BAR, LABEL, ROW, THICK
from crosscheck.outputs.report.view import checked, view_of
from crosscheck.outputs.report.words import clean, isolated, shortened


def render(result: Result) -> str:
    """The report of a run as HTML; the same result gives the same text."""
    style, script = _asset("report.css"), _asset("report.js")
    page = _environment().get_template("report.html.j2").render(
        view=view_of(result),
        checked=checked(result),
        style=Markup(style),  # our own files, and the policy has the hashes of exactly these bytes
        script=Markup(script),
        policy=_policy(style, script),
    )  # fmt: skip
    # A lone surrogate cannot be written; whatever let one through must not cost the reader the report.
    return page.encode("utf-8", "replace").decode("utf-8")


def _policy(style: str, script: str) -> str:
    """A content security policy under which this style and this script run, and nothing else is loaded or run."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=_loader(), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(text=isolated, clean=clean, shortened=shortened)
    environment.globals.update(ROW=ROW, LABEL=LABEL, BAR=BAR, THICK=THICK)
    return environment


def _loader() -> BaseLoader:
    # Not PackageLoader: it wants a package on disk, and files of a zipped one can be read too.
    return FunctionLoader(_asset)


@lru_cache(maxsize=8)
def _asset(name: str) -> str:
    return resources.files(__name__).joinpath(name).read_text(encoding="utf-8")
