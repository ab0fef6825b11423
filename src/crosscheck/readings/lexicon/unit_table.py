"""The table of units: data only.

Factors are from the SI Brochure (BIPM, 9th edition) and NIST Special Publication 811 (2008), appendix B; the ounce of
gold, the barrel, the acre-foot, the furlong and the fathom from NIST Handbook 44 (2023), appendix C; where another
source is needed the row names it. A gallon, a quart, a pint and an ounce of a fluid are those of the United States or
imperial, a cup and a spoon reach from the smallest to the greatest in use; a mile is the international one, a calorie
the thermochemical one.
"""

from __future__ import annotations

from fractions import Fraction

from crosscheck.readings.lexicon.units import (
    AREA,
    BTU,
    BUSINESS_DAYS,
    CURRENT,
    DATA,
    DAY,
    ENERGY,
    FLOW,
    FOOT,
    FORCE,
    FREQUENCY,
    GALLON,
    GRAVITY,
    IMPERIAL_GALLON,
    INCH,
    LENGTH,
    LITRE,
    MASS,
    MILE,
    POUND,
    POWER,
    PRESSURE,
    SPEED,
    TEMPERATURE,
    TIME,
    TORQUE,
    VOLTAGE,
    VOLUME,
    Row,
    own,
)


def _of(which: str, names: str) -> str:
    """Every name behind every word for which one it is: "us gallon", "imperial gallon"."""
    return "|".join(f"{word} {name}" for word in which.split("|") for name in names.split("|"))


def _tnt(tons: str) -> str:
    return "|".join(
        f"{ton}{of}tnt{more}" for ton in tons.split("|") for of in (" of ", " ") for more in ("", " equivalent")
    )


def _joined(first: str, second: str) -> str:
    return "|".join(f"{one}-{other}" for one in first.split("|") for other in second.split("|"))


TABLE: dict[str, Row] = {
    "m": Row(1, LENGTH, "meter|metre", "m", "p n µ m c d k"),
    "Å": Row(Fraction(1, 10**10), LENGTH, "angstrom|angstroms|ångström|ångströms", exact="Å"),
    "ft": Row(FOOT, LENGTH, "foot|feet", "ft|'"),
    "in": Row(INCH, LENGTH, "inch|inches", "in|\"|''"),
    "yd": Row(FOOT * 3, LENGTH, "yard|yards", "yd|yds"),
    "mi": Row(MILE, LENGTH, "mile|miles|statute mile|statute miles", "mi"),
    "nmi": Row(1852, LENGTH, "nautical mile|nautical miles", "nmi"),
    "ly": Row(9460730472580800, LENGTH, "light-year|light-years|lightyear|lightyears", "ly"),
    "pc": Row(
        Fraction("30856775814913673"), LENGTH, "parsec", "", "k M G", exact="pc", source="IAU 2015, resolution B2"
    ),
    "furlong": Row(220 * FOOT * 3, LENGTH, "furlong|furlongs", source="Handbook 44"),
    "fathom": Row(6 * FOOT, LENGTH, "fathom|fathoms", source="Handbook 44"),
    "league": own("league", "league|leagues", source="three miles, of one kind or another"),
    "au": Row(149597870700, LENGTH, "astronomical unit|astronomical units", "", exact="AU"),
    "ha": Row(10**4, AREA, "hectare|hectares", "ha"),
    "dunam": own("dunam", "dunam|dunams|dunum|dunums|donum|donums", source="900 to 2,500 m², by country"),
    "acre": Row(43560 * FOOT**2, AREA, "acre|acres", "ac"),
    "l": Row(LITRE, VOLUME, "liter|litre", "l|L|ltr", "n µ m c d h k M G T"),
    "gal": Row((GALLON, IMPERIAL_GALLON), VOLUME, "gallon|gallons", "gal|gals"),
    "US gal": Row(GALLON, VOLUME, _of("us|american", "gallon|gallons"), "US gal"),
    "imp gal": Row(IMPERIAL_GALLON, VOLUME, _of("imperial|uk|british", "gallon|gallons"), "imp gal"),
    "qt": Row((GALLON / 4, IMPERIAL_GALLON / 4), VOLUME, "quart|quarts", "qt|qts"),
    "US qt": Row(GALLON / 4, VOLUME, _of("us|american", "quart|quarts"), "US qt"),
    "imp qt": Row(IMPERIAL_GALLON / 4, VOLUME, _of("imperial|uk|british", "quart|quarts"), "imp qt"),
    "pt": Row((GALLON / 8, IMPERIAL_GALLON / 8), VOLUME, "pint|pints", "pt"),
    "US pt": Row(GALLON / 8, VOLUME, _of("us|american", "pint|pints"), "US pt"),
    "imp pt": Row(IMPERIAL_GALLON / 8, VOLUME, _of("imperial|uk|british", "pint|pints"), "imp pt"),
    "fl oz": Row((IMPERIAL_GALLON / 160, GALLON / 128), VOLUME, "fluid ounce|fluid ounces", "fl oz"),
    "US fl oz": Row(GALLON / 128, VOLUME, _of("us|american", "fluid ounce|fluid ounces"), "US fl oz"),
    "imp fl oz": Row(
        IMPERIAL_GALLON / 160, VOLUME, _of("imperial|uk|british", "fluid ounce|fluid ounces"), "imp fl oz"
    ),
    "cup": Row((GALLON / 16, IMPERIAL_GALLON / 16), VOLUME, "cup|cups"),
    "tbsp": Row((GALLON / 256, 20 * LITRE / 1000), VOLUME, "tablespoon|tablespoons", "tbsp"),
    "tsp": Row((GALLON / 768, 5 * LITRE / 1000), VOLUME, "teaspoon|teaspoons", "tsp"),
    "bushel": own("bushel", "bushel|bushels", source="a volume or a weight, by crop"),
    "bbl": Row(42 * GALLON, VOLUME, "barrel|barrels", "bbl|bbls"),
    "acre ft": Row(43560 * FOOT**3, VOLUME, "acre-foot|acre-feet", "acre ft"),
    "mcm": Row(10**6, VOLUME, "", "mcm"),
    "bcm": Row(10**9, VOLUME, "", "bcm"),
    "bcf": Row(10**9 * FOOT**3, VOLUME, "", "bcf"),
    "tcf": Row(10**12 * FOOT**3, VOLUME, "", "tcf"),
    "mcf": Row(10**3 * FOOT**3, VOLUME, "", exact="Mcf"),
    "mmcf": Row(10**6 * FOOT**3, VOLUME, "", "mmcf", exact="MMcf"),
    "TEU": own("TEU", "twenty-foot equivalent unit|twenty-foot equivalent units", exact="TEU|TEUs|teu|teus"),
    "FEU": own("FEU", "forty-foot equivalent unit|forty-foot equivalent units", exact="FEU|FEUs"),
    "GT": own("GT", "gross tonnage|gross ton|gross tons|gross tonne|gross tonnes", exact="GT|gt"),
    "GRT": own(
        "GRT", "gross register tonnage|gross register ton|gross register tons|gross registered tons", exact="GRT"
    ),
    "dwt": own(
        "dwt",
        "deadweight ton|deadweight tons|deadweight tonne|deadweight tonnes|dead weight tons|deadweight tonnage",
        "dwt",
        source="tonnes or long tons of what a ship can carry",
    ),
    "g": Row(Fraction(1, 1000), MASS, "gram|gramme", "g", "p n µ m k"),
    "t": Row(1000, MASS, "tonne|metric ton|metric tonne", "t|mt", "k M G", exact="te"),
    "tCO2e": Row(
        1000,
        MASS,
        "tonne of co2 equivalent|tonnes of co2 equivalent|metric tons of co2 equivalent",
        exact="tCO2e|tCO2-e|tCO2eq|t CO2e|tCO2",
    ),
    "ktCO2e": Row(10**6, MASS, "", exact="ktCO2e|ktCO2eq|kt CO2e|ktCO2"),
    "MtCO2e": Row(10**9, MASS, "", exact="MtCO2e|MtCO2eq|Mt CO2e|MtCO2"),
    "GtCO2e": Row(10**12, MASS, "", exact="GtCO2e|GtCO2eq|Gt CO2e|GtCO2"),
    "Mtpa": Row(
        (10**9 / (366 * DAY), 10**9 / (365 * DAY)), (("kg", 1), ("s", -1)), "", "mtpa", source="a million tonnes a year"
    ),
    "short ton": Row(2000 * POUND, MASS, "short ton|short tons|us ton|us tons|u.s. ton|u.s. tons", ""),
    "long ton": Row(
        2240 * POUND, MASS, "long ton|long tons|imperial ton|imperial tons|uk ton|uk tons|british ton|british tons", ""
    ),
    "ton": Row((2000 * POUND, 2240 * POUND), MASS, "ton|tons", ""),
    "lb": Row(POUND, MASS, "", "lb|lbs"),
    "pound": Row(POUND, MASS, "pound|pounds", ""),
    "oz": Row(POUND / 16, MASS, "ounce|ounces", "oz"),
    "st": Row(14 * POUND, MASS, "stone", exact="st"),
    "cwt": Row((100 * POUND, 112 * POUND), MASS, "hundredweight|hundredweights", "cwt"),
    "short cwt": Row(100 * POUND, MASS, "short hundredweight|short hundredweights|us hundredweight|us hundredweights"),
    "long cwt": Row(
        112 * POUND, MASS, "long hundredweight|long hundredweights|imperial hundredweight|uk hundredweight"
    ),
    "quintal": own("quintal", "quintal|quintals", source="100 kg, or 100 pounds of one kind or another"),
    "tola": Row(Fraction("0.0116638038"), MASS, "tola|tolas", source="180 grains: Indian Weights and Measures Act"),
    "Da": Row(Fraction("1.66053906892e-27"), MASS, "dalton", "", "k M", exact="Da", source="CODATA 2022"),
    "karat": own(
        "karat",
        "karat|karats|carat gold|carat yellow gold|carat white gold",
        exact="kt gold|ct gold",
        source="twenty-fourths of gold",
    ),
    "troy oz": Row(Fraction(311034768, 10**10), MASS, "troy ounce|troy ounces", "troy oz"),
    "ct": Row(Fraction(2, 10**4), MASS, "carat|carats"),
    "s": Row(1, TIME, "second", "s|sec|secs", "p n µ m"),
    "min": Row(60, TIME, "minute|minutes", "min|mins"),
    "h": Row(3600, TIME, "hour|hours", "h|hr|hrs"),
    "day": Row(DAY, TIME, "day|days", "d"),
    "week": Row(7 * DAY, TIME, "week|weeks", "wk|wks"),
    "fortnight": Row(14 * DAY, TIME, "fortnight|fortnights", ""),
    "month": Row((28 * DAY, 31 * DAY), TIME, "month|months", "mo|mos|mth|mths"),
    "quarter": Row((90 * DAY, 92 * DAY), TIME, "calendar quarter|calendar quarters", ""),
    "year": Row((365 * DAY, 366 * DAY), TIME, "year|years", "yr|yrs"),
    "decade": Row((3652 * DAY, 3653 * DAY), TIME, "decade|decades", ""),
    "century": Row((36524 * DAY, 36525 * DAY), TIME, "century|centuries", ""),
    "millennium": Row((365242 * DAY, 365243 * DAY), TIME, "millennium|millennia|millenniums", ""),
    "mph": Row(MILE / 3600, SPEED, "miles per hour|mile per hour", "mph"),
    "km/h": Row(Fraction(1000, 3600), SPEED, "", "km/h|kmh|kph|kmph|km/hr"),
    "kn": Row(Fraction(1852, 3600), SPEED, "knot|knots", "kn", exact="kts"),
    "Mach": own("Mach", "mach", source="of the speed of sound where it is"),
    "rpm": own(
        "rpm", "revolutions per minute|revolution per minute|revolutions a minute", "rpm", source="turns a minute"
    ),
    "bpm": own("bpm", "beats per minute|beats a minute", "bpm", source="beats a minute"),
    "fps": own("fps", "frames per second|frames a second", "fps", source="frames a second"),
    "cfs": Row(FOOT**3, FLOW, "cusec|cusecs", "cfs|cusecs"),
    "cfm": Row(FOOT**3 / 60, FLOW, "", "cfm"),
    "cumec": Row(1, FLOW, "cumec|cumecs", ""),
    "mgd": Row((10**6 * GALLON / DAY, 10**6 * IMPERIAL_GALLON / DAY), FLOW, "", "mgd"),
    "gpm": Row((GALLON / 60, IMPERIAL_GALLON / 60), FLOW, "", "gpm"),
    "mpg": Row((MILE / IMPERIAL_GALLON, MILE / GALLON), (("m", -2),), "", "mpg"),
    "L/100 km": Row(LITRE / 10**5, (("m", 2),), "", exact="L/100 km|l/100 km|L/100km|l/100km"),
    "bbl/day": Row(42 * GALLON / DAY, FLOW, "", "bpd|b/d"),
    "kb/d": Row(42000 * GALLON / DAY, FLOW, "", "kb/d|kbd|kbpd|mbpd", source="Handbook 44"),
    "mb/d": Row(
        42 * 10**6 * GALLON / DAY, FLOW, "", "mb/d|mmbpd|mmb/d|mmbd", source="Handbook 44; in oil mb/d is a million"
    ),
    "boe": own("boe", "barrel of oil equivalent|barrels of oil equivalent", "boe", source="5.8 to 6.1 GJ"),
    "boe/d": Row(1 / DAY, (("boe", 1), ("s", -1)), "", "boe/d|boepd"),
    "kboe/d": Row(10**3 / DAY, (("boe", 1), ("s", -1)), "", "kboe/d|kboepd|mboe/d|mboepd"),
    "N": Row(1, FORCE, "newton", "N", "k M"),
    "lbf": Row(POUND * GRAVITY, FORCE, "pound-force|pounds-force|pounds of force", "lbf"),
    "N m": Row(1, TORQUE, "newton-meter|newton-metre|newton-meters|newton-metres", exact="Nm|N·m|N m"),
    "lb ft": Row(POUND * GRAVITY * FOOT, TORQUE, "pound-foot|pound-feet|pounds-feet", "lb ft|lb-ft|lbft"),
    "J": Row(1, ENERGY, "joule", "J", "m k M G T P E"),
    "cal": Row(Fraction(4184, 1000), ENERGY, _of("small|gram", "calorie|calories"), "cal", "k"),
    "calorie": own("calorie", "calorie|calories", source="of food a kilocalorie, else the small one"),
    "eV": Row(Fraction("1.602176634e-19"), ENERGY, "electronvolt|electron-volt", "", "k M G T", exact="eV"),
    "BTU": Row(BTU, ENERGY, "british thermal unit|british thermal units", "BTU|BTUs"),
    "MMBtu": Row(10**6 * BTU, ENERGY, "", "mmbtu", source="a million BTU"),
    "therm": Row((Fraction("105480400"), 10**5 * BTU), ENERGY, "therm|therms", source="SP 811: of the US or of the EC"),
    "toe": Row(
        41868 * 10**6,
        ENERGY,
        "ton of oil equivalent|tons of oil equivalent|tonne of oil equivalent|tonnes of oil equivalent",
        exact="toe",
        source="IEA",
    ),
    "Mtoe": Row(41868 * 10**12, ENERGY, "", "mtoe", source="IEA"),
    "t TNT": Row(4184 * 10**6, ENERGY, _tnt("ton|tons|tonne|tonnes"), exact="t TNT"),
    "kt TNT": Row(4184 * 10**9, ENERGY, _tnt("kiloton|kilotons|kilotonne|kilotonnes"), exact="kt TNT"),
    "Mt TNT": Row(4184 * 10**12, ENERGY, _tnt("megaton|megatons|megatonne|megatonnes"), exact="Mt TNT"),
    "Wh": Row(3600, ENERGY, "watt-hour", "Wh", "m k M G T P"),
    "W": Row(1, POWER, "watt", "W", "µ m k M G T P"),
    "MWe": Row(10**6, POWER, "", exact="MWe"),
    "GWe": Row(10**9, POWER, "", exact="GWe"),
    "MWth": Row(10**6, (("W thermal", 1),), "", exact="MWth|MWt"),
    "GWth": Row(10**9, (("W thermal", 1),), "", exact="GWth|GWt"),
    "kWp": Row(1000, (("W peak", 1),), "", exact="kWp"),
    "MWp": Row(10**6, (("W peak", 1),), "", exact="MWp"),
    "hp": Row(550 * FOOT * POUND * GRAVITY, POWER, "horsepower", "hp"),
    "Pa": Row(1, PRESSURE, "pascal", "Pa", "h k M G"),
    "magnitude": Row(1, (("magnitude", 1),), "magnitude|magnitudes"),
    "category": Row(1, (("category", 1),), "category"),
    "bar": Row(10**5, PRESSURE, "bar", "", "m", exact="bar"),
    "mmHg": Row(
        Fraction("133.322387415"), PRESSURE, "millimeters of mercury|millimetres of mercury", "", exact="mmHg|mm Hg"
    ),
    "inHg": Row(Fraction("3386.389"), PRESSURE, "inches of mercury|inch of mercury", "", exact="inHg|in Hg"),
    "torr": Row(Fraction(101325, 760), PRESSURE, "torr"),
    "atm": Row(101325, PRESSURE, "atmosphere|atmospheres", "atm"),
    "psi": Row(POUND * GRAVITY / INCH**2, PRESSURE, "pounds per square inch", "psi"),
    "mol": Row(1, (("mol", 1),), "mole", "", "n µ m k", exact="mol"),
    "kat": Row(1, (("mol", 1), ("s", -1)), "katal", "", "n µ m", exact="kat"),
    "cd": Row(1, (("cd", 1),), "candela", "", "m", exact="cd"),
    "lm": Row(1, (("lm", 1),), "lumen", "", "k", exact="lm"),
    "lx": Row(1, (("lx", 1),), "lux", "", "k", exact="lx"),
    "dB": own("dB", "decibel|decibels", exact="dB|dBs", source="a logarithm"),
    "dBA": own("dBA", "", exact="dBA|dB(A)", source="a logarithm, weighted"),
    "Bq": Row(1, (("Bq", 1),), "becquerel", "", "m k M G T P", exact="Bq"),
    "Ci": Row(37 * 10**9, (("Bq", 1),), "curie", "", "m", exact="Ci"),
    "Gy": Row(1, (("Gy", 1),), "gray", "", "m", exact="Gy"),
    "Sv": Row(1, (("Sv", 1),), "sievert", "", "m µ", exact="Sv"),
    "rem": Row(Fraction(1, 100), (("Sv", 1),), "rem", "", "m"),
    "IU": own("IU", "international unit|international units", exact="IU", source="by substance"),
    "pH": own("pH", exact="pH", source="a logarithm"),
    "B": Row(1, DATA, "byte", "B", "k M G T P E Z Y"),
    "bit": Row(Fraction(1, 8), DATA, "bit", "", "k M G T P", exact="bit"),
    "kbps": Row(125, (("B", 1), ("s", -1)), "", "kbps"),
    "Mbps": Row(125 * 10**3, (("B", 1), ("s", -1)), "", exact="Mbps|mbps"),
    "Gbps": Row(125 * 10**6, (("B", 1), ("s", -1)), "", exact="Gbps|gbps"),
    "Tbps": Row(125 * 10**9, (("B", 1), ("s", -1)), "", exact="Tbps|tbps"),
    "MP": own("megapixel", "megapixel|megapixels", source="a million points"),
    "Hz": Row(1, FREQUENCY, "hertz", "Hz", "k M G T"),
    "V": Row(1, VOLTAGE, "volt", "V", "µ m k M"),
    "A": Row(1, CURRENT, "ampere|amp", "A", "µ m k"),
    "Ah": Row(3600, (("A", 1), ("s", 1)), "ampere-hour|amp-hour", "", "m k", exact="Ah"),
    "C*": Row(1, (("A", 1), ("s", 1)), "coulomb", "", "m µ"),
    "Ω": Row(1, (("Ω", 1),), "ohm", "", "k M", exact="Ω|Ω"),
    "S": Row(1, (("S", 1),), "siemens", "", "m"),
    "F*": Row(1, (("F", 1),), "farad", "", "p n µ m"),
    "H*": Row(1, (("H", 1),), "henry", "", "m"),
    "T*": Row(1, (("T", 1),), "tesla", "", "m"),
    "Wb": Row(1, (("Wb", 1),), "weber", "", "m", exact="Wb"),
    "VA": Row(1, (("VA", 1),), "volt-ampere", "", "k M", exact="VA"),
    "person h": Row(3600, (("person", 1), ("s", 1)), _joined("person|man", "hour|hours")),
    "person day": own("person day", _joined("person|man", "day|days"), source="a working day of one person"),
    "person year": own("person year", _joined("person|man", "year|years"), source="a working year of one person"),
    "t km": Row(
        10**6, (("kg", 1), ("m", 1)), _joined("tonne", "kilometre|kilometres|kilometer|kilometers|km"), exact="tkm"
    ),
    "passenger km": Row(
        1000, (("m", 1), ("person", 1)), _joined("passenger", "kilometre|kilometres|kilometer|kilometers|km")
    ),
    "passenger mile": Row(MILE, (("m", 1), ("person", 1)), _joined("passenger", "mile|miles")),
    "business day": Row(DAY, BUSINESS_DAYS, _of("business|working|trading", "day|days"), source="no exact conversion"),
    "K": Row(1, TEMPERATURE, "kelvin", "", "m µ n", exact="K"),
    "°C": Row(
        1,
        TEMPERATURE,
        "°c|° c|° celsius|celsius|centigrade|degree celsius|degrees celsius|degree centigrade|degrees centigrade|"
        "degrees c",
        "C",
        offset=Fraction("273.15"),
    ),
    "°F": Row(
        Fraction(5, 9),
        TEMPERATURE,
        "°f|fahrenheit|degree fahrenheit|degrees fahrenheit|degrees f|° fahrenheit|° f",
        "F",
        offset=Fraction("459.67"),
    ),
}
"""One row a unit, by its symbol."""
