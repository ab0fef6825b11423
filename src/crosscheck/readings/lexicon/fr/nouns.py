"""Words that may change a figure, and words of what is counted that look like them."""

from __future__ import annotations

from crosscheck.readings.lexicon import phrases, words

# Conditions, denials, comparisons, remarks.
_FUNCTION_WORDS = """
    si | bien que | mais | or | donc | car | toutefois | cependant | pourtant | selon | d'après | suivant | ni | ne
    n'
    non | pas | jamais | aussi | également | même | mêmes | comme | quel | quelle | quels | quelles | qui | que | qu'
    quoi | où | quand | lorsque | lorsqu' | tandis | pendant que | parce | puisque | puisqu' | ainsi | encore
    toujours
    alors | maintenant | rien | personne ne | certains | certaines | certain | quiconque | combien | autant
    tant | tel | telle | tels | telles | propre | propres | contre | face | versus | vs | comparé | comparée
    comparés | comparées | sur | sous | devant | derrière | parmi | dedans | dehors | ci | ici | son | sa | ses
    leur | leurs | ce | cet | cette | ces | ceux | celles | celui | celle | se | s' | lui | y | on | il | elle | ils
    elles | nous | vous | ex | anti | sous-total | dernier | dernière | derniers | dernières | prochain | prochaine
    précédent | précédente | précédents | précédentes | suivante | suivants | suivantes | restant | restants
    restante | restantes | respectivement | respectifs | respectives | ensemble | plus | moins | très | trop | si peu
    était | étaient | sont | est | fut | furent | serait | seraient | devrait | pourrait | pourraient | doit | peut
    est-ce | voire | sinon | aller-retour | déjà plus | via | dès lors | ou pas | avec | pour | chez
"""
# Other figures than the one that stands there.
_CHANGES_IT = """
    double | triple | quadruple | quintuple | le double | le triple | du double | doublé | triplé | doubler | tripler
    fois | pour mille | de moitié | par moitié | demi | demie | et quart | net | nets | nette | nettes | brut | bruts
    brute | brutes | constants | courants | nominal | nominaux | ajusté | ajustée | ajustés | ajustées | corrigé
    corrigée | corrigés | corrigées | hors | hormis | sauf | excepté | exceptés | exceptée | sans | outre | exclu
    exclus | exclue | exclues | à l'exception | à part | mis à part | en dehors | déduction | déduit | déduits
    par | chaque | chacun | chacune | l'unité | la pièce | pièce | tous les | toutes les | équivalent | équivalents
    faux | fausse | fausses | présumé | présumés | présumée | présumées | supposé | supposés | supposée | supposées
    prétendu | prétendus | probable | probables | possible | possibles | éventuel | éventuels | éventuelle
    éventuelles | peu | beaucoup | assez | plutôt | long | longs | court | courts
    dizaine | vingtaine | trentaine | cinquantaine | soixantaine | centaine | millier | bonne | bon | bons | bonnes
    quart | quarts | tiers | moindre | moindres | meilleur | pire | supérieur | supérieurs | supérieure
    supérieures | inférieur | inférieurs | inférieure | inférieures | moyen | moyens | moyenne | moyennes | médian
    médiane | troy | scolaires | exception faite | abstraction faite | en sus
    minimums | maximums | TVA | taxes | HT | TTC | impôts | impôt | inflation comprise | taxe
    moins un | moins une | négatif | négatifs | négative | négatives | cumulé | cumulée | cumulés | cumulées | prévu
    prévus | prévue | prévues | attendu | attendus | attendue | attendues | estimé | estimée | estimés | estimées
    manquants | à peine | presque aucun | presque aucune | près | auparavant | plus tôt | plus tard | quelconque
    partiel | partiels | mil | environ un
    trillion | trillions | billiard | billiards | trilliard | quadrillion | quadrillions | de l'époque | à l'époque
    d'alors | actuels | d'aujourd'hui | autre | autres | d'autres | majoré | minoré | mineurs de
"""
# Units that are not read, or that are several.
_UNITS = """
    livre | livres | quintal | quintaux | arpent | arpents | lieue | lieues | toise | toises | cent | cents | centime
    centimes | penny | pence | sou | sous | franc | francs | francs CFA | francs belges | couronne | couronnes | dinar
    dinars | dirham | dirhams | lire | lires | shilling | shillings | lustre | lustres | semestre | semestres
    bimestre
    bimestres | trimestre | trimestres | quinquennat | quinquennats | quinzaine | quinzaines | quinzaine de jours
    une quinzaine de jours
    huitaine | huitaine de jours | une huitaine de jours | quarantaine | point | points | smic | degrés | degré | nœud
    stère | stères | aune | aunes | brasse | brasses | pinte | pintes | gallons américains | kF | mF
    terrains de football | ares | are | centiares | UF | ouguiya | jours-homme | carat | carats
"""
REFUSED = phrases(_FUNCTION_WORDS) | phrases(_CHANGES_IT) | phrases(_UNITS)
CLAUSES = words("""
    qui que dont où quand lorsque comme selon car parce mais et ou ni ne se il elle ils elles on ce cet cette ces est
    sont était étaient fut furent serait même puis alors ainsi tandis
""")
"""Before these a value of running text ends, and is what it says."""
REFUSED_ENDINGS = tuple(
    """
    ième ièmes pixels pixel
    ment mètre mètres gramme grammes litre litres watt watts volt volts hertz joule joules octet octets cube cubes
    carré carrés calories tonnes
    """.split()
)
NOUNS = words("""
    an ans mer roi loi or gaz riz thé sel vie air bus vol vols lit lits clé île feu feux jeu jeux âme os œuf mot mots
    fils rue rues pas bar bars élu élus but buts cas âge nez loup arme duc bâtiment appartement gouvernement document
    parlement régiment établissement événement département licenciement logement paiement règlement programme programmes
    paramètre paramètres périmètre périmètres thermomètre thermomètres diagramme diagrammes télégramme télégrammes
    cubes ton pub vin vins été axe îles mur murs sac sacs pin pins vue vues val
""") - words("or pas ton été")
