"""Names: which spellings are one name, and how names are compared."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

_QUOTE_MARKS = re.compile("[\"'`\u00ab\u00bb\u2018-\u201f\u2039\u203a\u02bc\u00b4]")
_ARTICLE = re.compile(r"(?:the|a|an) (?=\S)")
_NOT_SLUG = re.compile(r"[\W_]+")
_NOT_ASCII_SLUG = re.compile(r"[^a-z0-9]+")
_LATIN = str.maketrans(dict(zip("łøđðħıŧ", "loddhit", strict=True)) | {"æ": "ae", "œ": "oe", "þ": "th", "ŋ": "ng"})
"""Latin letters that Unicode does not take apart, as people write them without."""


@lru_cache(maxsize=100_000)
def normalise(name: str) -> str:
    """A name for comparing: NFKC, case folded, without diacritics, quote marks and a leading article."""
    text = name.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
        text = "".join(c for c in text if not unicodedata.combining(c))
    text = " ".join(_QUOTE_MARKS.sub("", text).split())
    return _ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) else text


def slug(*words: str) -> str:
    """Words as one slug: each normalised, every run of other signs a hyphen."""
    return _NOT_SLUG.sub("-", " ".join(map(normalise, words))).strip("-") or "claim"


def language_tag(language: str) -> str:
    """A language as it is compared: `es-co` of "es_CO"."""
    return "-".join(re.split("[-_ ]", language.lower()))


def is_within(language: str, other: str) -> bool:
    """Whether one language tag is another one or a region of it, as `es-co` is of `es`; everything is of ""."""
    return not other or language == other or language.startswith(f"{other}-")


def ascii_slug(label: str) -> str:
    """A slug of letters a-z and digits, empty for a label without any letter or digit.

    What is written in other scripts ends with eight hexadecimal digits of a hash, as nothing else of it could be kept.
    """
    found = slug("x", label)[2:].translate(_LATIN)
    if found.isascii():
        return found
    kept = _NOT_ASCII_SLUG.sub("-", found).strip("-") or "source"
    return f"{kept}-{hashlib.sha256(found.encode()).hexdigest()[:8]}"


@dataclass(frozen=True, slots=True)
class Name:
    """An entry of names.yaml: spellings of one thing, terms that it covers, names that must not be merged with it.

    `aliases` hold in every language; `translations` are (language tag, alias) for those that hold in one.
    """

    canonical: str
    aliases: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    distinct: tuple[str, ...] = ()
    translations: tuple[tuple[str, str], ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """All spellings, of whatever language, the canonical one first."""
        return (self.canonical, *self.aliases, *(alias for _, alias in self.translations))

    def in_language(self, tag: str) -> Name:
        """This entry as a text in a language has it: with its aliases in that language, without those in others."""
        spoken = (alias for language, alias in self.translations if is_within(tag, language))
        return replace(self, aliases=(*self.aliases, *spoken), translations=())


@dataclass(frozen=True, slots=True)
class Names:
    """Which spellings are one name. Two names are one only if an entry says so.

    An alias in a language makes two names one only `in_language`. To list and to find entries it is a spelling.
    """

    entries: tuple[Name, ...] = ()
    _by_spelling: Mapping[str, Name] = field(default_factory=dict)
    _wider: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _by_language: Mapping[str, Names] = field(default_factory=dict)

    @staticmethod
    def of(entries: Iterable[Name]) -> Names:
        known = tuple(entries)
        spellings = {normalise(word): entry for entry in known for word in (*entry.aliases, entry.canonical)}
        named = Names(known, spellings)
        wider: dict[str, set[str]] = {}
        for entry in known:
            for term in entry.narrower:
                wider.setdefault(named.key(term), set()).add(normalise(entry.canonical))
        tags = {tag for entry in known for tag, _ in entry.translations}
        tags = {tag for entry in known for tag, _ in entry.translations}
        spoken = {tag: Names.of(entry.in_language(tag) for entry in known) for tag in (*tags, "")} if tags else {}
        return Names(known, spellings, {term: frozenset(above) for term, above in wider.items()}, spoken)

    @property
    def have_languages(self) -> bool:
        """Whether any alias holds in one language only."""
        return bool(self._by_language)

    def in_language(self, language: str) -> Names:
        """The names of a text in a language, such as `es-CO`."""
        if not self._by_language:
            return self
        tag = language_tag(language)
        while tag not in self._by_language:
            tag = tag.rpartition("-")[0]
        return self._by_language[tag]

    def canonical(self, name: str) -> str:
        """The name that stands for `name`; a name that no entry knows stands for itself."""
        entry = self._by_spelling.get(normalise(name))
        return entry.canonical if entry else name

    def key(self, name: str) -> str:
        """Equal for two spellings if they are one name."""
        return normalise(self.canonical(name))

    def knows(self, term: str) -> bool:
        """True if an entry names a term, or lists it as narrower."""
        key = normalise(term)
        return key in self._by_spelling or key in self._wider

    def covers(self, wider: str, narrower: str) -> bool:
        """True if `wider` is `narrower`, or stands above it however many steps."""
        seen: set[str] = set()
        sought, waiting = self.key(wider), [self.key(narrower)]
        while waiting:
            term = waiting.pop()
            if term == sought:
                return True
            if term not in seen:
                seen.add(term)
                waiting.extend(self._wider.get(term, ()))
        return False

    def apart(self, name: str, other: str) -> bool:
        """True if an entry says that two names must not be merged."""
        pair = {self.key(name), self.key(other)}
        return any(
            pair == {self.key(entry.canonical), self.key(distinct)}
            for spelling in (name, other)
            if (entry := self._by_spelling.get(normalise(spelling))) is not None
            for distinct in entry.distinct
        )

    @property
    def all_spellings(self) -> tuple[str, ...]:
        return tuple(spelling for entry in self.entries for spelling in entry.spellings)

    def spellings(self, name: str) -> tuple[str, ...]:
        """Every spelling of a name, the canonical one first."""
        entry = self._by_spelling.get(normalise(name))
        return entry.spellings if entry else (name,)
