"""The protocol: buffers in, diagnostics, hovers, completions and places out (pygls).

A check runs in a thread a moment after the last keystroke; while one runs, the next waits. Whatever a buffer holds, the
server goes on: what goes wrong is told in its log.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from crosscheck import __version__
from crosscheck.language_server.desk import Desk, hover_text
from crosscheck.loading import Options
from crosscheck.model import Finding, Severity, Status
from crosscheck.outputs.plain import line as one_line
from crosscheck.outputs.plain import quote, rows, title
from crosscheck.problems import InputError, Position
from crosscheck.workspace import find

PAUSE = 0.3
"""Seconds without a keystroke before a check begins."""
LARGEST = 4_000_000
"""Characters of a buffer, at most; of a larger one the saved file is checked."""
OFFERED = 1_000
"""Completions of one sort, at most."""
_LEVELS = {Severity.ERROR: types.DiagnosticSeverity.Error, Severity.WARNING: types.DiagnosticSeverity.Warning}


class ClaimsServer(LanguageServer):
    """A server of one workspace, the one that is named, or of each that an open file lies in."""

    def __init__(self, root: Path | None, options: Callable[[], Options]) -> None:
        super().__init__("crosscheck", f"v{__version__}")
        self._root, self._options = root, options
        self.desks: dict[Path, Desk] = {}
        self._marked: dict[Path, set[str]] = {}
        self._waiting: dict[Path, asyncio.Task[None]] = {}
        self._one_at_a_time = asyncio.Lock()

    def place_of(self, uri: str) -> tuple[Path, str] | None:
        """The workspace that a buffer lies in, and its path there; None for what is no file of one."""
        name = uris.to_fs_path(uri) if uri.startswith("file:") else None
        if name is None:
            return None
        try:
            path = Path(name).absolute()
            root = (self._root or find(path.parent)).absolute()
            return root, path.relative_to(root).as_posix()
        except (InputError, OSError, ValueError):
            return None

    def edited(self, uri: str) -> None:
        """Check the workspace of a buffer once nobody types."""
        place = self.place_of(uri)
        if place is None:
            return
        waiting = self._waiting.pop(place[0], None)
        if waiting is not None:
            waiting.cancel()
        self._waiting[place[0]] = asyncio.ensure_future(self._check(place[0]))

    async def _check(self, root: Path) -> None:
        await asyncio.sleep(PAUSE)
        async with self._one_at_a_time:
            buffers = self._buffers(root)
            work = partial(Desk.of, root, buffers, self._options())
            try:
                self.desks[root] = await asyncio.get_running_loop().run_in_executor(None, work)
            except Exception as error:  # one workspace must not end the server
                self._log(f"{type(error).__name__}: {error}")
                return
            self._publish(root)

    def _buffers(self, root: Path) -> dict[Path, bytes]:
        found = {}
        for uri, document in self.workspace.text_documents.items():
            name = uris.to_fs_path(uri) if uri.startswith("file:") else None
            path = Path(name).absolute() if name is not None else None
            if path is None or not path.is_relative_to(root):
                continue
            text = document.source
            if len(text) > LARGEST:
                self._log(f"{path.name} is larger than {LARGEST:,} characters: the saved file is checked")
            else:
                found[path] = text.encode(errors="surrogatepass")
        return found

    def _log(self, message: str) -> None:
        self.window_log_message(types.LogMessageParams(types.MessageType.Warning, one_line(message, 1_000)))

    def _publish(self, root: Path) -> None:
        """Mark what was found, and take away the marks of files that have none any more."""
        desk = self.desks[root]
        marks: dict[str, list[types.Diagnostic]] = {}
        for problem in desk.problems:
            marks.setdefault(problem.at.file, []).append(
                self._mark(root, problem.at, problem.message, types.DiagnosticSeverity.Error)
            )
        for finding in desk.findings:
            if finding.verdict.severity is Severity.NONE:  # what is right needs no mark
                continue
            for _, row in rows(finding)[:OFFERED]:
                if not row.claim.derived:
                    mark = self._finding(root, finding, row.claim.at)
                    marks.setdefault(row.claim.file, []).append(mark)
        for file in self._marked.get(root, set()) | set(marks):
            uri = (root / file).as_uri()
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, marks.get(file, [])))
        self._marked[root] = set(marks)

    def _finding(self, root: Path, finding: Finding, at: Position) -> types.Diagnostic:
        level = types.DiagnosticSeverity.Information
        if finding.fails:
            level = _LEVELS.get(finding.verdict.severity, level)
        elif finding.status is Status.RESOLVED:
            level = types.DiagnosticSeverity.Hint
        related = [
            types.DiagnosticRelatedInformation(self.location(root, row.claim.at), quote(row))
            for _, row in rows(finding)[:20]
            if row.claim.at != at
        ]
        message = f"{title(finding)}: {one_line(finding.message, 1_000)} ({finding.id})"
        mark = self._mark(root, at, message, level)
        mark.code, mark.related_information = finding.code, related
        return mark

    def _mark(self, root: Path, at: Position, message: str, level: types.DiagnosticSeverity) -> types.Diagnostic:
        place = self.location(root, at).range
        return types.Diagnostic(place, one_line(message, 2_000), severity=level, source="crosscheck")

    def location(self, root: Path, at: Position) -> types.Location:
        """A place of the workspace up to the end of its line, in the units of the editor."""
        uri = (root / at.file).as_uri()
        lines = self._text(uri).splitlines() or [""]
        number = min(max(at.line - 1, 0), len(lines) - 1)
        begin = min(max(at.column - 1, 0), len(lines[number]))
        units = self.workspace.position_codec
        start, end = (
            units.position_to_client_units(lines, types.Position(number, column))
            for column in (begin, len(lines[number]))
        )
        return types.Location(uri, types.Range(start, end))

    def _text(self, uri: str) -> str:
        known = self.workspace.text_documents.get(uri)
        if known is not None:
            return str(known.source)
        try:
            return Path(uris.to_fs_path(uri) or "").read_text(encoding="utf-8", errors="replace")
        except (OSError, ValueError):
            return ""

    def document_and_place(self, params: Any) -> tuple[TextDocument, Any]:
        """A buffer, and a place in it in characters."""
        document = self.workspace.get_text_document(params.text_document.uri)
        lines = document.source.splitlines()
        if not 0 <= params.position.line < len(lines):
            return document, types.Position(max(len(lines) - 1, 0), 0)
        return document, self.workspace.position_codec.position_from_client_units(lines, params.position)


def make_server(root: Path | None, options: Callable[[], Options]) -> ClaimsServer:
    """The server, which only has to be started."""
    server = ClaimsServer(root, options)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def edited(params: Any) -> None:
        server.edited(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        found = _claim_at(server, params)
        if found is None:
            return None
        desk, _, row, item = found
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, hover_text(desk, row, item)))

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> list[types.Location]:
        found = _claim_at(server, params)
        if found is None:
            return []
        desk, root, row, item = found
        return [server.location(root, at) for at in desk.other_sides(row, item)[:OFFERED]]

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "{", "/"]))
    def completion(params: types.CompletionParams) -> types.CompletionList:
        return _completion(server, params)

    return server


def _claim_at(server: ClaimsServer, params: Any) -> Any:
    """The desk, the workspace, the row and the item of the claim at a place."""
    place = server.place_of(params.text_document.uri)
    desk = server.desks.get(place[0]) if place is not None else None
    if place is None or desk is None:
        return None
    _, at = server.document_and_place(params)
    found = desk.row_at(place[1], at.line + 1, at.character + 1)
    return None if found is None else (desk, place[0], *found)


def _completion(server: ClaimsServer, params: types.CompletionParams) -> types.CompletionList:
    nothing = types.CompletionList(is_incomplete=False, items=[])
    place = server.place_of(params.text_document.uri)
    desk = server.desks.get(place[0]) if place is not None else None
    if desk is None:
        return nothing
    document, at = server.document_and_place(params)
    lines = document.source.splitlines() or [""]
    typed, words = desk.completions(lines[: at.line], lines[at.line][: at.character])
    units = server.workspace.position_codec
    start = units.position_to_client_units(lines, types.Position(at.line, at.character - len(typed)))
    span = types.Range(start, units.position_to_client_units(lines, at))
    near = [word for word in words if typed.casefold() in word.casefold()]
    items = [types.CompletionItem(word, filter_text=word, text_edit=types.TextEdit(span, word)) for word in near]
    return types.CompletionList(is_incomplete=len(items) > OFFERED, items=items[:OFFERED])
