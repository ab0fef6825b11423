"""The elements of HTML: which make paragraphs, and what of them is not text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from crosscheck.texts.building import Builder
from crosscheck.texts.text import Place, Text

WHITE = " \t\n\r\f"
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
DELETED = frozenset("del s strike".split())
_LEFT_OUT = DELETED | frozenset(
    "audio button canvas datalist head iframe nav noembed noframes noscript object rp script select style svg template"
    " textarea title video".split()
)
_PICTURES = frozenset("audio button canvas embed iframe img input object select svg textarea video".split())
"""What takes room between words although none of it is text."""
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table"
    " tbody td tfoot th thead tr ul".split()
)
_KINDS = dict.fromkeys("h1 h2 h3 h4 h5 h6".split(), "heading") | {
    "td": "cell",
    "th": "cell",
    "caption": "caption",
    "figcaption": "caption",
}
_NOTE = re.compile(r"(?:fn|foot-?note|end-?note)[-_:]?(?!ref)\w*")
_NOTE_LINKS = frozenset(["doc-noteref", "doc-backlink"])
_BACK = frozenset("↑ ↩ ↩︎ ^ ⏎".split())
_SUPERSCRIPT = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
DELETED_NOTE = "deleted and struck-out words are left out"


class _Open(NamedTuple):
    """An element that is open, with what held outside it."""

    tag: str
    kind: str
    is_left_out: bool


class Elements:
    """Takes tags and words in their order, and makes paragraphs of them.

    End tags may be absent: an end tag closes what was opened inside its element, and the start of a block closes `p`.
    """

    def __init__(self) -> None:
        self._builder = Builder()
        self._open: list[_Open] = []
        self._names: Counter[str] = Counter()
        self._kind = "body"
        self._is_left_out = False
        self._has_deleted = False
        self._raised: list[str] | None = None  # words in superscript, and whether they lead to a note
        self._raised_at: Place | None = None
        self._is_reference = False
        self._opening = ""  # quote marks of `q` that wait for the first word

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _BLOCKS and self._names["p"]:
            self.end("p")
        if not self._is_left_out:
            self._part(tag)
        if tag in VOID:
            return
        self._open.append(_Open(tag, self._kind, self._is_left_out))
        self._names[tag] += 1
        self._kind = _kind(tag, attributes) or self._kind
        self._is_left_out = (
            self._is_left_out or tag in _LEFT_OUT or "hidden" in attributes or attributes.get("role") in _NOTE_LINKS
        )
        if tag == "a":
            self._is_reference = "#" in attributes.get("href", "")
        elif tag == "sup" and not self._is_left_out:
            self._raised, self._raised_at = [], None
            self._is_reference = self._is_reference and self._names["a"] > 0
        elif tag == "q" and not self._is_left_out:
            self._opening += "“"

    def _part(self, tag: str) -> None:
        """Part the words before an element from those in it or behind it, as the element does."""
        if tag == "br":
            self._builder.line(self._kind)
        elif tag in _BLOCKS:
            self._builder.end(self._kind)
        elif tag in _PICTURES:
            self._builder.space()

    def end(self, tag: str) -> None:
        """Close an element and what is open inside it; nothing if it is not open."""
        while self._names[tag]:
            opened = self._open.pop()
            self._names[opened.tag] -= 1
            if opened.tag == "sup":
                self._lower()
            elif opened.tag == "q" and not self._is_left_out:
                self._close_quote()
            elif opened.tag in _BLOCKS and not opened.is_left_out:
                self._builder.end(self._kind)
            self._kind, self._is_left_out = opened.kind, opened.is_left_out
            if opened.tag == tag:
                return

    def words(self, words: str, place: Place | None = None) -> None:
        """Add a piece of text: white space, or characters without any among them."""
        if self._is_left_out:
            self._has_deleted = self._has_deleted or any(self._names[tag] for tag in DELETED)
        elif not words.strip(WHITE):
            self._space(words)
        elif not (self._is_reference and self._names["a"] and words in _BACK):
            self._words(words, place)

    def text(self) -> Text:
        while self._open:
            self.end(self._open[-1].tag)
        return self._builder.text(*([DELETED_NOTE] if self._has_deleted else []))

    def _space(self, white: str) -> None:
        if self._raised is not None:
            self._raised.append(" ")
        elif self._names["pre"]:
            for _ in range(min(white.count("\n"), 2)):
                self._builder.line(self._kind)
            if "\n" not in white:
                self._builder.space()
        else:
            self._builder.space()

    def _words(self, words: str, place: Place | None) -> None:
        if self._raised is None:
            self._is_reference = False  # what stands behind words of a link is one of them
            if self._opening:
                self._builder.words(self._opening, place)
                self._opening = ""
            self._builder.words(words, place)
        else:
            self._raised.append(words)
            self._raised_at = self._raised_at or place

    def _close_quote(self) -> None:
        if self._opening:  # nothing was quoted
            self._opening = self._opening[1:]
        else:
            self._builder.words("”")

    def _lower(self) -> None:
        """Add what stood in superscript: figures as such, an ending to its figure, else apart; marks of notes not."""
        words = "".join(self._raised or ()).strip()
        self._raised = None
        if not words or (self._is_reference and re.fullmatch(r"\W*\w{1,4}\W*", words)):
            return
        if re.fullmatch(r"[+−-]?[0-9]+|n", words):
            words = words.translate(_SUPERSCRIPT)
        elif not (self._builder.last.isdigit() and words.isalpha()):
            self._builder.space()
        self._builder.words(words, self._raised_at)


def _kind(tag: str, attributes: Mapping[str, str]) -> str | None:
    """The kind of the paragraphs in an element, None if it does not say."""
    if attributes.get("role") in ("doc-footnote", "doc-endnote", "doc-endnotes"):
        return "footnote"
    if tag in ("li", "p", "div", "aside", "section") and _NOTE.fullmatch(attributes.get("id", "")):
        return "footnote"
    return _KINDS.get(tag)
