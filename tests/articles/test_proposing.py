"""`crosscheck propose`: figures of an article, with the item that they plainly speak of, else with choices."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from crosscheck.articles import proposing
from crosscheck.articles.article import article_of, context_of, known_names
from crosscheck.articles.figures import proposed
from crosscheck.articles.matching import matches
from crosscheck.articles.proposals import Proposals, places, read_proposals
from crosscheck.decisions import lock
from crosscheck.decisions.lock import locked_file
from crosscheck.loading import Options, load_and_read
from crosscheck.model import Source
from crosscheck.problems import InputError, Position
from crosscheck.progress import NO_PROGRESS
from crosscheck.schema import render
from crosscheck.texts import read_text
from factories import TODAY, Ran, c, files_of, run, workspace
from made_documents import docx

ATTRIBUTES = """\
death toll: {kind: count, over_time: accumulates}
homes destroyed: {kind: count}
damage: {kind: money, unit: USD}
wind speed: {kind: quantity, unit: mph}
start: {kind: date}
"""
ARTICLE = """\
After the storm

Storm Isolde killed at least 16 people and destroyed more than 1,200 homes.

Storm Isolde came ashore on September 13. The town of Linden put the damage at $2.3 billion.

Storm Isolde brought gusts of 105 mph. From Linden 12.500 people left.
"""
HERE = Path(__file__).parent
WRITTEN = "wrote proposals/storm.yaml: "


@pytest.fixture
def root(tmp_path: Path) -> Path:
    claims = [
        c("wire", "Storm Isolde", "death toll", "12", quote="killed 12 people", when="2024-09-14"),
        c("wire", "Storm Isolde", "wind speed", "90 mph", quote="brought gusts of 90 mph"),
        c("wire", "Storm Isolde", "start", "September 14, 2024", quote="came ashore on September 14, 2024"),
    ]
    article = {"storm.txt": ARTICLE, "storm.docx": docx(*ARTICLE.split("\n\n"))}
    return workspace(tmp_path / "w", claims, attributes=ATTRIBUTES, files=article)


def propose(root: Path, *options: str, article: str = "storm.txt", stdin: str | None = None) -> Ran:
    return run(root, "propose", article if article == "-" else str(root / article), *options, stdin=stdin)


def written(root: Path, id: str = "storm") -> Proposals:
    return read_proposals((root / "proposals" / f"{id}.yaml").read_bytes(), "p")


def edit(root: Path, old: str, new: str) -> None:
    path = root / "proposals" / "storm.yaml"
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1, content
    path.write_text(content.replace(old, new), encoding="utf-8")


def test_a_sum_in_another_currency_than_its_attribute_is_told_which_key_to_set(root: Path) -> None:
    (root / "storm.txt").write_text(ARTICLE.replace("$2.3", "€2.3"), encoding="utf-8")
    propose(root)
    (figure,) = (one for one in written(root).figures if "€" in one.value)
    assert figure.choices == ()
    assert figure.hints["unit"] == '"damage" is in USD; or "unit: EUR" in rules/attributes.yaml ?'


@pytest.mark.parametrize("article", ["storm.txt", "storm.docx"])
def test_every_figure_comes_with_its_item_or_with_choices(root: Path, article: str) -> None:
    done = propose(root, "--published", "2024-09-18", article=article)
    assert (done.code, done.out, done.err) == (0, f"{WRITTEN}6 figures, 3 with an item, 2 with choices\n", "")
    figures = written(root).figures
    assert [(one.number, one.value, one.attribute) for one in figures] == [
        ("1", "at least 16 people", "death toll"),
        ("2", "more than 1,200 homes", None),
        ("3", "September 13", "start"),
        ("4", "$2.3 billion", None),
        ("5", "105 mph", "wind speed"),
        ("6", "12.500 people", None),
    ]
    assert figures[2].differs_from == ("wire/storm-isolde-start September 14, 2024 (contradiction)",)
    assert (figures[2].reading, figures[4].reading) == ("2024-09-13", "104.5–105.5 mph")
    new = [(one.subject, one.attribute, one.holds) for one in figures[3].choices]
    assert new == [("Storm Isolde", "damage", None), ("Linden", "damage", None)]
    assert {one.accept for one in figures} == {"no"}


def test_a_value_that_is_refused_is_proposed_whole_and_said_not_to_be_read(root: Path) -> None:
    propose(root)
    last = written(root).figures[-1]
    assert (last.value, last.reading, last.subject) == ("12.500 people", None, None)
    assert last.not_read is not None


def test_no_year_is_chosen_where_the_article_does_not_say_when_it_was_published(root: Path) -> None:
    assert propose(root).err == (
        "note: no date of publication is known, so some dates may not be read; --published gives it\n"
    )
    date = written(root).figures[2]
    assert (date.value, date.reading) == ("September 13", None)
    assert date.not_read is not None


@pytest.mark.parametrize("folder", ["averil", "quillon"])
def test_nothing_is_filled_in_below_the_gate_and_every_quote_is_found_again(folder: str) -> None:
    known = load_and_read(HERE / folder, Options(today="2026-11-22"), NO_PROGRESS)
    source = Source("x", Position("claims"))
    for path in sorted((HERE / folder / "texts").glob("*.txt")):
        text = read_text(path)
        names = known_names(known.workspace.names, known.workspace.claims)
        article = article_of(text, context_of(source, known.policy.settings), names)
        found = matches(
            text.shown,
            [(one.start, one.end) for one in text.paragraphs],
            article.spans,
            known.read.items(known.policy),
            known.workspace.names,
        )
        above = {(" ".join(one.span.text.split()), one.suggested.title) for one in found if one.suggested is not None}
        spans = {" ".join(one.span.text.split()) for one in found}
        figures = proposed(text, source, known)
        assert len(figures) > 10
        for figure in figures:
            assert figure.value in spans
            assert figure.subject is None or (figure.value, f"{figure.subject} / {figure.attribute}") in {
                (value, title.partition(" (")[0]) for value, title in above
            }
            assert len(figure.quote.split()) <= 15
            assert next(places(text, figure.quote, figure.value), None) is not None


def test_the_same_input_gives_the_same_bytes_and_nothing_else_is_touched(root: Path) -> None:
    before = files_of(root)
    propose(root)
    first = files_of(root)
    propose(root)
    assert files_of(root) == first
    assert first == {**before, "proposals/storm.yaml": first["proposals/storm.yaml"]}
    printed = propose(root, "--output", "-").out
    assert printed.encode() == first["proposals/storm.yaml"]
    assert files_of(root) == first


def test_an_editor_finds_nothing_wrong_with_what_is_written(root: Path) -> None:
    (root / "schema").mkdir()
    (root / "schema" / "proposals.json").write_text(render("proposals"), encoding="utf-8")
    propose(root)
    text = (root / "proposals" / "storm.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema/proposals.json\n")
    assert [*Draft7Validator(json.loads(render("proposals"))).iter_errors(yaml.load(text, yaml.BaseLoader))] == []


def test_what_a_person_changed_is_kept_and_never_is_remembered(root: Path) -> None:
    propose(root)
    edit(root, "accept: no\n    value: $2.3 billion", "accept: yes\n    choice: 2\n    value: $2.3 billion")
    edit(root, "accept: no\n    value: 105 mph", "accept: never\n    value: 105 mph")
    edit(root, "quote: Isolde brought gusts of 105 mph", "quote: gusts of 105 mph")
    edit(root, "    value: more than 1,200 homes", "    note: ask Linden\n    value: more than 1,200 homes")
    (root / "storm.txt").write_text(f"It began 3 days ago.\n\n{ARTICLE.replace('16', '17')}", encoding="utf-8")
    propose(root)
    figures = {one.value: one for one in written(root).figures}
    assert list(figures) == [
        "3 days ago",
        "at least 17 people",
        "more than 1,200 homes",
        "September 13",
        "$2.3 billion",
        "105 mph",
        "12.500 people",
    ]
    chosen = figures["$2.3 billion"]
    assert (chosen.accept, chosen.subject, chosen.attribute, chosen.choice) == ("yes", "Linden", "damage", None)
    assert (figures["105 mph"].accept, figures["105 mph"].quote) == ("never", "gusts of 105 mph")
    assert figures["more than 1,200 homes"].note == "ask Linden"
    assert figures["at least 17 people"].accept == "no"


@pytest.mark.parametrize("name", ["claims/wire.yaml", "crosscheck.toml", "rules/own.py", "claims/new.CSV", "a.json"])
def test_what_a_workspace_reads_is_no_article(root: Path, name: str) -> None:
    (root / name).parent.mkdir(exist_ok=True)
    if not (root / name).exists():
        (root / name).write_text("")
    suffix = Path(name).suffix.lower()
    for made in ("propose", "proofread"):
        done = run(root, made, str(root / name), "--no-rules")
        assert (done.code, done.out, done.err.splitlines()[0]) == (
            2, "", f"{name}:1:1: is not an article: files that end in {suffix} hold claims, settings or rules; "
            "accepted: .txt, .md, .markdown, .html, .htm, .docx, .pdf",
        )  # fmt: skip


def test_edits_whose_words_are_gone_are_told(root: Path) -> None:
    propose(root)
    edit(root, "accept: no\n    value: 105 mph", "accept: never\n    value: 105 mph")
    edit(root, "    value: more than 1,200 homes", "    note: ask Linden\n    value: more than 1,200 homes")
    (root / "storm.txt").write_text(ARTICLE.replace("105", "106").replace("16", "17"), encoding="utf-8")
    assert propose(root).err.splitlines()[:1] == [
        "note: 1 of your edits no longer applies, as its quote is not in the article: "
        'figure 5 "Isolde brought gusts of 105 mph"'
    ]
    assert "of your edits" not in propose(root).err


@pytest.mark.parametrize("keys", ["accept: yes", "accept: never", "accept: no\n    note: ask"])
def test_edits_of_another_article_of_that_name_are_not_replaced(root: Path, keys: str) -> None:
    other = root / "b" / "storm.txt"
    other.parent.mkdir()
    other.write_text("Rain fell for 3 days in Quillon. It cost $9 million.", encoding="utf-8")
    propose(root)
    assert propose(root, article="b/storm.txt").code == 0  # nobody has said anything of the first
    propose(root)
    edit(root, "accept: no\n    value: 105 mph", f"{keys}\n    value: 105 mph")
    before = files_of(root)
    done = propose(root, article="b/storm.txt")
    assert (done.code, done.out, done.err.splitlines()[0]) == (
        2, "", 'proposals/storm.yaml:1:1: was made from another article, "storm.txt", and has 1 edit that would be '
        "lost; name the source of this article with --as ID, or remove the file if you do not need it",
    )  # fmt: skip
    assert files_of(root) == before
    assert propose(root, "--as", "rain", article="b/storm.txt").code == 0
    assert propose(root, article="storm.docx").code == 0  # the same words in another file


def test_what_another_writes_meanwhile_is_not_replaced(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    propose(root)
    path = root / "proposals" / "storm.yaml"
    made = proposing.propose(root, root / "storm.txt", Options(today=TODAY))
    edit(root, "accept: no\n    value: 105 mph", "accept: never\n    value: 105 mph")
    before = path.read_bytes()
    with pytest.raises(InputError, match="has changed while this command ran; nothing was written, run it again"):
        proposing.write_proposed(made, root)
    assert path.read_bytes() == before
    monkeypatch.setattr(lock, "PATIENCE", 0)
    with locked_file(path, "storm.yaml"):
        assert propose(root).code == 4
    assert path.read_bytes() == before
    assert propose(root).code == 0


def test_what_is_curated_is_not_proposed_again(root: Path) -> None:
    claims = (
        'source: storm\nclaims:\n  - {subject: S, attribute: wind speed, value: "105 mph", quote: gusts of 105 mph}\n'
    )
    (root / "claims" / "storm.yaml").write_text(claims, encoding="utf-8")
    propose(root)
    assert "105 mph" not in {one.value for one in written(root).figures}


def test_standard_input_needs_an_id_and_has_no_file_name(root: Path) -> None:
    assert propose(root, article="-", stdin=ARTICLE).err.startswith("--as: of standard input, give a slug")
    assert propose(root, "--as", "wire-copy", article="-", stdin=ARTICLE).code == 0
    assert written(root, "wire-copy").head.article is None


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (("--as", "a b"), '--as: "a b" is not an id; give a slug of letters a-z and digits, such as storm-report'),
        (("--published", "soon"), '--published: "soon" cannot be read as a date'),
        (("--output", "claims/wire.yaml"), "claims/wire.yaml:1:1: "),
        (("--output", "storm.txt"), "storm.txt:1:1: "),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    root: Path, options: tuple[str, str], error: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    before = files_of(root)
    done = propose(root, *options)
    assert (done.code, done.err[: len(error)]) == (2, error)
    assert files_of(root) == before


def test_a_workspace_without_claims_proposes_by_its_attributes(tmp_path: Path) -> None:
    root = workspace(tmp_path, attributes=ATTRIBUTES, files={"storm.txt": ARTICLE})
    assert propose(root).code == 0
    damage = next(one for one in written(root).figures if one.value == "$2.3 billion")
    assert [(one.subject, one.attribute) for one in damage.choices] == [("Linden", "damage")]


def test_a_check_and_a_report_never_see_proposals(root: Path) -> None:
    def outputs() -> tuple[Ran, bytes]:
        checked = run(root, "check", "--format", "json", "--today", "2026-11-22")
        run(root, "report", "--today", "2026-11-22")
        return checked, (root / "reports" / "index.html").read_bytes()

    before = outputs()
    propose(root)
    edit(root, "accept: no\n    value: 105 mph", "accept: yes\n    value: 105 mph")
    assert outputs() == before


def test_words_that_stand_in_longer_ones_first_do_not_take_their_place(root: Path) -> None:
    (root / "storm.txt").write_text('Of 5"ers.\n\n5\n')
    assert propose(root).code == 0
    made = files_of(root)
    assert [figure.value for figure in written(root).figures] == ['5"ers', "5"]
    assert propose(root).code == 0
    assert files_of(root) == made
