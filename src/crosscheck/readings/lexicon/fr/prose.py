"""Words of running text, under the names that `languages.Prose` and `Language` ask for."""

from __future__ import annotations

from crosscheck.readings.lexicon import words

THE = words("le la les l'")
AND = words("et")
OTHER = words("autre autres")
ABBREVIATIONS = words("""
    MM Mme Mmes Mlle Me Mgr Dr Drs Pr Prof St Ste Cie Gén Col Cap Lt Av Bd av bd Art art Al al Fig fig Vol vol Env env
    pp Tél tél janv févr avr juil sept oct nov déc
""")
MAY_END = words("etc")
BEGINNINGS = words("""
    Le La Les Un Une Des En Par Pour Mais Ce Cette Ces Cet Son Sa Ses Il Elle Ils Elles On Dans Selon Après Depuis Avec
    Quand Sans Au Aux De Du Et Sur Puis
""")
HAS_ORDINAL_STOPS = False
SMALL_WORDS = words("""
    à au aux avec ce ces cet cette dans de depuis des donc du elle elles en entre est et été étaient était eux il ils je
    la le les leur leurs lui mais me même ne ni nos notre nous on ont ou où par pas pendant plus pour qu que qui sa sans
    se selon ses si son sont sous sur ta tous tout toute toutes très tu un une vers vos votre vous y
""")
SAYING = words("""
    déclaré affirmé annoncé indiqué expliqué précisé estimé assuré ajouté
""")
ACCORDING = ("selon", "d'après")
TITLES = words("""
    président présidente ministre premier première maire sénateur sénatrice député députée général colonel capitaine
    procureur procureure juge ambassadeur ambassadrice directeur directrice roi reine prince princesse pape évêque
    archevêque cardinal monsieur madame docteur professeur porte-parole
""")
IN_NAMES = words("de du des la le")
LABELS = words("""
    article articles art loi décret résolution page pages chapitre numéro route autoroute vol canal groupe porte
    arrondissement alinéa figure tableau tome volume version
""")
VERBS = words("""
    contre ont avaient auraient a avait vivent restent doivent peuvent attendent travaillent reçoivent devraient
    pourraient meurent
""")
VERB_FORMS = r"\w+(?:aient|erent|irent|eront)"
PROSE_PATTERNS = {
    "un|une second|seconde {any}": "a second {any}",
    "de {number} à {number2}": "from {number} to {number2}",
}
OF = words("de du des pendant")
