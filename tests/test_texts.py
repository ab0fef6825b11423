"""With the texts of the sources at hand, every quote and every number is looked up in them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crosscheck.texts import text_of
from factories import c, claims_file, finding, findings, problems, run, workspace
from made_documents import deleted, docx, inserted, paragraph, pdf

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
    assert (text_of(TEXT.encode(), "s.txt").find(quote) is not None) is found


def test_composed_and_decomposed_accents_are_the_same() -> None:
    assert text_of("Nicola\u0301s Maduro".encode(), "s.txt").find("Nicolás") == (0, 8)


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
        ("s.text", 'is not in the folder of texts (did you mean "s.txt"?)'),
        ("none", "is not in the folder of texts"),
        ("folder", "cannot be read: is not a regular file"),
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


# ---- the folder of the settings, and the file whose stem is the id


def bare(root: Path, *, settings: str = 'sources = "texts"\n', **files: str) -> Path:
    """A workspace of a source `s` that names no text, with the files in texts/ that are given."""
    contents = {f"texts/{name.replace('_', '.')}": content for name, content in files.items()}
    return workspace(root, {"a.yaml": claims_file("s", aid())}, settings=settings, files=contents)


def quotes(root: Path, *args: str) -> str:
    """What a check says of quotes."""
    return run(root, "check", *args).out.rpartition("; ")[2].strip()


@pytest.mark.parametrize("name", ["s_txt", "s_md"])
def test_a_text_is_the_file_whose_stem_is_the_id(name: str, tmp_path: Path) -> None:
    assert quotes(bare(tmp_path / "a", **{name: TEXT})) == "1 of 1 quotes checked"
    assert quotes(bare(tmp_path / "b", settings="", **{name: TEXT}), "--sources", str(tmp_path / "b/texts")) == (
        "1 of 1 quotes checked"
    )
    wrong = bare(tmp_path / "c", **{name: "Nothing."})
    (found,) = problems(wrong)
    assert found.endswith(
        f'the value "some $15 billion" is not in {name.replace("_", ".")}; quote the words that say it'
    )


@pytest.mark.parametrize("name", ["t_txt", "s_csv", "ss_txt", "S_txt"])
def test_quotes_of_a_source_without_a_text_are_counted(name: str, tmp_path: Path) -> None:
    assert quotes(bare(tmp_path, **{name: "Nothing."})) == "0 of 1 quotes checked"


def test_a_folder_of_the_settings_may_be_absent(tmp_path: Path) -> None:
    root = bare(tmp_path)
    assert quotes(root) == "quotes not checked (there is no folder texts)"
    assert problems(root, "--sources", str(root / "texts")) == ["--sources: there is no folder texts"]


def test_a_text_that_is_named_must_be_there(tmp_path: Path) -> None:
    source(tmp_path, aid(), text="elsewhere.md")
    (tmp_path / "crosscheck.toml").write_text('sources = "texts"\n')
    assert problems(tmp_path) == ['claims/a.yaml:1:9: text "elsewhere.md" of source "s" is not in the folder of texts']


def test_two_files_that_may_be_the_text(tmp_path: Path) -> None:
    root = bare(tmp_path, s_txt=TEXT, s_md=TEXT)
    (found,) = problems(root)
    assert found.endswith(': s.md and s.txt may both be the text of source "s"; say which one it is with "text:"')


def test_the_option_goes_before_the_setting(tmp_path: Path) -> None:
    root = bare(tmp_path, s_txt="Nothing.")
    (root / "others").mkdir()
    (root / "others/s.txt").write_text(TEXT)
    assert quotes(root, "--sources", str(root / "others")) == "1 of 1 quotes checked"


def test_a_text_may_be_of_a_source_that_only_a_table_names(tmp_path: Path) -> None:
    table = "source,subject,attribute,value\ns,Plan,total aid,$1\nt,Plan,total aid,$1\n"
    root = workspace(tmp_path, {"a.csv": table}, settings='sources = "texts"', files={"texts/s.txt": "It was $1."})
    assert quotes(root) == "1 of 2 quotes checked"
    (root / "texts/s.txt").write_text("It was $2.")
    assert problems(root) == ['claims/a.csv:2:4: the value "$1" is not in s.txt; quote the words that say it']


def test_only_the_option_shows_sentences_in_the_report(tmp_path: Path) -> None:
    root = bare(tmp_path, s_txt="Years of it: some $15 billion, no less.")
    (root / "claims/b.yaml").write_text(claims_file("t", c("t", "Plan", "total aid", "$20 billion").keys))
    run(root, "report")
    page = root / "reports/index.html"
    assert "Years of it" not in page.read_text(encoding="utf-8")
    run(root, "report", "--sources", str(root / "texts"))
    assert "Years of it" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("value", ["3", '""', '["texts"]', "true"])
def test_a_folder_of_the_settings_is_a_name(value: str, tmp_path: Path) -> None:
    (found,) = problems(bare(tmp_path, settings=f"sources = {value}\n"))
    assert 'accepted: the name of a folder, such as "texts"' in found


@pytest.mark.parametrize("place", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_a_text_that_is_a_pipe_or_a_device_is_not_read(place: Callable[[Path], object], tmp_path: Path) -> None:
    source = claims_file({"id": "s", "text": "s.txt"}, c("s", "Plan", "total aid", "$5").keys)
    root = workspace(tmp_path, {"s.yaml": source})
    (tmp_path / "texts").mkdir()
    place(tmp_path / "texts" / "s.txt")
    (line,) = problems(root, "--sources", str(tmp_path / "texts"))
    assert line.endswith('text "s.txt" of source "s" cannot be read: is not a regular file')


# ---- other formats


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("s.html", b"<p>It cost <b>some</b> $15&nbsp;billion<sup><a href='#n'>1</a></sup> in <del>no</del> aid."),
        ("s.md", b"It cost *some* [$15 billion](https://x.org) in aid."),
        ("s.docx", docx(paragraph("It cost some ", deleted("$14"), inserted("$15"), " billion in aid."))),
        ("s.pdf", pdf(["It cost some $15 bil-", "lion in aid."])),
    ],
    ids=["html", "md", "docx", "pdf"],
)
def test_a_text_may_have_any_format(name: str, data: bytes, tmp_path: Path) -> None:
    claims = claims_file("s", aid(quote="some $15 billion in aid"))
    root = workspace(tmp_path, {"a.yaml": claims}, settings='sources = "texts"', files={f"texts/{name}": data})
    assert quotes(root) == "1 of 1 quotes checked"
    (root / "claims/a.yaml").write_text(claims.replace("in aid", "in no aid"))
    (found,) = problems(root)
    assert found.endswith(f'the quote "some $15 billion in no aid" is not in {name}')


def test_a_text_that_cannot_be_read_is_one_problem(tmp_path: Path) -> None:
    root = workspace(
        tmp_path, {"a.yaml": claims_file("s", aid())}, settings='sources = "texts"', files={"texts/s.pdf": "x"}
    )
    (found,) = problems(root)
    assert found.endswith('text "s.pdf" of source "s" is a damaged PDF (PdfStreamError)')
