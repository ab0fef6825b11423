"""English words by which a clause tells what its figure is of, or that it is of something else."""

from __future__ import annotations

from crosscheck.articles.words import stem_of, stems

IRREGULAR_VERBS = frozenset(
    "arose awoke ate beat beaten became began begun bent bet bit bitten bled blew blown bore borne born bought bound"
    " bred broke broken brought built burnt burst came caught chose chosen clung crept cut dealt died drank drawn drew"
    " driven drove drowned drunk dug eaten fallen fed fell felt fled flew flown forbade forbidden forgave forgot"
    " forgotten fought found froze frozen gave given gone got gotten grew grown heard held hid hidden hit hung hurt"
    " kept knew known laid lain lay led left lent lit lost made meant met mown overthrew overthrown overtaken overtook"
    " paid put quit ran rang read ridden risen rode rose rung said sang sank sat saw seen sent set sewn shed shone"
    " shook shaken shot shown shrank shrunk shut slain slept slew slid slung sold sought sown spat sped spent spilt"
    " split spoke spoken spread sprang sprung stole stolen stood struck stricken strove stuck stung sunk sung swam"
    " swept swore sworn swum swung taken taught thought threw thrown told took tore torn trod understood undertaken"
    " undertook upheld upset went wept withdrawn withdrew withheld woke woken won wore worn wound woven written wrote"
    " wrung".split()
)
"""Past forms of verbs that do not end in -ed."""

NO_VERBS = frozenset(
    "aged armed bed breed coloured deed embed exceed feed hundred hundreds indeed infrared kindred naked need proceed"
    " riverbed seabed related renowned retired sacred seed shed so-called speed succeed united unprecedented"
    " unspecified weed wicked wooded wretched".split()
)
"""Words in -ed that tell of no act."""

AUXILIARY = frozenset(
    "am are be been being did do does had has have having is was were will would shall should can must".split()
)
"""Verbs that lead to another one; alone they say that something is so."""

PLAIN_VERBS = frozenset(
    map(
        stem_of,
        "accounted added amounted announced appeared asserted averaged based became been brought calculated called"
        " came compared caused claimed comprised concluded confirmed considered consisted contained counted covered"
        " declared described disclosed employed equalled estimated exceeded featured filed followed found gave given"
        " got happened held hit housed included indicated involved kept knew known left listed located logged made"
        " maintained measured needed noted numbered occurred offered operated owned passed posted produced put quoted"
        " ran reached read received recorded registered remained reported represented resulted revealed saw seated"
        " seen set showed shown said stated stayed stood stopped suffered surpassed surveyed talked testified told"
        " took topped totalled totaled tracked understood used valued wrote written have run has operate own employ"
        " hold count carry number total amount stand reach include cover boast host keep show see say tell estimate"
        " report lie lies lay sit sits".split(),
    )
)
"""Verbs that say only that there is a figure, that somebody gives it, or what it comes to."""

PLAIN_FOR_DATES = frozenset(
    map(stem_of, "planned expected meant scheduled supposed slated due projected forecast intended hoped".split())
)
"""Verbs that lead to a date to come."""

CHANGES = frozenset(
    map(
        stem_of,
        "rose rise fell fall dropped grew grow growth gained gain increased increase decreased decrease declined"
        " decline shrank climbed slipped jumped soared surged plunged tumbled dipped widened narrowed expanded"
        " contracted cut raised lowered reduced slashed trimmed advanced changed change slid swelled doubled".split(),
    )
)
"""Verbs of a change; the figure that it leads to stands behind "to"."""

CONJUNCTIONS = frozenset("and but or while as after before when because that where though although if until".split())
SUBORDINATING = frozenset("that which who whom where when while because although though whether".split())
"""Words between a verb and the clause of a figure in which it is not."""

PREPOSITIONS = frozenset(
    "about above across after against along among around as at before behind below beneath beside between beyond by"
    " during for from in inside into like near of off on onto out over per since than through throughout till to"
    " toward towards under until up upon via versus with within without worth".split()
)
OWNED_BY = frozenset("of to for on".split())
"""Prepositions behind which a subject is not what the figure is of: "repairs to the bridge"."""

SKIPPED = frozenset(
    "last past next coming a an the this these those its their his her our your all about around some roughly"
    " approximately nearly almost over under exactly precisely only just more less fewer than at least most as many"
    " much few so well close estimated another further additional extra other remaining believed likely perhaps maybe"
    " probably possibly now then still already currently today yesterday tonight also both each every alone far"
    " together annually yearly daily total combined overall maximum minimum record it they he she we there here".split()
)
"""Words between a figure and what governs it."""

ADDED = frozenset("another further additional extra other remaining".split())
"""Words that make a figure a part of something."""

BEFORE_NOUNS = frozenset(
    map(
        stem_of,
        "total overall official officials current currently latest estimated confirmed record final full entire whole"
        " combined known stated reported exact present said first initial original revised own big large huge massive"
        " small good great strong weak major minor mere alleged annual yearly peak top maximum minimum public town"
        " city state national average mean individual single last day today year month week previous recent date"
        " deadline target".split(),
    )
)
"""Words before the name of an attribute that make it no other one."""

DENIED = frozenset(
    "not never nor cannot neither once formerly previously might may could if unless whether denied false falsely"
    " nearly almost narrowly originally".split()
)
"""Words that say of what follows that it is not so, no longer so, or not yet."""

MEASURED = frozenset("wide deep high tall long thick old away late early broad across apart".split())
"""Words behind a measure that say what is measured."""

CONTRASTS = tuple(
    frozenset(stems(line))
    for line in (
        "first second third fourth fifth sixth seventh eighth ninth tenth",
        "male female",
        "man woman boy girl child adult",
        "north south east west northern southern eastern western",
        "net gross pretax adjusted",
        "import export",
        "minimum maximum mean median",
        "daily weekly monthly quarterly annual",
        "urban rural",
        "domestic foreign overseas",
        "public private",
        "federal state municipal",
        "profit loss",
        "asset debt liability",
        "height width depth length weight",
        "primary secondary",
        "civilian soldier police",
        "upper lower",
        "budget deficit surplus",
        "birth death",
    )
)
"""Words of which one tells the opposite, or the neighbour, of another."""
