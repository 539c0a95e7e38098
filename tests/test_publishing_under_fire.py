"""Whatever happens to a publication, each file is old or new and whole, and the next run repairs."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.problem import Refused
from disclosure.publishing import publish, staging
from tests import edits
from tests.projects import DATE, REPOSITORY, Sandbox, files_of
from tests.publications import put

FILES = 120
SIZE = 4_000

SiteBytes = dict[str, bytes]


def version(number: int) -> SiteBytes:
    """A whole site of one version; some addresses and folders only exist in even or odd ones."""
    files = {f"{n % 7}/page-{n}.html": f"{number}-{n} ".encode() * (SIZE // 6) for n in range(FILES)}
    return files | {f"only-{number % 2}/page.html": f"{number}".encode(), f"only-{number % 2}.html": b"x"}


def publish_all(folder: Path, files: SiteBytes) -> None:
    with publish.exclusively(folder / "cache", folder / "site", lambda: None):
        put(folder, files)


def found(folder: Path) -> dict[str, bytes]:
    site = folder / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def kill_in_the_middle(folder: Path, files: SiteBytes, seconds: float) -> None:
    child = os.fork()
    if child == 0:
        publish_all(folder, files)
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def survives(folder: Path, dice: random.Random, number: int) -> None:
    old, new = version(number), version(number + 1)
    kill_in_the_middle(folder, new, dice.uniform(0, 0.06))
    whole = old.items() | new.items()
    assert found(folder).items() <= whole
    publish_all(folder, new)
    assert found(folder) == new
    assert sorted(path.name for path in folder.iterdir()) == ["cache", "site"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("kills", [30, pytest.param(1000, marks=pytest.mark.long)])
def test_killed_at_any_moment_every_page_is_old_or_new_and_the_next_run_repairs(tmp_path: Path, kills: int) -> None:
    dice = random.Random(20220113)
    publish_all(tmp_path, version(0))
    for number in range(kills):
        survives(tmp_path, dice, number)


def test_a_full_disk_changes_nothing_and_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_all(tmp_path, version(0))
    written = []

    def full(file: int, data: bytes) -> None:
        written.append(file)
        if len(written) > FILES // 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.write(file, data)

    monkeypatch.setattr(staging, "write", full)
    with pytest.raises(Refused, match=r"写不进去.*No space left"):
        publish_all(tmp_path, version(1))
    assert found(tmp_path) == version(0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cache", "site"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_without_permission_to_write_nothing_changes(tmp_path: Path) -> None:
    publish_all(tmp_path, version(0))
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Refused, match=r"写不进去.*Permission denied"):
            publish_all(tmp_path, version(1))
    finally:
        tmp_path.chmod(0o700)
    assert found(tmp_path) == version(0)


def test_a_second_publication_waits_for_the_first_but_not_forever(tmp_path: Path) -> None:
    with publish.exclusively(tmp_path, tmp_path / "site", lambda: None):
        code = (
            "import sys; from pathlib import Path; from disclosure.publishing import publish; publish.PATIENCE = 0.05\n"
        )
        code += "with publish.exclusively(Path(sys.argv[1]), Path(sys.argv[1]) / 'site', lambda: print('waits')): pass"
        command = [sys.executable, "-c", code, str(tmp_path)]
        done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8", cwd=REPOSITORY)
    assert done.stdout.split() == ["waits"]
    assert "另一个构建一直在发布" in done.stderr


def test_two_builds_at_once_give_the_site_of_one(project: Sandbox) -> None:
    before = project.build()
    (project.site / "index.html").unlink()
    command = [sys.executable, str(REPOSITORY / "build.py"), "--root", str(project.root), "--date", DATE]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [one.wait(timeout=120) for one in both] == [0, 0]
    assert files_of(project.site) == before


def processes(root: Path) -> list[str]:
    """The processes that were started with ``root`` among their words."""
    return [path.parent.name for path in Path("/proc").glob("[0-9]*/cmdline") if bytes(root) in words(path)]


def words(path: Path) -> bytes:
    """What a process was started with; nothing if it ended meanwhile."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def wait_until(happens: Callable[[], bool]) -> None:
    end = time.monotonic() + 30
    while not happens():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="needs /proc")
def test_a_killed_build_leaves_no_worker_behind_and_the_next_one_repairs(tmp_path: Path) -> None:
    project = edits.project(tmp_path / "project")
    wanted = project.copy(tmp_path / "fresh").build()
    command = [sys.executable, str(REPOSITORY / "build.py"), "build", "--root", str(project.root), "--date", DATE]
    for _kill in range(3):
        shutil.rmtree(project.site, ignore_errors=True)
        build = subprocess.Popen([*command, "--workers", "2", "--verify"], stdout=subprocess.DEVNULL)
        wait_until(lambda: len(processes(project.root)) > 1)
        build.kill()
        build.wait()
        wait_until(lambda: processes(project.root) == [])
        assert subprocess.run(command, stdout=subprocess.DEVNULL, timeout=60, check=False).returncode == 0
        assert files_of(project.site) == wanted
