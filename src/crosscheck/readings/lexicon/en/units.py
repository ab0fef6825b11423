"""Names of units that a figure may be in and that are not read: what they name is never counted.

From the Unified Code for Units of Measure (2.1), Unicode CLDR (44) and NIST Special Publication 811, and the measures
of land, grain and gold that newspapers abroad write; without those of `unit_table`, and without "unit", "item" and
"part", which say nothing.
"""

from __future__ import annotations

from crosscheck.readings.lexicon import phrases, words

UNIT_NAMES = words("""
    abampere abcoulomb abfarad abhenry abmho abohm abvolt statampere statcoulomb statfarad stathenry statmho statohm
    statvolt ampère are ar arcmin arcminute arcsec arcsecond barn baud beaufort bel biot bohr byte-second candle chain
    charrière cicero circle clo cord cran cubit cycle darcy debye degree denier dessertspoon didot diopter dioptre dot
    dots-per-inch drachm dram drop dyne ell em equivalent erg erlang faraday fermi firkin footcandle footlambert
    foot-candle foot-lambert foot-pound franklin french gal gamma gauss gilbert gill gon grad grade grain gram-force
    hand hartree hectogon henries hogshead horsepower-hour hounsfield jansky jigger kayser kilogram-force kilopond kip
    lambert langley ligne line link litre-atmosphere lot maxwell mesh mho microinch mil milliinch minim molar nail nat
    neper neutrino nibble night nit noggin octave oersted osmol osmole pace parsec-second peck pennyweight perch perm
    phon phot pica pied pinch pixel point poise poiseuille pole pouce poundal quad qubit radian rad rankine rayleigh
    réaumur reaumur rem revolution reyn rhe rod roentgen röntgen rood rydberg scruple section shake shannon slug smoot
    solar sone span speed sphere steradian stere stilb stokes stone svedberg talbot tex thou torr township trit tun
    union verst wood arpent arroba bigha caballeria caballería cable candy cawnie catty chittak chō cho dessiatin
    dessiatina feddan fanega fun guntha jo katha kanal katty kati ken kiloline koku kosaji kwan li liang libra manzana
    marla maund momme morgen mou mu mu-mou oka okka osaji oxgang percent permille permyriad picul pikul pood pud
    pyeong qirat rai ri rin rotl sai se seer ser shaku sho stremma sun tael tahil toise tsubo vara vershok virgate wey
    kn rd fth fur ch hd pk bu gi dr gr pwt cwts scr bbls thm kcals eps kgf gf dyn ergs
""")
"""The names in the singular; a prefix and the plural s are taken off a word before it is looked up."""

UNIT_PHRASES = phrases("""
    acceleration of free fall | bel sound pressure | board feet | board foot | boltzmann constant
    british thermal unit
    constant of gravitation | dessert spoon | earth mass | earth radii | earth radius | electron mass
    elementary charge | foot candle | foot lambert | foot pound | g force | high power field | homeopathic potency
    index of reactivity | international table british thermal unit | international table calorie
    limit of flocculation | low power field | mean british thermal unit | mean calorie | newtonian constant
    nutrition label calorie | permeability of vacuum | permittivity of vacuum | planck constant | proton mass
    didot's point | printer's point
    radiation absorbed dose | radiation equivalent man | solar luminosities | solar luminosity | solar mass
    solar radii | solar radius | standard acceleration | thermochemical british thermal unit
    thermochemical calorie | ton of refrigeration | tons of refrigeration | velocity of light
    water column | of glucose | of mercury | the number pi
""")
"""Names of several words; the last one may have its plural."""

_KINDS_OF_UNITS = """
    allergen | anti factor xa | apl | arbitrary | astronomic | bethesda | bioequivalent allergen | bodansky
    colony forming | d-antigen | dye | ehrlich | elisa | enzyme | fibrinogen equivalent | focus forming
    formazin nephelometric | gpl | hounsfield | king-armstrong | kunkel | mac lagan | mpl | nephelometric turbidity
    peripheral vascular resistance | plaque forming | protein nitrogen | somogyi | svedberg | todd | tuberculin
    unified atomic mass | united states pharmacopeia | usp | wood
"""
UNITS_OF = frozenset(kind.replace("-", " ") for kind in phrases(_KINDS_OF_UNITS))
"""Before "units" these make it a unit of measurement, no dwelling: "5 Bethesda units"."""

PREFIXABLE = words("""
    poise stokes gauss gal bel neper barn erg dyne osmole osmol equivalent radian steradian stere rad roentgen röntgen
    lambert maxwell oersted gilbert mho baud phot stilb biot kayser are jansky darcy fermi debye point inch flop hash
    annum year barrel foot arcsecond arcminute hour tex bushel acre gallon pound
""")
"""What names a unit that is not read behind a prefix of the SI ("centipoise", "millibarn"), whatever it names alone."""

QUALIFIERS = words("""
    metric imperial us u.s. uk u.k. british american english scottish irish french german spanish mexican russian
    chinese japanese korean indian thai turkish egyptian nautical sea statute survey land international troy
    avoirdupois apothecary apothecaries dry wet fluid liquid square cubic sq cu net register deadweight nuclear thermal
    standard old ancient printer's didot's gunter's surveyor's engineer's ramden's circular mean calendar sidereal
    tropical synodic julian gregorian solar earth lunar light board queen anne's wine winchester historical prism
    percent gross long short mechanical electrical boiler
""")
"""Before a unit these say which one: "12 Scottish miles"; in parentheses behind it, too."""
STRICT_QUALIFIERS = words("metric imperial nautical statute troy avoirdupois short dry fluid square cubic")
"""Of these, those that say so behind a unit, too: "5 tons metric"."""

COUNTED_IN_PROSE = words("points nights unions sections lines links lots hands grades")
"""Of the names, those in the plural that running text counts: "gained 215 points", "two nights"."""
