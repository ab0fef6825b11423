"""The sentence around a quote, for readers who have the text."""

from __future__ import annotations

import re
from collections.abc import Iterable

MOST = 280  # characters on each side; a list without full stops is no sentence

_END = re.compile(r"""(?<=[.!?…])["')\]]*\s+(?=["'(\[]*[^\W_a-z])|(?<=[。！？])""")
_NO_END = re.compile(
    r"""(?:^|[\s("'\[])(?:[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]?|Mrs?|Ms|Dr|St|Jr|Sr|vs|No|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Adm|Sgt|Jan|Feb"""
    r"""|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|approx|est|c|ca|cf|al|Inc|Corp|Co|Ltd)\.$"""
)


def paragraphs(text: str) -> list[str]:
    """A text in parts between blank lines; a line that stands alone is a heading."""
    return [part for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip()]


def around(quote: str, plain_paragraphs: Iterable[str]) -> tuple[str, str] | None:
    """What stands before and after the first such quote in its sentence, None if no paragraph has it.

    Both the quote and the paragraphs are plain, so that what differs in white space only is found.
    """
    words = whole(quote)
    for paragraph in plain_paragraphs:
        found = words.search(paragraph) if quote in paragraph else None
        if found is not None:
            return _before(paragraph[: found.start()]), _after(paragraph, found.end())
    return None


def whole(quote: str) -> re.Pattern[str]:
    """A plain quote as whole words and whole figures."""
    before = r"(?<!\w)(?<!\d[.,])" if quote[:1].isalnum() else ""
    after = r"(?!\w)(?![.,]\d)" if quote[-1:].isalnum() else ""
    return re.compile(before + re.escape(quote) + after)


def _before(text: str) -> str:
    ends = [match.end() for match in _ends(text + "A")]
    kept = text[ends[-1] :] if ends else text
    return kept if len(kept) <= MOST else "…" + kept[-MOST:].partition(" ")[2]


def _after(paragraph: str, start: int) -> str:
    # A quote may end with the full stop of its sentence.
    end = next((m.start() for m in _ends(paragraph) if m.end() >= start), len(paragraph))
    closing = re.compile(r"""["')\]]*""").match(paragraph, end)
    kept = paragraph[start : max(start, closing.end() if closing else end)]
    return kept if len(kept) <= MOST else kept[:MOST].rpartition(" ")[0] + "…"


def _ends(text: str) -> list[re.Match[str]]:
    """Where sentences end; the stop of an abbreviation or an initial is none."""
    return [
        match for match in _END.finditer(text) if not _NO_END.search(text[max(0, match.start() - 20) : match.start()])
    ]
