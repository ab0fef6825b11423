"""Money: the names of currencies and whose they are."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase

CURRENCIES = by_phrase(
    {
        "US dollars": """
            dólares | dólar | dólares estadounidenses | dólares americanos | dólares de EE.UU.
            dólares norteamericanos | dólares de Estados Unidos | dólares de los Estados Unidos
            dólar estadounidense | dólares de EE UU | dólares de EEUU
        """,
        "Canadian dollars": "dólares canadienses | dólar canadiense",
        "Australian dollars": "dólares australianos",
        "Hong Kong dollars": "dólares de Hong Kong | dólares hongkoneses",
        "Singapore dollars": "dólares de Singapur",
        "New Zealand dollars": "dólares neozelandeses",
        "Taiwan dollars": "dólares taiwaneses",
        "Jamaican dollars": "dólares jamaicanos",
        "Guyanese dollars": "dólares guyaneses",
        "euros": "euros | euro",
        "pesos": "pesos | peso",
        "Mexican pesos": "pesos mexicanos | peso mexicano",
        "Colombian pesos": "pesos colombianos | peso colombiano",
        "Argentine pesos": "pesos argentinos | peso argentino",
        "Chilean pesos": "pesos chilenos | peso chileno",
        "Uruguayan pesos": "pesos uruguayos | peso uruguayo",
        "Dominican pesos": "pesos dominicanos | peso dominicano",
        "Cuban pesos": "pesos cubanos | peso cubano",
        "Philippine pesos": "pesos filipinos",
        "BRL": "reales brasileños | real brasileño | reales de Brasil",
        "Peruvian soles": "soles | sol peruano | soles peruanos | nuevos soles",
        "VES": "bolívares | bolívares digitales",
        "bolivianos": "bolivianos | boliviano",
        "guaranies": "guaraníes | guaraní",
        "quetzals": "quetzales | quetzal",
        "lempiras": "lempiras | lempira",
        "colones": "colones | colones costarricenses",
        "cordobas": "córdobas",
        "balboas": "balboas",
        "gourdes": "gourdes",
        "pounds sterling": "libras esterlinas | libra esterlina | libras británicas",
        "Egyptian pounds": "libras egipcias",
        "Swiss francs": "francos suizos | franco suizo",
        "yen": "yenes | yen | yenes japoneses",
        "yuan": "yuanes | yuan | yuanes chinos | renminbis",
        "roubles": "rublos | rublo | rublos rusos",
        "Indian rupees": "rupias indias",
        "Pakistani rupees": "rupias pakistaníes",
        "rupees": "rupias",
        "Turkish lira": "liras turcas",
        "liras": "liras",
        "South Korean won": "wones surcoreanos",
        "won": "wones",
        "Swedish kronor": "coronas suecas",
        "Norwegian kroner": "coronas noruegas",
        "Danish kroner": "coronas danesas",
        "Czech korunas": "coronas checas",
        "zlotys": "zlotys | eslotis | zlotis",
        "hryvnias": "grivnas | jrivnias",
        "shekels": "shekels | séqueles",
        "rand": "rands | rand",
        "dirhams": "dirhams",
        "Saudi riyals": "riyales saudíes | riales saudíes",
        "Iranian rials": "riales iraníes",
        "bitcoins": "bitcoins | bitcoines | bitcóin",
    }
)
THINGS = by_phrase(
    {
        "kilo": "kilo | kilogramo",
        "tonne": "tonelada",
        "litre": "litro",
        "gallon": "galón",
        "barrel": "barril",
        "ounce": "onza",
        "hectare": "hectárea",
        "square metre": "metro cuadrado",
        "person": "persona",
        "ticket": "entrada | boleto",
        "hour": "hora",
        "day": "día",
        "week": "semana",
        "month": "mes",
        "year": "año",
        "night": "noche",
    }
)
"""What a price is a price of."""
MONEY_PATTERNS = {
    "{number} {currency} el|la|por|al {thing}": "{number} {currency} per {thing}",
    "{number} [de] {currency} el|la|por|al {thing}": "{number} {currency} per {thing}",
    "{number} {currency} a la {thing}": "{number} {currency} per {thing}",
    "{number} {currency} de {year}": "",
    "{number} [de] {currency} de [la|el] época": "",
    "{number} mdd": "{number} million US dollars",
    "{number} mdp": "{number} million pesos",
    "{number} mde": "{number} million euros",
    "{number} de {code}": "{number} {code}",
    "{number} [de] {currency}": "{number} {currency}",
    "{vague} de {currency}": "{vague} of {currency}",
}
