"""Targets: documents of every format, and what is made of articles: proposals, claims, proofs, coverage."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

from crosscheck.outputs.proofs import FORMATS, ONLY
from crosscheck.problems import InputError
from crosscheck.schema import output
from crosscheck.texts import plain, text_of
from factories import TODAY, Ran, files_of, run
from fuzz.files import TOKENS, Files, laid_out
from fuzz.inputs import HOSTILE, hostile, mutated
from fuzz.parsers import PARSERS, PROOFS, json_
from fuzz.target import by_random, target
from made_documents import deleted, docx, footnote_mark, inserted, paragraph, pdf, table

HERE = Path(__file__).resolve().parents[1] / "articles"
WORKSPACES = ("averil", "quillon")
WORDS = [
    *HOSTILE, "$", "%", "million", " to ", "–", "around ", "more than ", "most", "dozens", '"', "“", "”", ".", ". ",
    "\n\n", "-\n", "\u00ad", "1,500", "2030", "on Tuesday", "a year later", "Storm Ottilie", "Lund Line", "St. ",
]  # fmt: skip
MARKUP = [
    b"<p>", b"</p>", b"<del>", b"<sup>", b"<table><tr><td>", b"<script>", b"<style>", b"<!--", b"<pre>", b"<x",
    b"&#x110000;", b"&nbsp", b"<w:p>", b"</w:p>", b"<w:t>", b"<w:br/>", b"<w:sym/>", b"<w:del>", b"<!DOCTYPE a [",
    b"<!ENTITY a 'b'>", b"&a;", b"endobj", b"stream\n", b"/Length 9999999", b"/Kids[2 0 R]", b"/Filter/FlateDecode",
    b"(", b")", b"Tj", b"<<", b">>", b"R", b"0", b"99999999999", b"# ", b"[^1]", b"[^1]: ", b"| a |", b"```",
    b"> " * 50, b"[" * 300, b"*" * 300, b"<b>" * 300, b"\xff\xfe", b"PK\x03\x04", b"%PDF-",
    b"<?xml version='1.0' encoding='x'?>",
    *TOKENS,
]  # fmt: skip


class Article(NamedTuple):
    name: str
    data: bytes


def of_text(paragraphs: list[str], _: Random) -> bytes:
    return "\n\n".join(paragraphs).encode(errors="replace")


def of_markdown(paragraphs: list[str], random: Random) -> bytes:
    forms = ("{}", "# {}", "> {}", "- {}", "| {} | 2 |\n|---|---|\n| 3 | 4 |", "{}[^1]\n\n[^1]: {}", "**{}**")
    return "\n\n".join(random.choice(forms).replace("{}", each) for each in paragraphs).encode(errors="replace")


def of_html(paragraphs: list[str], random: Random) -> bytes:
    forms = ("<p>{}</p>", "<h1>{}</h1>", "<table><tr><td>{}<td>5</table>", "<p><del>{}</del>{}<sup>2</sup>", "<li>{}")
    parts = (random.choice(forms).replace("{}", escape(each)) for each in paragraphs)
    return f"<!doctype html><meta charset=utf-8><body>{''.join(parts)}".encode(errors="replace")


def of_word(paragraphs: list[str], random: Random) -> bytes:
    blocks = []
    for each in paragraphs:
        xml = escape(re.sub(r"[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", each))
        forms: tuple[Callable[[str], str], ...] = (
            paragraph,
            lambda text: paragraph("So. ", inserted(text)),
            lambda text: paragraph("So. ", deleted(text), footnote_mark(1)),
            lambda text: table([text, "5"], ["1999", text]),
        )
        blocks.append(random.choice(forms)(xml) if not xml.startswith("<") else paragraph(f" {xml}"))
    if random.random() < 0.3:  # the document inside of the folder
        whole = f"<w:document {NAMESPACE}><w:body>{''.join(blocks)}</w:body></w:document>".encode(errors="replace")
        return docx(parts={"word/document.xml": mutated(whole, MARKUP, random)})
    return docx(*blocks, footnotes=[xml[:300]])


NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def of_pdf(paragraphs: list[str], random: Random) -> bytes:
    lines = [
        re.sub(r"([()\\])", r"\\\1", line).encode("cp1252", "replace").decode("cp1252")
        for each in paragraphs
        for line in re.findall(r"[^\0\r\n]{1,70}", each)
    ]
    cut = random.randint(0, len(lines))
    return pdf(lines[:cut], lines[cut:])


MADE: dict[str, Callable[[list[str], Random], bytes]] = {
    ".txt": of_text,
    ".md": of_markdown,
    ".html": of_html,
    ".docx": of_word,
    ".pdf": of_pdf,
}


@cache
def paragraphs_of(workspace: str) -> tuple[str, ...]:
    texts = sorted((HERE / workspace / "texts").glob("*.txt"))
    return tuple(each for path in texts for each in path.read_text("utf-8").split("\n\n"))


def an_article(random: Random, workspace: str, spoilt: float = 0.4) -> Article:
    """One of every format; with `spoilt`, the share of those whose bytes are."""
    paragraphs = random.sample(paragraphs_of(workspace), random.randint(1, 3))
    paragraphs = [mutated(each, WORDS, random, 3) if random.random() < 0.5 else each for each in paragraphs]
    suffix = random.choice(list(MADE))
    data = MADE[suffix](paragraphs, random)
    if random.random() < spoilt:
        data = mutated(data, MARKUP, random, 3)
    return Article(f"ours{suffix if random.random() < 0.9 else random.choice(list(MADE))}", data)


# ---- documents


@target("documents", 120, by_random(lambda random: an_article(random, random.choice(WORKSPACES), 0.8)))
def documents(article: Article, _: Path) -> None:
    """One text with paragraphs in their order, each with a place, and each found again; or one line why not."""
    try:
        text = text_of(article.data, article.name)
    except InputError as error:
        (problem,) = error.problems
        assert problem.message
        PARSERS["text"](str(problem))
        return
    assert text.shown.strip()
    before = 0
    for each in text.paragraphs:
        assert before <= each.start < each.end <= len(text.shown)
        before = each.end
        place = text.place(each.start)
        assert any(place), article.name
        assert text.place(each.end - 1) >= place
    for each in text.paragraphs[:3]:
        words = re.match(r"\w+(?: \w+){0,4}\b", text.shown[each.start : each.end])
        if words is not None:
            found = text.find(words[0])
            assert found is None or plain(words[0]) in plain(text.shown[slice(*found)])
    for note in text.notes:
        PARSERS["text"](note)


# ---- commands on articles


class Work(NamedTuple):
    """A workspace with an article in it, and the words of a command; names of files in it become their places."""

    files: Files
    command: tuple[str, ...]


@cache
def base(workspace: str) -> Files:
    return {name: data for name, data in files_of(HERE / workspace).items() if name != "key.yaml"}


def options(random: Random) -> tuple[str, ...]:
    given = (
        ("--as", random.choice(("ours", "wire", "courier", "A b", hostile(random)))),
        ("--published", random.choice(("2031-03-04", "2031", "Tuesday", hostile(random)))),
    )
    return tuple(word for pair in given if random.random() < 0.4 for word in pair)


def with_article(*command: str) -> Callable[[Random], Work]:
    """A command on an article, with options that several commands have."""

    def make(random: Random) -> Work:
        name = random.choice(WORKSPACES)
        article = an_article(random, name)
        files = {**base(name), article.name: article.data}
        more: tuple[str, ...] = ()
        if command[0] == "proofread":
            files |= random.choice(proposed(name))
            more = ("--format", random.choice(list(FORMATS)))
            more += ("--only", random.choice(list(ONLY))) if random.random() < 0.2 else ()
        return Work(files, (*command, article.name, *options(random), *more))

    return make


def done(work: Work, folder: Path) -> tuple[Path, Ran]:
    """A command run on a workspace; what it says steers nothing."""
    root = laid_out(work.files, folder)
    ran = run(root, work.command[0], *arguments(work, root))
    assert ran.code in (0, 1, 2, 3), (ran.code, ran.err)
    PARSERS["text"](ran.err)
    assert ran.code < 2 or ran.err.strip()
    return root, ran


@target("propose", 15, by_random(with_article("propose")))
def propose(work: Work, folder: Path) -> None:
    """A file of proposals that `accept` reads, with no figure accepted, nor others the next time; nothing else."""
    root, ran = done(work, folder)
    made = {name: data for name, data in files_of(root).items() if work.files.get(name) != data}
    if ran.code:
        assert not made
        return
    (name,) = made
    assert name.startswith("proposals/")
    again = run(root, "accept", str(root / name))
    assert again.code == 0, again.err
    assert again.out.startswith("nothing to add to "), again.out
    for quote in re.findall(r"(?m)^    quote: (.*)$", made[name].decode()):
        assert len(quote.split()) <= 15, quote
    assert run(root, "propose", *arguments(work, root)).code == 0
    # Of words that stand there thirty times, the quotes may be other ones.
    assert figures((root / name).read_bytes()) == figures(made[name])


def figures(proposals: bytes) -> list[str]:
    return re.findall(r"(?m)^ {4}(?:value|subject|attribute): .*$", proposals.decode())


def arguments(work: Work, root: Path) -> list[str]:
    return [str(root / word) if word in work.files else word for word in work.command[1:]]


ANSWERS = ("yes", "yes", "no", "never")


@cache
def proposed(workspace: str) -> tuple[Files, ...]:
    """Nothing, and articles with their proposals, some of them accepted."""
    made: list[Files] = [{}]
    with TemporaryDirectory() as folder:
        for number in range(8):
            random = Random(f"proposed {workspace} {number}")
            paragraphs = random.sample(paragraphs_of(workspace), 3)
            files = {"ours.txt": "\n\n".join(paragraphs).encode()}
            root = laid_out({**base(workspace), **files}, Path(folder))
            ran = run(root, "propose", str(root / "ours.txt"), "--published", "2031-03-04")
            assert ran.code == 0, ran.err
            content = (root / "proposals/ours.yaml").read_text("utf-8")
            first, *rest = content.split("accept: no\n")
            content = first + "".join(f"accept: {random.choice(ANSWERS)}\n{part}" for part in rest)
            content = re.sub(
                r"(?m)^    subject: *\n    attribute: *$", "    subject: Lund Line\n    attribute: ships", content
            )
            made.append({**files, "proposals/ours.yaml": content.encode()})
    return tuple(made)


def an_acceptance(random: Random) -> Work:
    name = random.choice(WORKSPACES)
    files = dict(random.choice(proposed(name)[1:]))
    file = "proposals/ours.yaml"
    if random.random() < 0.7:
        files[file] = mutated(files[file], TOKENS, random, 3)
    if random.random() < 0.2:
        files["ours.txt"] = mutated(files["ours.txt"], [word.encode(errors="replace") for word in WORDS], random, 2)
    files = {**base(name), **files}
    if random.random() < 0.3:  # claims of the source are there already
        old = random.choice([file for file in files if file.startswith("claims/")])
        files["claims/ours.yaml"] = re.sub(b"(?m)^source: .*$", b"source: ours", files[old])
        if random.random() < 0.5:
            files["claims/ours.yaml"] = mutated(files["claims/ours.yaml"], TOKENS, random, 1)
    words = ["accept", file]
    words += ["--only", random.choice(("1", "1-99", "2,4-5", hostile(random)))] if random.random() < 0.4 else []
    words += ["--as", random.choice(("ours", "courier", "x", hostile(random)))] if random.random() < 0.3 else []
    return Work(files, tuple(words))


@target("accept", 25, by_random(an_acceptance))
def accept(work: Work, folder: Path) -> None:
    """Claims that a check reads, and none twice; or nothing is written."""
    root = laid_out(work.files, folder)
    sound = run(root, "check", "--today", TODAY).code < 2
    root, ran = done(work, folder)
    after = files_of(root)
    if ran.code or ran.out.startswith("nothing to add"):
        assert after == work.files
        return
    changed = [name for name in after if work.files.get(name) != after[name]]
    (name,) = changed
    assert name.startswith("claims/")
    assert sound, "claims were added to a workspace that cannot be read"
    checked = run(root, "check", "--today", TODAY)
    assert checked.code in (0, 1), checked.err
    again = run(root, "accept", *arguments(work, root))
    assert again.code == 0, again.err
    assert files_of(root) == after


@target("proofread", 25, by_random(with_article("proofread")))
def proofread(work: Work, folder: Path) -> None:
    """A proof that is what its readers take it for; nothing is written."""
    root, ran = done(work, folder)
    assert files_of(root) == work.files
    format = work.command[work.command.index("--format") + 1]
    if ran.code < 2:
        PROOFS[format](ran.out)


def a_coverage(random: Random) -> Work:
    name = random.choice(WORKSPACES)
    files = {**base(name), "crosscheck.toml": b'sources = "texts"\n'}
    sources = [Path(file).stem for file in files if file.startswith("claims/")]
    for source in sources:
        article = an_article(random, name)
        files[f"texts/{source}{Path(article.name).suffix}"] = article.data
    words = ["--format", random.choice(("text", "json"))]
    words += ["--min", random.choice(("0", "50", "100", "101"))] if random.random() < 0.3 else []
    words += [random.choice((*sources, "zz", hostile(random)))] if random.random() < 0.2 else []
    return Work(files, ("coverage", *words))


@target("coverage", 15, by_random(a_coverage))
def coverage(work: Work, folder: Path) -> None:
    """How far texts are curated, or why one cannot be read; the same texts do a check no harm."""
    root, ran = done(work, folder)
    if "json" in work.command and ran.out:
        json_(ran.out, output.coverage if ran.code < 2 else output.schema)
    else:
        PARSERS["text"](ran.out)
    checked = run(root, "check", "--today", TODAY)
    assert checked.code in (0, 1, 2), checked.err
    PARSERS["text"](checked.out + checked.err)
