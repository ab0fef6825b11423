"""Words that may change a figure, and words of what is counted that look like them."""

from __future__ import annotations

from crosscheck.readings.lexicon import phrases, words

REFUSED = phrases("""
    excepto | salvo | salvo que | si | aunque | pero | sino | según | quizá | quizás | tal vez | acaso | ni | no | nunca
    como | cual | cuyo | cuya | cuyos | cuyas | que | quien | quienes | donde | cuando | mientras | porque | pues
    doble | triple | cuádruple | mitad más | por mil | resto | demás | demasiado | demasiada | demasiados | demasiadas
    mismo | misma | mismos | mismas | propio | propia | neto | netos | neta | netas | bruto | brutos | bruta | brutas
    constantes | reales | nominales | ajustado | ajustada | ajustados | corregido | corregidos | libra | libras
    arroba | arrobas | fanega | fanegas | cuadra | cuadras | manzanas | caballería | caballerías | tareas de tierra
    vara | varas | legua | leguas | centavo | centavos | céntimo | céntimos | peniques | lustro | lustros | bienio
    trienio | cuatrienio | quinquenio | sexenio | semestre | semestres | bimestre | bimestres | cuatrimestre
    cuatrimestres | respectivamente | juntos | juntas | conjunto | promedio | media | mediana
    contra | frente | versus | vs | respecto | comparado | comparada | comparados | comparadas | desde hace | tras
    menores de edad | largos | largas | cortas | escasos | escasas | sendos | sendas | tantos | tantas | pico | y pico
    menos un | menos una | ex | anti | sub | mil doscientos avos | avos | quinta esencia | ida y vuelta
    menor | mayor | mejor | peor | mayores | menores | superior | inferior | superiores | inferiores
    a la mitad | al doble | al triple | el doble | la mitad menos | dobles | más que | menos que
    quincena | quincenas | jornada | jornadas | aproximado a | incluso | inclusive | todavía no | aún no | tampoco
    apenas un | al cambio | a valores de | de hoy | de entonces | de la época | equivalente | equivalentes
    más | menos
    excepto | cambio | puntos | punto | sobre | bajo | ante | estimado | lo | le | les | se | me | su | sus | este
    esta
    estos | estas | ese | esa | esos | esas | aquel | aquella | dicho | dicha | otro tanto | otros tantos | tanto | tal
    milla | ida | ciento | IVA | impuestos | inflación | más o menos que | cuarto | cuartos | tercio | octavo | reales
    falsos | falsas | presuntos | presuntas | supuestos | supuestas | probable | probables
    casi ninguno | poco | poca | mucho | mucha | bastante | bastantes | ambos dos | medio | medios | medias
""")
REFUSED_ENDINGS = ("mente", "ando", "iendo", "yendo")
NOUNS = words("""
    paz luz oro gas ley mar rey red vez sal té pan voz ojo oso mes año día sol río tío tía ave gol goles uso vía bar
    club bando comando contrabando bandos comandos mando mandos viviendo mente vicepresidente ong pib
    res rol bus son fe
    eje ejes islas isla
""")
