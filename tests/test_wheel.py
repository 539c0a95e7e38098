"""The installed package: it carries what a clone has at its top, and makes the same site."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.beginnings import DAY, DISTRICT, SOURCE, begun
from tests.projects import REPOSITORY, Sandbox, files_of

# What a wheel is built of, and nothing that lies beside it in a clone
SOURCES = (
    *("disclosure", "templates", ".ci", ".github", ".gitlab", ".gitee", ".workflow", ".vscode", "docs"),
    *(".gitlab-ci.yml", "build.py", "pyproject.toml", "requirements.txt", "setup.py"),
)


class Installed:
    """An environment with the package from a wheel; the libraries are those of this one."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def wheel(self) -> Path:
        return next((self.root / "wheels").iterdir())

    def run(self, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        outer = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
        program = [str(self.root / "venv/bin" / arguments[0]), *arguments[1:]]
        return subprocess.run(program, cwd=folder, env=outer, capture_output=True, text=True, check=False)


def install(root: Path) -> None:
    (root / "source").mkdir()
    for name in SOURCES:
        copy = shutil.copytree if (REPOSITORY / name).is_dir() else shutil.copy
        copy(REPOSITORY / name, root / "source" / name)
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    offline = ["--no-deps", "--no-index"]
    built = ["--no-build-isolation", "--wheel-dir", str(root / "wheels"), str(root / "source")]
    subprocess.run([*pip, "wheel", *offline, *built], check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(root / "venv")], check=True)
    wheel = next((root / "wheels").iterdir())
    into = [*pip, "--python", str(root / "venv/bin/python"), "install", *offline]
    subprocess.run([*into, str(wheel)], check=True, capture_output=True)
    site = next((root / "venv").rglob("site-packages"))
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    root = tmp_path_factory.mktemp("wheel")
    install(root)
    return Installed(root)


def test_a_wheel_carries_the_theme_and_all_that_a_new_site_is_given(installed: Installed) -> None:
    inside = {name for name in zipfile.ZipFile(installed.wheel).namelist() if not name.endswith("/")}
    for folder, carried in (("templates", "shipped_files/templates"), ("disclosure/starter", "starter")):
        files = {path for path in (REPOSITORY / folder).rglob("*") if path.is_file() and path.suffix != ".pyc"}
        names = {f"disclosure/{carried}/{path.relative_to(REPOSITORY / folder).as_posix()}" for path in files}
        assert names - inside == set()
    assert "disclosure/shipped_files/requirements.txt" in inside
    assert [name for name in inside if "tests/" in name or name.startswith("content/")] == []


def test_a_new_site_is_the_same_by_the_wheel_as_by_the_clone(installed: Installed, tmp_path: Path) -> None:
    ours = begun(tmp_path / "ours")
    given = ["--district", DISTRICT, "--year", "2024", "--report", str(SOURCE)]
    done = installed.run(tmp_path, "disclosure", "--date", DAY, "init", "theirs", *given)
    assert done.returncode == 0, done.stdout + done.stderr
    theirs = Sandbox(tmp_path / "theirs")
    wheel = f"program/{installed.wheel.name}"
    made = without_git(files_of(theirs.root))
    assert made.pop(wheel) == installed.wheel.read_bytes()
    assert wheel in made.pop(".given").decode()
    assert made == {name: data for name, data in without_git(files_of(ours.root)).items() if name != ".given"}
    ours.run("build", date=DAY)
    done = installed.run(theirs.root, "python", "build.py", "--date", DAY)
    assert done.returncode == 0, done.stdout + done.stderr
    assert files_of(theirs.site) == files_of(ours.site)
    assert installed.run(theirs.root, "python", "-m", "disclosure", "--date", DAY, "check").returncode == 0
    assert "没有要改的" in installed.run(theirs.root, "disclosure", "upgrade").stdout


def test_mkdocs_builds_a_new_site_too(installed: Installed, tmp_path: Path) -> None:
    given = ["--district", DISTRICT, "--year", "2024", "--report", str(SOURCE)]
    installed.run(tmp_path, "disclosure", "init", "site", *given)
    site = Sandbox(tmp_path / "site")
    assert installed.run(site.root, "python", "build.py").returncode == 0
    built = files_of(site.site)
    shutil.rmtree(site.site)
    shutil.rmtree(site.cache)
    done = installed.run(site.root, "python", "-m", "mkdocs", "build", "--quiet")
    assert done.returncode == 0, done.stderr
    assert files_of(site.site) == built


def test_an_overlay_lies_over_the_theme_of_the_wheel(installed: Installed, tmp_path: Path) -> None:
    site = begun(tmp_path / "site")
    broken = site.root / "templates/components/footer.html"
    broken.parent.mkdir(parents=True)
    broken.write_text("{% macro footer( %}", "utf-8")
    done = installed.run(site.root, "python", "build.py", "--date", DAY)
    assert done.returncode == 1
    assert "templates/components/footer.html:1:1: [template]" in done.stderr


def without_git(found: dict[str, bytes]) -> dict[str, bytes]:
    return {name: data for name, data in found.items() if not name.startswith((".git/", "site/", ".cache/"))}
