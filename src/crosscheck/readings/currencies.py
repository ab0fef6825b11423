"""Money: signs, ISO 4217 codes and names of currencies, and their minor units."""

from __future__ import annotations

from fractions import Fraction

SIGNS = {
    "us$": "USD", "u$s": "USD", "$": "$", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "nz$": "NZD",
    "hk$": "HKD", "s$": "SGD", "nt$": "TWD", "r$": "BRL", "mx$": "MXN", "€": "EUR", "£": "GBP", "¥": "JPY",
    "₹": "INR", "₽": "RUB", "₩": "KRW", "₪": "ILS", "₺": "TRY", "₴": "UAH", "₦": "NGN", "₱": "PHP", "฿": "THB",
    "₫": "VND", "₡": "CRC", "₲": "PYG",
}  # fmt: skip
"""Signs before (or behind) a figure. A bare `$` is decided by what is declared: US dollars unless told otherwise."""

NAMES = {
    "dollar": "$", "dollars": "$", "us dollar": "USD", "us dollars": "USD", "american dollars": "USD", "bucks": "$",
    "australian dollars": "AUD", "canadian dollars": "CAD", "new zealand dollars": "NZD", "singapore dollars": "SGD",
    "hong kong dollars": "HKD", "euro": "EUR", "euros": "EUR", "pound sterling": "GBP", "pounds sterling": "GBP",
    "british pounds": "GBP", "quid": "GBP", "yen": "JPY", "japanese yen": "JPY", "yuan": "CNY", "renminbi": "CNY",
    "rupees": "INR", "indian rupees": "INR", "rubles": "RUB", "roubles": "RUB", "swiss francs": "CHF",
    "mexican pesos": "MXN", "colombian pesos": "COP", "chilean pesos": "CLP", "argentine pesos": "ARS",
    "brazilian reais": "BRL", "reais": "BRL", "bolivars": "VES", "bolívares": "VES", "won": "KRW", "rand": "ZAR",
    "shekels": "ILS", "zloty": "PLN", "swedish kronor": "SEK", "norwegian kroner": "NOK", "danish kroner": "DKK",
    "turkish lira": "TRY", "hryvnia": "UAH", "naira": "NGN", "baht": "THB", "quetzales": "GTQ", "lempiras": "HNL",
    "soles": "PEN",
}  # fmt: skip

MINOR = {
    "cent": ("$", Fraction(1, 100)), "cents": ("$", Fraction(1, 100)), "¢": ("$", Fraction(1, 100)),
    "pence": ("GBP", Fraction(1, 100)), "p": ("GBP", Fraction(1, 100)), "penny": ("GBP", Fraction(1, 100)),
    "euro cents": ("EUR", Fraction(1, 100)), "eurocents": ("EUR", Fraction(1, 100)),
}  # fmt: skip

CODES = frozenset(
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG "
    "HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA "
    "MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD "
    "RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX "
    "USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL".split()
)
"""ISO 4217 alphabetic codes of currencies in use."""

DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "SGD", "HKD", "TWD", "BBD", "BSD", "BZD", "FJD", "GYD", "JMD", "LRD",
                     "NAD", "SRD", "TTD", "XCD", "BMD", "KYD", "BND", "SBD", "MXN", "COP", "CLP", "ARS", "UYU",
                     "DOP", "CUP"})  # fmt: skip
"""Currencies whose own sign is `$`, so that a bare `$` would be a guess where one of them is declared."""
