"""Hedges, bounds, vague amounts, shares, changes and units."""

from __future__ import annotations

from crosscheck.readings.lexicon import by_phrase
from crosscheck.readings.lexicon.gathering import onwards

PERCENT = by_phrase({"%": "% | por cento | porcento"})
POINTS = by_phrase(
    {
        "percentage points": """
            pontos percentuais | ponto percentual | pontos porcentuais | ponto porcentual | pontos de porcentagem
            pp | p.p.
        """,
        "basis points": "pontos-base | ponto-base | pontos base | ponto base | pontos básicos",
    }
)
HEDGES = by_phrase(
    {
        "perhaps": "talvez | possivelmente | porventura uns",
        "probably": "provavelmente",
        "exactly": "exatamente | exactamente | precisamente | exatos | exatas",
        "about": """
            cerca de | cerca dos | cerca das | por volta de | por volta dos | por volta das | em torno de
            em torno dos | em torno das | ao redor de | à volta de | aproximadamente | uns | umas | perto de
            perto dos | perto das | algo como | na casa dos | na casa de | da ordem de | na ordem de | mais ou menos
            estimado em | estimada em | estimados em | estimadas em | um número estimado de | próximo a | próximo de
            próximos de | próxima de | aprox | sensivelmente | algo em torno de | aproximados | ronda os | ronda as
            rondam os | rondam as | na ordem dos | na ordem das
        """,
        "nearly": """
            quase | praticamente | pouco menos de | um pouco menos de | ligeiramente menos de
            ligeiramente abaixo de | quase os | quase as | quase o | quase a | beirando os | beirando as | beira os
            beira as | pouco menos da | beira | beiram | beirou | pouco abaixo de | pouco abaixo dos
            pouco abaixo das | um pouco abaixo de | pouco inferior a
        """,
        "more than": """
            mais de | mais do que | mais da | mais dos | mais das | acima de | acima dos | acima das | superior a
            superiores a | superior aos | superior às | maior que | maior do que | maiores que | mais que
            além de | além dos | para cima de | ultrapassa os | ultrapassa as | ultrapassou os
            ultrapassou as | ultrapassaram os | ultrapassaram as | supera os | supera as | superou os | superou as
            superaram os | superaram as | por mais de | há mais de | ultrapassa | ultrapassam | ultrapassou
            ultrapassaram | supera | superam | superou | superaram | excede | excedem | excedeu | excederam
            passa de | passam de | passou de | passaram de | passa dos | passam dos | passou dos | passaram dos
            passa das | passou das | passaram das | já passa de | já passou de | já passam de | já passaram de
            bem mais de | muito mais de | bem acima de | muito acima de | bem superior a | muito superior a
        """,
        "just over": """
            pouco mais de | um pouco mais de | algo mais de | ligeiramente mais de | ligeiramente acima de
            ligeiramente superior a | pouco acima de | pouco mais dos | pouco mais das | pouco mais da
        """,
        "at least": """
            pelo menos | ao menos | no mínimo | um mínimo de | mínimo de | não menos de | nada menos que
            nada menos do que | nunca menos de | não menos que | não inferior a
            não inferiores a
        """,
        "up to": "até | até os | até as | até o | até a | até aos | até às | até ao",
        "at most": """
            no máximo | um máximo de | máximo de | não mais de | não mais que | não mais do que | quando muito
            não superior a | não superiores a | não passa de | não passam de | não passou de | não passaram de
            não ultrapassa | não ultrapassam | não ultrapassou | não ultrapassaram | não supera | não superou
            não excede | não excedeu
        """,
        "less than": """
            menos de | menos do que | menos da | menos dos | menos das | abaixo de | abaixo dos | abaixo das
            inferior a | inferiores a | inferior aos | inferior às | menor que | menor do que | menos que
            não chega a | não chegam a | não chegou a | não chegaram a | não alcança | não alcançou | não atingiu
            bem menos de | muito menos de | bem abaixo de | muito abaixo de
        """,
        "between": "entre | entre os | entre as | entre o",
    }
)
HEDGES_BEHIND = by_phrase(
    {
        "approximately": "aproximadamente | mais ou menos | aprox | aproximados | aproximadas",
        "or more": "ou mais | ou superior | em diante",
        "or less": "ou menos | ou inferior",
        "and something": """
            e pouco | e poucos | e poucas | e tantos | e tantas | e tal | e tais | e pico | e picos | e quebrados
        """,
    }
)
VAGUE = by_phrase(
    {
        "tens": "dezenas",
        "dozens": "dúzias",
        "hundreds": "centenas",
        "thousands": "milhares",
        "tens of thousands": "dezenas de milhares | dezenas de milhar",
        "hundreds of thousands": "centenas de milhares | centenas de milhar",
        "millions": "milhões",
        "tens of millions": "dezenas de milhões",
        "hundreds of millions": "centenas de milhões",
        "billions": "bilhões | milhares de milhões",
        "tens of billions": "dezenas de bilhões | dezenas de milhares de milhões",
        "hundreds of billions": "centenas de bilhões | centenas de milhares de milhões",
        "trillions": "trilhões | biliões",
        "several": "vários | várias | diversos | diversas",
        "a few": "uns poucos | umas poucas | alguns | algumas | poucos | poucas | uns quantos | umas quantas",
        "many": "muitos | muitas | numerosos | numerosas | inúmeros | inúmeras",
        "most": """
            a maioria | a maior parte | a maioria dos | a maioria das | a maioria da | a maior parte dos
            a maior parte das | a maior parte da | a grande maioria | a imensa maioria | uma maioria
            a esmagadora maioria
        """,
        "a minority": "uma minoria | a minoria",
        "all": "todos | todas | todos os | todas as",
        "both": "ambos | ambas | ambos os | ambas as",
        "once": "uma vez",
        "twice": "duas vezes | em duas ocasiões",
        "times": "vezes",
    }
)
CHANGE_VERBS = by_phrase(
    {
        "fell": """
            caiu | caíram | baixou | baixaram | diminuiu | diminuíram | recuou | recuaram | se reduziu
            reduziu-se | encolheu | encolheram | despencou | despencaram | desabou | desabaram | retraiu-se
            contraiu-se | se contraiu | decresceu | desceu | desceram | cedeu | desvalorizou-se | se desvalorizou
            cai | caem | baixa de | baixam | diminui | diminuem | recua | recuam | tinha caído | havia caído
            vem caindo | caindo | cairá | cairão | baixará | diminuirá | cair | baixar | diminuir | recuar | caído
            reduzido | desvalorizou
        """,
        "lost": "perdeu | perderam | perde | perdem",
        "cut": "cortou | cortaram | reduziu | reduziram | reduz | reduzem",
        "rose": """
            subiu | subiram | aumentou | aumentaram | cresceu | cresceram | avançou | avançaram | se elevou
            elevou-se | disparou | dispararam | saltou | saltaram | sobe | sobem | aumenta | aumentam | cresce
            crescem | avança | avançam | tinha subido | havia subido | subindo | aumentando | crescendo
            se expandiu | expandiu-se | se valorizou | valorizou-se | encareceu | encareceram | crescerá | crescerão
            subirá | subirão | aumentará | aumentarão | crescer | subir | aumentar | valorizou
        """,
        "gained": "ganhou | ganharam | ganha | ganham",
    }
)
CHANGE_NOUNS = by_phrase(
    {
        "drop": """
            queda | baixa | diminuição | redução | recuo | retração | contração | corte | declínio | decréscimo
            descida | desvalorização | encolhimento | quebra
        """,
        "rise": """
            alta | aumento | crescimento | avanço | subida | elevação | incremento | valorização | expansão
            acréscimo | salto
        """,
        "deficit": "déficit | défice",
        "surplus": "superávit | excedente",
        "loss": "prejuízo | perda",
        "losses": "prejuízos | perdas",
        "profit": "lucro",
        "profits": "lucros",
        "discount": "desconto",
    }
)
COMPARATIVES = by_phrase(
    {
        "cheaper": "mais barato | mais barata | mais baratos | mais baratas",
        "dearer": "mais caro | mais cara | mais caros | mais caras",
        "higher": "mais alto | mais alta | mais altos | mais altas | superior | superiores | mais elevado",
        "lower": "mais baixo | mais baixa | mais baixos | mais baixas | inferior | inferiores",
        "faster": "mais rápido | mais rápida",
        "slower": "mais lento | mais lenta",
        "larger": "maior | maiores",
        "smaller": "menor | menores",
        "longer": "mais longo | mais longa",
        "shorter": "mais curto | mais curta",
        "warmer": "mais quente",
        "colder": "mais frio | mais fria",
        "more": "a mais | mais",
        "less": "a menos | menos",
    }
)
OF_A_PERIOD = by_phrase(
    {"annual": "anual", "monthly": "mensal", "quarterly": "trimestral", "year-on-year": "interanual | homólogo"}
)
REACHED = by_phrase(
    {
        "reached": """
            alcançou | alcançaram | chegou a | chegaram a | atingiu | atingiram | somou | somaram | totalizou
            totalizaram | alcança | atinge | chega a
        """,
        "a total of": "um total de | o total de | no total de | total de",
        "a record": "um recorde de | o recorde de",
        "only": "só | somente | apenas | unicamente | tão somente",
        "an average of": "uma média de",
        "on average": "em média | na média",
        "already": "já",
        "worth": "no valor de | avaliado em | avaliada em | avaliados em | avaliadas em",
        "a sum of": "a soma de | uma soma de | um montante de | o montante de",
        "age": "idade de",
    }
)
AMOUNT_WORDS = by_phrase(
    {
        "of the": "da | do | dos | das",
        "of": "de",
        "to the": "ao | aos",
        "to": "a",
        "and": "e",
        "or": "ou",
        "in": "em",
        "the": "o | os | as",
        "with": "com",
        "without": "sem",
        "by the": "pelo | pela | pelos | pelas",
        "per": "por cada | cada",
        "for": "para",
        "each": "cada um | cada uma | por cabeça | c/u",
        "per day": "diários | diárias | ao dia | por dia | a cada dia | diário | diária",
        "per week": "semanais | semanal | por semana | à semana",
        "per month": "mensais | mensal | por mês | ao mês",
        "per year": "anuais | anual | por ano | ao ano",
        "per hour": "por hora | à hora",
        "per second": "por segundo",
        "per minute": "por minuto",
        "per capita": "per capita | por habitante | por pessoa",
        "additional": "adicionais | adicional",
        "other": "outros | outras | outro | outra",
        "not counting": """
            sem contar | sem contar com | sem incluir | excluindo | excluídos | excluídas | excluído | excluída
            exceto | excepto | salvo | descontando | descontados | descontadas | com exceção de | à exceção de
            tirando | fora os | fora as | deixando de fora | sem considerar | não incluindo | descontado
            descontada | tirante | afora | à parte | desconsiderando | desconsiderado | excetuando | exceptuando
            excetuado | excetuada
        """,
        "including": """
            incluindo | incluídos | incluídas | incluído | incluída | entre eles | entre elas | inclusive os
        """,
        "together with": """
            junto com | juntamente com | assim como | bem como | somado a | somados a | além do | além da
            para além de | para além do | para além da | para além dos | para além das
        """,
        "before tax": "antes de impostos",
        "after tax": "depois de impostos | após impostos",
        "people": "pessoas",
        "person": "pessoa",
        "dead": "mortos | mortas | falecidos",
        "injured": "feridos | feridas",
        "inhabitants": "habitantes",
        "year-on-year": "interanual | interanuais | em termos homólogos | na comparação anual",
        "annualized": "anualizado | anualizada",
        "above sea level": "acima do nível do mar",
        "in total": "no total | ao todo",
        "consecutive": "consecutivos | consecutivas | seguidos | seguidas | ininterruptos | ininterruptas",
        "so far": "até agora | até o momento | até ao momento | até aqui",
        "of them": "deles | delas",
        "of whom": "dos quais | das quais",
    }
)
MEASURED = {
    "[um|uma] {number} {percent}": "{number}%",
    "{number} {point}": "{number} {point}",
    "{number} [de] {unit}": "{number} {unit}",
    "{number} [de] {currency}": "{number} {currency}",
    "{money} {number}": "{money}{number}",
    "{code} {number}": "{code} {number}",
}
"""A number with what it is in."""
AMOUNT = {"[um|uma] {number}": "{number}", **MEASURED}
AMOUNT_PATTERNS = {
    **onwards(MEASURED, "para|pra cima", "anos"),
    **onwards(MEASURED, "para|pra baixo", "anos", down=True),
    "[um|uma|o|a] {change} até [o|os|as] {measured}": "",
    "em|na média {end}": "",
    "[um|uma|o] {number} {percent} {comparative} {end}": "{number}% {comparative}",
    "[um|uma|o] {number} {percent} {comparative} que": "{number}% {comparative} than",
    "[um|uma|o] {number} {percent} {comparative} do que": "{number}% {comparative} than",
    "[um|uma|o] {number} {percent} mais|menos de": "",
    "[um|uma|o] {number} {percent} menos|mais": "",
    "{number} {point} {comparative} {end}": "{number} {point} {comparative}",
    "{number} {unit} {comparative} {end}": "{number} {unit} {comparative}",
    "[um|uma|o|os|as] {number} {percent}": "{number}%",
    "[um|uma|a|o] {change} de|da|do {measured}": "a {measured} {change}",
    "[um|uma|a|o] {change} de {number}": "a {change} of {number}",
    "[um|uma|a|o] {change} {hedge} {measured}": "a {hedge} {measured} {change}",
    "[um|uma|a|o] {change} de {hedge} {measured}": "a {hedge} {measured} {change}",
    "[um|uma|a|o] {change} {period} de {measured}": "a {measured} {period} {change}",
    "[um|uma|a|o] {change} {period} {hedge} {measured}": "a {hedge} {measured} {period} {change}",
    "[um|uma|a|o] {change} {period} de {hedge} {measured}": "a {hedge} {measured} {period} {change}",
    "por pessoa|habitante e": "",
    "por cento [{end}]": "%",
    "meio por cento": "half a percent",
    "para mais|menos": "",
    "a partir de {measured}": "at least {measured}",
    "de|do|dos|das {amount} a|ao|aos|até {amount2}": "between {amount} and {amount2}",
    "de|do|dos|das {amount} a|ao|aos|até {amount2} o|a {thing}": "between {amount} and {amount2} per {thing}",
    "de|do|dos|das {amount} a|ao|aos|até {amount2} o|a": "",
    "de|do|dos|das {amount} para [o|a|os|as] {amount2}": "from {amount} to {amount2}",
    "passa|passam|passou|passaram|passar|passando de|do|dos|das {amount} para|a|ao|aos|até [os] {amount2}": "",
    "passa|passam|passou|passaram|passar|passando para|a|ao|aos [os] {amount}": "reached {amount}",
    "[um|uma|a|o] {change} de {amount} a|até|para {amount2}": "",
    "{verb} [um|uma|os|as] {amount}": "{verb} {amount}",
    "{verb} em {amount}": "{verb} by {amount}",
    "{verb} para|a|até {amount}": "{verb} to {amount}",
    # What "caiu até 40%" reached or fell by is not said.
    "{verb} até": "",
    "{verb} até {number} {percent}": "",
    "{verb} até {number} [de] {currency}": "",
    "{verb} até {money} {number}": "",
    "{verb} até {number} {point}": "{verb} up to {number} {point}",
    "para baixo {end}": "down",
    "{verb} para|até os|as|o {amount}": "{verb} to {amount}",
    "{verb} {hedge} {amount}": "{verb} {hedge} {amount}",
    "{verb} em {hedge} {amount}": "{verb} by {hedge} {amount}",
    "{verb} à|ao|pela|pelo": "",
    "{verb} abaixo de|dos|das {amount}": "{verb} below {amount}",
    "{verb} acima de|dos|das {amount}": "{verb} above {amount}",
    "deixou|deixaram|deixa|deixam|deixará|deixando|deixar|parou|pararam|para|param de {verb}": "",
    "{verb} para|a {hedge} {amount}": "{verb} to {hedge} {amount}",
    "{verb} de {amount} para|a|até {amount2}": "{verb} from {amount} to {amount2}",
    "{verb} dos {amount} para|a|até [os] {amount2}": "{verb} from {amount} to {amount2}",
    "mais {number} {noun} {end}": "{number} more {noun}",
    "menos {number} {noun} {end}": "{number} fewer {noun}",
    "{number} {noun} a mais {end}": "{number} more {noun}",
    "{number} {noun} a menos {end}": "{number} fewer {noun}",
    "{number} a mais {end}": "{number} more",
    "outros|outras {number}": "another {number}",
    "{verb} [em] um {part}": "{verb} by a {part}",
    "zero {noun}": "no {noun}",
    "sem {noun} {end}": "no {noun}",
    "meio ponto percentual": "half a percentage point",
    "[um|uma|a|o] {change} de meio ponto percentual": "half a percentage point {change}",
    "nenhum|nenhuma {noun}": "no {noun}",
    "entre {number} {percent} e {number2} {percent2}": "between {number}% and {number2}%",
    "entre os {number} {percent} e os {number2} {percent2}": "between {number}% and {number2}%",
    "entre os {number} e os {number2} {percent}": "between {number} and {number2}%",
    "{number} % {end}": "{number}%",
    "menos {number} {percent} {end}": "minus {number}%",
    "{number} de {number2} {noun}": "{number} of {number2} {noun}",
    "cem por cento": "100%",
    "aos {number} anos [de] [idade]": "aged {number} years",
    "de {number} anos [de] [idade] {end}": "aged {number} years",
    "{number} anos de idade": "{number} years old",
    "[uma|um|a|o] {opener} de|da|do [um] {amount}": "a {opener} of {amount}",
    "[uma|um|a|o] {opener} {hedge} {amount}": "a {opener} of {hedge} {amount}",
    "[uma|um|a|o] {opener} de {hedge} {amount}": "a {opener} of {hedge} {amount}",
}
NOUN_PHRASES = by_phrase({"people": "pessoas", "dead": "mortos", "injured": "feridos"})
OPENERS = by_phrase(
    {
        "population": "população",
        "sentence": "pena | condenação | sentença",
        "fine": "multa",
        "budget": "orçamento",
        "debt": "dívida",
        "area": "área | superfície",
        "length": "comprimento | extensão",
        "height": "altura",
        "depth": "profundidade",
        "weight": "peso",
        "speed": "velocidade",
        "temperature": "temperatura",
        "cost": "custo",
        "price": "preço",
        "investment": "investimento",
        "loan": "empréstimo",
        "reward": "recompensa",
        "salary": "salário",
        "rate": "taxa",
        "share": "percentual | percentagem | porcentagem | proporção | fatia",
        "turnout": "comparecimento",
        "distance": "distância",
        "capacity": "capacidade",
        "value": "valor",
        "sum": "soma | montante",
        "average": "média",
        "maximum": "máxima de",
        "majority": "maioria",
        "duration": "duração",
        "prison sentence": "pena de prisão | condenação à prisão",
        "unemployment rate": "taxa de desemprego",
        "inflation rate": "taxa de inflação",
        "inflation": "inflação",
        "poverty rate": "taxa de pobreza",
        "interest rate": "taxa de juros | taxa de juro",
    }
)
