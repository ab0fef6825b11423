"""Where sentences begin and end: not at the stop of an abbreviation, an initial or a decimal."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 2_000
"""Characters of a sentence; a longer one, which is a list or a table, is parted at white space."""
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_SPACE = re.compile(r"\s")
_END = re.compile(r"""[.!?…]["'”’»“)\]]*(?:\s»)?\s+(?=["'“‘«„¿¡(\[]*(?:(?<=«)\s)?[^\W_a-zß-öø-ÿ])|[。！？]""")
LONGEST_ABBREVIATION = 12
_NO_END = re.compile(
    r"""(?:^|[\s("'“‘\[—–-])(?:[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]?"""
    r"""|Mrs?|Ms|Mx|Dr|Drs|St|Ste|Jr|Sr|Messrs|vs|v|No|Nos|Gen|Sens?|Reps?|Gov|Lt|Col|Maj|Capt|Adm|Sgt|Cpl|Pvt|Cmdr"""
    r"""|Prof|Hon|Rev|Fr|Pres|Supt|Insp|Det|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thurs?|Fri"""
    r"""|Rs|Tk|Sh|approx|est|ca|cf|al|etc|pp|Inc|Corp|Cos?|Ltd|Bros|Mt|Ft|Ave|Blvd|Rd|Dept|Univ|Assn|Fig|Art|Sec|Vol"""
    r"""|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore"""
    r"""|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)$"""
)
_ENDS_ANYWAY = re.compile(r"""(?:The|A|An|He|She|It|They|We|But|In|On|At|This|That|These|Those|His|Her|Its|Their)\b""")
"""Behind the initials of a country or an hour ("the U.S. The", "5 p.m. The") these begin a sentence all the same."""
_UNIT = re.compile(r"\d[\d.,]*\s?[a-z]$")
"""Of one letter behind a figure, which is no initial: "€1.2 m. It"."""
_INITIALS = re.compile(r"""(?:^|[\s("'“‘\[])(?:[^\W\d_]\.)+[^\W\d_]$""")
_BEFORE = r"""(?:^|[\s("'’“‘«„¿¡\[—–-])"""


@dataclass(frozen=True, slots=True)
class Endings:
    """What a stop may stand behind in a language without ending a sentence.

    Behind what `may_end` matches a sentence ends only before what `begins` does; behind what else `never_ends` matches,
    nowhere.
    """

    never_ends: re.Pattern[str]
    may_end: re.Pattern[str]
    begins: re.Pattern[str]

    @staticmethod
    def of(
        abbreviations: Iterable[str], may_end: Iterable[str], beginnings: Iterable[str], *, has_ordinal_stops: bool
    ) -> Endings:
        """Those of a language with such words; `has_ordinal_stops`: "3." is third. Initials are in every language."""
        words, others, firsts = (
            "|".join(map(re.escape, sorted(some))) for some in (abbreviations, may_end, beginnings)
        )
        ordinal = r"|\d{1,2}" if has_ordinal_stops else ""
        initials = rf"(?:[^\W\d_]{{1,2}}\.)+[^\W\d_]{{1,2}}|{others}{ordinal}"
        never = rf"{_BEFORE}(?:[^\W\d_]|{initials}|{words})$"
        return Endings(re.compile(never), re.compile(rf"{_BEFORE}(?:{initials})$"), re.compile(rf"(?:{firsts})\b"))


ENGLISH = Endings(_NO_END, _INITIALS, _ENDS_ANYWAY)


def sentences(text: str, endings: Endings = ENGLISH) -> list[tuple[int, int]]:
    """The first place of each sentence and the one behind it, in order; white space between them is in none."""
    found: list[tuple[int, int]] = []
    start = 0
    for end, after in _breaks(text, endings):
        _add(found, text, start, end)
        start = after
    _add(found, text, start, len(text))
    return found


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add what stands between two places, without the white space around it."""
    while start < end:
        stop = end
        if end - start > LONGEST:
            space = _SPACE.search(text, start + LONGEST, end)
            stop = space.start() if space is not None else end
        part = text[start:stop]
        words = part.strip()
        if words:
            first = start + len(part) - len(part.lstrip())
            found.append((first, first + len(words)))
        start = stop + 1


def _breaks(text: str, endings: Endings) -> list[tuple[int, int]]:
    """Where a sentence ends and where the next one may begin: behind its mark, and at blank lines."""
    breaks = [(match.start(), match.end()) for match in _BLANK_LINE.finditer(text)]
    for match in _END.finditer(text):
        if text[match.start()] != "." or not _is_abbreviated(text, match.start(), match.end(), endings):
            breaks.append((match.end(), match.end()))
    return sorted(breaks)


def _is_abbreviated(text: str, stop: int, following: int, endings: Endings) -> bool:
    """Whether the stop at a place belongs to an abbreviation or initials."""
    before = text[max(0, stop - LONGEST_ABBREVIATION) : stop]
    if endings.may_end.search(before) and endings.begins.match(text, following):
        return False
    return _UNIT.search(before) is None and endings.never_ends.search(before) is not None
