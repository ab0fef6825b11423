"""What `make mutants` changes, and that its answers speak of mutants that there are."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from mutants.mutating import mutants

ROOT = Path(__file__).resolve().parent.parent
ANSWERS = tomllib.loads((ROOT / "tests/mutants/answers.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("body", "made"),
    [
        ("if a < b: a()", ["a < b → (not (a < b))", "a < b → (a <= b)", "a() → pass"]),
        ("a = b and not c", ["b and not c → (b or not c)", "not c → (c)"]),
        ("a += b * 2", ["a += b * 2 → pass", "b * 2 → (b / 2)", "2 → (3)"]),
        ("return min(a, 'é')", ["min(a, 'é') → None", "min(a, 'é') → (max(a, 'é'))"]),
        ("for a in b: continue", ["continue → break"]),
        (
            "return 1 if a is b else c",
            [
                "1 if a is b else c → None",
                "1 if a is b else c → (c if a is b else 1)",
                "a is b → (a is not b)",
                "1 → (2)",
            ],
        ),
        ("raise ValueError(1)", []),
        ("assert a == b", []),
        ("a = 'é' == 'è' == b", ["'é' == 'è' == b → ('é' != 'è' == b)", "'é' == 'è' == b → ('é' == 'è' != b)"]),
    ],
)
def test_what_is_changed(body: str, made: list[str], tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(f"class É:\n    def f(self, a, b, c):\n        {body}\n")
    found = mutants(path)
    assert sorted(one.name.removeprefix("É.f: ") for one in found) == sorted(made)
    for one in found:
        compile(one.source, "a.py", "exec")
        assert one.source.count("\n") == 3
        assert one.function == ("É.f", 2)


def test_the_same_change_twice_has_two_names(tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text("def f(a):\n    a = a + 1\n    a = a + 1\n")
    names = [one.name for one in mutants(path)]
    assert len(names) == len(set(names)) == 4


@pytest.mark.parametrize("file", ANSWERS)
def test_answers_speak_of_mutants_that_there_are(file: str) -> None:
    known = {one.name for one in mutants(ROOT / "src" / "crosscheck" / file)}
    assert ANSWERS[file].keys() <= known
    assert all(ANSWERS[file].values())
