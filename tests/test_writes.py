"""What is written is written whole or not at all, to where it belongs, and over nothing that is read."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from crosscheck.decisions.record import Judgement
from crosscheck.files import write_file
from crosscheck.loading import Options
from crosscheck.model import Decision
from crosscheck.problems import InputError
from crosscheck.review.session import ReviewSession, Shown
from factories import TODAY, Ran, c, claims_file, document, files_of, plan_colombia, problems, resolve, run, workspace

STEPS = ("mkdir", "open", "replace", "unlink")
"""Functions of `os` that change what is in a folder: a writer is killed before each."""


def killed_at(number: int, act: Callable[[], object]) -> bool:
    """Whether `act` is over before its step of that number; if not, it is killed there."""
    child = os.fork()
    if child == 0:
        left = number

        def stepping(step: Callable[..., Any]) -> Callable[..., Any]:
            def stepped(*args: Any, **keys: Any) -> Any:
                nonlocal left
                if left == 0:
                    os._exit(9)
                left -= 1
                return step(*args, **keys)

            return stepped

        for name in STEPS:
            setattr(os, name, stepping(getattr(os, name)))
        try:
            act()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 9


def left(root: Path) -> dict[str, bytes]:
    """The files of a workspace, without a lock that nobody holds: whoever writes next removes it."""
    return {name: content for name, content in files_of(root).items() if not name.endswith(".lock")}


def seen(root: Path) -> dict[str, bytes]:
    """The files that no writer has made for itself."""
    return {name: content for name, content in files_of(root).items() if "/." not in f"/{name}"}


def init(folder: Path) -> Ran:
    return run(folder, "init", str(folder))


CLAIMS = [c("s", "Plan", "total aid", "$1", note="A note."), c("t", "Plan", "total aid", "$2")]


def convert(folder: Path, target: str) -> Ran:
    return run(folder, "convert", str(folder / "claims"), str(folder / target), "--overwrite")


def decided(root: Path) -> Path:
    resolve(workspace(root, CLAIMS))
    return root


def reviewed(root: Path) -> None:
    named = {"publisher": "The Gazette", "url": "https://example.com"}
    settings = "[export]\n" + "".join(f'{key} = "{text}"\n' for key, text in named.items())
    sources = {one.source: claims_file({"id": one.source, "publisher": "P"}, one.keys) for one in CLAIMS}
    files = {f"{source}.yaml": text for source, text in sources.items()}
    resolve(workspace(root, files, settings=settings, files={"reviews.json": "old"}), decision="all_wrong")


def gone(root: Path) -> None:
    (decided(root) / "claims" / "t.yaml").unlink()


def outdated(root: Path) -> None:
    path = decided(root) / "resolutions.yaml"
    path.write_text(path.read_text().replace("  reader: 2\n", ""))


def decide(root: Path) -> None:
    session = ReviewSession(root, Options(today=TODAY), TODAY)
    session.page()
    finding = document(root)["findings"][0]
    shown = Shown(finding["id"], finding["fingerprint"], finding["verdict"])
    judgement = Judgement(decision=Decision.BOTH_RIGHT, reason="Read both.", by="A. Editor", on=TODAY)
    session.decide(session.since("")[0], [shown], judgement)


ARTICLE = "Plan took $3.\n\nIt began on Tuesday, and 20 people came."
YES = "    accept: yes\n    subject: Plan\n    attribute: total aid\n"


def article(root: Path) -> None:
    workspace(root, CLAIMS, files={"ours.txt": ARTICLE})


def propose(root: Path) -> Ran:
    return run(root, "propose", str(root / "ours.txt"), "--published", "2026-11-20")


def proposed(root: Path) -> None:
    """An article whose first figure, which has no item yet, is accepted."""
    article(root)
    propose(root)
    path = root / "proposals" / "ours.yaml"
    content = path.read_text()
    assert "accept: no" in content
    first, rest = re.sub(r"(?m)^    (subject|attribute):.*\n", "", content).split("    accept: no\n", 1)
    path.write_text(first + YES + rest)


def curated(root: Path) -> None:
    """Proposals for a source of which claims are there, which come behind them."""
    proposed(root)
    (root / "claims" / "ours.yaml").write_text(
        "source: ours\nclaims:\n  - {subject: Plan, attribute: start, value: 1999}\n"
    )


def changed(root: Path) -> None:
    proposed(root)
    (root / "ours.txt").write_text(f"{ARTICLE} In 2020, 7 came.")


COMMANDS: dict[str, tuple[Callable[[Path], object], Callable[[Path], object]]] = {
    "init": (lambda root: root.mkdir(), init),
    "propose": (article, propose),
    "propose again": (changed, propose),
    "accept": (proposed, lambda root: run(root, "accept", str(root / "proposals/ours.yaml"))),
    "accept into claims": (curated, lambda root: run(root, "accept", str(root / "proposals/ours.yaml"))),
    "convert to a table": (lambda root: workspace(root, CLAIMS), lambda root: convert(root, "made.csv")),
    "convert to a folder": (lambda root: workspace(root, CLAIMS), lambda root: convert(root, "made")),
    "resolve": (lambda root: workspace(root, CLAIMS), resolve),
    "resolve another": (decided, lambda root: resolve(root, "XC101", decision="unsure")),
    "resolve --prune": (gone, lambda root: run(root, "resolve", "--prune")),
    "resolve --refresh": (outdated, lambda root: run(root, "resolve", "--refresh")),
    "review": (lambda root: workspace(root, CLAIMS), decide),
    "schema": (
        lambda root: workspace(root, CLAIMS, files={"schema/claims.json": "old"}),
        lambda root: run(root, "schema", "--output", str(root / "schema")),
    ),
    "report": (lambda root: workspace(root, CLAIMS), lambda root: run(root, "report")),
    "export": (reviewed, lambda root: run(root, "export", "--output", str(root / "reviews.json"))),
    "check": (
        lambda root: workspace(root, CLAIMS, files={"out.json": "{}", "out.csv": "old"}),
        lambda root: run(root, "check", "--output", f"json={root}/out.json", "--output", f"csv={root}/out.csv"),
    ),
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a run is killed in a process of its own")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_run_that_is_killed_anywhere_leaves_each_file_old_or_new(command: str, tmp_path: Path) -> None:
    before, act = COMMANDS[command]
    before(tmp_path / "old")
    old = files_of(tmp_path / "old")
    copytree(tmp_path / "old", tmp_path / "new")
    act(tmp_path / "new")
    new = files_of(tmp_path / "new")
    assert new != old
    number = 0
    while True:
        root = copytree(tmp_path / "old", tmp_path / str(number))
        if not killed_at(number, lambda root=root: act(root)):  # type: ignore[misc]
            break
        found = seen(root)
        assert all(content in (old.get(name), new.get(name)) for name, content in found.items())
        assert found.keys() >= old.keys()
        act(root)
        assert left(root) == new
        number += 1
    assert number >= 3


FAULTS = (errno.ENOSPC, errno.EACCES, errno.EIO)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_step_that_fails_anywhere_leaves_each_file_old_or_new(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, a folder without permission, a broken disk, in turn: one line says so, and nothing stays behind."""
    before, act = COMMANDS[command]
    before(tmp_path / "old")
    old = files_of(tmp_path / "old")
    copytree(tmp_path / "old", tmp_path / "new")
    act(tmp_path / "new")
    new = files_of(tmp_path / "new")
    number, is_over = 0, False
    while not is_over:
        root, steps, failed = copytree(tmp_path / "old", tmp_path / str(number)), number, ""

        def failing(name: str, step: Callable[..., Any], code: int = FAULTS[number % 3]) -> Callable[..., Any]:
            def stepped(*args: Any, **keys: Any) -> Any:
                nonlocal steps, failed
                steps -= 1
                if steps == -1:
                    failed = name
                    raise OSError(code, os.strerror(code))
                return step(*args, **keys)

            return stepped

        with monkeypatch.context() as broken, suppress(InputError, OSError):
            for name in (*STEPS, "fsync"):
                broken.setattr(os, name, failing(name, getattr(os, name)))
            ran = act(root)
            assert not isinstance(ran, Ran) or ran.code in (2, 4) or left(root) == new
            assert "Traceback" not in str(ran)
        why = os.strerror(FAULTS[number % 3]).encode()  # what an output of a check says then
        assert all(content in (old.get(name), new.get(name)) or why in content for name, content in seen(root).items())
        assert failed == "unlink" or not [name for name in files_of(root) if ".crosscheck-" in name]
        act(root)
        assert left(root) == new
        number, is_over = number + 1, not failed
    assert number > 3


def test_temporary_files_of_runs_that_go_on_stay(tmp_path: Path) -> None:
    write_file(tmp_path / "a", "b")
    seen: list[str] = []

    def parts() -> Any:
        (name,) = (path.name for path in tmp_path.iterdir() if path.name.startswith(".crosscheck-"))
        seen.append(name)
        write_file(tmp_path / "c", "d")
        yield "e"

    write_file(tmp_path / "a", parts())
    assert seen
    assert files_of(tmp_path) == {"a": b"e", "c": b"d"}


@pytest.mark.parametrize("target", ["made.csv", "made.parquet", "made.jsonl", "made"])
def test_a_full_disk_is_told_and_leaves_nothing(target: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = workspace(tmp_path, CLAIMS)
    before = files_of(root)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    ran = convert(root, target)
    assert (ran.code, ran.out) == (4, "")
    assert ran.err.endswith("No space left on device\n")
    assert files_of(root) == before


@pytest.mark.parametrize("link", ["reports", "reports/index.html"])
def test_a_report_does_not_leave_the_workspace_by_a_link(link: str, tmp_path: Path) -> None:
    root = plan_colombia(tmp_path / "w")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "index.html").write_text("mine")
    place = root / link
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(tmp_path / "elsewhere" / ("index.html" if link.endswith("html") else ""))
    ran = run(root, "report")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("reports/index.html: is a link that leads out of the workspace\n")
    assert (tmp_path / "elsewhere" / "index.html").read_text() == "mine"


def test_an_output_does_not_leave_the_workspace_by_a_link(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path / "w")
    (tmp_path / "mine").write_text("mine")
    (root / "out.json").symlink_to(tmp_path / "mine")
    (line,) = problems(root, "--output", f"json={root}/out.json")
    assert line.endswith('"out.json" is a link that leads out of the workspace')
    assert (tmp_path / "mine").read_text() == "mine"


READ = """
    claims/s.yaml claims/new.csv rules/attributes.yaml crosscheck.toml resolutions.yaml texts/s.txt
    earlier.json draft.yaml linked
""".split()


@pytest.mark.parametrize("name", READ)
def test_no_output_replaces_what_is_read(name: str, tmp_path: Path) -> None:
    root = plan_colombia(
        tmp_path,
        settings='sources = "texts"\n',
        files={"texts/s.txt": "$10 billion", "draft.yaml": "source: d\nclaims: []\n", "earlier.json": "{}"},
    )
    (root / "linked").symlink_to("claims/s.yaml")
    run(root, "check", "--output", f"json={root}/earlier.json")
    options = {"earlier.json": ("--since", f"{root}/earlier.json"), "draft.yaml": ("--draft", f"{root}/draft.yaml")}
    before = files_of(root)
    ran = run(root, "check", "--output", f"json={root / name}", *options.get(name, ()))
    assert (ran.code, ran.out) == (2, "")
    assert f'{Path(name).name}" is what the run reads; name another file' in ran.err
    assert files_of(root) == before


def test_two_formats_do_not_share_a_file(tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    (line,) = problems(root, "--output", f"json={root}/out", "--output", f"csv={root}/reports/../out")
    assert line.endswith('"out" gets two formats; name a file for each')
    assert run(root, "check", "--output", "json=/dev/null", "--output", "csv=/dev/null").code == 1
