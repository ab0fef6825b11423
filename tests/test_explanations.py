"""What could explain a difference: offered only if the numbers prove it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factories import c, finding, workspace
from items import claim, findings


@pytest.mark.parametrize(
    ("kind", "unit", "one", "other", "told"),
    [
        ("date", None, "5 March 2024", "5 March 2025", "one year off: 2024 against 2025, and else the same"),
        ("date", None, "1999", "2000", "one year off: 1999 against 2000, and else the same"),
        ("date", None, "5 October 2025", "10 May 2025", "day and month swapped: 10/5 against 5/10"),
        (
            "quantity",
            "kg",
            "500 short tons",
            "500 metric tons",
            "short tons against metric tons: the two differ by 1.10231",
        ),
        ("quantity", "ha", "625 acres", "625 hectares", "acres against hectares: the two differ by 2.47105"),
        ("quantity", "km", "120 miles", "120 km", "miles against kilometres: the two differ by 1.60934"),
        ("money", "USD", "$1.5 billion", "$15 billion", "a factor of 10: the two differ by 10"),
        ("count", None, "12", "12,000", "a factor of 1,000: the two differ by 1,000"),
        ("count", None, "1,324", "1,234", "two digits swapped: 1234 against 1324"),
        ("date", None, "1978", "1987", "two digits swapped: 1978 against 1987"),
    ],
)
def test_explained(kind: str, unit: str | None, one: str, other: str, told: str) -> None:
    (finding,) = findings(claim("a", one), claim("b", other), kind=kind, unit=unit)
    assert told in finding.explanations
    (swapped,) = findings(claim("a", other), claim("b", one), kind=kind, unit=unit)
    assert swapped.explanations == finding.explanations


@pytest.mark.parametrize(
    ("kind", "unit", "one", "other"),
    [
        ("date", None, "5 March 2024", "6 March 2025"),
        ("date", None, "March 2024", "2025"),
        ("money", "USD", "$14 billion", "$15 billion"),
        ("money", "USD", "$1.4 billion", "$15 billion"),
        ("count", None, "1,324", "1,243"),
        ("count", None, "at least 900", "90"),
        ("quantity", "km", "100 km", "170 km"),
        ("quantity", "kg", "100 kg", "247.1 kg"),
    ],
)
def test_not_explained(kind: str, unit: str | None, one: str, other: str) -> None:
    (finding,) = findings(claim("a", one), claim("b", other), kind=kind, unit=unit)
    assert finding.explanations == ()


PARTS = "- part: {part: Colombia / military aid, whole: Colombia / aid}\n"
AID = "aid: {kind: money, unit: USD}\nmilitary aid: {kind: money, unit: USD}\n"


@pytest.mark.parametrize(
    ("attribute", "figures", "told"),
    [
        (
            "aid", ("$10 billion", "$3 billion"),
            ['a part for the whole: "$3 billion" is what u has for Colombia / military aid'],
        ),
        ("aid", ("$10 billion", "$4 billion"), []),
        (
            "military aid", ("$1 billion", "$9 billion"),
            ['the whole for a part: "$9 billion" is what u has for Colombia / aid'],
        ),
        ("military aid", ("$1 billion", "$3 billion"), []),
    ],
)  # fmt: skip
def test_a_part_is_taken_for_the_whole(
    tmp_path: Path, attribute: str, figures: tuple[str, str], told: list[str]
) -> None:
    other = {"aid": ("military aid", "$3 billion"), "military aid": ("aid", "$9 billion")}[attribute]
    claims = [
        c("s", "Colombia", attribute, figures[0]), c("t", "Colombia", attribute, figures[1]),
        c("u", "Colombia", *other),
    ]  # fmt: skip
    root = workspace(tmp_path, claims, attributes=AID, files={"rules/relations.yaml": PARTS})
    assert finding(root)["explanations"] == told
