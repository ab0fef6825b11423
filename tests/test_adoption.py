"""crosscheck in a newsroom's repository: a pull request from its first commit on, an archive with 500 old conflicts,
and what the services that check it are given."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

import crosscheck
from crosscheck.cli.common import FAILS, FOUND_NOTHING, WRONG_INPUT
from factories import TODAY, c, claims_file, document, findings, plan_colombia, resolve, run, workspace
from requirements import cannot_run

HERE = Path(__file__).resolve().parent.parent
(HOOK,) = yaml.safe_load((HERE / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION = yaml.safe_load((HERE / "action.yml").read_text(encoding="utf-8"))
RECIPES = dict(
    re.findall(
        r"^```yaml (\S+)\n(.*?)^```$", (HERE / "docs" / "ci.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
)


class Done(NamedTuple):
    code: int
    out: str


class Repository:
    """A git repository with a workspace in it, and `crosscheck` on the path of what runs there."""

    def __init__(self, root: Path, tools: Path) -> None:
        self.root = root
        root.mkdir()
        tools.mkdir()
        command = tools / "crosscheck"
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m crosscheck.cli "$@"\n')
        command.chmod(0o755)
        who = {f"GIT_{who}_{what}": "desk" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        variables = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self.environment = {
            **variables,
            **who,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "PRE_COMMIT_HOME": str(root.parent / "pre-commit"),
            "PYTHONPATH": str(Path(crosscheck.__file__).resolve().parent.parent),
        }
        self.run("git", "init", "--quiet", "--initial-branch=main")

    def run(self, *words: str, **variables: str) -> Done:
        done = subprocess.run(
            words,
            cwd=self.root,
            env={**self.environment, **variables},
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            check=False,
        )
        return Done(done.returncode, done.stdout)

    def check(self, *options: str) -> Done:
        return self.run("crosscheck", "check", "--today", TODAY, *options)

    def hook(self) -> None:
        """Install the hook by pre-commit as the documentation says, from a repository that has it as this one has.

        Only its language is another one: `crosscheck` is on the path, where pre-commit would make an environment for it
        from a package index.
        """
        published = self.root.parent / "crosscheck"
        published.mkdir()
        shutil.copy(HERE / ".pre-commit-hooks.yaml", published)
        rev = f"v{crosscheck.__version__}"
        for words in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", rev), ("tag", rev)):
            assert self.run("git", "-C", str(published), *words).code == 0
        config = yaml.safe_load(RECIPES[".pre-commit-config.yaml"])
        config["repos"][0]["repo"] = published.as_uri()
        config["repos"][0]["hooks"][0]["language"] = "system"
        (self.root / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
        done = self.run(sys.executable, "-m", "pre_commit", "install")
        assert "pre-commit installed at .git/hooks/pre-commit" in done.out

    def commit(self, message: str) -> Done:
        self.run("git", "add", "--all")
        return self.run("git", "commit", "--quiet", "--message", message)

    def log(self) -> list[str]:
        return self.run("git", "log", "--format=%s", "--reverse").out.splitlines()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    if shutil.which("git") is None:
        cannot_run("git is not installed")
    return Repository(tmp_path / "newsroom", tmp_path / "tools")


def annotations(out: str) -> list[tuple[str, str, int, str]]:
    """Level, file, line and title of each annotation."""
    found = re.findall(r"^::(\w+) file=([^,]+),line=(\d+),col=\d+,title=([^:]+)::", out, re.MULTILINE)
    assert len(found) == out.count("\n")
    return [(level, file, int(line), title.replace("%3A", ":")) for level, file, line, title in found]


ARCHIVE = c("insight-crime", "Plan Colombia", "total aid", "some $15 billion")
SECOND = """\
source:
  id: foreign-affairs
  publisher: Foreign Affairs

claims:
  - subject: Plan Colombia
    attribute: start
    value: 2000

  - id: total-aid
    subject: Plan Colombia
    attribute: total aid
    value: $11 billion
"""
AT = ("claims/foreign-affairs.yaml", 13)


def test_a_pull_request(repository: Repository) -> None:
    root = workspace(repository.root, [ARCHIVE])
    repository.hook()
    assert repository.commit("The archive").code == FOUND_NOTHING

    # A commit adds a claim that contradicts the archive.
    (root / "claims" / "foreign-affairs.yaml").write_text(SECOND)
    refused = repository.commit("Foreign Affairs")
    assert refused.code != 0
    assert "claims/foreign-affairs.yaml:13:12: contradiction: Plan Colombia / total aid [new]" in refused.out
    assert repository.log() == ["The archive"]

    # Somebody commits it all the same: the check of the pull request fails, on the line of that claim.
    repository.run("git", "commit", "--quiet", "--no-verify", "--message", "Foreign Affairs")
    checked = repository.check("--format", "github")
    assert checked.code == FAILS
    listed = annotations(checked.out)
    assert listed[0] == ("error", *AT, "contradiction: Plan Colombia / total aid")
    assert [place[:2] for place in listed] == [("error", AT[0]), ("notice", "claims/insight-crime.yaml")]

    # A decision is recorded: both pass.
    (id,) = re.findall(r"^(XC101-\w+)", repository.run("crosscheck", "resolve", "--list").out, re.MULTILINE)
    decided = repository.run(
        "crosscheck",
        "resolve",
        id[:10],
        "--decision",
        "source_wrong",
        "--wrong",
        "foreign-affairs",
        "--reason",
        "11 is without what Congress added.",
        "--by",
        "news desk",
        "--today",
        TODAY,
    )
    assert decided.code == 0
    assert repository.commit("Decide on the aid").code == FOUND_NOTHING
    assert repository.check().code == FOUND_NOTHING
    assert {level for level, *_ in annotations(repository.check("--format", "github").out)} == {"notice"}

    # What touches no claim is not checked; a claim of something else passes.
    (root / "notes.txt").write_text("to do\n")
    assert "(no files to check)Skipped" in repository.commit("Notes").out
    (root / "claims" / "rusi.yaml").write_text(claims_file("rusi", c("rusi", "Plan", "start", "2000").keys))
    assert repository.commit("RUSI").code == FOUND_NOTHING

    # A later edit of the value reopens it.
    (root / "claims" / "foreign-affairs.yaml").write_text(SECOND.replace("$11 billion", "$12 billion"))
    refused = repository.commit("Correct the aid")
    assert refused.code != 0
    assert "contradiction: Plan Colombia / total aid [reopened]" in refused.out
    assert "11 is without what Congress added." in refused.out
    again = repository.check("--format", "github")
    assert again.code == FAILS
    assert annotations(again.out)[0] == ("error", *AT, "contradiction: Plan Colombia / total aid [reopened]")
    assert repository.log() == ["The archive", "Foreign Affairs", "Decide on the aid", "Notes", "RUSI"]


def test_the_hook_checks_what_belongs_to_a_workspace() -> None:
    assert (HOOK["entry"], HOOK["pass_filenames"], HOOK["language"]) == ("crosscheck check", False, "python")
    ours = (
        "crosscheck.toml",
        "claims/a.yaml",
        "claims/2024/b.csv",
        "rules/names.yaml",
        "rules/own.py",
        "resolutions.yaml",
        "newsroom/claims/a.yaml",
        "newsroom/crosscheck.toml",
    )
    others = ("README.md", "reports/index.html", "claims.md", "old-resolutions.yaml", "crosscheck.toml.bak")
    assert [file for file in (*ours, *others) if re.search(HOOK["files"], file)] == list(ours)


# ---- an archive with 500 old conflicts

OLD = 500


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    amounts = {"a": "$10 million", "b": "$20 million"}
    return workspace(
        tmp_path / "archive",
        [c(s, f"Grant {n}", "total aid", amount, id=f"g{n}") for n in range(OLD) for s, amount in amounts.items()],
    )


def correct(root: Path, value: str) -> None:
    """Give Grant 11 another value in source b."""
    path = root / "claims" / "b.yaml"
    before = '"Grant 11", "attribute": "total aid", "value": "'
    text = path.read_text()
    assert text.count(f"{before}$20 million") == 1
    path.write_text(text.replace(f"{before}$20 million", before + value))


def test_a_baseline_lets_the_old_conflicts_pass_and_nothing_else(archive: Path, tmp_path: Path) -> None:
    baseline = tmp_path / "baseline.json"
    assert run(archive, "check", "--quiet", "--fail-on", "none", "--output", f"json={baseline}").code == 0
    since = ("--since", str(baseline))
    assert run(archive, "check").code == FAILS
    assert run(archive, "check", *since).code == FOUND_NOTHING
    assert document(archive, *since)["summary"]["failing"] == 0

    workspace(archive, {"c.yaml": claims_file("c", c("c", "Grant 7", "total aid", "$30 million").keys)})
    assert [f["subject"] for f in findings(archive, *since) if f["fails"]] == ["Grant 7"]
    correct(archive, "$25 million")
    assert {f["subject"] for f in findings(archive, *since) if f["fails"]} == {"Grant 7", "Grant 11"}


def test_one_decision_on_all_and_then_one_after_another(archive: Path) -> None:
    assert resolve(archive, decision="unsure").out.endswith(f"{OLD} recorded in resolutions.yaml\n")
    assert run(archive, "check", "--today", TODAY).code == FOUND_NOTHING
    found = findings(archive)
    assert {f["status"] for f in found} == {"open"}
    assert run(archive, "resolve", "--list").out == "0 undecided\n"

    # One is decided for good, one corrected: its decision is stale, and goes when somebody says so.
    assert resolve(archive, found[0]["id"]).code == 0
    correct(archive, "$10 million")
    code, out, _ = run(archive, "check", "--today", TODAY)
    assert code == FOUND_NOTHING
    assert "(Grant 11 / total aid) is decided but no longer found" in out
    assert document(archive)["summary"]["resolved"] == 1

    (archive / "crosscheck.toml").write_text('stale = "error"\n')
    assert run(archive, "check").code == WRONG_INPUT
    assert run(archive, "resolve", "--prune").out.startswith("removed XC101-")
    assert run(archive, "check", "--today", TODAY).code == FOUND_NOTHING
    assert (archive / "resolutions.yaml").read_text().count("- finding:") == OLD - 1


# ---- what GitHub and GitLab are given


def in_the_action(repository: Repository, name: str, values: Mapping[str, str] | None = None, **inputs: str) -> Done:
    """Run a step of the action as GitHub's runner does; `values` are variables that come from other steps."""
    (step,) = (step for step in ACTION["runs"]["steps"] if step["name"] == name)
    given = {**{key: value.get("default", "") for key, value in ACTION["inputs"].items()}, **inputs}
    assert step["shell"] == "bash"

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: str(given[match[1]]), text)

    temp = repository.root.parent / "temp"
    scripts = temp / "crosscheck" / "bin"
    if not scripts.exists():
        scripts.mkdir(parents=True)
        (scripts / "crosscheck").symlink_to(repository.root.parent / "tools" / "crosscheck")
        (scripts / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        (scripts / "python").chmod(0o755)
    variables = {key: filled(value) for key, value in step.get("env", {}).items()} | dict(values or {})
    places = {"RUNNER_TEMP": temp, "GITHUB_OUTPUT": temp / "output", "GITHUB_STEP_SUMMARY": temp / "summary"}
    assert "${{" not in step["run"], "inputs go through the environment, where no shell reads them as code"
    return repository.run(
        "bash",
        "--noprofile",
        "--norc",
        "-eo",
        "pipefail",
        "-c",
        step["run"],
        **variables,
        **{key: str(path) for key, path in places.items()},
    )


def outputs_of(repository: Repository) -> dict[str, str]:
    """What the steps of the action gave out."""
    lines = (repository.root.parent / "temp" / "output").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines)


def summary_of(repository: Repository) -> str:
    return (repository.root.parent / "temp" / "summary").read_text(encoding="utf-8")


def test_the_action_annotates_and_writes_what_it_says(repository: Repository) -> None:
    plan_colombia(repository.root / "news room")
    args = "--today 2026-11-22\n--output csv=x.csv --min-severity \\\n'error' "
    done = in_the_action(repository, "Check", workspace="news room", args=args, sarif="out put/x.sarif")
    assert done.code == FAILS, done.out
    assert annotations(done.out)[0][:3] == ("error", "news room/claims/s.yaml", 3)
    assert outputs_of(repository) == {"sarif": "out put/x.sarif", "failing": "1"}
    assert "## crosscheck: 1 finding fails" in summary_of(repository)
    assert "news room/claims/t.yaml:3:" in summary_of(repository)
    (log,) = json.loads((repository.root / "out put/x.sarif").read_text())["runs"]
    assert [result["level"] for result in log["results"]] == ["error"]
    (repository.root / "news room/reports").mkdir()
    (repository.root / "news room/reports/index.html").write_text("tracked")
    done = in_the_action(repository, "Report")
    assert done.code == 0, done.out
    page = Path(outputs_of(repository)["report"])
    assert page.is_relative_to(repository.root.parent / "temp")
    assert "Plan Colombia" in page.read_text(encoding="utf-8")
    assert (repository.root / "news room/reports/index.html").read_text() == "tracked"
    assert (repository.root / "x.csv").read_text(encoding="utf-8").startswith("\ufeffseverity,")


def test_the_log_of_the_action_has_no_decided_finding(repository: Repository) -> None:
    plan_colombia(repository.root)
    assert resolve(repository.root).code == 0
    done = in_the_action(repository, "Check")
    assert (done.code, done.out) == (FOUND_NOTHING, "")
    assert outputs_of(repository)["failing"] == "0"
    (log,) = json.loads((repository.root / "crosscheck.sarif").read_text())["runs"]
    assert log["results"] == []


def test_the_action_tells_wrong_input_and_passes_what_may(repository: Repository) -> None:
    plan_colombia(repository.root, settings="nonsense = 1\n")
    done = in_the_action(repository, "Check")
    assert done.code == WRONG_INPUT
    assert "::error file=crosscheck.toml,line=1" in done.out
    assert "the input is wrong" in summary_of(repository)
    (repository.root / "crosscheck.toml").write_text("")
    done = in_the_action(repository, "Check", args="--fail-on none", sarif="out/$(touch hacked).sarif")
    assert done.code == FOUND_NOTHING
    assert (repository.root / "out" / "$(touch hacked).sarif").is_file()
    assert not (repository.root / "hacked").exists()


@pytest.mark.parametrize("args", ["--no-such-option", "--today 'never", "--fail-on $(touch hacked)"])
def test_nothing_of_an_earlier_step_is_left_after_a_usage_error(args: str, repository: Repository) -> None:
    plan_colombia(repository.root)
    assert in_the_action(repository, "Check").code == FAILS
    temp = repository.root.parent / "temp"
    for file in ("output", "summary"):  # each step has its own
        (temp / file).write_text("")
    done = in_the_action(repository, "Check", args=args)
    assert done.code == WRONG_INPUT
    assert outputs_of(repository) == {}
    assert "finding" not in summary_of(repository)
    assert not (repository.root / "crosscheck.sarif").exists()
    assert not (temp / "crosscheck-made" / "summary.md").exists()
    assert not (repository.root / "hacked").exists()


GH = """\
#!{python}
import os, pathlib, sys
with open({log!r}, "a") as log:
    print(*(word.split("?")[0] for word in sys.argv[1:] if not word.startswith(("--jq", ".[]"))), file=log)
if "--paginate" in sys.argv:
    print(os.environ["COMMENTS"])
sys.exit(int(os.environ.get("REFUSED", "0")))
"""


@pytest.mark.parametrize(
    ("failing", "there", "refused", "written"),
    [
        ("1", "", "0", "POST repos/o/r/issues/7/comments"),
        ("0", "", "0", ""),
        ("0", "11\n12", "0", "PATCH repos/o/r/issues/comments/11"),
        ("1", "11", "1", ""),
    ],
    ids=["the first that fails", "nothing to say", "what was said is put right", "not permitted"],
)
def test_the_action_keeps_one_comment(
    failing: str, there: str, refused: str, written: str, repository: Repository
) -> None:
    temp, log = repository.root.parent / "temp", repository.root.parent / "log"
    (temp / "crosscheck-made").mkdir(parents=True)
    (temp / "crosscheck-made" / "summary.md").write_text("## crosscheck: said\n")
    gh = repository.root.parent / "tools" / "gh"
    gh.write_text(GH.format(python=sys.executable, log=str(log)))
    gh.chmod(0o755)
    repository.environment |= {"GITHUB_REPOSITORY": "o/r", "COMMENTS": there, "REFUSED": refused}
    done = in_the_action(repository, "Comment", values={"NUMBER": "7", "FAILING": failing})
    assert done.code == 0, done.out
    assert ("::warning" in done.out) == (refused == "1")
    calls = log.read_text().splitlines()
    assert calls[0] == "api --paginate repos/o/r/issues/7/comments"
    assert ([" ".join(call.split()[3:5]) for call in calls[1:]] or [""]) == [written]
    assert (temp / "crosscheck-made" / "comment.md").read_text().startswith("<!-- crosscheck ")


def test_the_action_pins_what_it_uses() -> None:
    text = (HERE / "action.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text) + re.findall(r"uses: (?!OWNER)(.*)", (HERE / "docs/ci.md").read_text())
    assert len(used) > 4
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40} +# v[\d.]+", one) for one in used)


def test_zizmor_finds_nothing_in_the_action_and_the_recipe(tmp_path: Path) -> None:
    command = shutil.which("zizmor", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    if command is None:
        cannot_run("zizmor is not installed: it is in the group dev")
    recipe = RECIPES[".github/workflows/crosscheck.yml"].replace(f"v{crosscheck.__version__}", "0" * 40)
    (tmp_path / ".github" / "workflows").mkdir(parents=True)
    (tmp_path / ".github" / "workflows" / "crosscheck.yml").write_text(recipe)
    shutil.copy(HERE / "action.yml", tmp_path)
    done = subprocess.run(
        [command, "--offline", "--no-config", "--persona=pedantic", "--no-progress", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_the_action_installs_what_the_lock_says() -> None:
    (step,) = (step for step in ACTION["runs"]["steps"] if step["name"] == "Install crosscheck")
    assert "--require-hashes" in step["run"]
    for file in re.findall(r'\$GITHUB_ACTION_PATH/([^"]+)"', step["run"]):
        assert (HERE / file).is_file()


def test_the_recipes_fit_the_hook_and_the_action() -> None:
    recipes: dict[str, Any] = {name: yaml.safe_load(text) for name, text in RECIPES.items()}
    (repo,) = recipes[".pre-commit-config.yaml"]["repos"]
    assert [hook["id"] for hook in repo["hooks"]] == [HOOK["id"]]
    assert repo["rev"] == f"v{crosscheck.__version__}"
    (job,) = recipes[".github/workflows/crosscheck.yml"]["jobs"].values()
    (own,) = (step for step in job["steps"] if step["uses"].startswith("OWNER/"))
    assert own["uses"] == f"OWNER/crosscheck@v{crosscheck.__version__}"
    assert own["with"].keys() <= ACTION["inputs"].keys()
    documented = dict(re.findall(r"^\| `([\w-]+)` \| (?:`([^`]+)`|none) \|", (HERE / "docs/ci.md").read_text(), re.M))
    assert documented == {name: str(entry["default"]) for name, entry in ACTION["inputs"].items()}


def test_the_recipe_for_gitlab_writes_the_reports_that_it_names(repository: Repository) -> None:
    plan_colombia(repository.root)
    (job,) = yaml.safe_load(RECIPES[".gitlab-ci.yml"]).values()
    (line,) = (line for line in job["script"] if line.startswith("crosscheck "))
    done = repository.run("bash", "-c", line)
    assert done.code == FAILS
    assert job["artifacts"]["when"] == "always"
    reports = {kind: (repository.root / file).read_text() for kind, file in job["artifacts"]["reports"].items()}
    (entry,) = json.loads(reports["codequality"])
    assert (entry["severity"], entry["location"]["path"]) == ("critical", "claims/s.yaml")
    assert '<testsuites name="crosscheck" tests="1" failures="1"' in reports["junit"]
