"""Options of rules: what crosscheck.toml sets is what a rule uses, and what it cannot set is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from crosscheck.options import decimal
from crosscheck.rules import shipped
from factories import c, document, findings, problems, run, workspace

QUOTED = [
    c("s", "Chávez", "said", "he better wise up or he will be next", said_by="Trump"),
    c("t", "Chávez", "said", "he better wise up now or he will be next", said_by="Trump"),
]
LIKE = [c("s", "Plan Irak", "cost", "$1"), c("t", "Plan Iraq", "cost", "$2")]
ATTRIBUTES = "said: {kind: quotation}\ncost: {kind: money, unit: USD}\n"
OWN = '''"""A price is too high.

## What it flags

Prices above a limit.
"""

from crosscheck.rules.api import Option, Rule, remark

RULE = Rule("XC950", "too-high", "0.1", (Option("limit", 100, 1, 1000, "the highest price that is not flagged"),))


def check(item, policy):
    row = item.rows[0]
    if row.stated.low > policy.option(RULE, "limit"):
        yield remark(RULE, item, "Too high.", row.claim.id, (row,))
'''
PRICES = [c(source, f"Bread {n}", "cost", f"${n}") for n in (50, 150, 250) for source in "st"]


def codes(root: Path) -> list[str]:
    return [found["code"] for found in findings(root)]


@pytest.mark.parametrize(("setting", "found"), [("", ["XC403"]), ("alike = 0.95", []), ("alike = 0.8", ["XC403"])])
def test_how_much_alike_two_quotations_are_is_an_option(setting: str, found: list[str], tmp_path: Path) -> None:
    for rule in ("XC403", "quotation-conflict"):
        root = workspace(tmp_path / rule, QUOTED, attributes=ATTRIBUTES, settings=f"[rules.{rule}]\n{setting}\n")
        assert codes(root) == found


@pytest.mark.parametrize(("letters", "found"), [(3, ["XC904"]), (4, ["XC904"]), (5, [])])
def test_how_long_words_are_that_may_be_a_slip_apart_is_an_option(
    letters: int, found: list[str], tmp_path: Path
) -> None:
    root = workspace(tmp_path, LIKE, attributes=ATTRIBUTES, settings=f"[rules.XC904]\nletters = {letters}\n")
    assert codes(root) == found


def test_a_rule_of_the_workspace_has_options_too(tmp_path: Path) -> None:
    root = workspace(tmp_path, PRICES, attributes=ATTRIBUTES, files={"rules/high.py": OWN})
    assert codes(root) == ["XC950"] * 2
    (root / "crosscheck.toml").write_text("[rules.too-high]\nlimit = 200\n")
    assert codes(root) == ["XC950"]
    assert "- `limit` (100; 200 here; a whole number from 1 to 1000): the highest" in run(root, "rule", "XC950").out
    assert run(root, "report").code == 0
    assert "XC950 limit = 200" in (root / "reports/index.html").read_text()


def test_a_rule_that_replaces_one_has_its_own_options_only(tmp_path: Path) -> None:
    files = {"rules/high.py": OWN.replace("XC950", "XC403")}
    root = workspace(tmp_path, PRICES, attributes=ATTRIBUTES, files=files, settings="[rules.XC403]\nalike = 0.9\n")
    assert problems(root) == ['crosscheck.toml:2:1: rule XC403 has no option "alike"; known: limit']


SOME = "rules with options: XC403 quotation-conflict, XC903 close-name, XC904 close-item"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ("[rules.XC40]\nalike = 0.9", f'1:8: [rules] names no rule: "XC40" (did you mean "XC401"?); {SOME}'),
        (
            "[rules.quotations-conflict]",
            f'1:8: [rules] names no rule: "quotations-conflict" (did you mean "quotation-conflict"?); {SOME}',
        ),
        (
            "[rules.XC903]\nletter = 6",
            '2:1: rule XC903 has no option "letter" (did you mean "letters"?); known: letters',
        ),
        ("[rules.XC101]\nletters = 6", '2:1: rule XC101 has no option "letters"; known: none'),
        ("[rules.XC903]\nletters = 2", '2:1: "letters" of XC903 is "2"; accepted: a whole number from 3 to 30'),
        ("[rules.XC903]\nletters = 6.5", '2:1: "letters" of XC903 is "6.5"; accepted: a whole number from 3 to 30'),
        ("[rules.XC403]\n\nalike = 1.01", '3:1: "alike" of XC403 is "1.01"; accepted: a number from 0.5 to 1'),
        ("[rules.XC403]\nalike = nan", '2:1: "alike" of XC403 is "nan"; accepted: a number from 0.5 to 1'),
        (
            f"[rules.XC903]\nletters = {10**400}",
            f'2:1: "letters" of XC903 is "1{"0" * 58}…"; accepted: a whole number from 3 to 30',
        ),
        ("[rules.XC403]\nalike = true", '2:1: "alike" of XC403 is "true"; accepted: a number from 0.5 to 1'),
        ('[rules]\nXC403 = {alike = "0.9"}', None),
        ("[rules.XC403.alike]\na = 1", '1:8: "alike" of XC403 is a table; accepted: a number from 0.5 to 1'),
        (
            "[rules.XC903]\nletters = 6\n[rules.XC904]\nletters = 2",
            '4:1: "letters" of XC904 is "2"; accepted: a whole number from 3 to 30',
        ),
        (
            "[rules.XC403]\nalike = 0.9\n[rules.quotation-conflict]\nalike = 0.7",
            '4:1: "alike" of XC403 is set twice, by code and by name; keep one of the two',
        ),
        ('disable = ["XC40"]', '1:13: "disable" names no rule: "XC40" (did you mean "XC401"?)'),
        (
            'stale = "warn"\ndisable = [\n  "XC904",  # noise\n  "clos-name", "XC903"]',
            '4:4: "disable" names no rule: "clos-name" (did you mean "close-name"?)',
        ),
        ('disable = ["disable"]', '1:13: "disable" names no rule: "disable"'),
        ('disable = ["\\u0058X1"]', '1:1: "disable" names no rule: "XX1"'),
        ("rules = 3", '1:1: "rules" is "3"; accepted: options of a rule, [rules.XC403]'),
        ("rules = {XC904 = 3}", '1:10: "XC904" is "3"; accepted: options of a rule, [rules.XC403]'),
    ],
)
def test_what_cannot_be_set_is_told_with_its_place(settings: str, told: str | None, tmp_path: Path) -> None:
    root = workspace(tmp_path, LIKE, attributes=ATTRIBUTES, settings=f"{settings}\n")
    told = told or '2:10: "alike" of XC403 is "0.9"; accepted: a number from 0.5 to 1'
    assert problems(root) == [f"crosscheck.toml:{told}"]


@pytest.mark.parametrize(
    "option",
    [
        'Option("limit", 0, 1, 1000, "x")',
        'Option("a limit", 1, 1, 2, "x")',
        'Option("limit", 1, 1, 2, " ")',
        'Option("limit", 1, 1, 2, "x\\\\ny")',
        '"limit"',
    ],
)
def test_a_rule_whose_option_is_none_is_refused(option: str, tmp_path: Path) -> None:
    own = OWN.replace(
        'Option("limit", 100, 1, 1000, "the highest price that is not flagged")', option.replace("\\\\", "\\")
    )
    (told,) = problems(workspace(tmp_path, PRICES, attributes=ATTRIBUTES, files={"rules/high.py": own}))
    assert told.endswith("lacks options with a name, a default between least and most, and a meaning of one line")


def test_a_disabled_rule_may_have_options(tmp_path: Path) -> None:
    settings = 'disable = ["XC403"]\n[rules.XC403]\nalike = 0.6\n'
    assert codes(workspace(tmp_path, QUOTED, attributes=ATTRIBUTES, settings=settings)) == []


def test_defaults_change_nothing(tmp_path: Path) -> None:
    lines = [
        f"[rules.{rule.rule.code}]\n" + "".join(f"{o.name} = {decimal(o.default)}\n" for o in rule.rule.options)
        for rule in shipped()
        if rule.rule.options
    ]
    assert len(lines) == 3
    claims = [*QUOTED, *LIKE]
    before = document(workspace(tmp_path / "a", claims, attributes=ATTRIBUTES))
    assert document(workspace(tmp_path / "b", claims, attributes=ATTRIBUTES, settings="".join(lines))) == before
