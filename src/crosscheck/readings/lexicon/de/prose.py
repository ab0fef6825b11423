"""Words of running text, under the names that `languages.Prose` and `Language` ask for."""

from __future__ import annotations

from crosscheck.readings.lexicon import words

THE = words("der die das den dem des")
AND = words("und")
OTHER = words("andere anderen anderer anderes")
ABBREVIATIONS = words("""
    Dr Prof Hr Hrn Fr Frl Dipl Ing Gen Kap Hl St Str Nr Nrn Abs Art Bd Bde Abb Tab Tel Ziff bzw ca evtl ggf inkl exkl
    max min rd sog vgl zzgl abzgl Jan Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez geb gest gegr Bez Kl
""")
MAY_END = words("usw etc Mio Mrd Tsd Chr Co AG")
BEGINNINGS = words("""
    Der Die Das Den Dem Ein Eine Einen Im In Am An Auf Bei Nach Seit Mit Von Für Aber Und Doch Er Sie Es Wir Ich Dies
    Diese Dieser Dieses Sein Seine Ihr Ihre Zudem Danach Dann Dabei Damit Davon Laut Auch Nur Noch Wer Was Wenn Als
    Zuvor Insgesamt
""")
HAS_ORDINAL_STOPS = True
SMALL_WORDS = words("""
    aber alle allem allen aller alles als also am an auch auf aus bei beim bis da dabei damit dann das dass dem den denn
    der des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es
    für gegen gegenüber haben hat hatte hatten ich ihm ihn ihr ihre ihrem ihren ihrer im in ins ist ja je jede jedem
    jeden jeder kein keine laut man mehr mit nach nicht noch nun nur ob oder ohne sein seine seinem seinen seiner seit
    sich sie sind so sowie über um und uns unter vom von vor war waren wegen weil wenn wer werden wie wir wird wurde
    wurden zu zum zur zwischen
""")
SAYING = words("sagte sagten erklärte teilte betonte kündigte berichtete schätzte")
ACCORDING = ("laut", "nach Angaben von")
TITLES = words("""
    Präsident Präsidentin Vizepräsident Bundeskanzler Bundeskanzlerin Kanzler Minister Ministerin Bürgermeister
    Bürgermeisterin Senator Senatorin General Oberst Hauptmann Staatsanwalt Richter Richterin Botschafter Direktor
    Direktorin König Königin Prinz Prinzessin Papst Bischof Kardinal Herr Frau Doktor Professor Sprecher Sprecherin
""")
IN_NAMES = words("von zu zum der den")
LABELS = words("""
    artikel art paragraf gesetz resolution seite seiten kapitel nummer nr straße autobahn flug kanal gruppe absatz
    abbildung tabelle band version §
""")
VERBS = words("""
    gegen verletzt getötet evakuiert festgenommen gerettet geborgen verboten zerstört beschädigt verhaftet verurteilt
    leben lebten starben arbeiten warten sollen sollten müssen mussten können konnten kamen gingen
""")
VERB_FORMS = r"\w*ge(?!samt)\w+(?:t|en)|(?:ver|zer)\w+t|\w+iert"
PROSE_PATTERNS = {"von {number} auf {number2}": "from {number} to {number2}"}
OF = frozenset[str]()
