"""Words that may change a figure, and words of what is counted that look like them."""

from __future__ import annotations

from crosscheck.readings.lexicon import phrases, words

# Conditions, denials, comparisons, remarks.
_FUNCTION_WORDS = """
    si | aunque | pero | sino | según | acaso | ni | no | nunca | jamás | tampoco | también | además | incluso
    inclusive | como | cual | cuales | cuyo | cuya | cuyos | cuyas | que | quien | quienes | donde | cuando
    mientras | porque | pues | así | aun | aún | todavía | siempre | entonces | luego | ahora | antes | después
    pronto | tarde | recién | nada | nadie | algo | alguien | alguno | alguna | cualquier | cualquiera | cuanto
    cuantos | cuántos | cuántas | tal | tales | tanto | tanta | tantos | tantas | sendos | sendas | resto | demás
    mismo | misma | mismos | mismas | propio | propia | contra | frente | versus | vs | respecto | comparado
    comparada | comparados | comparadas | tras | sobre | ante | mediante | dentro | fuera | encima | debajo | detrás
    delante | arriba | abajo | atrás | adelante | cerca | lejos | alrededor | allá | aquí | allí | acá | apenas un
    casi ninguno | su | sus | este | esta | estos | estas | ese | esa | esos | esas | aquel | aquella | dicho
    dicha | lo | le | les | se | me | te | nos | ex | anti | sub | pasado | pasada | próximo | próxima | último
    última | últimos | últimas | anterior | anteriores | siguiente | siguientes | previo | previa | restante
    restantes | respectivos | respectivas | juntos | juntas | conjunto | otro tanto | otros tantos | ambos dos | más
    menos | más o menos que | muy | tan | era | eran | son | es | fue | fueron | sería | serían | debería | podría
    podrían | había | hay | hubo | siquiera | excluida la | ida y vuelta
"""
# Other figures than the one that stands there.
_CHANGES_IT = """
    trimestral | semestral | bimestral | quincenal | bienal | quinquenal | falta | faltan | faltaban | sobra
    sobran | resta | restan | quedan | duplica | duplican | triplica | triplican | dobla | equivale | equivalen
    negado | negados | desmentido | desmentidos | cancelado | cancelados | canceladas | descartado | descartados
    descartadas | evitado | evitados | evitadas | presunto | presunta | supuesto | supuesta | falso | falsa
    hipotético | hipotéticos | potencial | potenciales | posible | posibles | eventual | eventuales | sospechoso
    sospechosos | sospechosas | bajo | otro | otra
    quienquiera | entretanto | vía | décimas | centésima | centésimas | milésima | milésimas | trillón
    trillones | cuatrillón | cuatrillones | puñado | puñados | montón | sinfín | sinnúmero | infinidad | multitud
    doble | dobles | triple | triples | cuádruple | quíntuple | mitad más | mitad menos | por mil | a la mitad
    al doble | al triple | el doble | demasiado | demasiada | demasiados | demasiadas | neto | netos | neta | netas
    bruto | brutos | bruta | brutas | constantes | nominales | ajustado | ajustada | ajustados | ajustadas
    corregido | corregidos | al cambio | cambio | a valores de | de hoy | de entonces | de la época | equivalente
    equivalentes | falsos | falsas | presuntos | presuntas | supuestos | supuestas | probable | probables | poco
    poca | mucho | mucha | bastante | bastantes | escasos | escasas | largos | largas | cortas | menor | mayor
    mejor | peor | mayores | menores | superior | inferior | superiores | inferiores | promedio | media | mediana
    medio | medios | medias | mínimos | máximos | menores de edad | IVA | impuestos | inflación | menos un
    menos una | pico | ciento | cuartos | tercio | avos | inversa | negativo | negativa | negativos | negativas
    aproximado a | acumulado | acumulada | acumulados | compuesto | proyectado | proyectada | proyectados | previsto
    previstos | previstas | esperado | esperados | esperadas | faltantes | pendientes | adicionado
"""
# Units that are not read, or that are several.
_UNITS = """
    trimestre | trimestres | peseta | pesetas | escudo | escudos | marcos | sucres | australes | intis | florines
    bill | bill. | puñado | puñados | montón | montones | grupo | multitud | largo | larga | escaso | escasa
    gruesa | millarada
    fanegada | fanegadas | libra | libras | arroba | arrobas | fanega | fanegas | cuadra | cuadras | manzanas
    caballería | caballerías | tareas de tierra | vara | varas | legua | leguas | vez | lectivo | lectivos
    escolares | troy | céntimo
    céntimos | peniques | lustro | lustros | bienio | bienios | trienio | trienios | cuatrienio | quinquenio
    sexenio | sexenios | semestre | semestres | bimestre | bimestres | cuatrimestre | cuatrimestres | quincena
    quincenas | jornada | jornadas | punto | braza | brazas | cuartillos | celemines | cántaras | talentos
    salarios mínimos | quilates | UF | UVR | UVT | UMA | UIT | SMLV | smmlv | cuentos | palos | lucas | duros
    doblones
"""
REFUSED = phrases(_FUNCTION_WORDS) | phrases(_CHANGES_IT) | phrases(_UNITS)
CLAUSES = words("""
    que quien quienes cuyo cuya donde cuando como según porque pues mientras aunque pero sino y e si se lo le les su sus
    no ni es son fue fueron era eran había hay hubo este esta ese esa estos estas mismo luego entonces ahora así
""")
"""Before these a value of running text ends, and is what it says."""
REFUSED_ENDINGS = tuple(
    """
    ésimo ésima ésimos ésimas avos avo píxeles píxel
    mente ando iendo yendo metro metros gramo gramos litro litros vatio vatios hercio hercios voltio voltios amperio
    amperios julio julios cúbico cúbica cúbicos cúbicas cuadrado cuadrada cuadrados cuadradas byte bytes bits watts
    calorías toneladas onzas millas newtons pascales becquerelios sieverts
    """.split()
)
NOUNS = words("""
    paz luz oro gas ley mar rey red vez sal té pan voz ojo oso mes año día sol río tío tía ave gol goles uso bar
    club bando comando contrabando bandos comandos mando mandos
    termómetro termómetros perímetro perímetros parámetro parámetros taxímetros ong pib res rol bus eje
""")
