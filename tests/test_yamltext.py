"""YAML arrives as it was typed, every key and value knows its place, and what is risky is a problem."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from crosscheck.problems import InputError, Problem
from crosscheck.yamltext import MAX_DEPTH, Items, Mapping, parse, position

FILE = "claims/a.yaml"


def problems_in(text: str | bytes) -> list[str]:
    """Every problem of a file, without its name."""
    with pytest.raises(InputError) as caught:
        parse(text.encode() if isinstance(text, str) else text, FILE)
    return [str(problem).removeprefix(f"{FILE}:") for problem in caught.value.problems]


@pytest.mark.parametrize(
    "typed",
    [
        "no",
        "yes",
        "null",
        "~",
        "012",
        "0x1F",
        "1e3",
        "12:30",
        "2025-10-05",
        "1_000",
        ".5",
        "-1",
        ".nan",
        "True",
        "a b",
        "=",
    ],
)
def test_a_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    assert parse(f"- {typed}\n- {{k: {typed}}}\n".encode(), FILE) == [typed, {"k": typed}]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("''", ""),
        ('"a\\tb"', "a\tb"),
        ("'it''s'", "it's"),
        ("|\n  a\n  b", "a\nb\n"),
        (">\n  a\n  b", "a b\n"),
        ("", ""),
        ('"\\u00e9"', "é"),
        ("é # not typed", "é"),
        ("a#b", "a#b"),
        ("a\n  b", "a b"),
        ("\U0001f600", "\U0001f600"),
    ],
)
def test_quotes_and_folds_are_undone(text: str, value: str) -> None:
    assert parse(f"k: {text}\n".encode(), FILE) == {"k": value}


@pytest.mark.parametrize("empty", ["", "\n\n", "# a remark\n", "---\n", "---\n...\n", "\ufeff"])
def test_a_file_without_content_is_none(empty: str) -> None:
    assert parse(empty.encode(), FILE) is None


PLACES = """\
source:
  id: rusi    # é before nothing
claims:
  - subject: "Plan
      Colombia"
    scope: {stage: signed, é: [a, b]}
  -
    value: 5
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ((), (1, 1), (1, 1)),
        (("source",), (1, 1), (2, 3)),
        (("source", "id"), (2, 3), (2, 7)),
        (("claims",), (3, 1), (4, 3)),
        (("claims", 0), (4, 5), (4, 5)),
        (("claims", 0, "subject"), (4, 5), (4, 14)),
        (("claims", 0, "scope"), (6, 5), (6, 12)),
        (("claims", 0, "scope", "stage"), (6, 13), (6, 20)),
        (("claims", 0, "scope", "é"), (6, 28), (6, 31)),
        (("claims", 0, "scope", "é", 1), (6, 35), (6, 35)),
        (("claims", 1), (8, 5), (8, 5)),
        (("claims", 1, "value"), (8, 5), (8, 12)),
        (("claims", 1, "absent"), (8, 5), (8, 5)),
        (("claims", 7), (4, 3), (4, 3)),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_key_and_value_knows_its_place(
    path: tuple[str | int, ...], key: tuple[int, int], value: tuple[int, int], newline: str, mark: str
) -> None:
    node = parse((mark + PLACES.replace("\n", newline)).encode(), FILE)
    assert position(node, path) == value
    assert position(node, path, key=True) == key


WRITE_OUT = " is not accepted; write every value out, and put text that begins with & * or ! in quotes"
LINE_UP = "line up the keys of a mapping"
FITS_NOTHING = "unexpected text after the end of a value, or the indentation does not match"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: 2\na: 3\n", '3:1: duplicate key "a" (first in line 1); keep one of the two'),
        ("- {a: 1, a: 2}\n", '1:10: duplicate key "a" (first in line 1); keep one of the two'),
        ("a: {b: &x c}\n", "1:8: anchor &x" + WRITE_OUT),
        ("a: *x\n", "1:4: alias *x" + WRITE_OUT),
        ("a: !!str 5\n", "1:4: tag !!str" + WRITE_OUT),
        ("a: !py {}\n", "1:4: tag !py" + WRITE_OUT),
        ("- [a]: b\n", "1:3: a key must be plain text, not a list"),
        ("? {a: b}\n: c\n", "1:3: a key must be plain text, not a mapping"),
        ("a\n---\nb\n", "2:1: a second document (---) is not accepted; use one file each"),
        ("a:\n\tb: c\n", "2:1: not YAML: a tab cannot indent; use spaces"),
        ("a: %5\n", "1:4: not YAML: a value cannot begin with %; put it in quotes"),
        ("a: @5\n", "1:4: not YAML: a value cannot begin with @; put it in quotes"),
        (
            "a: b: c\n",
            f'1:5: not YAML: a colon is not allowed here; put a value that contains ": " in quotes, and {LINE_UP}',
        ),
        ('a: "b\nc: d\n', "1:4: not YAML: the quoted text that begins here is never closed"),
        ('a: "b" c\n', f"1:8: not YAML: {FITS_NOTHING}; put the whole value in quotes, and {LINE_UP}"),
        ("- a: 1\n  b: 2\n c: 3\n", "3:2: not YAML: the indentation fits nothing above; line up the entries of a list"),
        ("a: [b, c\n", "1:4: not YAML: a list in [ ] is not closed, or lacks a comma"),
        ("a: {b: c\n", "1:4: not YAML: a mapping in { } is not closed, or lacks a comma"),
        ("a: - b\n", "1:4: not YAML: a list begins on the line below its key"),
        (
            "a: b\nc\n",
            '2:1: not YAML: the line is neither "key: value" nor "- entry", nor is it indented as part of a value',
        ),
        ('a: "\\d"\n', "1:5: not YAML: a backslash in double quotes is written \\\\; or use single quotes"),
        ("a: b\x1b[31m\n", "1:5: character U+001B is not allowed in YAML; remove it and save the file as UTF-8 text"),
        ("\0\0", "1:1: character U+0000 is not allowed in YAML; remove it and save the file as UTF-8 text"),
        ("a: é\n".encode("latin-1"), "1:4: byte 0xe9 is not UTF-8; save the file as UTF-8 text"),
        (b"\xef\xbb\xbfa: 1\nb: \xe9\n", "2:4: byte 0xe9 is not UTF-8; save the file as UTF-8 text"),
        (b"\xef\xbb\xbf\xe9: 1\n", "1:1: byte 0xe9 is not UTF-8; save the file as UTF-8 text"),
        ("a: é\n".encode("utf-16"), "1:1: this is UTF-16; save the file as UTF-8 text"),
    ],
)
def test_what_is_a_problem_says_where_what_and_what_to_do(text: str | bytes, problem: str) -> None:
    assert problems_in(text) == [problem]


def test_several_problems_of_one_file_are_found_at_once() -> None:
    found = problems_in("a: &x 1\nb: *x\nc: !t 2\na: {d: 3, d: 4}\n")
    assert [line.split(" is ")[0].split(" (first")[0] for line in found] == [
        "1:4: anchor &x",
        "2:4: alias *x",
        "3:4: tag !t",
        '4:1: duplicate key "a"',
        '4:11: duplicate key "d"',
    ]


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_nesting_is_accepted_up_to_a_limit(opening: str, closing: str) -> None:
    parse((opening * MAX_DEPTH + closing * MAX_DEPTH).encode(), FILE)
    deep = MAX_DEPTH + 1
    column = len(opening) * MAX_DEPTH + 1
    assert problems_in(opening * deep + closing * deep) == [f"1:{column}: nested deeper than 64 levels"]
    assert problems_in(opening * 100_000) == [f"1:{column}: nested deeper than 64 levels"]


def test_a_bomb_of_aliases_is_a_problem_and_not_expanded() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30))]
    assert len(problems_in("\n".join(lines))) == 30 + 29 * 9


def parsed(data: bytes) -> tuple[object, tuple[Problem, ...]]:
    try:
        return parse(data, FILE), ()
    except InputError as error:
        return None, error.problems


def leaves(node: object) -> list[object]:
    if isinstance(node, Mapping):
        return [*node, *(leaf for value in node.values() for leaf in leaves(value))]
    return [leaf for value in node for leaf in leaves(value)] if isinstance(node, Items) else [node]


YAML_LIKE = st.text("ab:-?[]{}#&*!|>'\"%@`, \n\t\r\\0~é\u2028\x85\ufeff\x1b\U0001f600", max_size=40)


@given(st.one_of(YAML_LIKE, st.text(max_size=60)))
@example("? ? ? a")
@example("a: \ufeff")
@example("%YAML 9.9\n---\na")
def test_any_text_parses_or_is_problems_in(text: str) -> None:
    node, problems = parsed(text.encode(errors="surrogatepass"))
    assert node is None or all(isinstance(leaf, str) for leaf in leaves(node))
    lines = text.count("\n") + sum(map(text.count, "\r\x85\u2028\u2029")) + 1
    assert all(1 <= problem.at.line <= lines and problem.at.column >= 1 for problem in problems)


@given(st.binary(max_size=60))
def test_any_bytes_parse_or_are_problems_in(data: bytes) -> None:
    node, problems = parsed(data)
    assert node is None or not problems
