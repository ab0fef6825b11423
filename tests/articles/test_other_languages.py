"""Articles in other languages than English: what is found, what is offered, and that nothing is filled in."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from crosscheck.articles.article import known_names
from crosscheck.articles.context import everywhere_in, sentences_of
from crosscheck.articles.hints import Hinter
from crosscheck.articles.proposals import read_proposals
from crosscheck.articles.prose import prose_of
from crosscheck.articles.spotting import SURE, Span, Spotter, Tier
from crosscheck.formatting import interval_text
from crosscheck.model import ReadingSettings
from crosscheck.readings import Context, read
from crosscheck.texts.sentences import sentences
from crosscheck.vocabulary import Name, Names
from factories import c, claims_file, run, workspace

HERE = Path(__file__).parent / "languages"
NAMES = """
Pardo River flood:
  aliases: [{text: inundaciones en Río Pardo, language: es}, {text: enchente do Pardo, language: pt}]
"""
ATTRIBUTES = """
deaths: {kind: count}
injured: {kind: count}
losses: {kind: money, unit: COP}
"""
KEYS: dict[str, list[str]] = yaml.safe_load((HERE / "keys.yaml").read_text(encoding="utf-8"))
RECALL = 0.9
NOT_READ = "-"


def spotter(language: str) -> Spotter:
    settings = ReadingSettings(date_order="dmy")
    return Spotter(Context(published=read("2025-11-14", Context()), language=language, settings=settings))


def reading_of(span: Span) -> str:
    if span.reading is None or span.reading.stated is None:
        return NOT_READ
    return interval_text(span.reading.stated, span.reading, None)


@pytest.mark.parametrize("name", KEYS)
def test_figures_and_dates_are_found_and_none_is_torn(name: str) -> None:
    text = (HERE / name).read_text(encoding="utf-8")
    spans = [span for span in spotter(name.split(".")[1]).spot(text) if span.tier in SURE]
    behind, missed, torn, wrong = 0, [], [], []
    for key in KEYS[name]:
        words, _, meant = key.partition(" | ")
        start = text.index(words, behind)
        behind = start + len(words)
        met = [span for span in spans if span.meets(start, behind)]
        whole = [span for span in met if span.start <= start and behind <= span.end]
        if not met:
            missed.append(words)
        elif not whole:
            torn.append((words, [span.text for span in met]))
        elif reading_of(whole[0]) not in (meant, NOT_READ):
            wrong.append((words, reading_of(whole[0]), meant))
    assert not torn
    assert not wrong
    assert len(missed) <= (1 - RECALL) * len(KEYS[name]), missed


@pytest.mark.parametrize("name", KEYS)
def test_nearly_nothing_else_is_found(name: str) -> None:
    text = (HERE / name).read_text(encoding="utf-8")
    behind, keys = 0, []
    for key in KEYS[name]:
        words = key.partition(" | ")[0]
        behind = text.index(words, behind) + len(words)
        keys.append((behind - len(words), behind))
    spans = [span for span in spotter(name.split(".")[1]).spot(text) if span.tier in SURE]
    others = [span.text for span in spans if not any(span.meets(*key) for key in keys)]
    assert len(others) <= 1, others


SENTENCES = """
es | El Sr. Ortiz pidió ayuda a EE. UU. por 5 millones. | La ayuda llegó.
es | Lo dijo el Gral. De la Cruz en la pág. 4 del núm. 12. | No hubo respuesta.
es | El art. 5 de la Ley vale 1.500 pesos. | ¿Quién paga? | «Nadie», dijo.
es | Vive en EE. UU. | El resto, no.
es | Llegó a las 3 p. m. del 1.º de mayo. | Eran J. M. Santos y la Dra. Ruiz.
pt | O Dr. Nunes citou o art. 9, a pág. 3 etc. | O prejuízo é de R$ 3,5 bi. | Não há prazo.
pt | A Sra. Lima vive nos EUA. | É médica.
fr | M. Blanc et Mme Roy citent l’art. 4. | « Jamais. » Il a ri.
de | Am 3. Oktober kam Dr. Lang, z. B. nach Art. 12 Abs. 3 des Gesetzes. | Der 2. Brand war größer.
de | Es waren am Ende 12. | Danach kam niemand. | „So nicht.“ Sie ging.
"""


@pytest.mark.parametrize("line", SENTENCES.strip().splitlines())
def test_sentences_end_where_they_do(line: str) -> None:
    language, *parts = line.split(" | ")
    text = " ".join(parts)
    found = [text[start:end] for start, end in sentences(text, prose_of(language).endings)]
    assert found == [one for part in parts for one in _after_quotes(part)]


def _after_quotes(part: str) -> list[str]:
    """A quotation of whole sentences is one sentence, and what stands behind it another."""
    for close in ("“ ", " » "):
        if close in part and part.startswith(("„", "«")):
            quote, _, rest = part.partition(close)
            return [quote + close.rstrip(), rest]
    return [part]


SPEAKERS = """
es | Según la ministra del Interior, Irene Salas, hay 12 muertos. | Irene Salas
es | Hay 12 muertos, dijo el presidente Gustavo Petro. | Gustavo Petro
es | Gustavo Petro aseguró que hay 12 muertos. | Gustavo Petro
es | Hay 12 muertos, según datos de la Fiscalía. | Fiscalía
es | Hay 12 muertos en Pardo. |
pt | Há 12 mortos, disse o ministro da Fazenda, Fernando Haddad. | Fernando Haddad
pt | Segundo a Polícia Federal, há 12 mortos. | Polícia Federal
fr | Selon le maire Paul Roy, 12 personnes sont mortes. | Paul Roy
de | Laut Präsident Karl Lang gab es 12 Tote. | Karl Lang
"""


@pytest.mark.parametrize("line", SPEAKERS.strip().splitlines())
def test_who_speaks_is_a_hint(line: str) -> None:
    language, text, speaker = (part.strip() for part in line.split("|"))
    prose = prose_of(language)
    spans = [span for span in spotter(language).spot(text) if span.tier is Tier.FIGURE]
    (sentence,) = sentences_of(text, [(0, len(text))], everywhere_in(text, "", prose), prose)
    assert Hinter(text, spans, prose).hints(spans[0], sentence).said_by == (speaker or None)


QUOTED = """
es | Dijo: «esto no puede seguir así». | esto no puede seguir así
de | Er sagte: „So kann das nicht weitergehen“, und ging. | So kann das nicht weitergehen
de | „Das kann nicht so bleiben“ und „das soll es auch nicht“. | Das kann nicht so bleiben; das soll es auch nicht
pt | Disse: “isso não pode continuar assim”. | isso não pode continuar assim
"""


@pytest.mark.parametrize("line", QUOTED.strip().splitlines())
def test_quotation_marks_of_every_language(line: str) -> None:
    language, text, quoted = (part.strip() for part in line.split("|"))
    found = [span.text for span in spotter(language).spot(text) if span.tier is Tier.QUOTATION]
    assert found == quoted.split("; ")


NO_AMOUNTS = """
es | La Ley 906, el art. 5 y el núm. 4 del decreto 12 siguen.
pt | O art. 9, a lei 8.080 e o processo 12 continuam, segundo a polícia.
fr | La loi 78 et l’article 5 restent.
de | Nach Art. 12 und § 4 gilt Nr. 7.
"""


@pytest.mark.parametrize("line", NO_AMOUNTS.strip().splitlines())
def test_figures_of_names_are_no_amounts(line: str) -> None:
    language, text = (part.strip() for part in line.split("|"))
    assert [span.text for span in spotter(language).spot(text) if span.tier in SURE] == []


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("es", "Pasó de 3 a 5 %.", [("de 3 a 5 %", None)]),
        ("es", "Cayó un 2 %, hasta el 8 %.", [("Cayó un 2 %", "1.9–2.1 %"), ("8 %", "7.6–8.4 %")]),
        ("es", "Hasta 20 personas caben.", [("Hasta 20 personas", "0–20")]),
        ("es", "Llegará un segundo envío.", []),
        ("de", "Der 2. Brand kam.", [("2", None)]),
    ],
)
def test_what_means_something_else_in_prose(language: str, text: str, found: list[tuple[str, str | None]]) -> None:
    spans = [span for span in spotter(language).spot(text) if span.tier in SURE]
    assert [(span.text, None if reading_of(span) == NOT_READ else reading_of(span)) for span in spans] == found


def test_dates_of_hints_are_in_the_words_of_claims() -> None:
    prose, text = prose_of("es"), "En octubre de 2025 hubo 12 muertos."
    spans = spotter("es").spot(text)
    (sentence,) = sentences_of(text, [(0, len(text))], everywhere_in(text, "", prose), prose)
    figure = next(span for span in spans if span.tier is Tier.FIGURE)
    when = Hinter(text, spans, prose).hints(figure, sentence).when
    assert when is not None
    assert (when.text, text[when.start : when.end]) == ("2025-10", "octubre de 2025")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    claims = [
        c("reuters", "Pardo River flood", "deaths", "at least 31 people", quote="at least 31 people died"),
        c("reuters", "Pardo River flood", "injured", "112", quote="112 were injured"),
        c("reuters", "Pardo River flood", "losses", "1.2 trillion Colombian pesos"),
    ]
    files = {"andina.txt": (HERE / "flood.es.txt").read_text(encoding="utf-8"), "rules/names.yaml": NAMES}
    return workspace(tmp_path / "w", claims, attributes=ATTRIBUTES, files=files)


SPANISH = ("--published", "2025-10-14", "--language", "es-CO")


def test_items_are_offered_and_never_filled_in(root: Path) -> None:
    ran = run(root, "propose", str(root / "andina.txt"), *SPANISH)
    assert ran.code == 0, ran.err
    found = read_proposals((root / "proposals" / "andina.yaml").read_bytes(), "p")
    assert found.head.language == "es-CO"
    assert all(figure.subject is None for figure in found.figures)
    offered = {figure.value: [choice.attribute for choice in figure.choices] for figure in found.figures}
    assert offered["1,2 billones de pesos colombianos"] == ["losses"]
    assert set(offered["34 muertos"]) == {"deaths", "injured"}


def test_names_are_looked_for_in_the_language_of_the_article() -> None:
    names = Names.of(
        [Name("United States", ("USA",), translations=(("es", "Estados Unidos"), ("es-mx", "los gringos")))]
    )
    for language, extra in (("en", set()), ("pt-BR", set()), ("es_CO", {"Estados Unidos"})):
        assert known_names(names.in_language(language), ()) == {"United States", "USA", *extra}
    assert names.in_language("es-MX").canonical("Los Gringos") == "United States"
    assert names.in_language("es").canonical("los gringos") == "los gringos"
    assert names.canonical("Estados Unidos") == "Estados Unidos"
    assert names.spellings("USA") == ("United States", "USA", "Estados Unidos", "los gringos")


def test_what_is_accepted_is_a_claim_in_the_language_of_the_article(root: Path) -> None:
    run(root, "propose", str(root / "andina.txt"), *SPANISH)
    file = root / "proposals" / "andina.yaml"
    text = file.read_text(encoding="utf-8")
    line = "accept: no\n    value: Al menos 34 personas"
    assert line in text
    chosen = line.replace("no\n", "yes\n    subject: Pardo River flood\n    attribute: deaths\n")
    file.write_text(text.replace(line, chosen), encoding="utf-8")
    ran = run(root, "accept", str(root / "proposals" / "andina.yaml"), "--sources", str(root))
    assert ran.code == 0, ran.err
    assert "  language: es-CO\n" in (root / "claims" / "andina.yaml").read_text(encoding="utf-8")
    assert run(root, "check", "--sources", str(root)).code == 0
    ran = run(root, "proofread", str(root / "andina.txt"), "--sources", str(root))
    assert (ran.code, '"Al menos 34 personas"' in ran.out) == (0, True), ran.out
    ran = run(root, "propose", str(root / "andina.txt"), "--language", "pt")
    assert ran.code == 2
    assert '--language: "andina" is declared in language es-CO (claims/andina.yaml:2:3)' in ran.err
    assert run(root, "propose", str(root / "andina.txt"), "--as", "x", "--language", "e$").code == 2


def test_a_scale_that_a_claim_leaves_out_is_not_covered(root: Path) -> None:
    spanish = claims_file({"id": "andina", "language": "es"}, {"subject": "f", "attribute": "losses", "value": "850"})
    (root / "claims" / "andina.yaml").write_text(spanish, encoding="utf-8")
    told = run(root, "coverage", "andina", "--sources", str(root)).out
    assert '"850 millones de pesos colombianos"' in told


def test_claims_are_under_the_names_of_their_language(root: Path) -> None:
    entry = {"subject": "las inundaciones en Rio pardo", "attribute": "deaths", "value": "40 muertos"}
    for id, language in (("a", "es-MX"), ("b", "pt")):
        (root / "claims" / f"{id}.yaml").write_text(claims_file({"id": id, "language": language}, entry), "utf-8")
    told = run(root, "items").out
    assert "Pardo River flood / deaths: 2 claims of 2 sources" in told
    assert "las inundaciones en Rio pardo / deaths: 1 claim" in told
