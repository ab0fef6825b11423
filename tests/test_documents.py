"""Documents hold what their models say: text on one line, and nothing else."""

from __future__ import annotations

import pytest

from crosscheck.problems import Problems
from crosscheck.workspace.documents import ClaimDocument, ResolutionDocument, cleaned, validate
from crosscheck.yamltext import parse

PLAN = {"subject": "Plan Colombia", "attribute": "start", "value": "2000"}


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("a\n  b", "a b"),
        ("a\u2028b", "a b"),
        (" a ", "a"),
        ("a  b", "a  b"),
        ("\u00a0a", "a"),
        ("  ", None),
        ("", None),
    ],
)
def test_text_is_put_on_one_line(typed: str, made: str | None) -> None:
    found = cleaned(ClaimDocument, PLAN | {"note": typed})
    assert (found and found["note"]) == made


@pytest.mark.parametrize("value", ["a", ["a"], ["a", "b"]])
def test_a_value_is_text_or_a_list(value: object) -> None:
    found = cleaned(ClaimDocument, PLAN | {"value": value})
    assert found is not None
    assert found["value"] == (tuple(value) if isinstance(value, list) else value)


@pytest.mark.parametrize("wrong", [{"value": []}, {"value": [["a"]]}, {"valeu": "a"}, {"id": "a--b"}, {"stance": "is"}])
def test_anything_else_is_no_claim(wrong: dict[str, object]) -> None:
    assert cleaned(ClaimDocument, PLAN | wrong) is None


@pytest.mark.parametrize("day", ["2026-11-22\n", "2026-02-30", "22-11-2026"])
def test_a_day_is_one_of_the_calendar(day: str) -> None:
    assert cleaned(ResolutionDocument, {"on": day}) is None


def test_keys_that_differ_in_white_space_only_are_one_key_too_many() -> None:
    problems = Problems()
    node = parse(b"{subject: a, attribute: b, value: c, scope: {'d': e, 'd ': f}}", "claims/a.yaml")
    assert validate(ClaimDocument, node, "claims/a.yaml", problems, "the claim") is None
    assert [str(problem) for problem in problems.found] == [
        'claims/a.yaml:1:45: "scope" has two keys that differ only in the white space around them; keep one of the two'
    ]
