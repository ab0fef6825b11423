"""Money: the names of currencies and whose they are."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase

CURRENCIES = by_phrase(
    {
        "US dollars": """
            dollars | dollar | dollars américains | dollar américain | dollars US | dollars des États-Unis
        """,
        "Canadian dollars": "dollars canadiens | dollar canadien",
        "Australian dollars": "dollars australiens",
        "Hong Kong dollars": "dollars de Hong Kong",
        "Singapore dollars": "dollars de Singapour",
        "New Zealand dollars": "dollars néo-zélandais",
        "euros": "euros | euro",
        "BRL": "réaux | reals | reais",
        "Mexican pesos": "pesos mexicains | peso mexicain",
        "Colombian pesos": "pesos colombiens | peso colombien",
        "Argentine pesos": "pesos argentins | peso argentin",
        "Chilean pesos": "pesos chiliens | peso chilien",
        "pesos": "pesos | peso",
        "pounds sterling": "livres sterling | livre sterling | livres britanniques",
        "Egyptian pounds": "livres égyptiennes",
        "Swiss francs": "francs suisses | franc suisse",
        "yen": "yens | yen",
        "yuan": "yuans | yuan | renminbis",
        "roubles": "roubles | rouble",
        "Indian rupees": "roupies indiennes",
        "Pakistani rupees": "roupies pakistanaises",
        "rupees": "roupies",
        "Turkish lira": "livres turques",
        "won": "wons",
        "Swedish kronor": "couronnes suédoises",
        "Norwegian kroner": "couronnes norvégiennes",
        "Danish kroner": "couronnes danoises",
        "Czech korunas": "couronnes tchèques",
        "hryvnias": "hryvnias | hryvnia",
        "bitcoins": "bitcoins | bitcoin",
    }
)
THINGS = by_phrase(
    {
        "kilo": "kilo | kilogramme",
        "tonne": "tonne",
        "litre": "litre",
        "ounce": "once",
        "troy ounce": "once troy",
        "hectare": "hectare",
        "square metre": "mètre carré",
        "cubic metre": "mètre cube",
        "megawatt-hour": "mégawattheure | mwh",
        "barrel": "baril",
        "person": "personne",
        "ticket": "billet | entrée | place",
        "hour": "heure",
        "day": "jour",
        "week": "semaine",
        "month": "mois",
        "year": "an",
        "night": "nuit",
    }
)
"""What a price is a price of."""
MONEY_PATTERNS = {
    "{number} [de|d'] {currency} le|la|l'|par {thing} et": "",
    "{money} {number} le|la|l'|par {thing} et": "",
    "{number} {money} le|la|l'|par {thing} et": "",
    "{number} [de|d'] {currency} le|la|l'|par {thing}": "{number} {currency} per {thing}",
    "{money} {number} le|la|l'|par {thing}": "{money}{number} per {thing}",
    "{number} {money} le|la|l'|par {thing}": "{money}{number} per {thing}",
    "{number} {currency} de {year}": "",
    "{number} [de|d'] {currency} {year}": "",
    "{number} [de|d'] {currency}": "{number} {currency}",
    "{number} de {code}": "{number} {code}",
    "{number} d' {code}": "{number} {code}",
    "{vague} de|d' {currency}": "{vague} of {currency}",
}
