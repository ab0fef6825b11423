"""Pages: templates with the styles and scripts that they need in them, under a policy that lets nothing else in."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache, partial
from importlib import resources
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from crosscheck.outputs.report.words import escaped, inline, isolated, packed, quoted, shortened, tight
from crosscheck.translations import ENGLISH, LANGUAGES, Words, words_in

View = dict[str, Any]
"""Plain values of a part of a page, by the names that its template uses."""

IN_SCRIPTS = re.compile(r"""\b_\((["`])(.*?)\1\)""")
IN_STYLES = re.compile(r'content: "([A-Za-z][^"]*)"')
"""The words of scripts and of style sheets: no translation may have a quote mark or a backslash."""

Part = tuple[tuple[str, ...], tuple[str, ...]]
"""Names of style sheets and of scripts that make one style element and one script element of a page."""


def page(template: str, *parts: Part, words: Words = ENGLISH, connect: bool = False, **values: Any) -> str:
    """A template with its parts, and a policy under which they alone run; `connect`: they may ask their own server."""
    styles = ["".join(_asset(f"{name}.css", words) for name in names) for names, _ in parts]
    scripts = ["".join(_asset(f"{name}.js", words) for name in names) for _, names in parts]
    html = (
        _environment(words.language)
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
    made = getattr(_environment(ENGLISH.language).get_template(template).module, macro)(*args)
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


@lru_cache(maxsize=len(LANGUAGES))
def _environment(language: str) -> Environment:
    words = words_in(language)
    # Not PackageLoader: it wants a package on disk, and files of a zipped one can be read too.
    environment = Environment(
        loader=FunctionLoader(lambda name: _asset(name, words)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.filters.update(
        text=isolated,
        inline=inline,
        packed=packed,
        quoted=quoted,
        shortened=shortened,
        tight=tight,
        number=words.number,
        lang=_lang,
    )
    # Translations are markup of ours; what is put into them is escaped.
    environment.install_gettext_callables(words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext)  # type: ignore[attr-defined]
    english = None if words is ENGLISH else "en"
    environment.globals.update(
        counted=words.counted,
        language=language,
        english=_lang(english),
        english_text=partial(_in_language, language=english),
        in_language=_in_language,
        code=_code,
        Markup=Markup,
    )
    return environment


def _lang(language: str | None) -> Markup:
    """The attribute for words in another language than the page; nothing for None."""
    return Markup(" lang={}").format(language) if language else Markup("")


def _in_language(text: Markup, language: str | None) -> Markup:
    """Words among others of the page's language, or for None of the same."""
    return Markup("<span lang={}>{}</span>").format(language, text) if language else text


def _code(text: str) -> Markup:
    """What is typed as it stands, in whatever language."""
    return Markup("<code>{}</code>").format(escaped(text))


@lru_cache(maxsize=64)
def _asset(name: str, words: Words) -> str:
    """A file of this package; what a script says in `_("…")` and a style sheet in `content` is said in `words`."""
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    if name.endswith(".js"):
        return IN_SCRIPTS.sub(lambda found: f"{found[1]}{words.gettext(found[2])}{found[1]}", text)
    if name.endswith(".css"):
        return IN_STYLES.sub(lambda found: f'content: "{words.gettext(found[1])}"', text)
    return text
