"""At a terminal: lines as wide as it is, the Tab key, and `check --watch`."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete
from hypothesis import given
from hypothesis import strategies as st

from crosscheck.cli import main
from crosscheck.outputs.wrapping import NARROWEST, width_of, wrapped
from factories import c, findings, plan_colombia, resolve, run, workspace
from requirements import cannot_run
from test_libraries import FOR_ARTICLES, FOR_TABLES

TERMINAL = "click.testing._NamedTextIOWrapper.isatty"
"""Whether what commands print goes to a terminal, in this process."""


# ------------------------------------------------------------------------------------------------------------- widths


@given(st.lists(st.text("ab \x1b日é", max_size=30), max_size=5), st.integers(NARROWEST, 60))
def test_lines_are_broken_between_words_and_lose_none(lines: list[str], width: int) -> None:
    text = "\n".join(lines)
    made = wrapped(text, width)
    assert made.split() == text.split()
    assert all(len(line) <= width or len(line.split()) <= 1 for line in made.replace("日", "").split("\n"))


def test_what_follows_a_break_is_further_in_and_colours_take_no_room() -> None:
    assert wrapped("  one two three four five six", 20) == "  one two three four\n    five six"
    assert wrapped("\x1b[1;31mone\x1b[0m two three four five", 20) == "\x1b[1;31mone\x1b[0m two three four\n  five"
    assert wrapped("one " + "日" * 10, 20) == "one\n  " + "日" * 10
    assert wrapped("a" * 50, 20) == "a" * 50
    assert wrapped("one two three four five six", NARROWEST - 1) == "one two three four five six"


@pytest.mark.parametrize("width", [40, 80, 200])
def test_findings_and_problems_are_as_wide_as_the_terminal(
    width: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = plan_colombia(tmp_path / "a")
    broken = workspace(tmp_path / "b", [c("s", "Plan", "total aid", "blurb"), c("s", "Plan", "start", "soon")])
    id = findings(root)[0]["id"]
    asked = ((root, "check"), (root, "show", id), (broken, "check"))
    plain = [run(folder, *words) for folder, *words in asked]  # type: ignore[arg-type]
    assert max(len(line) for ran in plain for line in (ran.out + ran.err).splitlines()) > 80
    monkeypatch.setattr(TERMINAL, lambda _: True, raising=False)
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "")
    for (folder, *words), before in zip(asked, plain, strict=True):
        ran = run(folder, *words)  # type: ignore[arg-type]
        assert all(len(line) <= width or len(line.split()) == 1 for line in (ran.out + ran.err).splitlines())
        assert (ran.code, ran.out.split(), ran.err.split()) == (before.code, before.out.split(), before.err.split())


def test_a_pipe_and_a_closed_stream_have_no_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    with open(os.devnull, "w") as pipe:
        assert width_of(pipe) is None
    assert width_of(pipe) is None
    assert width_of(None) is None


# --------------------------------------------------------------------------------------------------------- completion


SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


def completed(root: Path, shell: str, *words: str) -> list[str]:
    """What a shell is offered for the last word of a command on a workspace."""
    command, *rest, incomplete = words
    complete = SHELLS[shell](main, {}, "crosscheck", "_CROSSCHECK_COMPLETE")
    found = complete.get_completions([command, "--workspace", str(root), *rest], incomplete)
    assert all(complete.format_completion(one) for one in found)
    return [f"<{one.type}>" if one.type != "plain" else str(one.value) for one in found]


@pytest.mark.parametrize("shell", SHELLS)
def test_ids_rules_sources_claims_and_items_are_completed(shell: str, tmp_path: Path) -> None:
    root = plan_colombia(tmp_path, settings='disable = ["XC904"]\n')
    (conflict,) = [found["id"] for found in findings(root) if found["code"] == "XC101"]
    for words, expected in (
        (["show", "xc101"], [conflict]),
        (["resolve", conflict, "XC101"], [conflict]),
        (["resolve", conflict, "--wrong", "s"], ["s", "s/plan-colombia-total-aid"]),
        (["rule", "XC90"], [f"XC90{number}" for number in (1, 2, 3, 5, 6, 7, 8, 9)]),
        (["rule", "close"], ["close-name"]),
        (["check", "--draft", "t"], ["t"]),
        (["check", "--draft", "x"], ["<file>"]),
        (["report", "--draft", "s"], ["s"]),
        (["coverage", ""], ["s", "t"]),
        (["items", "co"], ["Colombia"]),
        (["check", "--format", "sa"], ["sarif"]),
        (["show", "zzz"], []),
    ):
        assert completed(root, shell, *words) == expected, words


def test_nothing_is_completed_where_nothing_can_be_read(tmp_path: Path) -> None:
    for root in (tmp_path / "nowhere", workspace(tmp_path / "w", {"a.yaml": "["}, settings="nonsense")):
        for words in (["show", ""], ["rule", ""], ["coverage", ""], ["items", ""]):
            assert completed(root, "bash", *words) == []


def test_completion_runs_no_code_and_reads_no_table(tmp_path: Path) -> None:
    files = {"a.csv": "source,subject,attribute,value\ns,Plan,total aid,$1\nt,Plan,total aid,$2\n"}
    root = workspace(tmp_path / "w", files, files={"rules/own.py": f"open({str(tmp_path / 'ran')!r}, 'w')\n"})
    assert completed(root, "bash", "show", "") == []
    assert completed(root, "bash", "rule", "XC101") == ["XC101"]
    assert not (tmp_path / "ran").exists()
    resolve(root, "--no-rules", "--undecided")
    assert len(completed(root, "bash", "show", "XC101")) == 1


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes_and_loads_nothing_slow(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    told = "import atexit, json, sys; atexit.register(lambda: print(json.dumps(list(sys.modules)), file=sys.stderr))"
    program = tmp_path / "crosscheck"
    program.write_text(f"#!{sys.executable}\n{told}\nfrom crosscheck.__main__ import main\nmain()\n")
    program.chmod(0o755)
    script = """
        eval "$(_CROSSCHECK_COMPLETE=bash_source crosscheck 2>/dev/null)"
        complete -p crosscheck
        COMP_WORDS=(crosscheck show XC1) COMP_CWORD=2
        _crosscheck_completion crosscheck
        echo "${COMPREPLY[@]}"
    """
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    ran = subprocess.run(["bash", "-c", script], cwd=root, env=environment, capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == findings(root)[0]["id"]
    assert not {*FOR_TABLES, *FOR_ARTICLES} & set(json.loads(ran.stderr.splitlines()[-1]))


# -------------------------------------------------------------------------------------------------------------- watch


def edit(path: Path, old: str, new: str) -> Callable[[], None]:
    """Replaces a file with another one, as editors do; what a test looks at does not depend on the clock."""

    def act() -> None:
        made = path.with_suffix(".new")
        made.write_text(path.read_text().replace(old, new))
        os.utime(made, ns=(path.stat().st_mtime_ns + 1, path.stat().st_mtime_ns + 1))
        made.replace(path)

    return act


def need_watchfiles() -> None:
    if find_spec("watchfiles") is None:
        cannot_run("watchfiles is not installed: it is in the extra watch")


def workspace_file(root: Path, name: str) -> None:
    (root / name).parent.mkdir()
    (root / name).write_text("source: u\nclaims:\n")


def changing(monkeypatch: pytest.MonkeyPatch, *edits: Callable[[], object]) -> None:
    """Lets the edits happen while somebody watches, who is then interrupted."""
    left = iter(edits)

    def changes(*folders: Path, **_: object) -> object:
        assert all(folder.is_dir() for folder in folders)
        for act in left:
            act()
            yield set()
        raise KeyboardInterrupt

    need_watchfiles()
    monkeypatch.setattr("watchfiles.watch", changes)


def test_every_change_of_what_is_read_is_another_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = tmp_path / "texts"
    root = plan_colombia(
        tmp_path / "w",
        names="Plan Colombia: {}\n",
        settings='sources = "../texts"\n',
        files={"../texts/s.txt": "took $10 billion", "draft.yaml": "source: d\nclaims:\n", "notes.txt": "mine"},
    )
    for name, act in {
        "claims/s.yaml": edit(root / "claims/s.yaml", "$10", "$11"),
        "claims/new/u.yaml": lambda: workspace_file(root, "claims/new/u.yaml"),
        "rules/names.yaml": edit(root / "rules/names.yaml", "{}", "{aliases: [PC]}"),
        "resolutions.yaml": lambda: (root / "resolutions.yaml").write_text("[]"),
        "s.txt": edit(texts / "s.txt", "$10", "about $11"),
        "crosscheck.toml": edit(root / "crosscheck.toml", "sources", "fail_on = 'none'\nsources"),
        "": lambda: (root / "notes.txt").write_text("yours"),
    }.items():
        changing(monkeypatch, act)
        ran = run(root, "check", "--watch", "--quiet")
        assert ran.code == 0
        assert [line for line in ran.err.splitlines() if line.startswith("note: changed")] == (
            [f"note: changed: {name}"] if name else []
        )
        assert ran.err.splitlines()[-1] == "stopped"


def test_a_draft_outside_is_watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = plan_colombia(tmp_path / "w")
    draft = tmp_path / "elsewhere" / "d.yaml"
    draft.parent.mkdir()
    draft.write_text("source: d\nclaims:\n  - {subject: Plan Colombia, attribute: total aid, value: $10 billion}\n")
    changing(monkeypatch, edit(draft, "$10", "$20"))
    ran = run(root, "check", "--watch", "--draft", str(draft))
    assert ran.err == "note: changed: d.yaml\nstopped\n"
    assert ran.out.count("1 claim of the draft") == 2


def test_a_broken_file_is_told_and_the_next_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = plan_colombia(tmp_path)
    claims = root / "claims/s.yaml"
    changing(monkeypatch, edit(claims, "claims:", "claim:"), edit(claims, "claim:", "claims:"), claims.unlink)
    ran = run(root, "check", "--watch")
    assert ran.out.count("contradiction: Plan Colombia / total aid") == 2
    assert 'claims/s.yaml:2:1: a claims file has no key "claim"' in ran.err
    assert ran.err.count("nothing was checked") == 1
    assert ran.err.count("note: changed: claims/s.yaml\n") == 3
    assert "1 claim of 1 source" in ran.out


def test_on_a_terminal_nothing_moves_unless_something_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = plan_colombia(tmp_path)
    claims = root / "claims/s.yaml"
    changing(monkeypatch, edit(claims, "source", "# a note\nsource"), edit(claims, "claims:", "claim:"))
    monkeypatch.setattr(TERMINAL, lambda _: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    ran = run(root, "check", "--watch")
    first, second, third, *rest = re.split(r"\r\x1b\[Kchecked at \d\d:\d\d:\d\d; Ctrl-C ends this", ran.out)
    assert rest == [""]
    assert first.startswith("\x1b[2J\x1b[Hclaims/s.yaml:3:")
    assert "\x1b[1;31mcontradiction\x1b[0m" in first
    assert second.startswith("\x1b[2J\x1b[Hclaims/s.yaml:4:")  # the line of the claim
    assert third.startswith("\x1b[2J\x1b[Hclaims/s.yaml:3:1: a claims file has no key")
    assert max(map(len, third.removeprefix("\x1b[2J\x1b[H").splitlines())) <= 60
    changing(monkeypatch, edit(root / "claims/t.yaml", "\n", "\n\n"), lambda: os.utime(claims, ns=(1, 1)))
    assert run(root, "check", "--watch").out.count("\x1b[2J") == 1


def test_watching_needs_its_extra_and_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = plan_colombia(tmp_path)
    told = run(root, "check", "--watch", "--draft", "-")
    assert told.err.startswith("--watch: cannot read --draft - again; name a file\n")
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ran = run(root, "check", "--watch")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("--watch: needs watchfiles: python -m pip install watchfiles\n")


@pytest.mark.skipif(os.name != "posix", reason="signals are sent")
def test_a_file_that_is_saved_is_checked_again_until_ctrl_c(tmp_path: Path) -> None:
    need_watchfiles()
    root = plan_colombia(tmp_path)
    command = [sys.executable, "-m", "crosscheck", "check", "--watch"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        for amount in ("$10", "$12"):
            edit(root / "claims/s.yaml", "$10", amount)()
            block = ""
            while "2 claims of 2 sources" not in block:
                block += process.stdout.readline()
            assert f'"{amount} billion"' in block
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0
        assert process.stderr.read() == "note: changed: claims/s.yaml\nstopped\n"


# ------------------------------------------------------------------------------------------------------------ verbose


def test_verbose_says_what_was_read_and_what_is_in_force(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path, settings='disable = ["XC904"]\n')
    ran = run(root, "check", "--verbose")
    assert ran.out == run(root, "check").out
    assert ran.err.splitlines()[:3] == [
        "read claims/s.yaml: 1 claim",
        "read claims/t.yaml: 1 claim",
        "read resolutions.yaml: 0 decisions",
    ]
    assert "; off: XC904 close-item\n" in ran.err
    assert "with fail_on = tension\n" in ran.err
