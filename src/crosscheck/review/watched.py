"""The file that a review writes to: nothing is written over a version of it that a page has not seen."""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Sequence
from pathlib import Path

from crosscheck.files import present, read_bytes, write_file


class Conflict(Exception):
    """The page does not know how things stand; `changes` are the lines of the file that differ, as a diff has them."""

    def __init__(self, message: str, changes: Sequence[str] = ()) -> None:
        self.changes = tuple(changes)
        super().__init__(message)


class WatchedFile:
    """A file at `path`, which messages call `name`, and the versions of it that pages were made of.

    A version is a digest of the content; None stands for the content where there is no file.
    """

    def __init__(self, path: Path, name: str) -> None:
        self.path, self.name = path, name
        self._versions: dict[str, bytes | None] = {}

    def content(self) -> bytes | None:
        return read_bytes(self.path, self.name) if present(self.path, self.name) else None

    def remember(self, content: bytes | None) -> str:
        """The version that some content is, of which it can be told later how another one differs."""
        version = "none" if content is None else hashlib.sha256(content).hexdigest()
        self._versions[version] = content
        return version

    def require(self, version: str, content: bytes | None) -> None:
        """Raise `Conflict` if the content is not that of a version."""
        if self.remember(content) != version:
            message = f"{self.name} has changed since this page was loaded. Nothing was written."
            raise Conflict(message, self.changes(version, content))

    def changes(self, version: str, content: bytes | None) -> list[str]:
        """How the content differs from that of a version, as the lines of a diff."""
        old, new = (
            (data or b"").decode(errors="replace").splitlines() for data in (self._versions.get(version), content)
        )
        return list(difflib.unified_diff(old, new, lineterm="", n=1))[2:]

    def restore(self, content: bytes | None) -> None:
        """Make the file what it was, byte for byte."""
        if content is None:
            self.path.unlink()
        else:
            write_file(self.path, content)
