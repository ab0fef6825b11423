"""The cache of a workspace, `.crosscheck/cache`: what a run worked out, for the next one.

It may be deleted at any time. What was not written whole, by this version of crosscheck and by this user, is not there:
an entry is signed with a key that lies outside of the workspace, as a repository of a stranger may bring a folder of
that name along. An entry holds numbers and JSON, never code. What cannot be read or written is done without.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import sys
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from crosscheck.files import replace_file

FOLDER = ".crosscheck"
_MAGIC = b"crosscheck cache\n"
_SIGNATURE = 32

Arrays = Mapping[str, npt.NDArray[np.int32]]


def load(root: Path, name: str) -> tuple[Any, Arrays] | None:
    """What the last run left in the workspace `root` under `name`: a JSON value and arrays; None if nothing did."""
    try:
        data = _path(root, name).read_bytes()
        content = data[len(_MAGIC) + _SIGNATURE :]
        if not data.startswith(_MAGIC) or not hmac.compare_digest(
            data[len(_MAGIC) : len(_MAGIC) + _SIGNATURE], _signature(name, content)
        ):
            return None
    except OSError:
        return None
    size = int.from_bytes(content[:8], "little")
    value, shapes = json.loads(content[8 : 8 + size])
    arrays, begin = {}, 8 + size
    for key, length in shapes:
        arrays[key] = np.frombuffer(content, np.int32, length, begin)
        begin += 4 * length
    return value, arrays


def save(root: Path, name: str, value: Any, arrays: Arrays) -> None:
    """Keep a JSON value and arrays under `name` for the next run; readers see all of it or what was there before."""
    shapes = [[key, len(array)] for key, array in arrays.items()]
    try:
        text = json.dumps([value, shapes], ensure_ascii=False, separators=(",", ":")).encode()
        raw = [array.astype(np.int32).tobytes() for array in arrays.values()]
        content = b"".join([len(text).to_bytes(8, "little"), text, *raw])
        path = _path(root, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        ignored = root / FOLDER / ".gitignore"
        if not ignored.exists():
            replace_file(ignored, [b"*\n"], durable=False)
        replace_file(path, [_MAGIC, _signature(name, content), content], durable=False)
    except (OSError, ValueError):  # ValueError: a lone surrogate, or a number of thousands of digits
        return


def _path(root: Path, name: str) -> Path:
    """Where an entry lies; raises OSError if a link leads elsewhere, or to what is no file, which may have no end."""
    path = root / FOLDER / "cache" / name
    if any(part.is_symlink() for part in (path.parent.parent, path.parent, path)) or (
        path.exists() and not path.is_file()
    ):
        raise OSError(f"{path} is no file of the workspace")
    return path


def _signature(name: str, content: bytes) -> bytes:
    """Raises OSError where there can be no key."""
    made = hashlib.blake2b(f"{name}\n{_version()}\n".encode(), digest_size=_SIGNATURE, key=_key())
    made.update(content)
    return made.digest()


@cache
def _version() -> str:
    """All that an entry depends on beside what it says itself: this code, as it lies on the disk, and its Python."""
    package = Path(__file__).parent
    files = [
        (path.relative_to(package).as_posix(), (stat := path.stat()).st_size, stat.st_mtime_ns)
        for path in package.rglob("*.py")
    ]
    return json.dumps([sys.version, sys.byteorder, unicodedata.unidata_version, sorted(files)])


@cache
def _key() -> bytes:
    """The secret of this user, made when it is first asked for; raises OSError if it cannot be kept."""
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):  # the folder that this runs in may be a stranger's
        base = os.path.expanduser("~/.cache")
    if not os.path.isabs(base):
        raise OSError("there is no home folder to keep a key in")
    path = Path(base, "crosscheck", "key")
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(os.urandom(_SIGNATURE))
        found = path.read_bytes()
    if len(found) != _SIGNATURE:
        raise OSError(f"{path.name} is not a key")
    return found
