"""Money in every language: ISO 4217 codes, signs, and the names that several currencies share."""

from __future__ import annotations

from fractions import Fraction

from crosscheck.readings.lexicon import by_phrase, words

CODES = words("""
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
    CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
    ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
    MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
    SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND
    VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG ZWL
    ATS BEF DEM ESP FIM FRF GRD IEP ITL NLG PTE BTC
""")
"""ISO 4217 alphabetic codes of currencies in use, and of some that articles still name."""

LOWER_CASE = words("AUD BRL CHF CNY DKK EUR GBP INR JPY KRW MXN NOK NZD RUB SEK USD")
"""Codes that are no words of English and so are known in any case."""

SIGNS = by_phrase(
    {
        "USD": "us$ | u$s | $us | usd$",
        "AUD": "a$ | au$",
        "CAD": "c$ | ca$ | cad$",
        "NZD": "nz$",
        "HKD": "hk$",
        "SGD": "s$",
        "TWD": "nt$",
        "BRL": "r$",
        "MXN": "mx$ | mex$",
        "EUR": "€",
        "INR": "₹",
        "rupee": "rs",
        "RUB": "₽",
        "KRW": "₩",
        "TRY": "₺",
        "UAH": "₴",
        "NGN": "₦",
        "PHP": "₱",
        "THB": "฿",
        "VND": "₫",
        "CRC": "₡",
        "PYG": "₲",
        "GHS": "₵",
        "KZT": "₸",
        "LAK": "₭",
        "GEL": "₾",
        "JMD": "j$",
        "TTD": "tt$",
        "BBD": "bds$",
        "XCD": "ec$",
        "NAD": "n$",
        "FJD": "fj$",
        "GYD": "g$ | gy$",
        "KYD": "ci$",
        "LRD": "l$",
        "ZWL": "z$",
        "DOP": "rd$",
        "COP": "col$",
        "ARS": "ar$ | arg$",
        "UYU": "$u",
        "EGP": "£e | e£",
        "LBP": "l£ | ll",
        "CNY": "元 | rmb | 人民币 | 元人民币",
        "CHF": "sfr | chfr",
        "SEK": "skr",
        "NOK": "nkr",
        "DKK": "dkr",
        "krone": "kr",
        "ILS": "₪ | nis",
        "KES": "ksh | kshs",
        "TZS": "tsh | tshs",
        "UGX": "ush | ushs",
        "CFA franc": "fcfa | cfa",
        "MYR": "rm",
        "PLN": "zł",
        "CZK": "kč",
        "$": "$",
        "£": "£",
        "¥": "¥",
    }
)
"""Signs before or behind a figure: an ISO code, or a name of `SHARED`."""

SIGNS_BEFORE = {
    "R": "ZAR",
    "Sh": "shilling",
    "Shs": "shilling",
    "Rp": "IDR",
    "Tk": "BDT",
    "Dh": "dirham",
    "Dhs": "dirham",
    "DH": "dirham",
    "QR": "QAR",
    "BD": "BHD",
    "KD": "KWD",
    "JD": "JOD",
    "SR": "SAR",
    "LE": "EGP",
    "Ft": "HUF",
    "S/": "PEN",
    "S/.": "PEN",
    "Bs": "boliviano",
    "Fr": "franc",
    "Frs": "franc",
    "Br": "birr",
    "MK": "MWK",
    "DM": "DEM",
    "GH¢": "GHS",
    "GHC": "GHS",
}
"""Signs that stand only before a figure, as they are written; behind one they are other words."""

SHARED: dict[str, tuple[str | None, frozenset[str]]] = {
    "$": (
        "USD",
        words("""
        AUD CAD NZD SGD HKD TWD BBD BSD BZD FJD GYD JMD LRD NAD SRD TTD XCD BMD KYD BND SBD MXN COP CLP ARS UYU DOP CUP
    """),
    ),
    "£": ("GBP", words("EGP LBP SYP SDG SSP FKP GIP SHP")),
    "¥": ("JPY", words("CNY")),
    "dirham": ("AED", words("MAD")),
    "cent": ("USD", words("EUR AUD CAD NZD SGD HKD JMD TTD ZAR")),
    "centavo": (None, words("BRL MXN ARS COP CLP DOP CUP PHP BOB")),
    "penny": (None, words("GBP USD CAD")),
    "leu": (None, words("RON MDL")),
    "boliviano": (None, words("BOB VES")),
    "birr": ("ETB", frozenset()),
    "CFA franc": (None, words("XAF XOF")),
    "peso": (None, words("MXN COP CLP ARS UYU DOP CUP PHP")),
    "rupee": (None, words("INR PKR LKR NPR MUR SCR")),
    "franc": (None, words("CHF XAF XOF XPF BIF CDF DJF GNF KMF RWF")),
    "krone": (None, words("SEK NOK DKK ISK CZK")),
    "dinar": (None, words("BHD DZD IQD JOD KWD LYD RSD TND")),
    "rial": (None, words("IRR OMR QAR SAR YER")),
    "shilling": (None, words("KES UGX TZS SOS")),
    "lira": (None, words("TRY")),
    "real": (None, words("BRL")),
    "sol": ("PEN", frozenset()),
}
"""Words and signs that several currencies share: the one that is meant where none is declared (None: it must be), and
the others, of which a declared one makes a bare `$`, `£` or `¥` a guess and decides a bare "peso"."""

DECIDED_BY_UNIT = words("cent centavo penny dirham")
"""Of these, words that a declared currency decides, since nobody writes more of them."""

RATES = {
    code: (Fraction(least), Fraction(most))
    for code, least, most in (
        row.split()
        for row in """
            USD 1 1 | EUR .82 1.61 | GBP 1.03 2.65 | JPY .0026 .0135 | CHF .22 1.3 | CAD .61 1.11 | AUD .47 1.5
            NZD .38 1.5 | CNY .11 .68 | INR .0105 .14 | SEK .085 .26 | NOK .085 .22 | DKK .08 .22 | HKD .125 .2
            SGD .32 .83 | KRW .0005 .0026 | ILS .2 .7 | ZAR .05 1.5 | MXN .045 .4 | BRL .15 1.2 | PLN .2 .51
            TWD .024 .041 | THB .017 .051 | MYR .2 .47 | PHP .016 .06 | SAR .26 .3 | AED .27 .28
        """.replace("|", "\n")
        .strip()
        .splitlines()
    )
}
"""Dollars that one of a currency has cost at least and at most since 1971 (of later ones, since there are)."""
