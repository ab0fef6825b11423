"""HTML: words with their lines and columns.

Tags are found without a tree, in time that grows with the length of the page only: parsers that build one take the
square of the depth of its nesting, and tell no places.
"""

from __future__ import annotations

import codecs
import re
from html import unescape

from crosscheck.texts.building import Lines
from crosscheck.texts.elements import Elements
from crosscheck.texts.text import Text, Unusable

_TAG = re.compile(
    r"""<(/?)([A-Za-z][^\s/>]*+)((?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')|["'=])*+)(>?)"""  # possessive: never goes back
)
_ATTRIBUTE = re.compile(r"""([^\s=/"'>]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>"']++))?""")
_RAW = {
    tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE)
    for tag in "iframe noembed noframes script style textarea title".split()
}
"""Elements that hold no tags but their own end."""
_PIECE = re.compile(r"&#?\w+;?|[ \t\n\r\f]+|[^& \t\n\r\f]+|&")
_CHARSET = re.compile(rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252"}


def read(source: str) -> Text:
    """The text of a page whose lines end with line feeds."""
    elements = Elements()
    feed(source, elements, Lines(source))
    return elements.text()


def feed(source: str, elements: Elements, lines: Lines | None = None, base: int = 0) -> None:
    """Give the tags and words of HTML to `elements`, with places where there are `lines`; `base` is where it begins."""
    at = 0
    while at < len(source):
        tag_at = source.find("<", at)
        if tag_at < 0:
            tag_at = len(source)
        _words(source, at, tag_at, elements, lines, base)
        at = _markup(source, tag_at, elements) if tag_at < len(source) else tag_at
        if at == tag_at:  # no tag after all
            _words(source, at, at := at + 1, elements, lines, base)


def _markup(source: str, at: int, elements: Elements) -> int:
    """Take what begins with the "<" at `at`; returns where it ends, `at` if it is no markup.

    Raises `Unusable` where it has no end: all behind it would be lost.
    """
    if source.startswith("<!--", at):
        return _behind(source, "-->", at, 2 if source.startswith(("<!-->", "<!--->"), at) else 4)
    if source.startswith(("<!", "<?"), at):
        return _behind(source, ">", at)
    tag = _TAG.match(source, at) if source[at + 1 : at + 2] == "/" or source[at + 1 : at + 2].isalpha() else None
    if tag is None:
        return at
    if not tag[4]:
        raise _endless(source, at)
    name = tag[2].lower()
    if tag[1]:
        elements.end(name)
        return tag.end()
    attributes = {key.lower(): value.strip("\"'") for key, value in _ATTRIBUTE.findall(tag[3])}
    elements.start(name, attributes)
    if name not in _RAW:
        return tag.end()
    closing = _RAW[name].search(source, tag.end())
    elements.end(name)
    if closing is None:
        raise _endless(source, at)
    return _behind(source, ">", closing.start())


def _behind(source: str, mark: str, at: int, least: int = 0) -> int:
    """Where what begins at `at` ends with `mark`, its first `least` characters left aside."""
    found = source.find(mark, at + least)
    if found < 0:
        raise _endless(source, at)
    return found + len(mark)


def _endless(source: str, at: int) -> Unusable:
    return Unusable(f"has no end of the tag or comment that begins in line {Lines(source).place(at).line}")


def _words(source: str, start: int, end: int, elements: Elements, lines: Lines | None, base: int) -> None:
    for piece in _PIECE.finditer(source, start, end):
        word = unescape(piece.group()) if piece.group().startswith("&") else piece.group()
        elements.words(word, lines.place(base + piece.start()) if lines is not None else None)


def decode(data: bytes) -> tuple[str, str | None]:
    """A page as characters, and a note where it is not in the character set that it names.

    Raises `Unusable` where it is neither UTF-8 nor what it names.
    """
    declared = _CHARSET.search(data, 0, 4096)
    try:
        name = codecs.lookup(declared[1].decode()).name if declared is not None else "utf-8"
    except LookupError:
        name = "utf-8"
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if name == "utf-8":
            raise Unusable(f"is not UTF-8 at byte {error.start}, and names no other character set") from None
    else:
        is_other = name not in ("utf-8", "ascii") and not source.isascii()
        return source, f"this is UTF-8, although it names {name}" if is_other else None
    try:
        return data.decode(_AS_BROWSERS_DO.get(name, name)), None
    except (UnicodeDecodeError, LookupError):
        raise Unusable(f"is neither UTF-8 nor {name}, which it names; save it as UTF-8") from None
