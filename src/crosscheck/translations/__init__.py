"""The report's own words in other languages: a catalogue a language, which gettext reads.

What a language writes in its own way, such as separators and the order of a date, stands in its catalogue, too: a
language is one file, `es.po`, and `es.mo` is made of it (`make messages`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations

LANGUAGES = ("en", "es", "pt")
"""What a report can be written in."""


def N_(text: str) -> str:
    """`text`, which is translated where it is shown: here it is only marked for the catalogues."""
    return text


def NN_(one: str, many: str) -> tuple[str, str]:
    """A message for one thing and one for several, marked likewise."""
    return one, many


@dataclass(frozen=True)
class Words:
    """Messages in one language, with values for their `%(name)s`; what no catalogue has stays English.

    Values are put in as they are: who shows a message in HTML escapes it.
    """

    language: str
    catalogue: NullTranslations = field(default_factory=NullTranslations, repr=False)

    def gettext(self, message: str, **values: object) -> str:
        return _filled(self.catalogue.gettext(message), values)

    def pgettext(self, context: str, message: str, **values: object) -> str:
        """A message of which English has several with the same words; `context` tells them apart."""
        return _filled(self.catalogue.pgettext(context, message), values)

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        return _filled(self.catalogue.ngettext(one, many, number), values)

    def counted(self, number: int, one: str, many: str) -> str:
        """A message that says how many, as `%(n)s`: one for a single thing, one for several."""
        return self.ngettext(one, many, number, n=self.number(number))

    def number(self, number: int) -> str:
        """A whole number with thousands separators."""
        return self.figures(f"{number:,}")

    def figures(self, text: str) -> str:
        """Figures that are written as in English, with the separators of the language."""
        return text.translate(self._separators) if self._separators else text

    @property
    def _separators(self) -> dict[int, str]:
        # A figure of which the translation shows both separators.
        written = self.pgettext("how figures are written", "1,234.5")
        return {} if written == "1,234.5" else {ord(","): written[1:-5], ord("."): written[-2]}


def _filled(message: str, values: dict[str, object]) -> str:
    return message % values if values else message


@lru_cache(maxsize=len(LANGUAGES))
def words_in(language: str) -> Words:
    """The words of one of `LANGUAGES`."""
    if language == ENGLISH.language:
        return ENGLISH
    from importlib import resources

    with resources.files(__package__).joinpath(f"{language}.mo").open("rb") as file:
        return Words(language, GNUTranslations(file))


ENGLISH = Words("en")
