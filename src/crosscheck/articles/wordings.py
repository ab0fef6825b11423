"""English words that news uses for one thing, and words that say nothing of what a figure is."""

from __future__ import annotations

SMALL_WORDS = frozenset(
    "a about after again all also among an and any are as at back be because been before being between both but by can"
    " could de del did do does during each for from had has have he her here him his how i if in into is it its just"
    " made make may me might more most much must my no not now of off on one only or other our out over own per s said"
    " same say says she should since so some such t than that the their them then there these they this those through"
    " to too under until up upon very was we were what when where which while who whom whose why will with within"
    " without would yet you your".split()
)
"""Words that connect others; not "us", which may be the country."""

OF_KINDS = (
    "amount count date day duration figure number people period persons share size sum time total value year".split()
)
"""Words of attributes that only repeat what their kind says."""

PHRASES = {
    "out of work": "unemployed",
    "went down": "sank",
    "gone down": "sunk",
    "broke out": "began",
    "blew up": "exploded",
    "laid off": "layoff",
    "set up": "founded",
    "took office": "start",
    "passed away": "died",
    "shut down": "closed",
    "closed down": "closed",
    "passengers and crew": "people",
    "crew and passengers": "people",
    "men and women": "people",
    "women and men": "people",
    "adults and children": "people",
}
"""Words that together mean what one word does."""

SPEECH_VERBS = (
    "said says told tells added adds announced announces argued argues claimed claims declared declares estimated"
    " estimates explained explains insisted insists noted notes reported reports stated states testified warned warns"
    " wrote writes"
).split()
"""Verbs behind or before whoever says something."""

TITLES = frozenset(
    "president vice minister premier chancellor king queen prince princess pope senator sen representative rep governor"
    " gov mayor judge justice mr mrs ms dr prof professor sir lord lady general gen colonel col captain capt lieutenant"
    " lt major maj sergeant sgt admiral secretary ambassador commissioner chairman chairwoman chief sheriff".split()
)
"""Words before the surname of a person."""

IRREGULAR = {
    form: base
    for line in (
        "sink sank sunk",
        "die died dies dying",
        "begin began begun",
        "rise rose risen",
        "fall fell fallen",
        "grow grew grown growth",
        "give gave given",
        "take took taken",
        "build built",
        "spend spent",
        "pay paid payment payments",
        "hold held",
        "lose lost loss",
        "win won",
        "send sent",
        "sell sold sale",
        "steal stole stolen",
        "shoot shot",
        "strike struck stricken",
        "fly flew flown flight flights",
        "choose chose chosen choice",
        "bring brought",
        "buy bought",
        "hear heard",
        "see saw seen",
        "know knew known",
        "draw drew drawn",
        "withdraw withdrew withdrawn withdrawal",
        "throw threw thrown",
        "break broke broken",
        "speak spoke spoken speech",
        "write wrote written",
        "eat ate eaten",
        "catch caught",
        "teach taught",
        "seek sought",
        "fight fought",
        "lend lent",
        "lead led",
        "meet met",
        "keep kept",
        "run ran",
        "swim swam swum",
        "tear tore torn",
        "wear wore worn",
        "freeze froze frozen",
        "hide hid hidden",
        "spill spilt",
        "birth births born",
        "floor storey storeys",
        "arrive arrival",
        "approve approval",
        "bury burial buried",
        "close closure",
        "decide decision",
        "deliver delivery deliveries",
        "expand expansion",
        "explode explosion",
        "invade invasion",
        "weigh weight",
        "long length",
        "deep depth",
        "wide width",
        "high height tall",
        "strong strength",
        "person people",
        "man men",
        "woman women",
        "child children",
        "drive drove driven",
        "found founded founding",
    )
    for base, *forms in [line.split()]
    for form in forms
}
"""Forms that no ending makes, each with its first form."""

MEANING_THE_SAME = (
    "die dead death deceased fatal kill lives perish toll drown casualties",
    "injure wound hurt",
    "begin start launch commence onset",
    "end close finish complete conclude",
    "found establish create",
    "cost price bill expense",
    "employee employees staff workforce job employ worker payroll headcount post position",
    "inhabitant resident population",
    "revenue turnover sales takings",
    "profit earnings income",
    "ship vessel boat fleet",
    "aircraft plane jet airplane",
    "home household house dwelling",
    "power electricity lights outage blackout",
    "rescue save saved",
    "aboard board onboard",
    "storm hurricane cyclone typhoon",
    "arrest detain detention custody",
    "sentence sentenced jail prison imprison",
    "fine fined penalty",
    "vote ballot",
    "voter electorate",
    "aid assistance help support",
    "reward bounty",
    "sign signature",
    "agreement accord deal treaty pact",
    "troop soldier marines",
    "cut reduce reduction slash eliminate axe",
    "rise increase raise grow gain",
    "fall decrease decline drop plunge",
    "student pupil enrolment enrollment",
    "evacuate flee fled",
    "missing unaccounted",
    "damage losses",
    "spending expenditure outlay",
    "buy purchase acquire acquisition",
    "unemployment jobless",
    "salary wage pay",
    "gust wind",
    "location site",
)
"""Words of which a news text writes one and a curator another, one for each stem; the first stands for all."""
