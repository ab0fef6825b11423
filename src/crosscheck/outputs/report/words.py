"""Words of the report: hostile text made harmless, links, dates and counts as people write them."""

from __future__ import annotations

import base64
import json
import re
import zlib
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from crosscheck.outputs.text import printable
from crosscheck.translations import ENGLISH, N_, Words

MONTHS = N_("January February March April May June July August September October November December")
SHORT_MONTHS = N_("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
LANGUAGE_NAMES = {
    "de": N_("German"),
    "en": N_("English"),
    "es": N_("Spanish"),
    "fr": N_("French"),
    "it": N_("Italian"),
    "pt": N_("Portuguese"),
}
"""The names of languages; of others the code is shown."""

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?)?")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_BARE = re.compile(r"[\w:/.#%?~+,;@!$()-]*[\w-]", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def clean(text: str) -> str:
    """`text` on one line, with signs that steer or reorder shown as their code points."""
    return printable(" ".join(text.split()))


def escaped(text: str) -> Markup:
    """`text` as HTML between tags: quote marks mean nothing there and stay as they are."""
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))


def quoted(text: str) -> Markup:
    """`text` as the value of an attribute, with quote marks where HTML wants them."""
    return Markup(text) if _BARE.fullmatch(text) else Markup('"{}"').format(text)


def inline(text: str) -> Markup:
    """Part of a text of a source as HTML: escaped, on one line; a space at either end stays."""
    cleaned = clean(text)
    line = f"{' ' * text[:1].isspace()}{cleaned}{' ' * text[-1:].isspace()}" if cleaned else " " * bool(text)
    return escaped(line)


def isolated(text: str) -> Markup:
    """Text of a source as HTML: escaped, on one line, and set apart if it is written from right to left."""
    line = escaped(clean(text))
    return Markup("<bdi>{}</bdi>").format(line) if is_reversed(line) else line


def is_reversed(text: str) -> bool:
    """Some of `text` is written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def shortened(text: str, limit: int) -> str:
    line = clean(text)
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def tight(html: str) -> Markup:
    """Our own markup without the lines and indentation that only its template needs."""
    return Markup(re.sub(r"\s*\n\s*", "", html))


def packed(html: str) -> str:
    """HTML compressed (zlib) and in base 64: what the page's script unpacks."""
    return base64.b64encode(zlib.compress(html.encode("utf-8", "replace"), 9)).decode("ascii")


def embedded(data: Any) -> Markup:
    """`data` as JSON for a script element of a type that no browser runs; nothing in it ends the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


def link(url: str | None) -> str | None:
    """`url` if a browser may be sent there: http or https with a host, nothing unseen in it."""
    if url is None or clean(url) != url or " " in url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and host else None


def language(code: str, words: Words = ENGLISH) -> str | None:
    """A language code for the `lang` attribute, None if it is that of the page or not a code."""
    return code if code != words.language and _LANGUAGE.fullmatch(code) else None


def language_name(code: str, words: Words = ENGLISH) -> str:
    """What a language is called; nothing if it is that of the page, wherever that is spoken."""
    primary = code.partition("-")[0].lower()
    if primary == words.language or not _LANGUAGE.fullmatch(code):
        return ""
    return words.gettext(LANGUAGE_NAMES[primary]) if primary in LANGUAGE_NAMES else code


def when(text: str, words: Words = ENGLISH) -> str:
    """An EDTF date or interval as people write it; what is written in words stays as it is."""
    low, slash, high = clean(text).partition("/")
    if not slash:
        return date(low, words)
    if low in ("", ".."):
        return around_date("until %(date)s", high, words)
    if high in ("", ".."):
        return around_date("from %(date)s", low, words)
    return f"{date(low, words)} – {date(high, words)}"


def span(first: str | None, last: str | None, words: Words = ENGLISH) -> str:
    """The time from a year, month, day or minute of ISO 8601 to another one, None without an end."""
    if first is None and last is None:
        return words.gettext("any time")
    if first is None or last is None:
        return when(f"{first or '..'}/{last or '..'}", words)
    if first == last:
        return date(first, words)
    values = {"first": date(first, words), "last": date(last, words)}
    if _has_day(first):
        return words.pgettext("day", "%(first)s to %(last)s", **values)
    return words.gettext("%(first)s to %(last)s", **values)


def date(text: str, words: Words = ENGLISH) -> str:
    """A month, day or time of ISO 8601 as people write it; everything else, a year too, stays as it is."""
    match = _DAY.fullmatch(text)
    if match is None:
        return text
    year, month, day, time = match.groups()
    if month is None or not 1 <= int(month) <= 12:
        return text
    values = {"month": words.gettext(MONTHS).split()[int(month) - 1], "year": year}
    if not day:
        return words.gettext("%(month)s %(year)s", **values)
    written = words.gettext("%(day)s %(month)s %(year)s", day=int(day), **values)
    return f"{written}, {time}" if time else written


def around_date(message: str, text: str, words: Words = ENGLISH) -> str:
    """A message with `%(date)s`; before a day it may have other words than before a month, a year or words."""
    if _has_day(text):
        return words.pgettext("day", message, date=date(text, words))
    return words.gettext(message, date=date(text, words))


def _has_day(text: str) -> bool:
    match = _DAY.fullmatch(text)
    return match is not None and match[3] is not None


def listed(parts: list[str], words: Words = ENGLISH) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    return words.gettext("%(first)s and %(last)s", first=", ".join(parts[:-1]), last=parts[-1])


def ranged(numbers: list[int], words: Words = ENGLISH) -> str:
    """Rising numbers in words, those in a row as a range: `1, 3 and 5–7`."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and parts[-1][-1] == number - 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    runs = [[part] if len(part) > 2 else [[one] for one in part] for part in parts]
    return listed([f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for part in runs for run in part], words)
