"""`crosscheck review --article`: what a person says to a figure lands in proposals/ID.yaml, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from browser import violations
from crosscheck.loading import Options
from crosscheck.review.article import ArticleReview
from factories import TODAY, c, run, workspace
from test_review import TOKEN, Served, serving

ATTRIBUTES = """\
ships: {kind: count}
employees: {kind: count, over_time: changes}
founding: {kind: date}
"""
KNOWN = (
    c("s", "Lund Line", "ships", "14 ships", quote="runs 14 ships"),
    c("s", "Lund Line", "employees", "860 people", when="2030"),
    c("s", "Lund Line", "founding", "1924"),
)
TEXT = "Lund Line runs 15 ships. Lund Line is proud of 7.\n\nLund Line was founded in 1924. It rained for 3 hours.\n"
FILE = "proposals/ours.yaml"
ENTRY = """\
  - number: 1
    accept: yes
    value: 15 ships
    quote: Lund Line runs 15 ships
    line: line 1
    reading: 15
    subject: Lund Line
    attribute: ships
"""


def space(root: Path, text: str = TEXT) -> Path:
    workspace(root, KNOWN, attributes=ATTRIBUTES)
    (root / "ours.txt").write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    root = space(tmp_path)
    yield from serving(root, ArticleReview(root, Options(today=TODAY), root / "ours.txt"))


def say(served: Served, page: dict[str, Any], figure: int, accept: str = "yes", **more: object) -> Any:
    body = {"version": page["version"], "figure": figure, "accept": accept, **more}
    return served.ask("POST", f"/{TOKEN}/decide", body)


def test_what_is_accepted_is_written_and_fails_as_any_accepted_figure(served: Served) -> None:
    answer = say(served, served.page(), 1, choice=1).json
    written = (served.root / FILE).read_text()
    assert ENTRY in written
    assert written.count("    accept: yes") == 1
    assert answer["written"].splitlines()[:2] == ["number: 1", "accept: yes"]
    assert answer["parts"]["headline"].startswith("1 accepted figure fails")
    assert list(answer["parts"]["cards"]) == list(answer["parts"]["marks"]) == ["1"]
    assert run(served.root, "proofread", str(served.root / "ours.txt")).code == 1


def test_undo_gives_back_the_bytes_and_the_page(served: Served) -> None:
    file = served.root / FILE
    page = served.page()
    first = say(served, page, 1, choice=1).json
    before = file.read_bytes()
    second = say(served, first, 2, "never").json
    assert file.read_bytes() != before
    third = served.undo(second["version"]).json
    assert (file.read_bytes(), third["version"], third["steps"]) == (before, first["version"], 1)
    last = served.undo(third["version"]).json
    assert not file.exists()
    assert (last["version"], last["steps"]) == (page["version"], 0)
    assert served.undo(last["version"]).status == 409


def test_undo_names_the_figure_that_it_was_of(served: Served) -> None:
    answer = say(served, served.page(), 3, "never").json
    assert (answer["figure"], served.undo(answer["version"]).json["figure"]) == (3, 3)


def test_what_changes_nothing_is_no_step(served: Served) -> None:
    answer = say(served, served.page(), 1, choice=1).json
    again = say(served, answer, 1, choice=1).json
    assert (again["version"], again["steps"]) == (answer["version"], 1)


def test_figures_that_get_other_numbers_are_told_anew(tmp_path: Path) -> None:
    promise = c("s", "Lund Line", "promise", "We will sail 14 ships next year")
    workspace(tmp_path, (promise, *KNOWN), attributes=ATTRIBUTES + "promise: {kind: quotation}\n")
    (tmp_path / "ours.txt").write_text('The promise of Lund Line: "We will sail 14 ships next year".', encoding="utf-8")
    desk = ArticleReview(tmp_path, Options(today=TODAY), tmp_path / "ours.txt")
    assert desk.page().count("<article") == 3
    answer = desk.say("none", 1, "yes", 1, None)  # the quotation takes the figures in it
    assert answer.parts is None
    assert desk.page().count("<article") == 1
    assert desk.undo(answer.version).parts is None


def test_a_file_that_a_person_edited_is_taken_back_to_its_bytes(served: Served) -> None:
    run(served.root, "propose", str(served.root / "ours.txt"))
    file = served.root / FILE
    file.write_text(file.read_text() + "# mine\n")
    before = file.read_bytes()
    answer = say(served, served.page(), 1, choice=1).json
    assert file.read_bytes() != before
    served.undo(answer["version"])
    assert file.read_bytes() == before


def test_another_item_is_chosen_or_written(served: Served) -> None:
    answer = say(served, served.page(), 2, choice=2).json
    assert "attribute: employees" in answer["written"]
    written = {"subject": " Lund  Line", "attribute": "ships", "when": "2031", "note": ""}
    answer = say(served, answer, 2, written=written).json
    assert [line for line in answer["written"].splitlines() if line.startswith(("subj", "attr", "when", "note"))] == [
        "subject: Lund Line",
        "attribute: ships",
        "when: 2031",
    ]


def test_what_is_never_to_be_asked_again_is_no_suggestion_any_more(served: Served) -> None:
    answer = say(served, served.page(), 1, "never").json
    assert answer["parts"]["headline"] == "No suggestion differs"
    ran = run(served.root, "proofread", str(served.root / "ours.txt"))
    assert 'unsupported: "15 ships": not to be proposed again' in ran.out
    again = say(served, answer, 1, "no").json
    assert again["parts"]["headline"] == "1 suggestion differs"


@pytest.mark.parametrize(
    ("body", "status", "message"),
    [
        ({"figure": 2}, 422, "Nothing was written. item: is missing: choose one of the items 1 to 2, or edit"),
        ({"figure": 2, "choice": 9}, 422, "Nothing was written. item: is missing: choose one of the items 1 to 2"),
        ({"figure": 4}, 422, "Nothing was written. item: is missing"),
        ({"figure": 2, "written": {"subject": "x"}}, 422, "Nothing was written. attribute: is missing"),
        ({"figure": 1, "written": {"subject": "x", "attribute": "founding"}}, 422, "Nothing was written. "),
        ({"figure": 1, "choice": 1, "written": {"subject": "x" * 5000, "attribute": "ships"}}, 200, ""),
        ({"figure": 99, "choice": 1}, 409, "Figure 99 is not what it was"),
        ({"figure": "1"}, 400, "Nothing was written. Not understood: figure"),
        ({"figure": 1, "accept": "perhaps"}, 400, "Nothing was written. Not understood: accept"),
        ({"figure": 1, "more": 1}, 400, "Nothing was written. Not understood: more"),
        ({"figure": 1, "choice": 1, "version": "other"}, 409, f"{FILE} has changed since this page was loaded"),
    ],
)
def test_what_says_too_little_or_is_stale_writes_nothing(
    served: Served, body: dict[str, Any], status: int, message: str
) -> None:
    answer = served.ask("POST", f"/{TOKEN}/decide", {"version": served.page()["version"], "accept": "yes", **body})
    assert (answer.status, answer.json.get("message", "").startswith(message)) == (status, True), answer.body
    assert (served.root / FILE).exists() is (status == 200)


def test_an_article_that_changed_meanwhile_is_a_conflict(served: Served) -> None:
    page = served.page()
    (served.root / "ours.txt").write_text(TEXT.replace("proud", "fond"), encoding="utf-8")
    answer = say(served, page, 1, choice=1)
    assert (answer.status, (served.root / FILE).exists()) == (409, False)
    assert "ours.txt has changed" in answer.json["message"]


def test_whoever_else_writes_to_the_file_is_noticed(served: Served) -> None:
    page = served.page()
    run(served.root, "propose", str(served.root / "ours.txt"))
    before = (served.root / FILE).read_bytes()
    assert say(served, page, 1, choice=1).status == 409
    assert served.ask("GET", f"/{TOKEN}/state?since={page['version']}").json["changes"] != []
    assert (served.root / FILE).read_bytes() == before


@pytest.mark.parametrize("name", ["ours.txt", "claims/s.yaml", "rules/attributes.yaml"])
def test_what_the_page_compares_is_watched(served: Served, name: str) -> None:
    page = served.page()
    assert served.ask("GET", f"/{TOKEN}/state?since={page['version']}").status == 200
    file = served.root / name
    file.write_text(f"{file.read_text()}\n", encoding="utf-8")
    answer = served.ask("GET", f"/{TOKEN}/state?since={page['version']}")
    assert (answer.status, answer.json["message"]) == (409, f"{name} has changed since this page was loaded.")
    page = served.page()
    assert served.ask("GET", f"/{TOKEN}/state?since={page['version']}").status == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://evil.example"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Host": "evil.example"}, 421),
    ],
)
def test_only_the_page_itself_may_write(served: Served, headers: dict[str, str], status: int) -> None:
    body = {"version": served.page()["version"], "figure": 1, "accept": "yes", "choice": 1}
    assert served.ask("POST", f"/{TOKEN}/decide", body, **headers).status == status
    assert served.ask("POST", "/other/decide", body).status == 404
    assert not (served.root / FILE).exists()


def test_hostile_text_stays_text_in_what_is_drawn_again(tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)>"
    root = space(tmp_path, f'Lund Line runs 15 ships, {evil} & "so".\n')
    desk = ArticleReview(root, Options(today=TODAY), root / "ours.txt")
    page = desk.page()
    written = {"subject": f"Lund {evil}", "attribute": "ships", "note": f'"{evil}'}
    answer = desk.say("none", 1, "yes", None, written)
    assert "<img" not in page + "".join(answer.parts["cards"].values())


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--as", "x"], "--as: is of an article"),
        (["--article", "-"], "--article: needs a file"),
        (["--article", "nothing.txt"], "nothing.txt:1:1: cannot be read"),
        (["--article", "ours.txt", "--since", "ours.txt"], "--since: is of findings"),
    ],
)
def test_wrong_input_is_told_in_one_line(tmp_path: Path, args: list[str], message: str) -> None:
    root = space(tmp_path)
    ran = run(root, "review", "--no-browser", *[str(root / arg) if arg.endswith(".txt") else arg for arg in args])
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(message)


# ------------------------------------------------------------------------------------------ in a browser


@pytest.mark.browser
def test_an_article_is_gone_through_with_the_keyboard_alone(browser: Any, served: Served) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(served.address)
    file, keys = served.root / FILE, page.keyboard

    def written(card: str, text: str) -> None:
        page.locator(f"{card} .recorded", has_text=text).wait_for()

    keys.press("j")
    keys.press("Enter")  # the suggested item
    written("#f1", "accept: yes")
    assert ENTRY in file.read_text()
    assert page.inner_text("h1").startswith("1 accepted figure fails")
    assert page.evaluate("document.activeElement.id") == "f1"
    assert page.get_attribute("#m1", "data-pairing") == "accepted"
    keys.press("j")
    keys.press("Enter")  # nothing is suggested
    page.locator("#f2 .act .refused").wait_for()
    keys.press("2")
    keys.press("Enter")  # another item
    written("#f2", "attribute: employees")
    assert "attribute: employees" in file.read_text()
    keys.press("e")  # an item of one's own
    page.fill("#f2 .edit [name=attribute]", "ships")
    keys.press("Enter")
    written("#f2", "attribute: ships")
    assert file.read_text().count("attribute: ships") == 2
    keys.press("j")
    before = file.read_bytes()
    keys.press("x")
    written("#f3", "accept: never")
    assert "accept: never" in file.read_text()
    keys.press("u")
    page.locator("#f3 .recorded").wait_for(state="detached")
    assert file.read_bytes() == before
    assert page.evaluate("document.activeElement.id") == "f3"  # where the figure is that was taken back
    keys.press("j")
    keys.press("e")
    keys.press("Escape")
    assert page.locator(".edit").count() == 0
    assert page.inner_text("#left") == "2 left to decide"
    keys.press("e")
    page.fill("#f4 .edit [name=subject]", "typed")
    page.reload()
    assert page.input_value("#f4 .edit [name=subject]") == "typed"
    keys.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert violations(page) == []
    page.click("#theme")
    assert violations(page) == []
    page.emulate_media(media="print")
    assert page.locator(".act:visible, .review:visible").count() == 0
    assert complaints == []
    context.close()
