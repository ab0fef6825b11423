"""The forms of verbs that stand before figures."""

from __future__ import annotations

from collections.abc import Iterable

_AR = "a an ó aron aba aban".split()
_ER = "e en ió ieron ía ían".split()
_FUTURE = "á án ía ían".split()


def forms(infinitive: str, *, present: str = "", past: str = "", reflexive: bool = False) -> list[str]:
    """The third persons of a verb, its gerund and infinitive.

    `present` is the stem where it is another one there ("pierd"); `past` that of a strong preterite ("reduj").
    """
    stem, is_first = infinitive[:-2], infinitive.endswith("ar")
    singular, plural, *others = _AR if is_first else _ER
    if past:
        others[:2] = []
    simple = [f"{present or stem}{singular}", f"{present or stem}{plural}"]
    simple += [f"{past}o", f"{past}eron"] if past else []
    simple += [stem + ending for ending in others] + [infinitive + ending for ending in _FUTURE]
    participle = stem + ("ado" if is_first else "ido")
    simple += [f"{auxiliary} {participle}" for auxiliary in ("ha", "han", "había", "habían")]
    if reflexive:
        return [f"se {form}" for form in simple]
    return [*simple, infinitive, stem + ("ando" if is_first else "iendo")]


def before_figures(verbs: Iterable[str], between: Iterable[str] = ("",), *, is_named: bool = False) -> list[str]:
    """Verbs with the articles, and the words between, that may stand before a figure: "superó ya los".

    `is_named`: an article must.
    """
    middles = [f" {words}" if words else "" for words in between]
    return [f"{verb}{middle}{article}" for verb in verbs for middle in middles for article in _ARTICLES[is_named:]]


_ARTICLES = ("", " los", " las", " el", " la")


def contracted(phrases: Iterable[str]) -> list[str]:
    """Phrases with the articles that their last word is written with: "más de", "más del", "más de los"."""
    found = []
    for phrase in phrases:
        found.append(phrase)
        if phrase.endswith((" de", " a")):
            found += [f"{phrase}l", f"{phrase} los", f"{phrase} las"]
    return found
