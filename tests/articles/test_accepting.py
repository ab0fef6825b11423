"""`crosscheck accept`: accepted proposals become claims, once, at the end of a file whose bytes stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.articles.appending import appended
from crosscheck.problems import InputError
from factories import Ran, c, files_of, findings, run, workspace

ATTRIBUTES = """\
death toll: {kind: count, over_time: accumulates}
damage: {kind: money, unit: USD, separated_by: [place]}
wind speed: {kind: quantity, unit: mph}
"""
ARTICLE = """\
Storm Isolde killed 16 people, said the mayor. It brought gusts of 105 mph.

In Linden it cost $2.3 million, in Averil some $4 million.
"""
CURATED = """\
# Curated by hand.
source: {id: storm, published: 2024-09-18}
claims:
  - subject: Storm Isolde   # as all others call it
    attribute: wind speed
    value: "104 mph"
    read_as: 104 mph
    quote: gusts
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    claims = [c("wire", "Storm Isolde", "wind speed", "90 mph", quote="brought gusts of 90 mph")]
    root = workspace(tmp_path / "w", claims, attributes=ATTRIBUTES, files={"storm.txt": ARTICLE})
    assert run(root, "propose", str(root / "storm.txt"), "--published", "2024-09-18").code == 0
    return root


def say(root: Path, value: str, *keys: str, accept: str = "yes") -> None:
    """Accept a figure in the file of proposals, with more keys."""
    path = root / "proposals" / "storm.yaml"
    content = path.read_text(encoding="utf-8")
    old = f"    accept: no\n    value: {value}\n"
    assert content.count(old) == 1, content
    new = f"    accept: {accept}\n    value: {value}\n" + "".join(f"    {key}\n" for key in keys)
    path.write_text(content.replace(old, new), encoding="utf-8")


def accept(root: Path, *options: str) -> Ran:
    return run(root, "accept", str(root / "proposals" / "storm.yaml"), *options)


def claims(root: Path) -> str:
    return (root / "claims" / "storm.yaml").read_text(encoding="utf-8")


def test_accepted_proposals_become_claims_that_meet_those_of_others(root: Path) -> None:
    say(root, "105 mph")
    say(root, "16 people", "subject: Storm Isolde", "attribute: death toll", "said_by: the mayor")
    done = accept(root)
    assert (done.code, done.out, done.err) == (0, "wrote claims/storm.yaml: 2 claims\n", "")
    assert "".join(claims(root).partition("claims:")[1:]) == (
        "claims:\n"
        "  - subject: Storm Isolde\n"
        "    attribute: death toll\n"
        "    value: 16 people\n"
        "    quote: Storm Isolde killed 16 people\n"
        "    id: storm-isolde-death-toll\n"
        "    said_by: the mayor\n"
        "\n"
        "  - subject: Storm Isolde\n"
        "    attribute: wind speed\n"
        "    value: 105 mph\n"
        "    quote: It brought gusts of 105 mph\n"
        "    id: storm-isolde-wind-speed\n"
    )
    assert [(one["verdict"], one["fails"]) for one in findings(root)] == [("contradiction", True)]


def test_accepting_twice_adds_nothing(root: Path) -> None:
    say(root, "105 mph")
    accept(root)
    before = files_of(root)
    done = accept(root)
    assert (done.code, done.out) == (0, "nothing to add to claims/storm.yaml: 1 there already\n")
    assert files_of(root) == before


def test_nothing_is_accepted_unless_a_person_says_so(root: Path) -> None:
    before = files_of(root)
    done = accept(root)
    assert (done.code, done.out) == (0, 'nothing to add to claims/storm.yaml: no figure says "accept: yes"\n')
    assert files_of(root) == before


@pytest.mark.parametrize(
    ("only", "count"), [("2", 1), ("2, 2-2", 1), (None, 2)], ids=["one", "a range", "all that are accepted"]
)
def test_only_names_figures_by_their_numbers(root: Path, only: str | None, count: int) -> None:
    say(root, "16 people", "subject: Storm Isolde", "attribute: death toll")
    if only is None:
        say(root, "105 mph")
    accept(root, *(() if only is None else ("--only", only)))
    assert claims(root).count("- subject") == count


def test_bytes_and_comments_of_a_claims_file_stay(root: Path) -> None:
    (root / "claims" / "storm.yaml").write_text(CURATED, encoding="utf-8")
    say(root, "105 mph")
    assert accept(root).code == 0
    made = claims(root)
    assert made.startswith(f"{CURATED}\n  - subject: Storm Isolde\n")
    assert "id: storm-isolde-wind-speed-2\n" in made


def test_figures_of_one_item_get_ids_of_their_own_by_the_scope_that_separates(root: Path) -> None:
    for value, place in (("$2.3 million", "Linden"), ("some $4 million", "Averil")):
        say(root, value, "subject: Storm Isolde", "attribute: damage", f"scope: {{place: {place}}}")
    assert accept(root).code == 0
    assert [line.strip() for line in claims(root).splitlines() if " id: storm-" in line] == [
        "id: storm-isolde-damage-linden",
        "id: storm-isolde-damage-averil",
    ]


def test_a_draft_gets_the_claims_instead(root: Path) -> None:
    say(root, "105 mph")
    draft = root / "draft.yaml"
    before = files_of(root / "claims")
    assert accept(root, "--draft", str(draft), "--as", "ours").out == "wrote draft.yaml: 1 claim\n"
    assert files_of(root / "claims") == before
    assert draft.read_text(encoding="utf-8").startswith("source:\n  id: ours\n  published: 2024-09-18\n")
    assert run(root, "check", "--draft", str(draft)).code == 1
    assert accept(root, "--draft", str(draft), "--as", "ours").out == "nothing to add to draft.yaml: 1 there already\n"


def test_near_neighbours_are_named_where_nobody_else_speaks_of_an_item(root: Path) -> None:
    say(root, "16 people", "subject: Storm Isolde", "attribute: deaths")
    run(root, "resolve", "--list")
    more = {"subject": "Storm Isolde", "attribute": "death toll", "value": "12"}
    (root / "claims" / "more.yaml").write_text(f"source: more\nclaims: [{more}]\n", encoding="utf-8")
    note = "note: no other source covers Storm Isolde / deaths; did you mean Storm Isolde / death toll?\n"
    assert accept(root).err == note


REFUSED = [
    (("16 people",), (), 'figure 1 lacks "subject"; write a subject and an attribute, or "choice: 1" ('),
    (("16 people", "choice: 9"), (), "figure 1 has no choice 9; "),
    (("105 mph", "choice: 1"), (), "figure 2 has both a choice and a subject or attribute; keep one or the other"),
    (
        ("16 people", "subject: Storm Isolde", "attribute: detah toll"),
        (),
        'figure 1: no attribute is called "detah toll"; did you mean "death toll"? '
        "If it is another one, add it to rules/attributes.yaml",
    ),
    (
        ("16 people", "subject: Storm Isolde", "attribute: wind speed", "read_as: 16 km"),
        (),
        'proposals/storm.yaml:12:5: figure 1: read_as "16 km"',
    ),
    (
        ("$2.3 million", "subject: Storm Isolde", "attribute: damage", "read_as: EUR 2 million"),
        (),
        'which cannot be brought to USD; write read_as in USD, or if all are in EUR, set "unit: EUR"',
    ),
    (("105 mph", "relative_to: gone"), (), ""),
    (("105 mph", "when: whenever"), (), ""),
    (("105 mph",), ("--draft", "draft.csv"), "draft.csv:1:1: is not a claims file; accepted: .yaml or .yml"),
    (("105 mph",), ("--draft", "crosscheck.toml"), "crosscheck.toml:1:1: "),
    ((), ("--only", "9"), "--only: there is no figure 9; the file has 1, 2, 3, 4"),
    ((), ("--only", "2-1"), '--only: "2-1" is not a list of figure numbers; write for example 3,5-9'),
]


@pytest.mark.parametrize(("said", "options", "error"), REFUSED, ids=str)
def test_what_cannot_be_a_claim_is_refused_and_nothing_is_written(
    root: Path, said: tuple[str, ...], options: tuple[str, ...], error: str
) -> None:
    if said:
        say(root, *said)
    before = files_of(root)
    done = accept(root, *options)
    assert (done.code, done.out) == (2, "")
    assert error in done.err
    assert str(root.parent) not in done.err
    assert files_of(root) == before


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("quote: It brought gusts of 105 mph", "quote: It brought storms of 105 mph", '"It brought storms of 105 mph"'),
        ("value: 105 mph", "value: 106 mph", '"106 mph" of figure 2 is not in its quote'),
        ("quote: It brought gusts of 105 mph", f"quote: {'very ' * 15}105 mph", "more than 15 words"),
        ("accept: no", "accept: perhaps", '"accept" of figure'),
    ],
)
def test_words_that_the_article_does_not_have_are_refused(root: Path, old: str, new: str, error: str) -> None:
    say(root, "105 mph")
    path = root / "proposals" / "storm.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    done = accept(root)
    assert done.code == 2
    assert error in done.err
    assert not (root / "claims" / "storm.yaml").exists()


def test_proposals_of_another_version_of_the_article_are_refused(root: Path) -> None:
    say(root, "105 mph")
    (root / "storm.txt").write_text(ARTICLE + "More.\n", encoding="utf-8")
    assert '"storm.txt" has changed since these proposals were made' in accept(root).err
    (root / "storm.txt").unlink()
    assert '"storm.txt" is not in the folder of texts, the folder of the proposals' in accept(root).err
    (root / "texts").mkdir()
    (root / "texts" / "storm.txt").write_text(ARTICLE, encoding="utf-8")
    assert accept(root, "--sources", str(root / "texts")).code == 0


def test_a_file_of_another_source_gets_no_claims(root: Path) -> None:
    say(root, "105 mph")
    wire = root / "claims" / "wire.yaml"
    before = wire.read_bytes()
    assert 'has the claims of "wire", not of "storm"' in accept(root, "--draft", str(wire)).err
    (root / "claims" / "storm.yaml").write_bytes(before.replace(b'"wire"', b'"other"'))
    assert 'has the claims of "other", not of "storm"' in accept(root).err
    assert wire.read_bytes() == before


def test_claims_of_tables_count_as_there_and_keep_their_ids(root: Path) -> None:
    table = b"source,subject,attribute,value,quote\nstorm,Storm Isolde,wind speed,105 mph,It brought gusts of 105 mph\n"
    (root / "claims" / "table.csv").write_bytes(table)
    say(root, "105 mph")
    say(root, "16 people", "subject: Storm Isolde", "attribute: wind speed", "read_as: 16 mph")
    assert accept(root).out == "wrote claims/storm.yaml: 1 claim; 1 there already\n"
    assert "id: storm-isolde-wind-speed-2\n" in claims(root)


def test_a_figure_that_is_never_to_be_asked_is_not_accepted_by_its_number(root: Path) -> None:
    say(root, "105 mph", accept="never")
    assert 'figure 2 says "accept: never"' in accept(root, "--only", "2").err


# ------------------------------------------------------------------------------------------------ appending

NEW = ["- subject: S", "  value: 2"]
STYLES = [
    ("claims:\n- a: 1\n- a: 2\n", "claims:\n- a: 1\n- a: 2\n- subject: S\n  value: 2\n"),
    ("claims:\n  - a: 1\n\n  - a: 2", "claims:\n  - a: 1\n\n  - a: 2\n\n  - subject: S\n    value: 2\n"),
    ("claims:\nsource: s\n", "claims:\n  - subject: S\n    value: 2\n\nsource: s\n"),
    (
        "claims:\n  - a: 1\n# who says so\nsource: s\n",
        "claims:\n  - a: 1\n\n  - subject: S\n    value: 2\n\n# who says so\nsource: s\n",
    ),
    ("claims:\r\n- a: 1\r\n", "claims:\r\n- a: 1\r\n\r\n- subject: S\r\n  value: 2\r\n"),
    ("\ufeffclaims: \n", "\ufeffclaims: \n  - subject: S\n    value: 2\n"),
]


@pytest.mark.parametrize(("old", "new"), STYLES, ids=str)
def test_claims_are_added_in_the_style_of_the_file(old: str, new: str) -> None:
    assert appended(old.encode(), "c.yaml", [NEW], []) == new.encode()


@pytest.mark.parametrize("old", ["claims: [{a: 1}]\n", "claims: []\n", "source: s\n"])
def test_a_file_without_a_list_of_entries_is_refused(old: str) -> None:
    with pytest.raises(InputError):
        appended(old.encode(), "c.yaml", [NEW], [])


@settings(deadline=None)
@given(st.text(st.sampled_from("ab#:-\n '\""), max_size=12))
def test_what_stands_in_a_file_is_never_changed(tail: str) -> None:
    old = f"source: s\nclaims:\n  - a: 1{tail}".encode()
    try:
        made = appended(old, "c.yaml", [NEW], [])
    except InputError:
        return
    assert made.startswith(old)
