"""`crosscheck init`: a workspace with comments that teach, and a worked example in which a check finds something."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from crosscheck.cli.common import PATH, WRONG_INPUT
from crosscheck.files import write_files
from crosscheck.problems import InputError, Position, Problem

SMALLEST = "bridge"
PACKS = {
    SMALLEST: "what a footbridge cost",
    "disaster": "how strong the winds of a storm were",
    "earnings": "whether a company's revenue rose or fell",
    "election": "how many voters turned out",
    "court": "how long a sentence is",
    "aid": "what an aid programme cost",
}
"""The folders of `packs/` by name, with what the one contradiction of each is about."""

FOLDER = Path(__file__).parent / "packs"
_IN_EVERY = "every"
"""The folder of what is in every workspace."""

FOR_EDITORS = ("claims", "attributes", "names", "relations", "resolutions", "proposals", "settings")
"""The schemas that the files of a workspace name in their first lines."""


@click.command()
@click.option(
    "--pack",
    type=click.Choice(list(PACKS)),
    default=SMALLEST,
    help="The attributes, relations and worked example to begin with (default: bridge).",
)
@click.argument("folder", metavar="[DIR]", default=".", type=PATH)
def command(folder: Path, pack: str) -> None:
    try:
        files = make_workspace(folder, pack)
    except InputError as error:
        click.echo("\n".join([*map(str, error.problems), "nothing was written"]), err=True)
        sys.exit(WRONG_INPUT)
    click.echo(_what_next(folder, files, pack), nl=False)


def make_workspace(folder: Path, pack: str = SMALLEST) -> list[str]:
    """Make the workspace with one of the `PACKS`; returns its files.

    Raises `InputError` with all that is in its way, and writes nothing then. What a run that was killed has written
    already is in nobody's way.
    """
    contents = _contents(pack)
    missing = {name: content for name, content in contents.items() if not _is(folder / name, content)} or contents
    problems = [problem for name in missing for problem in _clash(folder, name)]
    if problems:
        raise InputError(problems)
    made: list[Path] = []
    try:
        for name in missing:
            _make_folders((folder / name).parent, made)
        write_files({folder / name: content for name, content in missing.items()})
    except (OSError, InputError) as error:
        for name in missing:
            (folder / name).unlink(missing_ok=True)
        for path in reversed(made):
            path.rmdir()
        if isinstance(error, InputError):
            raise
        message = f"cannot be written: {error.strerror or error}"
        raise InputError([Problem(Position(Path(error.filename or folder).name, 0), message)]) from None
    return list(contents)


def _what_next(folder: Path, files: Sequence[str], pack: str) -> str:
    """What to do in a workspace that was just made."""
    go = "" if folder == Path() else f"cd {shlex.quote(str(folder))} && "
    return (
        f"wrote {len(files)} files: a workspace with two invented sources. Next:\n"
        f"1. {go}crosscheck check: one contradiction, about {PACKS[pack]} (exit code 1)\n"
        "2. crosscheck report: the same in reports/index.html, both sources side by side\n"
        "3. crosscheck propose ARTICLE: proposes claims for the figures of your own article\n"
        "4. add your own files to claims/ and rules/, as the comments there show, and delete the two in claims/\n"
    )


def _contents(pack: str) -> dict[str, bytes]:
    """Each file by its path in the workspace; the settings, which make it one, come last."""
    from crosscheck.schema import render

    folders = [FOLDER / _IN_EVERY, FOLDER / pack]
    files = [(folder, path) for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    example = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for folder, path in files}
    texts = example | {f"schema/{name}.json": render(name) for name in FOR_EDITORS}
    return {name: texts[name].encode() for name in sorted(texts, key=lambda name: name == "crosscheck.toml")}


def _clash(folder: Path, name: str) -> list[Problem]:
    """What is where a file or one of its folders has to be."""
    target = folder / name
    if os.path.lexists(target):
        return [Problem(Position(name, 0), "is there already, and nothing is overwritten")]
    for place in target.parents:
        if os.path.lexists(place):
            return [] if place.is_dir() else [Problem(Position(place.name, 0), "is a file; a folder is needed")]
    return []


def _is(path: Path, content: bytes) -> bool:
    try:
        return not path.is_symlink() and path.read_bytes() == content
    except OSError:
        return False


def _make_folders(folder: Path, made: list[Path]) -> None:
    """Make a folder and those that it lies in; each goes to `made`."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir()
        made.append(place)
