"""Every figure of a draft article is told what others say of it; only what a person accepted can fail."""

from __future__ import annotations

import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crosscheck.articles.article import article_of
from crosscheck.articles.proofreader import around
from crosscheck.articles.proofreading import FigureStatus
from crosscheck.outputs.proofs import FORMATS
from crosscheck.readings import Context
from crosscheck.texts import text_of
from factories import TODAY, Entry, c, run, workspace
from made_documents import docx, paragraph

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))
from proofreading import INVENTED, ROOT, Counts, counted

ATTRIBUTES = """\
ships: {kind: count}
employees: {kind: count, over_time: changes}
fine: {kind: money, unit: USD}
founding: {kind: date}
revenue: {kind: money, unit: USD, over_time: per_period}
"""
KNOWN = (
    c("s", "Lund Line", "ships", "14 ships", quote="runs 14 ships"),
    c("s", "Lund Line", "employees", "860 people", when="2030"),
    c("s", "Lund Line", "fine", "$5 million", quote="a fine of $5 million"),
    c("s", "Lund Line", "founding", "1924"),
    c("s", "Lund Line", "revenue", "$158 million", when="2029"),
)


def space(root: Path, *claims: Entry, **keys: Any) -> Path:
    return workspace(root, claims or KNOWN, attributes=ATTRIBUTES, **keys)


def draft(root: Path, text: str, name: str = "ours.txt") -> str:
    (root / name).write_text(text, encoding="utf-8")
    return str(root / name)


def proposals(root: Path, *figures: str, name: str = "ours") -> None:
    (root / "proposals").mkdir(exist_ok=True)
    head = f"proposals: {{source: {name}, article: {name}.txt, sha256: {'0' * 64}}}\nfigures:\n"
    entries = "".join(f'  - {{number: "{number}", {keys}}}\n' for number, keys in enumerate(figures, 1))
    (root / "proposals" / f"{name}.yaml").write_text(head + entries, encoding="utf-8")


SHIPS = "accept: yes, value: 15 ships, quote: Lund Line runs 15 ships, subject: Lund Line, attribute: ships"


def document(root: Path, *args: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(run(root, "proofread", "--format", "json", "--today", TODAY, *args).out)
    return made


def figures(root: Path, text: str, *args: str) -> list[tuple[str, str, str]]:
    found = document(root, draft(root, text), *args)["figures"]
    return [(one["value"], one["status"], one["pairing"]) for one in found]


# ----------------------------------------------------------------------------------------------------------- statuses


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Lund Line runs 14 ships.", ("14 ships", "agrees", "suggested")),
        ("Lund Line runs 15 ships.", ("15 ships", "differs", "suggested")),
        ("Lund Line runs at least 12 ships.", ("at least 12 ships", "unsupported", "suggested")),
        ("Lund Line runs more than 20 ships.", ("more than 20 ships", "differs", "suggested")),
        ("Lund Line was founded in 1942.", ("1942", "differs", "suggested")),
        ("Lund Line, it rained for 15 hours.", ("15 hours", "unsupported", "none")),
        ("It met on 4 March.", ("4 March", "not read", "none")),
        ("Lund Line employs 900 people.", ("900 people", "differs", "suggested")),
    ],
)
def test_what_a_figure_is_told(tmp_path: Path, text: str, figure: tuple[str, str, str]) -> None:
    (found,) = figures(space(tmp_path), text)
    assert found == figure


@pytest.mark.parametrize(
    ("value", "status", "when"),
    [("910 people", "agrees", "2032"), ("860 people", "differs", None), ("915 people", "differs", None)],
)
def test_a_figure_without_a_time_is_held_to_the_last_one(
    value: str, status: str, when: str | None, tmp_path: Path
) -> None:
    later = c("t", "Lund Line", "employees", "910 people", when="2032")
    root = space(tmp_path, *KNOWN, later)
    (figure,) = document(root, draft(root, f"Lund Line has {value} as employees."))["figures"]
    assert (figure["status"], figure["when"]) == (status, when)


def test_a_figure_with_a_later_time_in_its_sentence_is_newer_and_the_time_is_called_a_guess(tmp_path: Path) -> None:
    path = draft(space(tmp_path), "In 2032 Lund Line employs 900 people.")
    _, figure = document(tmp_path, path)["figures"]
    assert (figure["status"], figure["when"]) == ("newer?", "2032")
    assert figure["message"].endswith('(if it is for "2032")')


def test_an_earlier_time_in_the_sentence_hides_no_difference(tmp_path: Path) -> None:
    assert ("900 people", "differs", "suggested") in figures(
        space(tmp_path), "Lund Line, known since 1999, employs 900 people."
    )


def test_a_figure_of_a_period_is_compared_with_those_of_the_period_in_its_sentence(tmp_path: Path) -> None:
    root = space(tmp_path)
    told = figures(root, "The revenue of Lund Line was $114 million in 2029.")
    assert told[0] == ("$114 million", "differs", "suggested")


@pytest.mark.parametrize(
    ("text", "status", "time"),
    [
        ("The revenue of Lund Line is $114 million.", "differs", "2029"),
        ("The revenue of Lund Line is $158 million.", "agrees", "2029"),
        ("The revenue of Lund Line was $114 million in 2031.", "unsupported", None),
    ],
)
def test_a_figure_without_a_time_is_compared_as_one_of_a_time_that_others_have(
    tmp_path: Path, text: str, status: str, time: str | None
) -> None:
    figure = document(tmp_path, draft(space(tmp_path), text))["figures"][0]
    assert (figure["status"], figure["pairing"], figure["when"]) == (status, "suggested", time)
    assert figure["message"].endswith('(if it is for "2029")') is (time is not None)


def test_a_figure_that_is_not_read_says_why_and_no_year_is_chosen(tmp_path: Path) -> None:
    (figure,) = document(tmp_path, draft(space(tmp_path), "Lund Line was founded on 4 March."))["figures"]
    assert (figure["status"], figure["reading"], figure["when"]) == ("not read", None, None)
    assert "has no year" in figure["message"]


def test_a_figure_below_the_gate_has_no_item_and_says_what_it_would_be(tmp_path: Path) -> None:
    (figure,) = document(tmp_path, draft(space(tmp_path), "Lund Line is proud of 41."))["figures"]
    assert (figure["status"], figure["pairing"], figure["subject"], figure["others"]) == (
        "unsupported",
        "none",
        None,
        [],
    )
    assert figure["message"].startswith('"41": if it is Lund Line / ships: conflicts with "14 ships"')
    assert [choice["attribute"] for choice in figure["choices"]] == ["ships", "employees"]


@pytest.mark.parametrize("text", ["Lund Line is proud of 15.", "Lund Line has sold 15 ships."])
def test_an_item_is_named_only_where_the_words_or_the_digits_point_to_it(tmp_path: Path, text: str) -> None:
    (figure,) = document(tmp_path, draft(space(tmp_path), text))["figures"]
    is_told = "ships" in text
    assert figure["pairing"] == "none"
    assert ("if it is Lund Line / ships" in figure["message"]) is is_told
    assert is_told or figure["message"] == '"15": no item is clear'


def test_a_figure_of_another_thing_is_told_to_differ_from_no_item_but_may_be_accepted_for_one(tmp_path: Path) -> None:
    text = "Lund Line grew. Beck Line runs 41 ships."
    (figure,) = document(tmp_path, draft(space(tmp_path), text))["figures"]
    assert (figure["status"], figure["pairing"]) == ("unsupported", "none")
    assert figure["message"] == '"41 ships": no item is clear'
    assert "ships" in [choice["attribute"] for choice in figure["choices"]]


BOUNDS = ["14 ships", "at least 14 ships", "up to 14 ships", "more than 14 ships", "fewer than 14 ships", "15 ships"]


@pytest.mark.parametrize("accept", ["no", "yes"])
def test_different_bounds_never_agree(tmp_path: Path, accept: str) -> None:
    for known in BOUNDS:
        root = tmp_path / known.replace(" ", "-")
        root.mkdir()
        space(root, c("s", "Lund Line", "ships", known, quote=f"Lund Line runs {known}"))
        text = "\n\n".join(f"Lund Line runs {said}." for said in BOUNDS)
        keys = "accept: {}, value: {}, quote: Lund Line runs {}, subject: Lund Line, attribute: ships"
        proposals(root, *(keys.format(accept, said, said) for said in BOUNDS))
        for value, status, _ in figures(root, text):
            assert status != "agrees" or value == known, (known, value)


# ----------------------------------------------------------------------------------------------------------- accepted


def test_suggestions_never_change_the_exit_code(tmp_path: Path) -> None:
    path = draft(space(tmp_path), "Lund Line runs 15 ships.")
    ran = run(tmp_path, "proofread", path, "--today", TODAY)
    assert ran.code == 0
    assert "differs, suggested" in ran.out
    proposals(tmp_path, SHIPS.replace("accept: yes", "accept: no"))
    assert run(tmp_path, "proofread", path, "--today", TODAY) == ran


def test_an_accepted_figure_fails_as_the_check_of_a_draft_does(tmp_path: Path) -> None:
    root = space(tmp_path)
    path = draft(root, "Lund Line runs 15 ships.")
    proposals(root, SHIPS)
    ran = run(root, "proofread", path)
    assert ran.code == 1
    assert "ours.txt:1:16: differs, accepted: Lund Line / ships is" in ran.out
    for fail_on, code in (("contradiction", 1), ("none", 0)):
        assert run(root, "proofread", path, "--fail-on", fail_on).code == code
    claim = "source: ours\nclaims: [{subject: Lund Line, attribute: ships, value: 15 ships}]\n"
    (root / "draft.yaml").write_text(claim, encoding="utf-8")
    checked = json.loads(run(root, "check", "--draft", str(root / "draft.yaml"), "--format", "json").out)["draft"]
    (figure,) = document(root, path)["figures"]
    assert figure["findings"] == checked[0]["findings"] != []
    assert (figure["message"], figure["fails"]) == (checked[0]["message"], checked[0]["fails"])


def test_an_accepted_figure_keeps_its_item_as_long_as_its_words_stand(tmp_path: Path) -> None:
    root = space(tmp_path)
    proposals(root, SHIPS, SHIPS.replace("15", "16"))
    told = figures(root, "A new first paragraph.\n\nLund Line runs 15 ships. Once it had 3 ships.")
    assert told[0] == ("15 ships", "differs", "accepted")
    assert told[1][2] != "accepted"
    ran = run(root, "proofread", draft(root, "Lund Line runs 14 ships."))
    assert (ran.code, "agrees, suggested" in ran.out) == (0, True)
    assert ran.err.count("is no longer in the text") == 2
    assert 'note: proposals/ours.yaml:3:5: "Lund Line runs 15 ships" is no longer' in ran.err


def test_claims_of_the_draft_that_are_curated_already_are_accepted(tmp_path: Path) -> None:
    ours = c("ours", "Lund Line", "ships", "15 ships", quote="Lund Line runs 15 ships")
    root = space(tmp_path, *KNOWN, ours)
    proposals(root, SHIPS)  # the same, once more
    assert figures(root, "Lund Line runs 15 ships.") == [("15 ships", "differs", "accepted")]
    assert figures(root, "Lund Line runs 14 ships.") == [("14 ships", "agrees", "suggested")]
    assert figures(root, "Lund Line runs 15 ships.", "--as", "other") == [("15 ships", "differs", "suggested")]


def test_a_choice_is_accepted_by_its_number_and_words_that_are_not_spotted_have_a_line(tmp_path: Path) -> None:
    root = space(tmp_path, *KNOWN)
    choice = "choice: 2, choices: [{subject: A, attribute: ships}, {subject: Lund Line, attribute: ships}]"
    proposals(root, f"accept: yes, value: a handful, read_as: 5 ships, quote: has a handful of ships, {choice}")
    assert figures(root, "Lund Line has a handful of ships.") == [("a handful", "differs", "accepted")]


def test_an_accepted_figure_without_an_item_is_told_of(tmp_path: Path) -> None:
    root = space(tmp_path)
    proposals(root, "accept: yes, value: 15 ships, quote: runs 15 ships")
    ran = run(root, "proofread", draft(root, "Lund Line runs 15 ships."))
    assert ran.code == 0
    assert "figure 1 is accepted but has neither" in ran.err


def test_nothing_is_written_and_check_does_not_see_proposals(tmp_path: Path) -> None:
    root = space(tmp_path)
    path = draft(root, "Lund Line runs 15 ships.")
    before = run(root, "check", "--format", "json", "--today", TODAY)
    proposals(root, SHIPS)
    files = sorted(one for one in root.rglob("*"))
    for format in FORMATS:
        run(root, "proofread", path, "--format", format)
    assert sorted(root.rglob("*")) == files
    assert run(root, "check", "--format", "json", "--today", TODAY) == before


# -------------------------------------------------------------------------------------------------------------- input


@pytest.mark.parametrize(
    ("name", "data", "where"),
    [
        ("a.txt", b"One.\n\nLund Line runs 15 ships.", "a.txt:3:16"),
        ("a.md", b"# One\n\nLund Line runs **15 ships**.", "a.md:3:18"),
        ("a.html", b"<p>One.</p>\n<p>Lund Line runs 15 ships.</p>", "a.html:2:19"),
        ("a.docx", docx(paragraph("One.") + paragraph("Lund Line runs 15 ships.")), "a.docx: paragraph 2"),
    ],
)
def test_every_format_of_document_has_places(tmp_path: Path, name: str, data: bytes, where: str) -> None:
    (space(tmp_path) / name).write_bytes(data)
    ran = run(tmp_path, "proofread", str(tmp_path / name))
    assert ran.out.startswith(f"{where}: differs, suggested: Lund Line / ships is")


def test_standard_input_is_a_draft(tmp_path: Path) -> None:
    ran = run(space(tmp_path), "proofread", "-", stdin="Lund Line runs 15 ships.")
    assert ran.out.startswith("-:1:16: differs, suggested")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["nothing.txt"], "nothing.txt:1:1: cannot be read: No such file or directory"),
        (["ours.txt", "--as", "../x"], '--as: "../x" is not an id'),
        (["ours.txt", "--published", "soon"], '--published: "soon" cannot be read as a date'),
    ],
)
def test_wrong_input_is_told_in_one_line(tmp_path: Path, args: list[str], message: str) -> None:
    root = space(tmp_path)
    draft(root, "Lund Line runs 15 ships.")
    ran = run(root, "proofread", str(root / args[0]), *args[1:])
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(message)


def test_a_broken_file_of_proposals_is_wrong_input(tmp_path: Path) -> None:
    root = space(tmp_path)
    proposals(root, "accept: maybe, value: 15, quote: 15")
    ran = run(root, "proofread", draft(root, "Lund Line runs 15 ships."), "--format", "json")
    assert ran.code == 2
    assert json.loads(ran.out)["problems"][0]["file"] == "proposals/ours.yaml"


def test_an_accepted_value_that_cannot_be_read_is_wrong_input(tmp_path: Path) -> None:
    root = space(tmp_path)
    proposals(root, "accept: yes, value: some, quote: some ships, subject: Lund Line, attribute: fine")
    ran = run(root, "proofread", draft(root, "It has some ships."))
    assert ran.code == 2
    assert ran.err.startswith('proposals/ours.yaml:3:5: value "some"')


def test_published_dates_the_days_of_the_week(tmp_path: Path) -> None:
    root = space(tmp_path)
    assert figures(root, "It met on Tuesday.") == [("Tuesday", "not read", "none")]
    assert figures(root, "It met on Tuesday.", "--published", "2031-03-06") == [("Tuesday", "unsupported", "none")]


def test_tables_give_the_same_as_files(tmp_path: Path) -> None:
    text = "Lund Line runs 15 ships. It was founded in 1924 and employs 900 people."
    (tmp_path / "files").mkdir()
    table = "source,subject,attribute,value,quote,when\n" + "".join(
        f"s,{one.keys['subject']},{one.keys['attribute']},{one.keys['value']},"
        f"{one.keys.get('quote', '')},{one.keys.get('when', '')}\n"
        for one in KNOWN
    )
    root = workspace(tmp_path / "table", {"s.csv": table}, attributes=ATTRIBUTES)
    of_files = space(tmp_path / "files")
    for each in (of_files, root):
        proposals(each, SHIPS)
    told, of_table = (document(each, draft(each, text))["figures"] for each in (of_files, root))
    for figure in (*told, *of_table):
        for other in figure["others"]:
            for key in ("file", "line", "column", "claim"):
                del other[key]
    assert told == of_table
    assert [figure["pairing"] for figure in told] == ["accepted", "suggested", "suggested"]


TABLE = "source,subject,attribute,value,when\ns,Lund Line,ships,14,\n"
LEFT = "note: 1 claim of tables was not read, because the text is not about its item; `crosscheck check` reads all\n"


@pytest.mark.parametrize("command", ["proofread", "propose"])
def test_of_tables_only_the_items_that_a_text_may_speak_of_are_read(tmp_path: Path, command: str) -> None:
    root = workspace(tmp_path, {"s.csv": f"{TABLE}s,Quay Nine,ships,hardly any,\n"}, attributes=ATTRIBUTES)
    output = ["--output", "-"] if command == "propose" else []
    ran = run(root, command, draft(root, "Lund Line runs 15 ships."), *output)
    assert (ran.code, ran.err.replace("note: no date", "")) == (0, LEFT)
    assert "15 ships" in ran.out
    assert "hardly any" in run(root, "check").err
    assert run(root, command, draft(root, "Lund Line runs 15 ships."), *output, "--quiet").err == ""


@pytest.mark.parametrize(
    ("files", "why"),
    [
        pytest.param({"s.csv": f"{TABLE}t,Lund Line,ships,hardly any,\n"}, "hardly any", id="of an item in the text"),
        pytest.param({"s.csv": TABLE, "t.yaml": ("Quay Nine", "hardly any")}, "hardly any", id="of a file"),
        pytest.param({"s.csv": f"{TABLE}t,Quay Nine,ships,7,some day\n"}, "some day", id="a time"),
        pytest.param({"s.csv": f'{TABLE}t,Quay Nine,ships,"  ",\n'}, "s.csv:3", id="blank"),
        pytest.param({"s.csv": f"{TABLE}t,Quay Nine,crew,hardly any,\n"}, "no kind", id="of an undeclared attribute"),
        pytest.param(
            {"s.csv": f'{TABLE}t,Quay Nine,ships,"1,234",\nt,Quay Ten,ships,1.234.567,\n'}, "commas", id="two signs"
        ),
        pytest.param(
            {"s.csv": f"{TABLE}t,Quay Nine,founding,31/01/1990,\nt,Quay Ten,founding,01/31/1990,\n"},
            "month first",
            id="two orders of dates",
        ),
        pytest.param(
            {"s.csv": f"{TABLE}s,Lund Line,size,5 km,\nt,Lund Line,size,5 kg,\n"},
            "write read_as in one of them",
            id="two axes",
        ),
    ],
)
def test_what_is_wrong_with_claims_that_may_matter_is_an_error(tmp_path: Path, files: Any, why: str) -> None:
    claims = {
        name: content
        if isinstance(content, str)
        else f"source: t\nclaims:\n  - {{subject: {content[0]}, attribute: ships, value: {content[1]}}}\n"
        for name, content in files.items()
    }
    root = workspace(tmp_path, claims, attributes=f"{ATTRIBUTES}size: {{kind: quantity}}\n")
    ran = run(root, "proofread", draft(root, "Lund Line runs 15 ships."))
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err
    # The same as of a whole check.
    assert set(ran.err.splitlines()[:1]) <= set(run(root, "check").err.splitlines())


def test_what_cannot_be_read_in_tables_is_left_out_if_settings_say_so(tmp_path: Path) -> None:
    table = f"{TABLE}t,Lund Line,ships,hardly any,\n"
    settings = '[tables]\nunreadable = "warn"\n'
    root = workspace(tmp_path, {"s.csv": table}, attributes=ATTRIBUTES, settings=settings)
    assert figures(root, "Lund Line runs 14 ships.") == [("14 ships", "agrees", "suggested")]


def test_rules_of_a_workspace_see_all_claims_once_a_figure_is_accepted(tmp_path: Path) -> None:
    table = f"{TABLE}t,Quay Nine,ships,hardly any,\n"
    rule = (ROOT / "examples" / "bridge" / "rules" / "forecast_without_speaker.py").read_text(encoding="utf-8")
    root = workspace(tmp_path, {"s.csv": table}, attributes=ATTRIBUTES, files={"rules/forecast.py": rule})
    text = draft(root, "Lund Line runs 15 ships.")
    assert run(root, "proofread", text).code == 0
    proposals(root, SHIPS)
    ran = run(root, "proofread", text)
    assert (ran.code, "hardly any" in ran.err) == (2, True)
    assert run(root, "proofread", text, "--no-rules").code == 1


# ------------------------------------------------------------------------------------------------------------ formats

HOSTILE = (
    "Lund Line runs 15 ships. ::error::@all <img src=x onerror=1> [a](javascript:1) ##[error] \x1b[31m 12 dogs | #3 ."
)


@pytest.mark.parametrize("format", FORMATS)
def test_hostile_text_breaks_no_format(tmp_path: Path, format: str) -> None:
    evil = c("s", "Lund Line\x1b[1m `x` <b>", "ships", "14 ships", quote="runs 14 ships")
    root = space(tmp_path, evil)
    proposals(root, SHIPS)
    made = run(root, "proofread", draft(root, HOSTILE), "--format", format).out
    if format == "html":
        return
    assert "\x1b" not in made
    assert "##[" not in made
    if format == "markdown":
        live = re.sub(r"\\.", "", made)
        assert not any(sign in live for sign in ("<", "@all", "[a](", "\n#3", "`"))
    if format == "github":
        assert all(line.startswith(("::notice ", "::warning ", "::error ")) for line in made.splitlines())
    if format == "text":
        assert not any(line.startswith("::") for line in made.splitlines())


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_input_gives_the_same_bytes(tmp_path: Path, format: str) -> None:
    text = "Lund Line runs 15 ships. It was founded in 1924. It employs 900 people and paid a fine of $6 million."
    made = set()
    for number, claims in enumerate((KNOWN, KNOWN[::-1])):
        root = tmp_path / str(number)
        root.mkdir()
        space(root, *claims)
        proposals(root, SHIPS)
        ran = run(root, "proofread", draft(root, text), "--format", format)
        made.add(ran.out if format == "text" else "same" if format in ("json", "html") else ran.out)
        assert str(tmp_path) not in ran.out
    assert len(made) == 1


def test_only_prints_a_part_and_fails_all_the_same(tmp_path: Path) -> None:
    root = space(tmp_path)
    proposals(root, SHIPS)
    path = draft(root, "Lund Line runs 15 ships. Lund Line was founded in 1942. It rained for 3 hours.")
    for only, count in (("failing", 1), ("differing", 2)):
        ran = run(root, "proofread", path, "--only", only, "--format", "json")
        made = json.loads(ran.out)
        assert (ran.code, len(made["figures"])) == (1, count)


@pytest.mark.parametrize(
    ("text", "is_accepted", "headline", "counts"),
    [
        ("Nothing here.", False, "no figure or date", "no figures"),
        ("It rained for 3 hours.", False, "no figure was compared", "1 figure: 1 without an item (unsupported)"),
        ("Lund Line runs 14 ships.", False, "no suggestion differs", "1 figure: 1 suggested (agrees)"),
        ("Lund Line runs 15 ships.", False, "1 suggestion differs", "1 figure: 1 suggested (differs)"),
        ("Lund Line runs 15 ships.", True, "1 accepted figure fails", "1 figure: 1 accepted (differs)"),
        (
            "Lund Line runs 15 ships. In 2032 Lund Line employs 900 people.",
            True,
            "1 accepted figure fails; 1 suggestion may be newer",
            "3 figures: 1 accepted (differs), 1 suggested (newer?), 1 without an item (unsupported)",
        ),
        (
            "Lund Line runs 16 ships.\n\nLund Line was founded in 1942. It rained for 3 hours, 4 hours.",
            False,
            "2 suggestions differ",
            "4 figures: 2 suggested (all differ), 2 without an item (all unsupported)",
        ),
    ],
)
def test_the_first_words_say_what_fails_and_what_is_only_suggested(
    tmp_path: Path, text: str, is_accepted: bool, headline: str, counts: str
) -> None:
    root = space(tmp_path)
    if is_accepted:
        proposals(root, SHIPS)
    path = draft(root, text)
    markdown, told = (run(root, "proofread", path, "--format", format).out for format in ("markdown", "text"))
    assert markdown.partition("\n")[0] == f"## crosscheck: {headline} in ours.txt"
    assert told.splitlines()[-1].partition("; ")[0] == counts


def test_annotations_of_suggestions_are_notices_and_the_most_urgent_come_first(tmp_path: Path) -> None:
    root = space(tmp_path)
    proposals(root, SHIPS)
    text = "Lund Line was founded in 1924.\n\nLund Line was founded in 1942.\n\nLund Line runs 15 ships."
    made = run(root, "proofread", draft(root, text), "--format", "github").out.splitlines()
    assert [line.split(" ")[0] for line in made] == ["::error", "::notice", "::notice"]
    assert [line.split("line=")[1].split(",")[0] for line in made] == ["5", "3", "1"]


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from(["a", "ship,", "“so", "said”", "in", "—", "Lund", "x\n"]), max_size=40), st.integers(0, 40)
)
def test_no_more_words_than_a_quote_may_have_are_shown(words: list[str], at: int) -> None:
    shown = " ".join([*words[:at], "15", "ships", *words[at:]])
    article = article_of(text_of(shown.encode(), "a.txt"), Context())
    for span in article.spans:
        before, after = around(article, span)
        whole = f"{before}{span.text}{after}"
        assert len(whole.split()) <= max(15, len(span.text.split()))
        assert " ".join(whole.split()) in " ".join(shown.split())


# ----------------------------------------------------------------------------------------------------- planted errors


@cache
def _counted(root: Path) -> Counts:
    return counted(root)


@pytest.mark.parametrize("root", INVENTED, ids=lambda root: root.name)
def test_planted_errors_are_shown_and_fail_once_they_are_accepted(root: Path) -> None:
    counts = _counted(root)
    assert counts.shown >= (0.95 if root.name == "averil" else 0.85) * counts.wrong
    assert counts.told >= (0.9 if root.name == "averil" else 0.6) * counts.wrong
    assert counts.alarms == 0
    assert counts.agreeing >= 0.5 * counts.wrong
    assert counts.corrected_alarms == 0
    assert counts.right_flagged == 0
    # What is of a period fails only once somebody says of which.
    assert counts.failing + counts.newer >= counts.accepted - 2


def test_statuses_are_the_five_words() -> None:
    assert [status.value for status in FigureStatus] == ["differs", "newer?", "unsupported", "not read", "agrees"]
