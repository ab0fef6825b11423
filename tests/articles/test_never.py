"""What the way from an article to claims never does, where no test beside the command says it already.

A proposal is no claim: test_proposing, test_proofreading. No exit code comes of a suggestion, no year is chosen
silently, different bounds never agree: test_proofreading. No part of a refused value: test_spotting. At most 15 words
are stored, nothing is filled in below the gate, the same input gives the same bytes: test_proposing.
"""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest

from factories import c, run, workspace

MODELS = {"torch", "tensorflow", "transformers", "onnxruntime", "spacy", "sklearn", "nltk", "gensim"}


def test_nothing_asks_the_network_or_a_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> NoReturn:
        raise AssertionError("the network was asked for")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    root = workspace(tmp_path, [c("s", "Lund Line", "ships", "14 ships")], attributes="ships: {kind: count}\n")
    article = root / "ours.txt"
    article.write_text("Lund Line runs 15 ships. See https://example.org/ships.", encoding="utf-8")
    commands = (
        ("propose", str(article)),
        ("proofread", str(article), "--format", "html"),
        ("accept", str(root / "proposals" / "ours.yaml"), "--only", "1"),
        ("coverage", "--sources", str(root)),
    )
    assert [run(root, *command).code for command in commands] == [0, 0, 0, 0]
    assert MODELS.isdisjoint(sys.modules)
