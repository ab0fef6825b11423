"""Words of running text, under the names that `languages.Prose` and `Language` ask for."""

from __future__ import annotations

from crosscheck.readings.lexicon import words

THE = words("el la los las")
AND = words("y e")
OTHER = words("otro otra otros otras")
ABBREVIATIONS = words("""
    Sr Sra Sres Srta Dr Dra Dres Lic Ing Arq Prof Gral Cnel Cap Tte Alm Cmdte Mons Sto Sta Fr Hno Dn Dña Ud Uds Vd Núm
    núm Nro nro No Núms núms Pág pág Págs págs Art art Arts arts Inc inc Vol vol Cap cap Tel tel Av Avda Cra Cl Apdo
    apdo Aprox aprox Ej ej Máx máx Mín mín pp vs Ed Fig fig Col col Exp exp Dto Rdo Res Km km
""")
MAY_END = words("UU EE AA FF RR HH DD JJ OO PP CC etc Cía Ltda Hnos Bs dls mdd")
BEGINNINGS = words("""
    El La Los Las Un Una Unos Unas En Por Para Pero Se No Su Sus Este Esta Esto Estos Estas Ese Esa Eso También Además
    Según Tras Desde Con De Al Cuando Mientras Sin Ya Así Ante Aunque Entre Hasta Y Lo Hay Fue Es
""")
HAS_ORDINAL_STOPS = False
SMALL_WORDS = words("""
    a al algo algunas algunos ante antes aquel aunque bajo cada casi como con contra cual cuando de del desde donde dos
    durante e el ella ellas ellos en entre era eran es esa esas ese eso esos esta está están estas este esto estos fue
    fueron ha había habían hacia han hasta hay la las le les lo los más me mi mientras muy nada ni no nos o os otra
    otras otro otros para pero poco por porque pues que qué quien quienes se según ser será si sí sin sino sobre son su
    sus también tan tanto te tiene tienen toda todas todo todos tras tu u un una unas uno unos y ya yo
""")
SAYING = words("""
    dijo dice dijeron afirmó afirma afirmaron aseguró asegura declaró declara señaló señala indicó indica explicó
    explica anunció anuncia informó informa reportó reporta denunció denuncia sostuvo sostiene manifestó agregó añadió
    advirtió advierte precisó precisa confirmó confirma estimó estima calculó calcula expresó
""")
ACCORDING = ("según", "de acuerdo con", "en palabras de", "a juicio de")
TITLES = words("""
    presidente presidenta expresidente expresidenta vicepresidente vicepresidenta ministro ministra exministro
    exministra viceministro viceministra canciller gobernador gobernadora alcalde alcaldesa exalcalde senador senadora
    exsenador diputado diputada representante congresista general coronel capitán teniente mayor almirante comandante
    sargento fiscal juez jueza magistrado magistrada embajador embajadora director directora secretario secretaria rey
    reina príncipe princesa papa obispo arzobispo cardenal monseñor padre señor señora don doña doctor doctora profesor
    profesora abogado abogada líder portavoz vocero vocera procurador procuradora contralor contralora
""")
IN_NAMES = words("de del la las los y")
LABELS = words("""
    artículo artículos art arts pág págs ley decreto resolución sentencia página páginas capítulo núm número nro ruta
    autopista vuelo canal grupo puerta distrito inciso párrafo figura tabla tomo volumen versión expediente acuerdo
    convenio parágrafo
""")
VERBS = words("""
    contra están estaban tienen tenían viven vivían siguen seguían quedan quedó resultó murió perdió sigue tiene está
    podrían podrán deben deberán necesitan trabajan esperan votan reciben recibirán serán podría salen salió llegan
    llegó
""")
VERB_FORMS = r"\w+(?:aron|ieron|aban|aran|eran|iran)"
PROSE_PATTERNS = {
    "un|una segundo|segunda {any}": "a second {any}",
    ", hasta [el|la|los|las]": ", to",
    "de|del {number} a|al {number2}": "from {number} to {number2}",
    "de|del {number} a|al {number2} [de] {currency}": "from {number} to {number2} {currency}",
    "de|del {number} a|al {number2} {percent}": "from {number} to {number2}%",
}
OF = words("de del por la los las")
