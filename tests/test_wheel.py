"""The built wheel, installed in an empty environment outside of the checkout, does what the checkout does."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from crosscheck import __version__
from factories import plan_colombia
from requirements import cannot_run

HERE = Path(__file__).resolve().parent.parent
PACKAGE = HERE / "src" / "crosscheck"
NEEDED = ("hatchling", "pip")

pytestmark = pytest.mark.slow


def command(*words: object, cwd: Path, fails: bool = False) -> str:
    """What a command prints; outside of the checkout, and without what the environment says of it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        list(map(str, words)),
        cwd=cwd,
        env=environment,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    assert done.returncode == int(fails), done.stdout
    return done.stdout


def of_the_package(names: Sequence[str]) -> set[str]:
    return {name for name in names if name.startswith("crosscheck/") and "__pycache__" not in name}


def test_the_source_distribution_has_all_that_its_tests_read() -> None:
    if shutil.which("git") is None or not (HERE / ".git").exists():
        pytest.skip("this is no checkout")
    settings = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))
    included = {name.strip("/") for name in settings["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]}
    tracked = {name.partition("/")[0] for name in command("git", "ls-files", cwd=HERE).splitlines()}
    always = {"LICENSE", "README.md", "pyproject.toml", ".gitignore"}
    assert tracked - included - always == {".editorconfig", ".gitattributes"}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        cannot_run(f"{' and '.join(missing)} cannot be imported, which build and install the wheel")
    copy, made = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(HERE / name, copy)
    shutil.copytree(PACKAGE, copy / "src" / "crosscheck", ignore=shutil.ignore_patterns("__pycache__"))
    command(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", made, cwd=copy)
    (built,) = made.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it; its dependencies are those of the environment that runs the tests."""
    place = tmp_path_factory.mktemp("environment")
    venv.create(place, with_pip=False, symlinks=os.name == "posix")
    install = ("install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check")
    command(sys.executable, "-m", "pip", "--python", place, *install, wheel, cwd=place)
    found = {name: Path(sysconfig.get_path(name, vars={"base": str(place)})) for name in ("purelib", "scripts")}
    # What lies there is seen; what its own .pth files add, such as this checkout, is not.
    (found["purelib"] / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return found["scripts"]


def test_the_wheel_holds_the_whole_package_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    files = (path.relative_to(PACKAGE.parent).as_posix() for path in PACKAGE.rglob("*") if path.is_file())
    assert of_the_package(names) == of_the_package(list(files))
    info = f"crosscheck_newsroom-{__version__}.dist-info/"
    assert {name for name in names if not name.startswith("crosscheck/")} == {
        f"{info}{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
    }


def test_the_installed_wheel_checks_and_reports(environment: Path, tmp_path: Path) -> None:
    root = plan_colombia(tmp_path)
    crosscheck = environment / "crosscheck"
    where = command(environment / "python", "-c", "import crosscheck; print(crosscheck.__file__)", cwd=root)
    assert Path(where.strip()).is_relative_to(environment.parent)
    assert command(crosscheck, "--version", cwd=root) == f"crosscheck, version {__version__}\n"
    assert "contradiction: Plan Colombia / total aid [new]" in command(crosscheck, "check", cwd=root, fails=True)
    written = command(crosscheck, "report", "--report-language", "es", cwd=root)
    assert written.endswith("wrote reports/index.html\n")
    assert "1 conflicto sin decidir" in (root / "reports" / "index.html").read_text(encoding="utf-8")


def test_the_installed_wheel_begins_a_workspace(environment: Path, tmp_path: Path) -> None:
    crosscheck = environment / "crosscheck"
    command(crosscheck, "init", "newsroom", cwd=tmp_path)
    assert "1 contradiction" in command(crosscheck, "check", cwd=tmp_path / "newsroom", fails=True)
    assert "total US assistance" not in command(crosscheck, "schema", "claims", cwd=tmp_path)
