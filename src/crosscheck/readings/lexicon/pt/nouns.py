"""Words that may change a figure, and words of what is counted that look like them."""

from __future__ import annotations

from crosscheck.readings.lexicon import phrases, words

# Conditions, denials, comparisons, remarks.
_FUNCTION_WORDS = """
    se | embora | mas | porém | contudo | segundo os | segundo as | conforme | acaso | nem | não | nunca | jamais
    tampouco | também | ademais | inclusive | como | qual | quais | cujo | cuja | cujos | cujas | que | quem | onde
    quando | enquanto | porque | pois | assim | ainda | sempre | então | logo | agora | antes | depois
    recém | nada | ninguém | algo | alguém | algum | alguma | qualquer | quaisquer | quanto | quantos | quantas
    tal | tais | tanto | tanta | tantos | tantas | demais | mesmo | mesma | mesmos | mesmas | próprio | própria
    contra | frente | versus | vs | comparado | comparada | comparados | comparadas | sobre | perante
    mediante | dentro | fora | acima | abaixo | atrás | adiante | perto | longe | lá | aqui | ali | seu | sua
    seus | suas | este | esta | estes | estas | esse | essa | esses | essas | aquele | aquela | aqueles | aquelas
    dito | dita | lhe | lhes | me | nos | ex | anti | sub | passado | passada | próximo | próxima | último | última
    últimos | últimas | anterior | anteriores | seguinte | seguintes | prévio | prévia | restante | restantes
    respectivamente | respetivamente | respectivos | respectivas | juntos | juntas | conjunto | mais | menos | nos
    nas
    muito | tão | era | eram | são | é que | foi | foram | seria | seriam | deveria | poderia | poderiam | havia
    além | cima | baixo
    há | houve | sequer | ida e volta | talvez não | senão | porventura | exceção | meio | meia | meios | meias
"""
# Other figures than the one that stands there.
_CHANGES_IT = """
    dobro | triplo | quádruplo | quíntuplo | metade mais | metade menos | por mil | pela metade
    ao dobro | ao triplo | o dobro | o triplo | demasiado | líquido | líquidos | líquida | líquidas | bruto
    brutos | bruta | brutas | constantes | nominais | ajustado | ajustada | ajustados | ajustadas | corrigido
    corrigidos | corrigida | corrigidas | deflacionado | câmbio | ao câmbio | em valores de | de hoje | da época
    equivalente | equivalentes | falsos | falsas | supostos | supostas | suposto | suposta | provável | prováveis
    possível | possíveis | eventual | eventuais | suspeito | suspeita | suspeitos | suspeitas | potenciais | potencial
    alegados | alegadas | pouco | pouca | muita | bastante | bastantes | escassos | escassas
    longos | longas | curtos | curtas | menor | maior | melhor | pior | menores | maiores | superior | inferior
    superiores | inferiores | médio | médios | média | médias | mediana | mínimos | máximos | menores de idade
    IVA | ICMS | impostos | inflação | menos um | menos uma | estimado | estimada | cento | terço avos | avos
    inverso | negativo | negativa | negativos | negativas | acumulado | acumulada | acumulados | acumuladas
    composto | projetado | projetada | projetados | previsto | prevista | previstos | previstas | esperado
    esperada | esperados | esperadas | faltantes | pendentes | adicionado | quase nenhum | quase nenhuma
"""
# Units that are not read, or that are several.
_UNITS = """
    milésimo | milésimos | centésimo | centésimos | décimos
    patacas | pataca | cruzeiro | sucres | estimados | estimadas
    trimestre | trimestres | pesetas | marcos | vintena | vintenas | trintena | quarentena | cinquentena | trilião
    triliões | milheiro | milheiros | grosa | grosas | punhado | dupla | duplas | multidão | grupo | monte | montes
    longo | longa | curto | curta | escasso | escassa | bill | bill.
    libra | libras | arroba | arrobas | alqueire | alqueires | légua | léguas | sesmaria | sesmarias | braça
    braças | lustro | lustros | biênio | biênios | biénio | triênio
    triênios | triénio | quadriênio | quadriênios | quinquênio | quinquênios | quinquénio | semestre | semestres
    bimestre | bimestres | quadrimestre | quadrimestres | quinzena | quinzenas | jornada | jornadas | pontos
    ponto | salários mínimos | salário mínimo | quilate
    quilates | UFIR | UPA | contos | conto | contos de réis | réis | cruzeiros
    cruzados | escudos | vez | letivo | letivos | lectivo | lectivos | escolares | quadrado | quadrados | quadrada
    quadradas | cúbico | cúbicos | cúbica | cúbicas | cubo | troy
    saco | sacas | sacos | saca | campos de futebol | toneladas de TNT
"""
REFUSED = phrases(_FUNCTION_WORDS) | phrases(_CHANGES_IT) | phrases(_UNITS)
REFUSED_ENDINGS = tuple("pixels pixel ésimo ésima ésimos ésimas avos mente ando endo indo".split())
NOUNS = words("""
    paz luz ouro gás lei mar rei rede vez sal chá pão voz olho osso mês ano dia sol rio tio tia ave gol gols golo uso
    via bar club clube bando comando contrabando bandos comandos mando pib res boi bois cão cães mãe mães pai pais
    avó avô ilha nau naus lar lares mão mãos fã fãs réu réus fazendo dividendo índio índios lindo
""")
