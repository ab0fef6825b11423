"""`crosscheck lsp` as an editor meets it: one session over stdio, of a client that is not ours."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from crosscheck.language_server.desk import Desk
from crosscheck.loading import Options
from factories import PLAN, TODAY, c, workspace
from requirements import cannot_run

TIMEOUT = 30
"""Seconds in which the server answers, at the latest."""


def newsroom(root: Path) -> Path:
    claims = [
        c("s", "Plan 💥 Colombia", "total aid", "$10 billion", scope={"stage": "promised"}),
        c("t", "Plan 💥 Colombia", "total aid", "$20 billion"),
        c("t", "Plan 💥 Colombia", "start", "1999"),
    ]
    return workspace(root, claims, attributes=PLAN)


class Editor:
    """What an editor knows: the marks of each file, as they come."""

    def __init__(self, client: Any) -> None:
        self.client, self.marks = client, {}
        self._changed = asyncio.Condition()

        @client.feature("textDocument/publishDiagnostics")
        async def marked(params: Any) -> None:
            async with self._changed:
                self.marks[params.uri] = params.diagnostics
                self._changed.notify_all()

    async def until(self, holds: Callable[[], bool]) -> None:
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(holds), TIMEOUT)


def test_a_session_of_an_editor(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:  # a browser's test may have left an event loop running in this one
        pool.submit(asyncio.run, session(newsroom(tmp_path))).result()


async def session(root: Path) -> None:
    try:
        from lsprotocol import types
        from pygls.lsp.client import LanguageClient
    except ImportError:
        cannot_run("pygls is not installed: it is in the extra lsp")
    client = LanguageClient("an editor", "1")
    editor = Editor(client)
    await client.start_io(sys.executable, "-m", "crosscheck", "lsp")
    await client.initialize_async(types.InitializeParams(types.ClientCapabilities(), root_uri=root.as_uri()))
    client.initialized(types.InitializedParams())
    first, second = ((root / f"claims/{name}.yaml").as_uri() for name in ("s", "t"))
    text = (root / "claims/s.yaml").read_text(encoding="utf-8")

    def opened(uri: str, text: str) -> None:
        item = types.TextDocumentItem(uri, "yaml", 1, text)
        client.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def changed(text: str) -> None:
        whole = types.TextDocumentContentChangeWholeDocument(text)
        version = types.VersionedTextDocumentIdentifier(2, first)
        client.text_document_did_change(types.DidChangeTextDocumentParams(version, [whole]))

    opened("untitled:Untitled-1", "claims: [")
    opened((root.parent / "elsewhere.yaml").as_uri(), "\x00\ud7ff" * 1_000)
    opened((root / "claims/new.yaml").as_uri(), "{" * 100_000)
    opened(first, text)
    await editor.until(lambda: bool(editor.marks.get(first)) and bool(editor.marks.get(second)))
    (mark,) = editor.marks[first]
    assert mark.message.startswith("tension: Plan 💥 Colombia / total aid")
    assert (mark.code, mark.severity) == ("XC101", types.DiagnosticSeverity.Warning)
    assert [info.location.uri for info in mark.related_information] == [second]
    line = text.splitlines()[2]
    place = line.index('"$10') + 1  # one sign before it is two units of UTF-16
    assert (mark.range.start.line, mark.range.start.character) == (2, place)

    at: dict[str, Any] = {"text_document": types.TextDocumentIdentifier(first), "position": types.Position(2, place)}
    hover = await client.text_document_hover_async(types.HoverParams(**at))
    assert "9.5–10.5 billion USD" in hover.contents.value
    (there,) = await client.text_document_definition_async(types.DefinitionParams(**at))
    assert (there.uri, there.range.start.line) == (second, 2)

    changed(text.replace("$10", "$20"))
    warning = types.DiagnosticSeverity.Warning
    await editor.until(lambda: all(mark.severity > warning for uri in (first, second) for mark in editor.marks[uri]))
    assert "$10" in (root / "claims/s.yaml").read_text(encoding="utf-8"), "nothing was saved"

    changed(text + "  - subject: Plan\n    attribute: ")
    await editor.until(lambda: any("value" in mark.message for mark in editor.marks[first]))
    at["position"] = types.Position(4, len("    attribute: "))
    offered = await client.text_document_completion_async(types.CompletionParams(**at))
    assert {item.label for item in offered.items} >= {"start", "total aid"}
    at["position"] = types.Position(10_000, 3)
    assert await client.text_document_hover_async(types.HoverParams(**at)) is None

    await client.shutdown_async(None)
    client.exit(None)
    await client.stop()


@pytest.mark.parametrize(
    ("line", "typed", "some"),
    [
        ("  - subject: Pl", "Pl", "Plan 💥 Colombia"),
        ("  - {subject: A, attribute: to", "to", "total aid"),
        ("    relative_to: ", "", "t/plan-colombia-start"),
        ("source: ", "", "s"),
        ("    scope: {", "", "stage"),
        ("    scope: {stage: pr", "pr", "promised"),
        ("      st", "st", "stage"),
        ("      stage: ", "", "promised"),
    ],
)
def test_what_is_offered(line: str, typed: str, some: str, tmp_path: Path) -> None:
    desk = Desk.of(newsroom(tmp_path), {}, Options(today=TODAY))
    above = ["claims:", "  - subject: A", "    scope:"] if line.startswith("      ") else ["claims:"]
    was, words = desk.completions(above, line)
    assert was == typed
    assert some in words


def test_a_buffer_stands_in_place_of_its_file(tmp_path: Path) -> None:
    root = newsroom(tmp_path)
    file = root / "claims/s.yaml"
    options = Options(today=TODAY)
    assert [one.code for one in Desk.of(root, {}, options).findings if one.fails] == ["XC101"]
    edited = {file: file.read_bytes().replace(b"$10", b"$20")}
    assert [one.code for one in Desk.of(root, edited, options).findings if one.fails] == []
    broken = Desk.of(root, {file: b"source: s\nclaims: ["}, options)
    assert broken.problems[0].at.file == "claims/s.yaml"
    assert "total aid" in broken.words["attribute"], "what is known is still offered"


def test_a_small_table_beside_files_takes_nothing_away(tmp_path: Path) -> None:
    root = newsroom(tmp_path)
    (root / "claims/more.csv").write_text("source,subject,attribute,value\nu,Canal,length,80 km\n", encoding="utf-8")
    desk = Desk.of(root, {}, Options(today=TODAY))
    found = desk.row_at("claims/t.yaml", 4, 1)
    assert found is not None, "a claim on which nothing was found"
    assert (found[0].claim.value, found[1].title) == ("1999", "Plan 💥 Colombia / start")
    assert "Plan 💥 Colombia" in desk.words["subject"]
    assert desk.scopes == {"stage": ("promised",)}
