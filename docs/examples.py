"""The examples of the documentation: runs the commands that its pages show, and writes what they print.

    python docs/examples.py        writes every page anew; a test compares

On a page, a block ```` ```yaml claims/x.yaml ```` is a file, written into a temporary folder. In a block
```` ```console ````, what follows `$ ` is run in that folder, what follows it is its output, and a line `…` stands for
any lines, or none. Exit codes above 1 have to be shown, by `$ echo $?`. A page with `<!-- workspace: tutorial.md -->`
begins with the files of that page, as they are first shown there; with `.`, with those of this repository's workspace;
with a folder, with all that is in it.
In a table whose first column is `written`, the columns `stated` and `allowed` are what the reader makes of it.
"""

from __future__ import annotations

import gc
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

import crosscheck
from crosscheck.cli import main
from crosscheck.formatting import interval_text
from crosscheck.model import Kind
from crosscheck.readings import Context, ReadingError, read

HERE = Path(__file__).resolve().parent
PACKAGE = Path(crosscheck.__file__).resolve().parent
TODAY = "2026-11-22"
DATED = {"check", "export", "proofread", "report", "resolve", "show"}
"""Commands whose output may show the day of the run."""

ELSEWHERE = {
    "source ": "it only brings the command into a shell",
    "python -m pip install": "tests/test_wheel.py installs the wheel into an empty environment",
    "crosscheck check --engine spark": "tests/archive/test_spark.py compares the findings of both engines",
    "pre-commit ": "tests/test_adoption.py installs the hook by it",
}
"""Beginnings of commands that are not run here, and who looks after them."""
RUN_AS = {"make report": "crosscheck report", ".venv/bin/crosscheck": "crosscheck"}
"""Beginnings of commands that are run as something else, which is what they run."""
WORKSPACE = ("crosscheck.toml", "claims", "rules", "resolutions.yaml", "examples")

BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TABLE = re.compile(r"^\| written \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", re.MULTILINE)
BASE = re.compile(r"^<!-- workspace: (\S+) -->$", re.MULTILINE)


def pages() -> list[Path]:
    """Every page that people write; docs/rules/ is made of docstrings."""
    root = HERE.parent
    return [root / "README.md", root / "CONTRIBUTING.md", *sorted(HERE.glob("*.md"))]


class Block(NamedTuple):
    language: str
    file: str | None
    text: str


def blocks(text: str) -> list[Block]:
    return [Block(*match.groups()) for match in BLOCK.finditer(text)]


def is_elsewhere(command: str) -> bool:
    return command.startswith(tuple(ELSEWHERE))


def lay_out(page: str, folder: Path) -> None:
    """Write the files that the page `page` begins with into `folder`: those of a workspace, or of another page."""
    base = BASE.search(page)
    if base is None:
        return
    if base[1] == ".":
        for name in WORKSPACE:
            path = HERE.parent / name
            (shutil.copytree if path.is_dir() else shutil.copy)(path, folder / name)
        return
    if (HERE / base[1]).is_dir():
        shutil.copytree(HERE / base[1], folder, dirs_exist_ok=True)
        return
    for block in reversed(blocks((HERE / base[1]).read_text(encoding="utf-8"))):
        if block.file is not None:
            _write(folder, block)


def rewritten(page: Path) -> str:
    """The text of a page with what its commands print and its values are read as now."""
    text = page.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve() / "workspace"  # one that has a folder above it, for `../newsroom`
        folder.mkdir()
        lay_out(text, folder)
        shell = Shell(folder)

        def replaced(match: re.Match[str]) -> str:
            block = Block(*match.groups())
            if block.file is not None:
                _write(folder, block)
            if block.language != "console":
                return match[0]
            shown = "".join(shell.replayed(*step) for step in _steps(block.text))
            return f"```console\n{shown}```"

        made = BLOCK.sub(replaced, text)
        shell.accept()
        if (folder / "claims").is_dir():
            shell.run("crosscheck check --quiet")  # whatever file is shown must be a good one
            shell.accept()
    return TABLE.sub(lambda match: match[0].removesuffix(match[1]) + _read(match[1]), made)


def _write(folder: Path, block: Block) -> None:
    assert block.file is not None
    path = folder / block.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(block.text, encoding="utf-8")


def _steps(text: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block with the output that is shown."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        while command.endswith("\\"):
            more, _, shown = shown.partition("\n")
            command += f"\n{more}"
        yield command, shown


class Shell:
    """Runs commands in one folder and remembers the last exit code."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.code, self.last, self.printed = folder, 0, "", ""

    def replayed(self, command: str, shown: str) -> str:
        """A command with its output; kept as shown if that holds, and where no output is shown."""
        head = f"$ {command}\n"
        for shown_as, run_as in RUN_AS.items():
            if command.startswith(shown_as):
                command = run_as + command.removeprefix(shown_as)
        if is_elsewhere(command):
            return head + shown
        if command == "echo $?":
            code, self.code = self.code, 0
            return f"{head}{code}\n"
        self.accept()
        printed = self.run(command)
        return head + (shown if _matches(shown, printed) else printed)

    def accept(self) -> None:
        """Exit codes above 1 must have been shown."""
        if self.code > 1:
            raise AssertionError(f"exit code {self.code}, which the page does not show: {self.last}\n{self.printed}")

    def run(self, command: str) -> str:
        self.last = command
        words = shlex.split(command.replace("\\\n", ""))
        # What a shell would make something else of goes to a shell.
        plain = words[0] == "crosscheck" and not re.search(r"[|<>;&$*`]", re.sub(r"'[^']*'|\"[^\"$`]*\"", "", command))
        self.code, printed = self._in_process(words[1:]) if plain else self._in_bash(command)
        self.printed = printed if not printed or printed.endswith("\n") else f"{printed}\n"
        return self.printed

    def _in_process(self, arguments: list[str]) -> tuple[int, str]:
        if arguments[0] in DATED and not {"--today", "--help"} & set(arguments):
            arguments = [*arguments, "--today", TODAY]
        with chdir(self.folder):
            result = CliRunner(env={"COLUMNS": "100"}).invoke(main, arguments, prog_name="crosscheck")
        gc.enable()
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.output

    def _in_bash(self, command: str) -> tuple[int, str]:
        program = f'crosscheck() {{ "{sys.executable}" -m crosscheck.cli "$@"; }}\n'
        identity = {f"GIT_{who}_{what}": "editor" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        environment = {**os.environ, **identity, "PYTHONPATH": str(PACKAGE.parent), "GIT_CONFIG_GLOBAL": os.devnull}
        done = subprocess.run(
            ["bash", "-c", program + command], cwd=self.folder, env=environment, text=True, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout


def _matches(shown: str, printed: str) -> bool:
    """True if `printed` is what is shown, a line `…` of which stands for any lines."""
    parts = [re.escape(part) for part in re.split(r"^…\n", shown, flags=re.MULTILINE)]
    return re.fullmatch(r"(?:.*\n)*?".join(parts), printed) is not None


def _read(rows: str) -> str:
    made = []
    for row in rows.splitlines():
        written, _, _, *rest = (cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1])
        made.append("| " + " | ".join([written, *_reading(written), *rest]) + " |\n")
    return "".join(made)


def _reading(written: str) -> tuple[str, str]:
    """What a cell such as `` `the following year`, after `2015` `` states and allows."""
    text, *_ = re.findall(r"`([^`]+)`", written)
    given = dict(re.findall(r"\b(after|published|in|as) `([^`]+)`", written))
    anchor, published = (
        read(given[key], Context(Kind.DATE)) if key in given else None for key in ("after", "published")
    )
    unit = given.get("in")
    context = Context(Kind(given["as"]) if "as" in given else None, unit, anchor, published)
    try:
        reading = read(text, context)
    except ReadingError as error:
        raise AssertionError(f"{written}: {error}") from None
    assert reading.stated is not None
    assert reading.allowed is not None
    stated, allowed = (interval_text(interval, reading, unit) for interval in (reading.stated, reading.allowed))
    return stated, "the same" if reading.stated == reading.allowed else allowed


def commands(text: str) -> list[str]:
    """Every command that the console blocks of a page show."""
    return [command for block in blocks(text) if block.language == "console" for command, _ in _steps(block.text)]


def headings(text: str) -> list[str]:
    """The anchors of a page, as GitHub makes them."""
    found: dict[str, int] = {}
    made = []
    for title in re.findall(r"^#+ (.+)$", BLOCK.sub("", text), re.MULTILINE):
        plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", title).replace("`", "").strip().lower()
        anchor = re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")
        number = found[anchor] = found.get(anchor, -1) + 1
        made.append(f"{anchor}-{number}" if number else anchor)
    return made


def broken_links(page: Path) -> list[str]:
    """Relative links of a page that lead nowhere."""
    text = BLOCK.sub("", page.read_text(encoding="utf-8"))
    broken = []
    for link in re.findall(r"\[(?:[^\]]|\n)*?\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "`", text)):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (anchor and anchor not in headings(target.read_text(encoding="utf-8"))):
            broken.append(link)
    return broken


if __name__ == "__main__":
    for page in pages():
        before, after = page.read_text(encoding="utf-8"), rewritten(page)
        if after != before:
            page.write_text(after, encoding="utf-8")
            print(f"wrote {page.relative_to(HERE.parent).as_posix()}")
