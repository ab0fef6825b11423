"""Writes the catalogues of the report: the messages of its code, with the translations that they have.

Each `.po` is what translators edit; the `.mo` beside it is what the report reads. A test compares.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from crosscheck.articles.coverage import Cover
from crosscheck.model import DraftStatus, Status, Verdict
from crosscheck.outputs.report.page import IN_SCRIPTS, IN_STYLES
from crosscheck.translations import ENGLISH, LANGUAGES

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "crosscheck"
CATALOGUES = PACKAGE / "translations"
REPORT = PACKAGE / "outputs" / "report"

KEYWORDS = {
    **dict.fromkeys(("_", "N_", "gettext", "around_date")),
    **dict.fromkeys(("NN_", "ngettext"), (1, 2)),
    "pgettext": ((1, "c"), 2),
    "counted": (2, 3),
}
"""Functions whose arguments are messages, as Babel has them: which argument is what."""

SCALES = ("million", "billion", "trillion")
UNITS = """
    minute minutes | hour hours | day days | week weeks | month months | quarter quarters | year years |
    decade decades | century centuries | gram grams | kilogram kilograms | tonne tonnes | metric ton metric tons |
    millimetre millimetres | centimetre centimetres | metre metres | kilometre kilometres | mile miles | foot feet |
    square metre square metres | square kilometre square kilometres | square mile square miles |
    hectare hectares | acre acres | litre litres | barrel barrels | cubic metre cubic metres | person people |
    percentage points
"""


class Message(NamedTuple):
    """What is translated, of what says how many both forms; `context` tells two with the same words apart."""

    id: str | tuple[str, str]
    context: str | None = None


class Plain(Catalog):
    """A catalogue without the day and the program that wrote it: the same messages are the same bytes."""

    num_plurals = 2
    plural_expr = "(n != 1)"

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", self.plural_forms),
        ]


def messages() -> dict[Message, list[str]]:
    """Every message that the report's code has, with the files that have it."""
    found: dict[Message, list[str]] = {}
    files = [
        *REPORT.glob("*.*"),
        PACKAGE / "formatting.py",
        PACKAGE / "outputs" / "coverage.py",
        CATALOGUES / "__init__.py",
    ]
    for path in sorted(files):
        for message in _of_file(path):
            places = found.setdefault(message, [])
            name = path.relative_to(PACKAGE).as_posix()
            places.extend([name] * (name not in places))
    for message in _named():
        found.setdefault(message, [])
    return found


def _of_file(path: Path) -> Iterator[Message]:
    if path.suffix in (".js", ".css"):
        text = path.read_text(encoding="utf-8")
        pattern, group = (IN_SCRIPTS, 2) if path.suffix == ".js" else (IN_STYLES, 1)
        yield from (Message(match[group]) for match in pattern.finditer(text))
        return
    method = {".py": "python", ".j2": "jinja2"}.get(path.suffix)
    if method is None:
        return
    options = {"newstyle_gettext": "true", "silent": "false"} if method == "jinja2" else {"encoding": "utf-8"}
    with path.open("rb") as file:
        for _, id, _, context in extract(method, file, KEYWORDS, options=options):
            yield Message(id, context)
            if isinstance(id, str) and path.suffix == ".py" and "%(date)s" in id and context is None:
                yield Message(id, "day")  # `around_date` has it


def _named() -> Iterator[Message]:
    """Messages that the code has as values: names of verdicts, units and the like."""
    yield from (Message(one.value) for one in (*Verdict, *Status))
    yield from (Message(one.value, "draft") for one in DraftStatus)
    yield from (Message(one.value, "figure") for one in Cover)
    yield from (Message((scale, scale)) for scale in SCALES)
    yield from (Message(scale, context) for context in ("below two", "axis") for scale in SCALES)
    for pair in UNITS.split("|"):
        words = pair.split()
        half = len(words) // 2
        names = (" ".join(words[:half]), " ".join(words[half:])) if words[0] != "percentage" else (" ".join(words),)
        yield from (Message(name, "unit") for name in names)


def catalogue(language: str) -> Catalog:
    """All messages, with the translations that the `.po` of a language has of them."""
    path = CATALOGUES / f"{language}.po"
    with BytesIO(path.read_bytes() if path.exists() else b"") as file:
        old = read_po(file, locale=language)
    made = Plain(locale=language, fuzzy=False)
    made.num_plurals, made.plural_expr = old.num_plurals, old.plural_expr
    made.header_comment = old.header_comment if path.exists() else "# The words of the report."
    for message, places in messages().items():
        known = old.get(message.id, message.context)
        string = known.string if known is not None else None
        comments = known.user_comments if known is not None else ()
        locations = [(place, 0) for place in places]
        made.add(message.id, string, locations=locations, context=message.context, user_comments=comments)
    return made


def files(language: str) -> dict[Path, bytes]:
    """The `.po` and the `.mo` of a language."""
    made = catalogue(language)
    po, mo = BytesIO(), BytesIO()
    write_po(po, made, width=100, include_lineno=False)
    write_mo(mo, made)
    return {CATALOGUES / f"{language}.po": po.getvalue(), CATALOGUES / f"{language}.mo": mo.getvalue()}


if __name__ == "__main__":
    for language in LANGUAGES:
        for path, content in files(language).items() if language != ENGLISH.language else ():
            path.write_bytes(content)
