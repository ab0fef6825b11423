"""Money: the names of currencies and whose they are."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase

CURRENCIES = by_phrase(
    {
        "US dollars": """
            dólares | dólar | dólares americanos | dólares norte-americanos | dólares estadunidenses
            dólares dos EUA | dólares dos Estados Unidos | dólar americano | dólares estado-unidenses
        """,
        "Canadian dollars": "dólares canadenses | dólares canadianos",
        "Australian dollars": "dólares australianos",
        "Hong Kong dollars": "dólares de Hong Kong",
        "Singapore dollars": "dólares de Singapura",
        "New Zealand dollars": "dólares neozelandeses",
        "euros": "euros | euro",
        "BRL": "reais | real | reais brasileiros | real brasileiro",
        "pesos": "pesos | peso",
        "Mexican pesos": "pesos mexicanos | peso mexicano",
        "Colombian pesos": "pesos colombianos | peso colombiano",
        "Argentine pesos": "pesos argentinos | peso argentino",
        "Chilean pesos": "pesos chilenos | peso chileno",
        "Uruguayan pesos": "pesos uruguaios | peso uruguaio",
        "Cuban pesos": "pesos cubanos",
        "Peruvian soles": "soles | sóis peruanos | soles peruanos",
        "VES": "bolívares",
        "bolivianos": "bolivianos",
        "guaranies": "guaranis",
        "pounds sterling": "libras esterlinas | libra esterlina | libras britânicas",
        "Egyptian pounds": "libras egípcias",
        "Swiss francs": "francos suíços | franco suíço",
        "yen": "ienes | iene",
        "yuan": "yuans | yuan | iuanes | renminbis",
        "roubles": "rublos | rublo",
        "Indian rupees": "rúpias indianas",
        "Pakistani rupees": "rúpias paquistanesas",
        "rupees": "rúpias",
        "Turkish lira": "liras turcas",
        "won": "wons",
        "Swedish kronor": "coroas suecas",
        "Norwegian kroner": "coroas norueguesas",
        "Danish kroner": "coroas dinamarquesas",
        "Czech korunas": "coroas checas | coroas tchecas",
        "hryvnias": "hryvnias | grívnias",
        "rand": "rands | rand",
        "AOA": "kwanzas | kwanza | cuanzas",
        "MZN": "meticais | metical",
        "bitcoins": "bitcoins | bitcoin",
        "centavos": "centavos | centavo",
        "euro cents": "cêntimos | cêntimo | cêntimos de euro",
    }
)
THINGS = by_phrase(
    {
        "kilo": "quilo | quilograma",
        "tonne": "tonelada",
        "litre": "litro",
        "gallon": "galão",
        "barrel": "barril",
        "ounce": "onça",
        "troy ounce": "onça troy | onça-troy",
        "hectare": "hectare",
        "square metre": "metro quadrado",
        "person": "pessoa",
        "ticket": "ingresso | bilhete",
        "hour": "hora",
        "day": "dia",
        "week": "semana",
        "month": "mês",
        "year": "ano",
        "night": "noite",
    }
)
"""What a price is a price of."""
MONEY_PATTERNS = {
    "{money} {number} a|até {money2} {number2}": "{money}{number} to {money2}{number2}",
    "{money} {number} a|até {money2} {number2} o|a {thing}": "{money}{number} to {money2}{number2} per {thing}",
    "{money} {number} a|até {money2} {number2} o|a": "",
    "{money} {number} a {number2} {end}": "{money}{number} to {number2}",
    "{number} [de] {currency} o|a|por {thing} e": "",
    "{money} {number} o|a|por {thing} e": "",
    "{money} {number} a mais {end}": "{money}{number} more",
    "{money} {number} a menos {end}": "{money}{number} less",
    "{number} [de] {currency} a mais {end}": "{number} {currency} more",
    "{number} [de] {currency} a menos {end}": "{number} {currency} less",
    "{number} {currency} o|a|por {thing}": "{number} {currency} per {thing}",
    "{money} {number} o|a|por {thing}": "{money}{number} per {thing}",
    "{number} [de] {currency} por|ao|à {thing}": "{number} {currency} per {thing}",
    "{number} {currency} de {year}": "",
    "{number} [de] {currency} o|a": "",
    "{money} {number} o|a": "",
    "{number} [de] {currency} da época": "",
    "{number} de {code}": "{number} {code}",
    "{number} [de] {currency}": "{number} {currency}",
    "{vague} de {currency}": "{vague} of {currency}",
}
