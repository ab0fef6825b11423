"""Money: signs, ISO 4217 codes and names of currencies, and their minor units. Data only."""

from __future__ import annotations

from fractions import Fraction

CODES = frozenset(
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG "
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA "
    "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD "
    "RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
    "USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL".split()
)
"""ISO 4217 alphabetic codes of currencies in use, and of some that articles still name."""

LOWER_CASE = frozenset("USD EUR GBP JPY CHF AUD NZD CNY INR BRL MXN RUB KRW SEK NOK DKK".split())
"""Codes that are no words of English and so are known in any case."""

SIGNS = {
    "us$": "USD", "u$s": "USD", "$us": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD",
    "hk$": "HKD", "s$": "SGD", "nt$": "TWD", "r$": "BRL", "mx$": "MXN", "€": "EUR", "₹": "INR", "rs": "rupee",
    "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₴": "UAH", "₦": "NGN", "₱": "PHP", "฿": "THB", "₫": "VND",
    "₡": "CRC", "₲": "PYG", "₵": "GHS", "₸": "KZT", "₭": "LAK", "₾": "GEL", "元": "CNY", "rm": "MYR",
    "cad$": "CAD", "usd$": "USD", "mex$": "MXN", "zł": "PLN", "kč": "CZK", "$": "$", "£": "£", "¥": "¥",
}  # fmt: skip
"""Signs before or behind a figure: an ISO code, or a name of `SHARED`."""

SHARED: dict[str, tuple[str | None, frozenset[str]]] = {
    "$": ("USD", frozenset(
        "AUD CAD NZD SGD HKD TWD BBD BSD BZD FJD GYD JMD LRD NAD SRD TTD XCD BMD KYD BND SBD MXN COP CLP ARS UYU DOP "
        "CUP".split())),
    "£": ("GBP", frozenset("EGP LBP SYP SDG SSP FKP GIP SHP".split())),
    "¥": ("JPY", frozenset({"CNY"})),
    "peso": (None, frozenset("MXN COP CLP ARS UYU DOP CUP PHP".split())),
    "rupee": (None, frozenset("INR PKR LKR NPR MUR SCR".split())),
    "franc": (None, frozenset("CHF XAF XOF XPF BIF CDF DJF GNF KMF RWF".split())),
    "krone": (None, frozenset("SEK NOK DKK ISK CZK".split())),
    "dinar": (None, frozenset("BHD DZD IQD JOD KWD LYD RSD TND".split())),
    "rial": (None, frozenset("IRR OMR QAR SAR YER".split())),
    "shilling": (None, frozenset("KES UGX TZS SOS".split())),
    "lira": (None, frozenset({"TRY"})),
    "real": (None, frozenset({"BRL"})),
    "sol": (None, frozenset({"PEN"})),
}  # fmt: skip
"""Words and signs that several currencies share: the one that is meant where none is declared (None: it must be), and
the others, of which a declared one makes a bare `$`, `£` or `¥` a guess and decides a bare "peso"."""

NAMES = {
    "dollar": "$", "dollars": "$", "bucks": "$", "quid": "GBP",
    "pesos": "peso", "peso": "peso", "rupees": "rupee", "rupee": "rupee", "francs": "franc", "franc": "franc",
    "kroner": "krone", "krone": "krone", "kronor": "krone", "krona": "krone", "crowns": "krone", "dinars": "dinar",
    "dinar": "dinar", "rials": "rial", "rial": "rial", "riyals": "rial", "riyal": "rial", "shillings": "shilling",
    "shilling": "shilling", "lira": "lira", "liras": "lira", "reais": "real", "soles": "sol",
    "euro": "EUR", "euros": "EUR", "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "rubles": "RUB",
    "ruble": "RUB", "roubles": "RUB", "rouble": "RUB", "bolivars": "VES", "bolivares": "VES", "bolívares": "VES",
    "won": "KRW", "rand": "ZAR", "shekels": "ILS", "shekel": "ILS", "zloty": "PLN", "zlotys": "PLN", "hryvnia": "UAH",
    "hryvnias": "UAH", "naira": "NGN", "baht": "THB", "quetzales": "GTQ", "lempiras": "HNL", "ringgit": "MYR",
    "ringgits": "MYR", "rupiah": "IDR", "forint": "HUF", "forints": "HUF", "taka": "BDT", "dirhams": "AED",
    "guaranies": "PYG", "colones": "CRC", "gourdes": "HTG", "córdobas": "NIO", "cordobas": "NIO", "balboas": "PAB",
    "pounds sterling": "GBP", "pound sterling": "GBP", "sterling": "GBP",
}  # fmt: skip
"""What stands behind a figure; a name with its country ("Mexican pesos") is made of `COUNTRIES`."""

COUNTRIES = {
    "USD": ("us|u.s.|american|united states", "dollar|dollars"), "AUD": ("australian", "dollar|dollars"),
    "CAD": ("canadian", "dollar|dollars"), "NZD": ("new zealand", "dollar|dollars"),
    "SGD": ("singapore|singaporean", "dollar|dollars"), "HKD": ("hong kong", "dollar|dollars"),
    "TWD": ("taiwan|taiwanese|new taiwan", "dollar|dollars"), "JMD": ("jamaican", "dollar|dollars"),
    "TTD": ("trinidad and tobago", "dollar|dollars"), "GYD": ("guyanese|guyana", "dollar|dollars"),
    "BBD": ("barbadian", "dollar|dollars"), "BZD": ("belize", "dollar|dollars"),
    "GBP": ("british|uk", "pound|pounds"), "EGP": ("egyptian", "pound|pounds"), "LBP": ("lebanese", "pound|pounds"),
    "SYP": ("syrian", "pound|pounds"), "SDG": ("sudanese", "pound|pounds"), "JPY": ("japanese", "yen"),
    "CNY": ("chinese", "yuan|renminbi"), "MXN": ("mexican", "peso|pesos"), "COP": ("colombian", "peso|pesos"),
    "CLP": ("chilean", "peso|pesos"), "ARS": ("argentine|argentinian", "peso|pesos"),
    "UYU": ("uruguayan", "peso|pesos"), "DOP": ("dominican", "peso|pesos"), "CUP": ("cuban", "peso|pesos"),
    "PHP": ("philippine", "peso|pesos"), "BRL": ("brazilian", "real|reais|reals"),
    "VES": ("venezuelan", "bolivars|bolívares"),
    "PEN": ("peruvian", "sol|soles"), "INR": ("indian", "rupee|rupees"), "PKR": ("pakistani|pakistan", "rupee|rupees"),
    "LKR": ("sri lankan", "rupee|rupees"), "NPR": ("nepalese", "rupee|rupees"), "CHF": ("swiss", "franc|francs"),
    "XOF": ("west african cfa", "franc|francs"), "XAF": ("central african cfa", "franc|francs"),
    "CDF": ("congolese", "franc|francs"), "SEK": ("swedish", "krona|kronor|kronas|crowns"),
    "NOK": ("norwegian", "krone|kroner|crowns"), "DKK": ("danish", "krone|kroner|crowns"),
    "ISK": ("icelandic", "krona|kronur|króna"), "CZK": ("czech", "koruna|korunas|crowns"),
    "RUB": ("russian", "ruble|rubles|rouble|roubles"), "TRY": ("turkish", "lira|liras"),
    "KRW": ("south korean|korean", "won"), "KPW": ("north korean", "won"), "ZAR": ("south african", "rand|rands"),
    "ILS": ("israeli|new israeli", "shekel|shekels"), "THB": ("thai", "baht"), "UAH": ("ukrainian", "hryvnia|hryvnias"),
    "IQD": ("iraqi", "dinar|dinars"), "KWD": ("kuwaiti", "dinar|dinars"), "JOD": ("jordanian", "dinar|dinars"),
    "BHD": ("bahraini|bahrain", "dinar|dinars"), "DZD": ("algerian", "dinar|dinars"),
    "LYD": ("libyan", "dinar|dinars"), "TND": ("tunisian", "dinar|dinars"), "RSD": ("serbian", "dinar|dinars"),
    "IRR": ("iranian", "rial|rials"), "SAR": ("saudi|saudi arabian", "riyal|riyals|rial|rials"),
    "QAR": ("qatari|qatar", "riyal|riyals|rial|rials"), "OMR": ("omani", "rial|rials"),
    "YER": ("yemeni|yemen", "rial|rials"),
    "KES": ("kenyan", "shilling|shillings"), "UGX": ("ugandan", "shilling|shillings"),
    "TZS": ("tanzanian", "shilling|shillings"), "SOS": ("somali", "shilling|shillings"),
    "MYR": ("malaysian", "ringgit|ringgits"), "IDR": ("indonesian", "rupiah|rupiahs"),
    "AED": ("uae|emirati", "dirham|dirhams"), "MAD": ("moroccan", "dirham|dirhams"), "NGN": ("nigerian", "naira"),
    "PLN": ("polish", "zloty|zlotys"), "HUF": ("hungarian", "forint|forints"), "BDT": ("bangladeshi", "taka"),
}  # fmt: skip
"""Code: adjectives and nouns, each of which may stand with each."""

MINOR = {
    "cent": ("$", Fraction(1, 100)), "cents": ("$", Fraction(1, 100)), "¢": ("$", Fraction(1, 100)),
    "us cents": ("USD", Fraction(1, 100)), "pence": ("GBP", Fraction(1, 100)), "p": ("GBP", Fraction(1, 100)),
    "penny": ("GBP", Fraction(1, 100)), "euro cents": ("EUR", Fraction(1, 100)), "euro cent": ("EUR", Fraction(1, 100)),
    "eurocents": ("EUR", Fraction(1, 100)), "dime": ("$", Fraction(1, 10)), "dimes": ("$", Fraction(1, 10)),
    "nickels": ("$", Fraction(1, 20)),
}  # fmt: skip
