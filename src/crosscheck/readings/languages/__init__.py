"""Values in other languages than English: each is translated into the words of the English grammar.

A language is a folder of `lexicon/`, with the tables that `Language` names. `docs/extending.md` says what is in them.

- `language`: a token becomes English by the longest phrase that fits; a word that no table has is a noun or refused.
- `scan`: figures, words and signs; what parts decimals is for the language and the region to say.
- `numbers`: number words and scales; `phrases`: phrases with slots, for what stands in another order (`slots`,
  `counted`).
- `running_text`: words of articles and names.
- `translation`: the English text, and the way back to the words of the claim.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from crosscheck.readings import lexicon
from crosscheck.readings.languages.language import Language
from crosscheck.readings.languages.running_text import Prose
from crosscheck.readings.languages.translation import Translation

__all__ = ["ENGLISH", "LANGUAGES", "Language", "Prose", "Translation", "language_of"]

ENGLISH = "en"
LANGUAGES = frozenset(found.name for found in iter_modules(lexicon.__path__) if found.ispkg)
"""The codes of the languages whose words are known."""


@lru_cache(maxsize=64)
def language_of(tag: str) -> Language | None:
    """The language of a tag such as `es-MX`; None of English, and of one whose words are not known."""
    code, _, rest = tag.replace("_", "-").lower().partition("-")
    if code == ENGLISH or code not in LANGUAGES:
        return None
    region = next((part for part in rest.split("-") if len(part) == 2 or part.isdigit()), "")
    return Language(import_module(f"{lexicon.__name__}.{code}"), region)
