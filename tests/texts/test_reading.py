"""Every format gives one text with its paragraphs, and each word of it has its place in the document."""

from __future__ import annotations

import io
import sys
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.problems import InputError
from crosscheck.texts import Place, Text, read_text, text_of
from made_documents import deleted, docx, footnote_mark, inserted, paragraph, pdf, r, table

HTML = """\
<!doctype html><html><head><title>Not this</title><style>p > a {}</style></head>
<body><nav>Page 5</nav><h1>The
  head</h1><p>It cost <b>some</b> $15&nbsp;billion<sup><a href="#fn1">1</a></sup> in
 aid &amp; 10<sup>6</sup>, 5<sup>th</sup> H<sub>2</sub>O, km<sup>2</sup> <del>12</del><ins>13</ins>, <q>so</q>, a < b.
<p>Here <s>and not <p>there<br>again<br><br>and last
<table><caption>Sums</caption><tr><td>1<td>2</table><pre>x
  y</pre><ol><li id="fn1">A note. <a href="#r1">↑</a></ol>
<!-- no --><script>if (1<2) "</p>"</script><p hidden>hid</p><figure><figcaption>A town</figcaption></figure>
"""
MARKDOWN = """\
# The **head**

Some *$15* [billion in](https://x.org/2025 "t") aid[^1] for ~~12~~ 13 &amp; more
in 10<sup>6</sup> `lines` <!-- no -->now.

| 1 | 2 |
|---|---|
| 3 | 4 |

- one

[^1]: A note.

<div>raw <i>words</i></div>
"""


def parts(text: Text) -> list[tuple[str, str]]:
    """The paragraphs of a text with their kinds."""
    return [(each.kind, text.shown[each.start : each.end]) for each in text.paragraphs]


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(InputError) as error:
        text_of(data, name)
    (problem,) = error.value.problems
    assert str(problem).startswith(f"{name}:1:1: ")
    assert "\n" not in problem.message
    return problem.message


def place_of(words: str, text: Text) -> Place:
    found = text.find(words)
    assert found is not None
    return text.place(found[0])


# ---- plain text


def test_a_plain_text_is_shown_as_it_is() -> None:
    data = "\ufeffOne\r\ntwo  “x”.\r\n \r\n\r\nThree\u00ad.\r\n".encode()
    text = text_of(data, "a.txt")
    assert text.shown == "One\ntwo  “x”.\n \n\nThree\u00ad.\n"
    assert parts(text) == [("body", "One\ntwo  “x”."), ("body", "Three\u00ad.")]
    assert place_of("two", text) == Place(line=2, column=1)
    assert str(place_of("Three", text)) == "line 5"
    assert text.sha256 == sha256(data).hexdigest()


def test_utf16_is_read_where_it_says_so() -> None:
    assert text_of("£5".encode("utf-16"), "a.txt").shown == "£5"


# ---- HTML


def test_html_is_read_as_it_looks() -> None:
    text = text_of(HTML.encode(), "a.html")
    assert parts(text) == [
        ("heading", "The head"),
        ("body", "It cost some $15\u00a0billion in aid & 10⁶, 5th H2O, km² 13, “so”, a < b."),
        ("body", "Here"),
        ("body", "there\nagain"),
        ("body", "and last"),
        ("caption", "Sums"),
        ("cell", "1"),
        ("cell", "2"),
        ("body", "x\ny"),
        ("footnote", "A note."),
        ("caption", "A town"),
    ]
    assert text.notes == ("deleted and struck-out words are left out",)


@pytest.mark.parametrize(
    "words", ["head", "some", "$15 billion", "in aid", "10⁶", "5th", "H2O", "13", "so", "there", "last", "y", "A town"]
)
def test_each_word_of_a_page_has_its_place(words: str) -> None:
    place = place_of(words, text_of(HTML.encode(), "a.html"))
    assert HTML.splitlines()[place.line - 1][place.column - 1 :].startswith(words[0])


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("a<sup>[1]</sup> b", "a [1] b"),
        ("5<sup>1</sup>/<sub>2</sub>", "5¹/2"),
        ("word<sup>*</sup>", "word *"),
        ('<a href="#n"><sup>3</sup></a> b', "b"),
        ('9<sup><a href="x#n">[3]</a></sup>', "9"),
        ('<a href="#n">5 km<sup>2</sup></a>', "5 km²"),
        ('10<a href="#n"></a><sup>6</sup>', "10⁶"),
        ('b<a href="#n" role="doc-noteref">3</a>', "b"),
        ("5<svg><text>no</text></svg>6<img>7<nav>no<br></nav>8", "5 6 7\n\n8"),
        ("a<script>x</script>b<noscript><p>no<br></noscript>c<wbr>d", "abcd"),
        ("<q>a <q>b</q></q> <q></q>", "“a “b””"),
        ("<p>&nbsp;</p>x", "x"),
        ("<div><div>a</p></div>b</div>", "a\n\nb"),
        ("<del><p>a</p></del>b", "b"),
        ("x<br/>y", "x\ny"),
        ("<P CLASS=a>X</P ><IMG ALT='>'>y", "X\n\ny"),
        ("a &lt;b&gt; &#8364;5 &notit; &", "a <b> €5 ¬it; &"),
        ("1 < 2 <3 <> x", "1 < 2 <3 <> x"),
        ("<textarea><p></textarea><select><option>1</select>x", "x"),
    ],
)
def test_small_pages(source: str, shown: str) -> None:
    assert text_of(source.encode(), "a.htm").shown == shown


@pytest.mark.parametrize(
    ("data", "shown", "notes"),
    [
        (b'<meta charset="windows-1252">\x80\xe9', "€é", ()),
        (b"<meta content='text/html; charset=iso-8859-1'>\x93\xe9", "“é", ()),
        ("<meta charset=latin1>é".encode(), "é", ("this is UTF-8, although it names iso8859-1",)),
        ("<p>é".encode("utf-16"), "é", ()),
    ],
)
def test_a_page_is_in_the_characters_that_it_names(data: bytes, shown: str, notes: tuple[str, ...]) -> None:
    text = text_of(data, "a.html")
    assert (text.shown, text.notes) == (shown, notes)


# ---- Markdown


def test_markdown_is_read_as_it_looks() -> None:
    text = text_of(MARKDOWN.encode(), "a.md")
    assert parts(text) == [
        ("heading", "The head"),
        ("body", "Some $15 billion in aid for 13 & more in 10⁶ lines now."),
        *(("cell", figure) for figure in "1234"),
        ("body", "one"),
        ("footnote", "A note."),
        ("body", "raw words"),
    ]
    lines = MARKDOWN.splitlines()
    for words in ("head", "Some", "$15", "billion", "aid", "13", "more", "10⁶", "lines", "3", "one", "A note", "words"):
        place = place_of(words, text)
        assert lines[place.line - 1][place.column - 1 :].startswith(words[0])


# ---- Word documents


def test_a_word_document_is_read_with_its_changes_accepted() -> None:
    data = docx(
        paragraph("The head", style="Heading1"),
        paragraph("It cost ", deleted("$5"), inserted("$6"), " million", footnote_mark(1), " in 2000."),
        paragraph("At 10", r("6", '<w:vertAlign w:val="superscript"/>'), r(" not this", "<w:strike/>"), " men"),
        table(["a", "1"], ["b", "2"]),
        footnotes=["The note of 2001."],
    )
    text = text_of(data, "a.docx")
    assert parts(text) == [
        ("heading", "The head"),
        ("body", "It cost $6 million in 2000."),
        ("body", "At 10⁶ men"),
        *(("cell", words) for words in ("a", "1", "b", "2")),
        ("footnote", "The note of 2001."),
    ]
    assert text.notes == ("tracked changes are taken as accepted", "deleted and struck-out words are left out")
    assert str(place_of("2001", text)) == "paragraph 8"


BOMB = "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (docx(), "is empty"),
        (docx("x")[:-60], "is not a Word document, or is damaged (File is not a zip file)"),
        (b"PK\x03\x04", "is not a Word document, or is damaged (File is not a zip file)"),
        (b"\xd0\xcf\x11\xe0", "has a password or is an old .doc; save it as .docx without a password"),
        (docx("<w:ins>" * 3000 + "</w:ins>" * 3000), "is nested too deeply to be read"),
        (docx("<w:p>"), "is a damaged Word document (ExpatError)"),
        (docx("x", parts={"word/x.dat": b" " * 11_000_000}), "unpacks to more than 10 MB of XML"),
        (docx("x", parts={"word/document.xml": BOMB}), "declares XML entities, as no Word document does"),
        (docx("x", parts={"a": BOMB.encode("utf-16")}), "declares XML entities, as no Word document does"),
    ],
    ids=range(10),
)
def test_word_documents_that_are_refused(data: bytes, message: str) -> None:
    assert refusal(data, "a.docx") == message


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(docx("x"))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert refusal(bytes(data), "a.docx") == "is encrypted; save it without a password"


# ---- PDF


def test_a_pdf_is_read_by_page_and_line() -> None:
    lines = ["The head", "The government spent some $15 bil-", "lion in aid on the well-", "known plan; it ended."]
    text = text_of(pdf([*lines, "So it was."], [], ["Over the page it went on for years."]), "a.pdf")
    shown = ["The head", "\n".join(lines[1:]), "So it was.", "Over the page it went on for years."]
    assert text.shown == "\n\n".join(shown)
    assert text.notes == ("page 2 has no text",)
    assert str(place_of("$15 billion in aid on the well-known plan", text)) == "page 1, line 2"
    assert str(place_of("years", text)) == "page 3, line 1"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"%PDF-1.4 nothing", "is a damaged PDF (PdfStreamError)"),
        (pdf([], []), "has no text: are its pages pictures? Have them recognised (OCR) first"),
        (
            pdf([]).replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/X>>"),
            "is encrypted; save it without a password",
        ),
    ],
    ids=range(4),
)
def test_pdfs_that_are_refused(data: bytes, message: str) -> None:
    assert refusal(data, "a.pdf") == message


# ---- all of them


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b" \n", "is empty"),
        ("a.txt", b"caf\xe9", "is not UTF-8 at byte 3; save it as UTF-8 text"),
        ("a.txt", b"a\0b", "is not text: it has bytes of 0"),
        ("a.txt", b"\xff\xfea\0\0", "is not UTF-16 at byte 4, although it begins so; save it as UTF-8"),
        ("a.txt", b"x" * 16_000_001, "is larger than 16 MB, which no article is"),
        ("a.html", b"caf\xe9", "is not UTF-8 at byte 3, and names no other character set"),
        ("a.html", b"<meta charset=big5>\xff", "is neither UTF-8 nor big5, which it names; save it as UTF-8"),
        ("a.html", b"x\n<p", "has no end of the tag or comment that begins in line 2"),
        ("a.html", b"x\n<!-- y", "has no end of the tag or comment that begins in line 2"),
        ("a.html", b"x\n<script>y</p>", "has no end of the tag or comment that begins in line 2"),
        ("a.html", b"<nav>x</nav>", "is empty"),
        ("a.md", b"> " * 300 + b"x", "is nested too deeply to be read"),
        ("a.doc", b"x", "is a .doc file, which is not read; save it as .docx"),
        ("a.odt", b"x", "is a .odt file, which is not read; save it as .docx"),
        ("a", b"{\\rtf1 x}", "is a .rtf file, which is not read; save it as .docx"),
    ],
    ids=range(15),
)
def test_documents_that_are_refused(name: str, data: bytes, message: str) -> None:
    assert refusal(data, name) == message


@pytest.mark.parametrize(
    "begin", ["<div>", "<b a=1><i>", "</p>", "<p>x <sup>1", "&", "< ", "<a x=' '>", "<a ", "<!--", "<q>", "<a b='"]
)
def test_pages_take_time_by_their_length_only(begin: str) -> None:
    """A fraction of a second each; a tree of some of them takes minutes, or never ends."""
    with suppress(InputError):
        text_of(begin.encode() * 20_000 + b"x", "a.html")


@pytest.mark.parametrize(
    ("data", "shown"),
    [(b"\xef\xbb\xbf <!DOCTYPE html><p>a", "a"), (docx("b"), "b"), (pdf(["c"]), "c"), (b"<d>", "<d>")],
    ids=["html", "docx", "pdf", "txt"],
)
def test_standard_input_is_what_its_first_bytes_are(data: bytes, shown: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert read_text(Path("-")).shown == shown


@pytest.mark.parametrize(
    ("library", "name", "data"),
    [("mammoth", "a.docx", docx("x")), ("pypdf", "a.pdf", pdf(["x"]))],
    ids=["docx", "pdf"],
)
def test_a_library_that_is_missing_is_named(
    library: str, name: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    assert refusal(data, name) == f"needs {library}: python -m pip install {library}"


PIECES = [*"ab 5\n", "é", *"<p> </p> <td> <sup> </sup> <del> </del> <br> &amp; <q> </q> <pre> </pre> < >".split()]
MORE = ["<h1>", "</h1>", "<i x='>'>", "<!-- c -->", "*", "# ", "- ", "| ", "\n\n", "~~", "[x](y)"]


@given(st.lists(st.sampled_from(PIECES + MORE), max_size=60).map("".join), st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_paragraphs_and_places_are_in_order(source: str, name: str) -> None:
    try:
        text = text_of(source.encode(), name)
    except InputError:
        return
    ends = [offset for each in text.paragraphs for offset in (each.start, each.end)]
    assert ends == sorted(set(ends))
    between = text.shown
    for each in reversed(text.paragraphs):
        words = text.shown[each.start : each.end]
        assert words == words.strip()
        assert "\n\n" not in words
        between = between[: each.start] + between[each.end :]
    assert between.strip() == ""
    places = [text.place(offset) for offset in range(len(text.shown))]
    assert places == sorted(places)
    assert all(1 <= place.line <= source.count("\n") + 1 for place in places)
