"""The rules that only this newsroom has."""

from __future__ import annotations

from pathlib import Path

import pytest

from factories import Entry, c, findings, workspace

RULES = Path(__file__).resolve().parent.parent / "rules"
HOLDER = "holder: {kind: names, over_time: changes}"


def holder(source: str, person: str, *, office: str = "president of Colombia", when: str = "2024") -> Entry:
    return c(source, office, "holder", person, when=when)


@pytest.mark.parametrize(
    ("claims", "told"),
    [
        ([holder("s", "Gustavo Petro"), holder("t", "Iván Duque")], ["contradiction"]),
        ([holder("s", "Petro"), holder("t", "Duque", when="2024-05")], ["contradiction"]),
        ([holder("s", "Petro", when="2023/2024"), holder("t", "Duque", when="2022/2023")], ["tension"]),
        ([holder("s", "Petro"), holder("t", "Duque", when="2020")], ["superseded"]),
        ([holder("s", "Petro"), holder("t", "Petro")], []),
        # one person with two offices at once
        ([holder("s", "Rubio", office="secretary of state"), holder("t", "Rubio", office="security adviser")], []),
        # an office that several people hold
        ([holder("s", "Moreno", office="US senator"), holder("t", "Paul", office="US senator")], []),
    ],
)
def test_an_office_has_one_holder_at_a_time(tmp_path: Path, claims: list[Entry], told: list[str]) -> None:
    rule = (RULES / "exclusive_offices.py").read_bytes()
    root = workspace(tmp_path, claims, attributes=HOLDER, files={"rules/exclusive_offices.py": rule})
    assert [finding["verdict"] for finding in findings(root)] == told
