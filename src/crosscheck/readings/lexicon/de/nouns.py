"""Words that may change a figure, and words of what is counted that look like them."""

from __future__ import annotations

from crosscheck.readings.lexicon import phrases, words
from crosscheck.readings.lexicon.de.numbers import declined

# Conditions, denials, comparisons, remarks.
_FUNCTION_WORDS = """
    wenn | falls | obwohl | aber | sondern | laut | nicht | nie | niemals | auch | sogar | wie | welche | welcher
    welches | die nicht | wer | wo | wann | während noch | weil | denn | also | dann | noch | immer | jetzt | nun
    nichts | niemand | etwas | jemand | manche | mancher | so viele | so viel | solche | solcher | eigene | eigenen
    gegenüber | versus | vs. | verglichen | im vergleich | auf | neben | hinter | unter anderem | sein | seine
    seinen | ihr | ihre | ihren | ihrer | ihres | sich | es | er | sie | wir | ex | anti | sub | zwischen den jahren
    letzte | letzten | letzter | letztes | vergangene | vergangenen | nächste | nächsten | nächster | vorige | vorigen
    bisherige | bisherigen | restliche | restlichen | verbleibende | verbleibenden | beziehungsweise | bzw.
    respektive | jeweils | gemeinsam | mehr | weniger | sehr | zu viel | zu viele | zu wenig | zu wenige | so | war
    waren | sind | ist | wäre | wären | sollte | sollten | könnte | könnten | kann | muss | wird | werden | wurden
    hin und zurück | als | ob | nach angaben | zufolge | trotz | wegen | durch | bei | aus | statt | anstatt
    anstelle | sonst | selbst | allein | alleine | daneben | dagegen | jedoch | doch | dennoch | außer | außerdem
    sofern | soweit | ohne | an | zu | sowohl | weder | noch nicht
    dieser | diese | dieses | diesen | diesem | jene | jener | jenes | jenen | deren | dessen | dort | hier | da
    plus | minus | uhr | karat | fehlen | fehlt | fehlten | übrig | offen | weg | wieder | erneut | am
"""
# Other figures than the one that stands there.
_CHANGES_IT = """
    doppelt | doppelte | doppelten | doppelter | doppelter so | dreifach | verdoppelt | verdreifacht | vervierfacht
    verdoppelte sich | verdoppelten sich | verdreifachte sich | halbiert | halbierte sich | die hälfte mehr
    die hälfte weniger | anderthalbmal | um die hälfte | zur hälfte | halb | halbe | halben | halbes | halber
    viertelstunden | netto | brutto | nominal | real | preisbereinigt | inflationsbereinigt | bereinigt
    saisonbereinigt | mal | malig | kaum | ohne mehrwertsteuer | mehrwertsteuer | steuer | steuern | mwst. | inflation
    mittel | mittlere | median | durchschnitt | minimum | maximum | plus eins | minus eins | weniger einen | fast kein
    fast keine | kaum eine | kaum einer | trillion | trillionen | billiarde | billiarden | trilliarde | trilliarden
    umgerechnet | zehntel | hundertstel | tausendstel | drittel mehr | drittel weniger | viertel mehr | über null
    unter null | nachts | zu | dutzendweise | reihenweise | unzählige | unzähligen | zig | zigtausend
    zigtausende | abertausende | ein haufen | haufen | menge | reihe | handvoll | anzahl | zahl | paar
    gruppe | serie | minderjährige | unter 18 | anteilig | teilweise | zum teil | reichlich | stark | schwach
    promille
"""
_ADJECTIVES = """
    mutmaßlich | angeblich | vermeintlich | vermutet | wahrscheinlich | möglich | potenziell | potentiell | eventuell
    hypothetisch | falsch | gefälscht | sogenannt | künftig | geplant | erwartet | drohend | prognostiziert
    vorhergesagt | befürchtet | verhindert | vereitelt | abgesagt | gestrichen | abgelehnt | zurückgezogen
    dementiert
    ausstehend | kumuliert | kumulativ | durchschnittlich | mittler | median | minimal | maximal | negativ | niedriger
    höher | größer | kleiner | besser | zusätzlich | ander | halbjährig | voll | ganz | reichlich | lang | kurz
    damalig | heutig | inflationär | umgerechnet | angepasst | halb | bereinigt | preisbereinigt | nominal | real
    netto | brutto | weiter | fehlend | verdächtig | übrig | restlich
"""
# Units that are not read, or that are several.
_UNITS = """
    pfund | zentner | doppelzentner | morgen land | meile | meilen | fuß | elle | ellen | unze | unzen | gallone
    gallonen | franc | francs | pfennig | pfennige | cent | cents | rappen | groschen | schilling | schillinge
    mark | reichsmark | ostmark | quartale | quartalen | quartal | halbjahr | halbjahre | halbjahren | vierteljahr
    vierteljahre | semester | trimester | legislaturperiode | legislaturperioden | punkt | punkte | punkten | grad
    ar | stück | fußballfelder | fußballfeld | fußballfeldern | pferdestärken | ps | seiten lang | minusgrade
    jahrtausend | jahrtausende | generation | generationen | nacht | sekunde lang | steradiant
    wochenende | wochenenden | feiertag | schicht | schichten | mannjahre | vollzeitstellen | maß | scheffel | tagwerk
    quadrat | kubik | schock | mandel | gros | satz | sätze | takt | sachen | klafter | rute | ruten
"""
REFUSED = phrases(_FUNCTION_WORDS) | phrases(_CHANGES_IT) | phrases(declined(_ADJECTIVES)) | phrases(_UNITS)
CLAUSES = words("""
    die der das dass wenn weil denn aber und oder sondern ist sind war waren wird werden wurde wurden hat haben er sie
    es sich dann auch noch nicht wie laut zufolge
""")
"""Before these a value of running text ends, and is what it says."""
REFUSED_ENDINGS = tuple(
    """
    grad grade graden pixel pixeln
    fach fache fachen facher fachem mal malig malige stellig stellige stelligen prozentig prozentige prozentigen jährig
    jährige jährigen jähriger tägig tägige tägigen stündig stündige stündigen meter metern gramm liter litern watt volt
    hertz joule byte bytes tonnen tonne meilen stunden kalorien hundert tausend million
    millionen milliarde milliarden billionen prozent prozentpunkte euro dollar tel zehnte
    """.split()
)
ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
NOUNS = words("""
    wohnung wohnungen zeitung regierung abteilung einrichtung siedlung versammlung sitzung sitzungen behörde rat räte
    tor tore ort orte amt ämter haus kuh kühe schaf hof höfe weg wege zug züge bus busse tat taten
    art ast akt arm auto autos arzt ärzte see boot boote ehe eis eid fan fans fee fund gas gast gäste gen gene hai
    haie held huhn hut ion jet jets kind kuss land länder los lkw pkw mann meer mord morde not öl pass pässe rad räder
    reh rehe rind sarg schiff see sieg siege sohn söhne star stars tod tote typ typen uno vogel wal wale zeh zeuge zoo
    zoos thermometer barometer parameter parametern tachometer programm diagramm monogramm telegramm kilogramm
    impfung impfungen zahlung zahlungen wahlen leitung leitungen prüfung prüfungen festnahmen lehrling lehrlinge hotel
    hotels artikel titel onkel apfel äpfel vögel mittel kapitel viertel drittel schlüssel segel siegel nebel kabel
    schüssel muskel muskeln insel inseln regel regeln tunnel adel esel engel hügel ziegel wechsel handel pendel
    erkrankung erkrankungen straftat straftaten verletzung verletzungen
""")
