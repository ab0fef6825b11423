"""Words that everybody says, so that they do not tell one quotation from another."""

from crosscheck.readings.lexicon import words

COMMON_WORDS = words("""
    a about after again ago all also always am an and another any anybody anyone anything are aren't around as ask asked
    at away back bad be because been before began being believe better between big both but by call called came can
    can't cannot come comes coming could couldn't day days did didn't different do does doesn't doing don't done down
    each else end enough even ever every everybody everyone everything fact far feel few find first for found from get
    gets getting give given go goes going good got great had has hasn't have haven't having he he'd he'll he's help her
    here hers herself him himself his how i i'd i'll i'm i've if in into is isn't it it'd it'll it's its itself just
    keep kind knew know known last least left let let's life like little long look looked looking lot made make makes
    making man many matter may maybe me mean means men might more most much must my myself need needed needs never new
    next no nobody none not nothing now of off often ok okay old on once one ones only or other others our ours
    ourselves out over own part people person place point probably put quite rather really right said same saw say
    saying says see seen seem seems she she'd she'll she's should shouldn't show side since so some somebody someone
    something sometimes soon still such sure take taken talk tell than that that'll that's the their theirs them
    themselves then there there's these they they'd they'll they're they've thing things think thinking this those
    though thought through time times to today together told too took toward towards tried true try trying two under
    until up upon us use used very want wanted wants was wasn't way ways we we'd we'll we're we've week well went were
    weren't what what's when where whether which while who who's whole whom whose why will with within without woman
    women won't word words work world would wouldn't yeah year years yes yet you you'd you'll you're you've your yours
    yourself yourselves
""")
