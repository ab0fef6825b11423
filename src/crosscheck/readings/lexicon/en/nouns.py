"""Words behind a figure that change what it means, and those that make a second party of what they join."""

from __future__ import annotations

from crosscheck.readings.lexicon import phrases, words

REFLEXIVE = words("himself herself itself themselves myself ourselves yourself yourselves oneself")
DETERMINERS = words("""
    a an the his her its their our my your this that these those another other others some one no several many
    any both either neither whoever whatever
""")
# Behind "and", a comma or "&" these begin a second party: "11 people and himself", "12 people, a dog".
SECOND_PARTIES = phrases("""
    accompanied by | along with | alongside | aside from | as well as | besides | in addition to | joined by
    on top of
    other than | together with | save for | not counting | not including | over and above
""")
# "12 people, a child among them": a part of them, no second party.
PARTS_OF_THEM = phrases("among them | amongst them | of them | included")
# What several of are called without an s: "12 men and women", "150 passengers and crew".
PLURALS = words("""
    people men women children police crew staff personnel troops cattle fish sheep deer youth military media
    clergy infantry cavalry aircraft spacecraft livestock poultry dead wounded injured missing sick homeless
    dying elderly poor disabled unemployed geese mice teeth oxen series species gentry folk alumni data criteria
    bacteria fungi sportsmen policemen policewomen firemen fishermen gunmen servicemen servicewomen congressmen
    businessmen salesmen crewmen workmen grandchildren schoolchildren stepchildren phenomena militiamen seamen horsemen
    clergymen kinsfolk housewives knives lives wives thieves loaves halves
""")
# What is counted under several names: "12 people", "12 persons"; whoever is dead is a person, too.
PERSONS = words("people person persons individual individuals human humans soul souls victim victims")
DEAD = words("dead death deaths died die killed fatality fatalities")
UNCOUNTED = words("a an the of in on at and or were was are is been have has had other others more all total")
# In parentheses before a conversion: "(or 160 km)", "(equal to $50m)".
EQUALS = words("= or ie equivalent equals")

# "$2bn after tax", "five years excluding remand": another sum than the one without these words.
EXCLUDING, AFTER_BEFORE = "excluding", words("after before")
TAXES = words("tax taxes vat interest inflation expenses deductions costs fees depreciation amortization")
WORTH, ONLY = "worth", "only"
# "300,000 customers without power" says who is counted, "12 people without counting the gunman" who is not.
WITHOUT, COUNTING = "without", words("counting including")
PLUS = "plus"
EACH = words("apiece each respectively")
# Behind a figure these make it another one, or a difference: "$5 million too much", "two years less a day".
CHANGING = phrases("""
    at best | at worst | in the best case | in the worst case | at its best | at its worst | at their best
    best case | worst case | under the best of circumstances | in the best of circumstances | at the low end
    at the high end | at the lower end | at the upper end | at the top end | at the bottom end
    on the conservative side | on the low side | on the high side | on the safe side | conservatively | optimistically
    pessimistically | and falling | and shrinking | and dropping | and declining
    net of | exclusive of | less tax | less taxes | less interest | less expenses | less deductions
    less costs | less fees | less commission | less commissions | less time | less remand | less remission
    less credit
    too many | too much | too few | too little | too high | too low | too late | too early | too soon | too long
    too short | too big | too large | too small | too heavy | too light | too hot | too cold | too fast | too slow
    on and off | off and on | pro rata | prorated | compounded | compounding | of arc | less a | less an | less the
    less one | in constant prices | in constant dollars | in real terms | adjusted for inflation | inflation-adjusted
""")
UNDER = "under"
# Behind a bare figure these make a score of it: "12-all", "forty-love".
IN_SCORES = words("all love")
# Under these something stands, and is no smaller than they are: "$5m under the deal", "130 acres under water".
STANDS_UNDER = words("""
    act administration agreement agreements arrest bill clause code conditions construction consideration contract
    contracts control cover crops cultivation custody deal deals discussion fire government grants guarantees
    initiative investigation irrigation law laws leadership lease legislation lock management mandate measures order
    orders ownership package pact plan plans policies policy powers pressure program programme programmes programs
    project proposal proposals provision provisions reform reforms review rule rules sanctions scenario scheme
    schemes section settlement supervision system terms threat title treatment treaty warranty water way
""")
# Under these a count is smaller than they are: "nine under par", "12 under the limit".
LIMITS = words("""
    average benchmark budget cap capacity ceiling estimate estimates forecast goal limit limits maximum minimum norm
    normal par quota record requirement standard strength target threshold
""")
CONDITIONS = words("if unless whether hardly barely scarcely instead")

COMPARED = words("""
    big bright broad calm cheap clean clear close cold cool cruel damp dark dear deep dense dim dirty dry dull
    easy early fair faint fast fat few fierce fine firm fit flat fresh full great green grim hard harsh healthy
    heavy high hot hungry keen kind large late lazy lean light likely little long loose loud low lucky mean mild
    narrow neat new nice noisy old pale poor proud pure quick quiet rare rich ripe risky rough sad safe sandy
    scarce sharp short shallow sick simple slight slim slow small smart smelly smooth soft sparse steady steep
    stiff strict strong sunny sweet swift tall tame taut tense thick thin thirsty tight tiny tough ugly warm
    weak wealthy wet wide wild windy wise worthy young costly bulky busy chilly choppy cloudy dusty foggy
    friendly gloomy handy happy hardy hasty juicy leafy lengthy lively lofty lonely lovely messy misty moist
    moody muddy murky nasty needy pricey pricy rainy rocky salty shaky shiny silly skinny snowy speedy spicy
    stormy sturdy tasty tidy tricky trusty wary weighty
""")
IRREGULAR = words("better worse more less further farther elder lesser")


def _comparative(adjective: str) -> tuple[str, ...]:
    if adjective.endswith("e"):
        return (adjective + "r",)
    if adjective.endswith("y"):
        return adjective[:-1] + "ier", adjective + "er"
    return adjective + "er", adjective + adjective[-1] + "er"


COMPARING = IRREGULAR | {form for adjective in COMPARED for form in _comparative(adjective)}
"""Behind a measure these tell a difference: "three years older", "10% cheaper"."""

# Behind a temperature these make it a difference of two.
WARMER = words("""
    warmer hotter milder warming rise rises increase increases higher above jump gain up over hike
""")
COOLER = words("""
    cooler colder chillier cooling fall falls drop drops decrease decreases lower below decline down under dip
""")
APART = words("difference differences anomaly anomalies change changes swing swings range variation")

# What a price is a price of: "$45 a ticket", "$500 a night".
THINGS = words("""
    acre animal apartment apple ballot banana bed beer book bottle bowl box brick can car card carton case child
    class click coffee copy course cow crate customer delivery dish dose dozen drink dwelling egg employee entry
    episode family flat flight foot game glass guest hamburger head home horse hour house household item jab job
    journey kid kit lap lesson letter line load loaf lot lunch machine match meal member message mile minute
    month night nights object order ounce pack packet page pair paper parcel passenger patient person phone
    picture piece pie pig pill pint pizza place plate player plot point pop portion post pound prisoner property
    pupil ream recipient ride room round school seat seller session set share sheep shift shot show side sitting
    slice song square stem stay stock stream student subscriber suit table tablet tank taxpayer team test text
    ticket time ton toll track transaction tray treatment tree trip truck tune turn unit use user vehicle view
    vial visit visitor vote voter word worker yard
""")

# In running text what is counted ends before these, besides prepositions and what is no noun.
ENDS_A_NOUN = words("""
    across against along also am amid among as because behind can could despite did do does has he how if inside it may
    might must near not off out outside per pm said says should so such that then there they this too via we what when
    where which while who whom why will would yet she
""")
