"""Pages: templates with the styles and scripts that they need in them, under a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from crosscheck.formatting import counted
from crosscheck.outputs.report.words import inline, isolated, packed, quoted, shortened, tight

View = dict[str, Any]
"""Plain values of a part of a page, by the names that its template uses."""

Part = tuple[tuple[str, ...], tuple[str, ...]]
"""Names of style sheets and of scripts that make one style element and one script element of a page."""


def page(template: str, *parts: Part, connect: bool = False, **values: Any) -> str:
    """A template with its parts, and a policy under which they alone run; `connect`: they may ask their own server."""
    styles = ["".join(_asset(f"{name}.css") for name in names) for names, _ in parts]
    scripts = ["".join(_asset(f"{name}.js") for name in names) for _, names in parts]
    html = (
        _environment()
        .get_template(template)
        .render(
            styles=[Markup(style) for style in styles],  # our own files, and the policy has the hashes of exactly these
            scripts=[Markup(script) for script in scripts],
            policy=_policy(styles, scripts, connect=connect),
            **values,
        )
    )
    # A lone surrogate cannot be written; whatever let one through must not cost the reader the page.
    return html.encode("utf-8", "replace").decode("utf-8")


def part(template: str, macro: str, *args: Any) -> str:
    """What a macro of a template makes of some values, without the lines that only the template needs."""
    made = getattr(_environment().get_template(template).module, macro)(*args)
    return tight(made).encode("utf-8", "replace").decode("utf-8")


def _policy(styles: Iterable[str], scripts: Iterable[str], *, connect: bool) -> str:
    """A content security policy under which these styles and scripts run; nothing else is loaded, run or asked."""
    policy = (
        f"default-src 'none'; style-src {_hashes(styles)}; script-src {_hashes(scripts)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return f"{policy}; connect-src 'self'" if connect else policy


def _hashes(contents: Iterable[str]) -> str:
    digests = (hashlib.sha256(content.encode()).digest() for content in contents)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    # Not PackageLoader: it wants a package on disk, and files of a zipped one can be read too.
    loader = FunctionLoader(_asset)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(
        text=isolated, inline=inline, packed=packed, quoted=quoted, shortened=shortened, counted=counted, tight=tight
    )
    return environment


@lru_cache(maxsize=32)
def _asset(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
