"""A client of yaml-language-server over stdio: what an editor asks, and what it shows."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any

TIMEOUT = 60
"""Seconds in which a server answers, at the latest."""


class LanguageServer:
    """A running server; the schema of a file is the one that its first line names."""

    def __init__(self, command: list[str], root: Path) -> None:
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._messages: queue.Queue[dict[str, Any]] = queue.Queue()
        self._sent = 0
        threading.Thread(target=self._read, daemon=True).start()
        self._settings = {"yaml": {"schemaStore": {"enable": False}}}
        wanted = {
            "textDocument": {
                "hover": {"contentFormat": ["markdown"]},
                "completion": {"completionItem": {"snippetSupport": True}},
                "publishDiagnostics": {},
            },
            "workspace": {"configuration": True},
        }
        self._ask("initialize", processId=None, rootUri=root.as_uri(), capabilities=wanted)
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings=self._settings)

    def stop(self) -> None:
        self._process.kill()
        self._process.communicate()

    def problems(self, path: Path, text: str | None = None) -> list[tuple[int, str]]:
        """What an editor marks in a file, or in `text` as its content: lines, counted from 1, and messages."""
        uri = self._open(path, path.read_text(encoding="utf-8") if text is None else text)
        while True:
            message = self._messages.get(timeout=TIMEOUT)
            about = message.get("params", {})
            if message.get("method") == "textDocument/publishDiagnostics" and about["uri"] == uri:
                return sorted((each["range"]["start"]["line"] + 1, each["message"]) for each in about["diagnostics"])

    def completions(self, path: Path, text: str) -> dict[str, str]:
        """What an editor offers at the end of `text`, and what it says of each."""
        answer = self._ask("textDocument/completion", **_end(self._open(path, text), text))
        found = answer["items"] if isinstance(answer, dict) else answer or []
        return {item["label"]: _text(item.get("documentation")) for item in found}

    def hover(self, path: Path, text: str, word: str) -> str:
        """What an editor says of the first place where `word` is."""
        answer = self._ask("textDocument/hover", **_end(self._open(path, text), text[: text.index(word) + 1]))
        return _text(answer["contents"]) if answer else ""

    def _open(self, path: Path, text: str) -> str:
        """Open `text` beside `path` under a name of its own, so that no answer is taken for that of another."""
        self._sent += 1
        uri = path.with_name(f"{self._sent}-{path.name}").as_uri()
        self._tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text})
        return uri

    def _ask(self, method: str, **params: Any) -> Any:
        self._sent += 1
        self._send(id=self._sent, method=method, params=params)
        while True:
            message = self._messages.get(timeout=TIMEOUT)
            if message.get("id") == self._sent and "method" not in message:
                return message["result"]

    def _tell(self, method: str, **params: Any) -> None:
        self._send(method=method, params=params)

    def _send(self, **message: Any) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._process.stdin.flush()

    def _read(self) -> None:
        """Answer what the server asks, and keep everything else."""
        stream = self._process.stdout
        assert stream is not None
        while header := stream.readline():
            if header.lower().startswith(b"content-length:"):
                length = int(header.partition(b":")[2])
                while stream.readline().strip():
                    pass
                message = json.loads(stream.read(length))
                if "id" in message and "method" in message:
                    wanted = message.get("params", {}).get("items", [])
                    self._send(id=message["id"], result=[self._settings.get(item.get("section")) for item in wanted])
                else:
                    self._messages.put(message)


def _end(uri: str, text: str) -> dict[str, Any]:
    """The place where `text`, the beginning of a document, ends."""
    lines = text.split("\n")
    return {"textDocument": {"uri": uri}, "position": {"line": len(lines) - 1, "character": len(lines[-1])}}


def _text(markup: Any) -> str:
    return str(markup["value"]) if isinstance(markup, dict) else markup or ""
