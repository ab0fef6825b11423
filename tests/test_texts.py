"""With the texts of the sources at hand, every quote and every number is looked up in them."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from crosscheck.workspace.texts import is_in, plain
from factories import c, claims_file, finding, findings, problems, run, workspace

TEXT = "The plan\nwas to “deliver”  some $15 billion in aid, not the 1.5 billion of 1999."


def source(root: Path, *claims: dict[str, Any], content: str | bytes = TEXT, **keys: str) -> tuple[str, ...]:
    """A workspace with one source and its text; returns the arguments that check it."""
    data = content.encode() if isinstance(content, str) else content
    declaration = {"id": "s", "text": "s.txt", "sha256": hashlib.sha256(data).hexdigest(), **keys}
    workspace(root, {"a.yaml": claims_file(declaration, *claims)}, files={"texts/s.txt": data})
    return ("--sources", str(root / "texts"))


def aid(value: str = "some $15 billion", **keys: Any) -> dict[str, Any]:
    return c("s", "Plan", "total aid", value, **keys).keys


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("some $15 billion", True),
        ("The plan was to", True),
        ('to "deliver" some', True),
        ("to ‘deliver’ some", False),
        ("Some $15 billion", False),
        ("$15 billions", False),
        ("ome $15", False),
        ("5 billion", False),
        ("1.5 billion", True),
        ("the 1", False),
        ("1999", True),
        ("199", False),
        ("1999.", True),
    ],
)
def test_a_quote_is_whole_words_and_whole_figures_of_its_text(quote: str, found: bool) -> None:
    assert is_in(quote, plain(TEXT)) is found


def test_composed_and_decomposed_accents_are_the_same() -> None:
    assert is_in("Nicolás", plain("Nicola\u0301s Maduro"))


def test_what_is_in_its_text_is_counted_as_checked(tmp_path: Path) -> None:
    args = source(tmp_path, aid(), aid(quote='"deliver" some $15 billion'))
    (tmp_path / "claims/b.yaml").write_text(claims_file("t", c("t", "Plan", "total aid", "$15 billion").keys))
    assert run(tmp_path, "check", *args).out.endswith("; 2 of 3 quotes checked\n")
    assert run(tmp_path, "check").out.endswith("; quotes not checked (give --sources)\n")


def test_a_quote_that_is_not_in_the_text(tmp_path: Path) -> None:
    args = source(tmp_path, aid(quote="around $15 billion"), aid("$14 billion"))
    assert problems(tmp_path, *args) == [
        'claims/a.yaml:3:89: the quote "around $15 billion" is not in s.txt',
        'claims/a.yaml:4:60: the value "$14 billion" is not in s.txt; quote the words that say it',
    ]


def test_a_number_that_is_not_in_the_quote(tmp_path: Path) -> None:
    args = source(tmp_path, aid("$14 billion", quote="some $15 billion"), aid("$2–3", quote="in aid"))
    assert problems(tmp_path, *args) == [
        'claims/a.yaml:3:60: 14 of the value "$14 billion" is not in its quote "some $15 billion"',
        'claims/a.yaml:4:60: 2 and 3 of the value "$2–3" are not in its quote "in aid"',
    ]


LONG = "We have lost 15 boats and 40 men in two weeks, and nobody in the capital has so much as called us."


@pytest.mark.parametrize(
    ("value", "keys", "complaints"),
    [
        (LONG, {}, 0),
        (LONG, {"quote": "nobody in the capital"}, 0),
        (LONG.replace("40", "50"), {"quote": "nobody in the capital"}, 1),
        (LONG.replace("40", "50"), {}, 1),
        ("We have lost 15 boats […] in two weeks", {}, 0),
        ("in two weeks […] 15 boats", {}, 1),
    ],
)
def test_a_long_quotation_needs_no_quote(value: str, keys: dict[str, str], complaints: int, tmp_path: Path) -> None:
    said = c("s", "Plan", "words", value, **keys).keys
    checked = source(tmp_path / "w", said, content=f"He said: “{LONG}” Then he left.")
    (tmp_path / "w" / "rules" / "attributes.yaml").write_text("words: {kind: quotation}")
    ran = run(tmp_path / "w", "check", *checked)
    assert (ran.code, ran.err.count("a.yaml:")) == (2 if complaints else 0, complaints)


def test_a_text_that_changed_is_a_remark(tmp_path: Path) -> None:
    args = source(tmp_path, aid())
    (tmp_path / "texts/s.txt").write_text("They say some $15 billion.")
    remark = finding(tmp_path, *args)
    assert (remark["code"], remark["subject"], remark["attribute"]) == ("XC901", "s", "text")
    assert remark["message"] == 'The text "s.txt" has changed since its claims were curated: read it again.'
    (place,) = remark["sides"][0]["claims"]
    assert (place["file"], place["line"], place["column"]) == ("claims/a.yaml", 1, 9)
    assert run(tmp_path, "check", *args).code == 0
    assert findings(tmp_path) == []


def test_a_quote_that_fell_out_of_a_text_that_changed(tmp_path: Path) -> None:
    args = source(tmp_path, aid())
    (tmp_path / "texts/s.txt").write_text("Nothing left.")
    assert problems(tmp_path, *args) == [
        'claims/a.yaml:3:60: the value "some $15 billion" is not in s.txt; quote the words that say it'
    ]


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("s.text", 'is not in the folder given by --sources (did you mean "s.txt"?)'),
        ("none", "is not in the folder given by --sources"),
        ("folder", "cannot be read: Is a directory"),
    ],
)
def test_a_text_that_is_not_there(name: str, complaint: str, tmp_path: Path) -> None:
    args = source(tmp_path, aid(), text=name)
    (tmp_path / "texts/folder").mkdir()
    assert problems(tmp_path, *args) == [f'claims/a.yaml:1:9: text "{name}" of source "s" {complaint}']


def test_a_text_that_is_not_utf8(tmp_path: Path) -> None:
    args = source(tmp_path, aid(), content=b"some $15 billion \xe9")
    assert problems(tmp_path, *args) == [
        'claims/a.yaml:1:9: text "s.txt" of source "s" is not UTF-8 at byte 17; save it as UTF-8 text'
    ]


def test_a_byte_order_mark_and_other_line_ends_do_not_matter(tmp_path: Path) -> None:
    args = source(tmp_path, aid(quote="some $15 billion"), content=b"\xef\xbb\xbfsome\r\n$15 billion")
    assert run(tmp_path, "check", *args).code == 0


@pytest.mark.parametrize("name", ["nowhere", "crosscheck.toml"])
def test_a_folder_of_texts_that_is_none(name: str, tmp_path: Path) -> None:
    source(tmp_path, aid())
    assert problems(tmp_path, "--sources", str(tmp_path / name)) == [f"--sources: there is no folder {name}"]
