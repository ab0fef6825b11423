"""English words by which a name is known for that of another thing, or for none."""

from __future__ import annotations

from crosscheck.articles.wordings import SPEECH_VERBS
from crosscheck.articles.words import stem_of

SORTS = frozenset(
    map(
        stem_of,
        "storm storms tropical hurricane hurricanes cyclone typhoon tornado blizzard earthquake quake flood fire"
        " wildfire eruption volcano bridge tunnel tower dam barrier road highway railway line airport port harbour"
        " harbor station stadium arena hospital clinic school university college institute museum church cathedral"
        " company corporation corp inc ltd plc group holdings bank fund trust foundation media studios streaming"
        " airlines airways motors energy shipping council county city town province district ministry department agency"
        " party union league club united city rovers ferry ship tanker mine quarry plant factory mill inquiry"
        " operation conference treaty agreement act summit festival cup election island river lake mount mountain"
        " sinking crash collapse attack bombing disaster accident explosion massacre siege st saint".split(),
    )
)
"""What a name says that something is: "Hurricane Bertram", "Halden Bridge"."""

NO_NAMES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday spring summer autumn winter christmas easter god".split()
)
"""Words with a capital that are times."""

OPENING = frozenset("the a an this that then later earlier now still only even also both years decades ago".split())
"""Words before a name that are none of it."""

COMPARING = frozenset("than since like unlike as to with after before from until against over".split())
"""Words before a name that something else is compared with."""

GIVING = frozenset(SPEECH_VERBS) | frozenset(
    "put puts counted counts recorded records measured measures confirmed confirms expects expected forecast forecasts"
    " registered logged listed lists clocked gave gives cited cites spoke asked asks called calls urged urges wants"
    " wanted hopes hoped believes believed thinks thought acknowledged admitted admits denied denies recalled recalls"
    " promised promises predicted predicts projected projects calculated reckons reckoned points pointed".split()
)
"""Verbs of who gives a figure, and is not what it is of."""

MASS_ENDINGS = tuple("s ing tion sion ment ness ity ance ence ship hood ism".split())
"""Ends of nouns that begin a sentence without an article, but are no names."""

MASS_NOUNS = frozenset(
    "people police staff crew rain wind snow water power traffic work revenue income profit turnout demand output mud"
    " ice debris nobody everyone someone anyone everybody somebody nothing everything something none half many few"
    " thousand hundred dozen million today yesterday tomorrow tonight death aid trade food oil gas land men women"
    " children unemployment inflation growth debt damage weather speed width height length depth electricity insurance"
    " pressure however instead moreover here who what which where why how nowhere help life love money rent beer wine"
    " coal steel grain wheat rice media opposition congress parliament government management lightning thunder smoke"
    " fire ash lava heat cold drought famine hunger disease cholera measles relief research evidence experience"
    " whoever whatever whichever turnover storage output employment patient nature history science one two three four"
    " five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety".split()
)
"""Nouns and pronouns that do, with no such end."""
