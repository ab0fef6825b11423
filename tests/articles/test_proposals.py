"""proposals/ID.yaml: what is written is read back, every mistake has its place, and words are found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.articles.proposals import Proposals, as_item, places, read_proposals, standing, write_proposals
from crosscheck.articles.quoting import quote_of
from crosscheck.problems import InputError
from crosscheck.texts import text_of
from crosscheck.workspace.documents import ChoiceDocument, FigureDocument, ProposalsDocument

SHA = "a" * 64
HEAD = f"proposals: {{source: storm, sha256: {SHA}}}\nfigures:\n"
FIGURE = "  - {number: 1, value: 14, quote: some 14}\n"

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).map(lambda text: " ".join(text.split()))
texts = words.filter(bool)
names = st.dictionaries(texts, texts, max_size=2)
choices = st.builds(ChoiceDocument, subject=texts, attribute=texts, scope=names, holds=texts)
figures = st.builds(
    FigureDocument,
    number=st.just("1"),
    value=texts,
    quote=texts,
    subject=texts,
    scope=names,
    differs_from=st.tuples(texts),
    choices=st.lists(choices, max_size=2).map(tuple),
    hints=names,
)


@given(figures)
def test_what_is_written_is_read_back(figure: FigureDocument) -> None:
    made = Proposals(ProposalsDocument(source="storm", article="a b.docx", sha256=SHA), (figure,))
    again = read_proposals(write_proposals(made, "proposals/storm.yaml").encode(), "p.yaml")
    assert (again.head, again.figures) == (made.head, made.figures)


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        ("", ['p.yaml:1:1: must be a mapping with "proposals:" and "figures:"']),
        ("figures:\n", ['p.yaml:1:1: the file lacks "proposals:"; accepted: "proposals:" and "figures:"']),
        (
            HEAD.replace(SHA, "12") + FIGURE,
            ['p.yaml:1:36: "sha256" of the head is "12"; accepted: 64 hexadecimal digits in lower case'],
        ),
        (
            HEAD.replace("figures:", "figures: 3"),
            ['p.yaml:2:10: "figures" must be a list: each entry begins with "- "'],
        ),
        (HEAD + FIGURE + FIGURE, ["p.yaml:4:5: duplicate number 1 (first in p.yaml:3:5); give each its own"]),
        (
            HEAD + FIGURE.replace("value", "accept: maybe, value"),
            ['p.yaml:3:25: "accept" of figure 1 is "maybe"; accepted: no, yes, never'],
        ),
        (
            HEAD + FIGURE.replace("}", ", choices: [{subject: A}]}"),
            ['p.yaml:3:54: choice 1 of figure 1 lacks "attribute"'],
        ),
    ],
)
def test_every_mistake_has_its_place(content: str, problems: list[str]) -> None:
    with pytest.raises(InputError) as raised:
        read_proposals(content.encode(), "p.yaml")
    assert list(map(str, raised.value.problems)) == problems


def test_figures_with_the_same_words_stand_in_different_places() -> None:
    text = text_of(b"Some 14 died. Later some 14 more died.\n\nsome\n14", "a.txt")
    one = FigureDocument(number="1", value="14", quote="some 14")
    gone = FigureDocument(number="2", value="15", quote="some 15")
    assert list(places(text, "some 14", "14")) == [(25, 27), (45, 47)]
    assert [place[1:] for place in standing([one, gone, one.model_copy(), one.model_copy()], text)] == [
        (25, 27),
        (45, 47),
    ]


@pytest.mark.parametrize(
    ("keys", "item"),
    [
        ({}, None),
        ({"subject": "A"}, None),
        ({"subject": "A", "attribute": "b"}, ("A", "b")),
        ({"choice": "1"}, ("C", "d")),
        ({"choice": "2"}, None),
    ],
)
def test_a_figure_has_the_item_that_it_names_or_chooses(keys: dict[str, str], item: tuple[str, str] | None) -> None:
    choice = ChoiceDocument(subject="C", attribute="d")
    found = as_item(FigureDocument(number="1", value="1", quote="1", choices=(choice,), **keys))  # type: ignore[arg-type]
    assert (found and (found.subject, found.attribute)) == item


@pytest.mark.parametrize(
    ("marked", "quote"),
    [
        ("It rained; the help amounted to [around $14 billion], he said.", "the help amounted to around $14 billion"),
        ("“[Nine] of them,” she said.", "Nine of them"),
        ("[Three] were in Port Linden alone. Three were in the Old Town.", "Three were in Port Linden"),
        ("Of the six, [three] left. Of the nine, three left.", "three left"),
        ("Two fell. The dead were two, and the lost were [two], too.", "and the lost were two"),
    ],
)
def test_a_quote_is_a_few_words_of_the_clause(marked: str, quote: str) -> None:
    start = marked.index("[")
    shown = marked.replace("[", "").replace("]", "")
    end = marked.index("]") - 1
    assert quote_of(text_of(shown.encode(), "a.txt"), (0, len(shown)), start, end) == quote


@given(st.lists(st.sampled_from(["a", "14", "$9", "the", "dead,", "“so", "U.S.", "(x)", "é"]), min_size=1), st.data())
def test_a_quote_is_short_and_found_again_with_its_value(parts: list[str], data: st.DataObject) -> None:
    text = text_of(" ".join(parts).encode(), "a.txt")
    at = data.draw(st.integers(0, len(parts) - 1))
    start = len(" ".join([*parts[:at], ""]))
    value = parts[at]
    found = quote_of(text, (0, len(text.shown)), start, start + len(value))
    assert found is not None
    assert len(found.split()) <= 15
    assert value in found
    assert text.find(found) is not None
