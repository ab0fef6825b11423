"""`check --since`: what an earlier run had already does not fail, whatever has changed does."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from factories import c, claims_file, plan_colombia, run, workspace


def earlier(root: Path) -> str:
    """The JSON of a check of `root`, beside it."""
    path = root / "earlier.json"
    path.write_text(run(root, "check", "--format", "json").out)
    return str(path)


def test_what_was_found_before_does_not_fail(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    since = earlier(root)
    code, out, _ = run(root, "check", "--since", since)
    assert code == 0
    assert "contradiction: Plan Colombia / total aid [new, known before]" in out
    assert "1 contradiction; none failing" in out


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("$30 billion", 1),  # another value: another fingerprint
        ("US$20bn", 0),  # the same value in other words
        ("$10 billion", 0),  # nothing is left to find
    ],
)
def test_what_has_changed_fails(tmp_path: Path, value: str, code: int) -> None:
    root = plan_colombia(tmp_path / "a")
    since = earlier(root)
    told = (c("s", "Plan Colombia", "total aid", "$10 billion"), c("t", "Plan Colombia", "total aid", value))
    assert run(workspace(tmp_path / "b", told), "check", "--since", since).code == code


def test_a_verdict_that_grew_stronger_fails(tmp_path: Path) -> None:
    def told(stage: dict[str, str]) -> tuple[object, ...]:
        return (
            c("s", "Plan", "total aid", "$10 billion", scope=stage),
            c("t", "Plan", "total aid", "$20 billion", scope={"stage": "promised"}),
        )

    softened = workspace(tmp_path / "a", told({"stage": "delivered"}))  # type: ignore[arg-type]
    plain = workspace(tmp_path / "b", told({"stage": "promised"}))  # type: ignore[arg-type]
    assert run(plain, "check", "--since", earlier(softened)).code == 1
    assert run(softened, "check", "--since", earlier(plain)).code == 0


def test_what_is_gone_is_told(tmp_path: Path) -> None:
    since = earlier(plan_colombia(tmp_path / "a"))
    calm = workspace(tmp_path / "b", [c("s", "Plan Colombia", "total aid", "$10 billion")])
    code, out, _ = run(calm, "check", "--since", since)
    assert code == 0
    assert out.startswith("gone: contradiction: Plan Colombia / total aid, XC101-")


def test_a_new_finding_fails_beside_a_known_one(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    since = earlier(root)
    more = workspace(
        tmp_path,
        [c("s", "Plan Colombia", "start", "1999"), c("t", "Plan Colombia", "start", "2000")],
        files={
            "claims/a.yaml": (root / "claims/s.yaml").read_text().replace('"s"', '"u"'),
            "claims/b.yaml": (root / "claims/t.yaml").read_text().replace('"t"', '"v"'),
        },
    )
    code, out, _ = run(more, "check", "--since", since)
    assert code == 1
    assert "[new, known before]" in out
    assert "2 contradictions; 1 failing" in out


@pytest.mark.parametrize("reader", [{}, {"reader": 1}, {"reader": "?"}], ids=str)
def test_a_run_of_an_older_reader_is_compared_by_its_words(reader: dict[str, object], tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    was = json.loads(Path(earlier(root)).read_text())
    del was["reader"]
    for found in was["findings"]:
        found["fingerprint"] = "0" * 12
    (tmp_path / "older.json").write_text(json.dumps(was | reader))
    assert run(root, "check", "--since", str(tmp_path / "older.json")).code == 0


def test_a_run_of_the_same_reader_is_compared_by_what_is_meant(tmp_path: Path) -> None:
    def started(root: Path, published: str) -> Path:
        claims = claims_file(
            {"id": "t", "published": published}, {"subject": "A", "attribute": "start", "value": "last year"}
        )
        return workspace(root, {"s.yaml": claims_file("s", c("s", "A", "start", "1999").keys), "t.yaml": claims})

    since = earlier(started(tmp_path / "a", "2020"))
    assert run(started(tmp_path / "b", "2020"), "check", "--since", since).code == 0
    assert run(started(tmp_path / "c", "2021"), "check", "--since", since).code == 1


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="this system has no names of open files")
def test_an_earlier_run_may_come_through_a_pipe(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    content = Path(earlier(root)).read_bytes()
    end, start = os.pipe()
    with os.fdopen(start, "wb") as pipe:
        pipe.write(content)
    assert run(root, "check", "--since", f"/dev/fd/{end}").code == 0
    os.close(end)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, '"earlier.json" cannot be read: No such file or directory'),
        ("{", '"earlier.json" is not JSON; accepted: what `crosscheck check --format json` wrote'),
        ("[" * 100_000, '"earlier.json" is not JSON; accepted: what `crosscheck check --format json` wrote'),
        ("[]", '"earlier.json" does not say "format": "crosscheck/1"; '),
        ('{"format": "crosscheck/2", "findings": []}', '"earlier.json" does not say "format": "crosscheck/1"; '),
        (
            '{"format": "crosscheck/1", "findings": [{"id": 5}]}',
            '"earlier.json" lacks findings with id, fingerprint and verdict; ',
        ),
    ],
)
def test_a_file_that_is_no_earlier_run_is_refused(tmp_path: Path, content: str | None, told: str) -> None:
    root = plan_colombia(tmp_path)
    path = tmp_path / "earlier.json"
    if content is not None:
        path.write_text(content)
    code, out, err = run(root, "check", "--since", str(path))
    assert (code, out) == (2, "")
    assert err.startswith(f"--since: {told}")
