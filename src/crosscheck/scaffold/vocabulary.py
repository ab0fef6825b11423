"""What a workspace knows already, for completion in its editors. An unknown word stays allowed."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from crosscheck.archive.opening import load_all
from crosscheck.model import Attribute
from crosscheck.scaffold.draft7 import Schema

Words = dict[str, str]
"""Each word with what an editor says of it."""

LIMIT = 2000
"""Words of one sort, at most: nobody reads longer lists, and editors slow down."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of a workspace by what they may be."""

    attributes: Words
    subjects: Words
    speakers: Words
    sources: Words
    names: Words
    items: Words

    @staticmethod
    def of(root: Path) -> Vocabulary:
        """What the workspace in `root` knows; raises `InputError`."""
        workspace = load_all(root)
        claims, sources = workspace.claims, workspace.sources
        declared = {attribute.name: _told(attribute) for attribute in workspace.attributes.values()}
        speakers = [claim.said_by for claim in claims] + [source.author for source in sources.values()]
        return Vocabulary(
            attributes=_most_used(claim.attribute for claim in claims) | declared,
            subjects=_most_used(claim.subject for claim in claims),
            speakers=_most_used(speaker for speaker in speakers if speaker),
            sources={id: source.title or "" for id, source in sources.items()},
            names=_most_used(workspace.names.all_spellings),
            items=_most_used(f"{claim.subject} / {claim.attribute}" for claim in claims),
        )

    def suggest(self, schema: Schema, words: Words) -> None:
        """Let an editor complete `words` in `schema`, and accept any other."""
        if words:
            schema["defaultSnippets"] = [
                {"label": word, "body": _snippet(word), **({"description": told} if told else {})}
                for word, told in sorted(words.items())
            ]


NOTHING_KNOWN = Vocabulary({}, {}, {}, {}, {}, {})


def _snippet(word: str) -> str:
    """A word as YAML, with what an editor would take for a placeholder escaped."""
    plain = re.fullmatch(r"[\w(“‘][^#\n]*", word) and not re.search(r":(\s|$)| $", word)
    return re.sub(r"[\\$}]", r"\\\g<0>", word if plain else json.dumps(word, ensure_ascii=False))


def _told(attribute: Attribute) -> str:
    """An attribute in a line: `money in USD, changes, separated by recipient`."""
    kind = str(attribute.kind or "")
    unit = f"in {attribute.unit}" if attribute.unit else ""
    keys = f"separated by {', '.join(attribute.separated_by)}" if attribute.separated_by else ""
    head = " ".join(part for part in (kind, unit) if part)
    return ", ".join(part for part in (head, attribute.over_time.value, keys) if part)


def _most_used(words: Iterable[str]) -> Words:
    return dict.fromkeys(sorted(word for word, _ in Counter(words).most_common(LIMIT)), "")
