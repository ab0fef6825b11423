"""Words of running text, under the names that `languages.Prose` and `Language` ask for."""

from __future__ import annotations

from crosscheck.readings.lexicon import words

THE = words("o a os as")
AND = words("e")
OTHER = words("outro outra outros outras")
ABBREVIATIONS = words("""
    Sr Sra Srs Sras Srta Dr Dra Drs Eng Arq Prof Profa Gen Gal Cel Cap Ten Alm Maj Sgt Min Dep Sen Pe Exmo Exma Sto Sta
    Núm núm Pág pág Págs págs Art art Arts arts Inc inc Vol vol Cap cap Tel tel Av Al Pça Rod Aprox aprox Ex ex Máx máx
    Mín mín pp vs Ed Fig fig Col col Res Km km
""")
MAY_END = words("EUA UU etc Cia Ltda Ltd mi bi tri")
BEGINNINGS = words("""
    O A Os As Um Uma Uns Umas Em No Na Nos Nas Por Para Mas Se Não Seu Sua Seus Suas Este Esta Isto Esse Essa Isso
    Também Além Segundo Após Desde Com De Do Da Ao Quando Enquanto Sem Já Assim Embora Entre Até E Há Foi É Ele Ela
""")
HAS_ORDINAL_STOPS = False
SMALL_WORDS = words("""
    a à ao aos as às até cada com como contra da das de dela dele deles depois desde do dos e é ela elas ele eles em
    entre era eram essa essas esse esses esta está estão estas este estes eu foi foram há havia isso isto já lhe mais
    mas me mesmo muito na não nas nem no nos num numa o onde os ou para pela pelas pelo pelos por porque qual quando que
    quem são se segundo seja sem ser será seu seus sob sobre só sua suas também te tem têm ter tinha toda todas todo
    todos um uma umas uns você
""")
SAYING = words("""
    disse diz disseram afirmou afirma afirmaram declarou declara informou informa anunciou anuncia explicou explica
    ressaltou destacou destaca alertou alerta estimou estima acrescentou confirmou confirma avaliou avalia garantiu
    apontou aponta calculou calcula
""")
ACCORDING = ("segundo", "de acordo com", "conforme", "nas palavras de", "na avaliação de")
TITLES = words("""
    presidente presidenta ex-presidente vice-presidente ministro ministra ex-ministro ex-ministra governador governadora
    prefeito prefeita senador senadora deputado deputada vereador vereadora general coronel capitão tenente major
    almirante comandante sargento procurador procuradora juiz juíza desembargador delegado delegada embaixador
    embaixadora diretor diretora secretário secretária chanceler rei rainha príncipe princesa papa bispo arcebispo
    cardeal padre senhor senhora doutor doutora professor professora advogado advogada líder porta-voz
""")
IN_NAMES = words("de da do das dos e")
LABELS = words("""
    artigo artigos art arts pág págs núm lei decreto resolução portaria página páginas capítulo número rodovia estrada
    voo canal grupo portão distrito inciso parágrafo figura tabela tomo volume versão processo súmula
""")
VERBS = words("""
    contra estão estavam têm tinham vivem viviam seguem ficam ficou morreu perdeu segue tem está podem poderão devem
    deverão precisam trabalham esperam votam recebem receberão serão pode poderia saem saiu chegam chegou
""")
VERB_FORMS = r"\w+(?:aram|eram|iram|avam|arao|erao|irao)"
PROSE_PATTERNS = {
    "um|uma segundo|segunda {any}": "a second {any}",
    "segundo o|a|os|as": ";",
    "segundo {any}": "; {any}",
    ", até [o|a|os|as]": ", to",
    "de {number} a|para {number2}": "from {number} to {number2}",
    "de {number} a|para {number2} [de] {currency}": "from {number} to {number2} {currency}",
    "de {number} a|para {number2} {percent}": "from {number} to {number2}%",
}
CLAUSES = words("""
    que se não como mas porém quando onde foi foram era eram é são houve há havia ou e segundo seu sua seus suas este
    esta enquanto porque ele ela eles elas nem às à ao aos
""")
OF = words("de do da dos das por")
