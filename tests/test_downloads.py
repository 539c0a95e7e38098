"""Downloads: made of the published data once the pages stand, again where something changed, never by a preview."""

from __future__ import annotations

import hashlib
import http.client
import json
import os
import re
import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.cache import snapshot
from disclosure.catalog import address, downloads
from disclosure.catalog.downloads import Download
from disclosure.cli import narratives
from disclosure.downloads import registry
from disclosure.downloads.registry import Maker
from disclosure.preview.rebuild import Rebuild
from disclosure.preview.server import Preview
from disclosure.project import find
from disclosure.publishing import publish as publishing
from tests.projects import DATE, Sandbox, create, files_of
from tests.test_publish import interrupt_after

LINES = Download(address="data/lines.sqlite", title="行数", about="承诺有几条，文件的校验值")
UNMADE = replace(LINES, address="data/unmade.xlsx", needs=("no_such_library",))


class ListOfPromises:
    """A made-up download, of the list of promises, and how often it was asked for."""

    def __init__(self) -> None:
        self.written = 0

    def write(self, data: Path, target: Path) -> None:
        self.written += 1
        listed = (data / "commitments.json").read_bytes()
        target.write_text(f"{listed.count(b'title')} {hashlib.sha256(listed).hexdigest()}\n", "utf-8")


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> ListOfPromises:
    made = ListOfPromises()
    monkeypatch.setattr(downloads, "DOWNLOADS", (LINES, UNMADE))
    makers = [Maker(one, ("data/commitments.json",), made.write) for one in (LINES, UNMADE)]
    monkeypatch.setattr(registry, "MAKERS", tuple(makers))
    return made


@pytest.fixture
def site(tmp_path: Path, lines: ListOfPromises, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """A project that was built once, in which every file counts as settled."""
    # In CI nothing is trusted
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(snapshot, "SETTLED_NS", -1_000_000_000)
    project = create(tmp_path / "project", "register")
    assert project.run("build").code == 0
    assert lines.written == 1
    return project


def retitled(project: Sandbox) -> None:
    """A promise gets another title."""
    path = max((project.content / "reports/2024/commitments").rglob("*.yml"))
    path.write_text(path.read_text("utf-8").replace("title: ", "title: 新", 1), "utf-8")


def listed(site: Path) -> dict[str, str]:
    found = json.loads((site / "manifest.json").read_bytes())["files"]
    assert isinstance(found, dict)
    return found


def assert_true(site: Path) -> None:
    """The manifest lists every other file as it stands."""
    there = {where: hashlib.sha256(data).hexdigest() for where, data in files_of(site).items()}
    del there["manifest.json"]
    assert listed(site) == there


def test_a_download_is_made_listed_and_led_to(site: Sandbox) -> None:
    assert_true(site.site)
    assert (site.site / LINES.address).read_text("utf-8").startswith("13 ")
    page = (site.site / address.DATA).read_text("utf-8")
    assert f'href="{LINES.address}"' in page
    assert UNMADE.address not in page
    assert not (site.site / UNMADE.address).exists()


def test_what_lacks_a_library_is_said_and_no_failure(site: Sandbox) -> None:
    shutil.rmtree(site.site)
    done = site.run("build")
    assert done.code == 0
    assert f"没有生成 {UNMADE.address}：" in done.out
    assert "pip install '.[data]'" in done.out


def test_nothing_is_made_again_where_nothing_has_changed(site: Sandbox, lines: ListOfPromises) -> None:
    before = files_of(site.site)
    assert "没有变化" in site.run("build").out
    stood = (site.site / LINES.address).stat()
    assert site.run("build", "--verify").code == 0
    assert (site.site / LINES.address).stat() == stood
    assert files_of(site.site) == before


def test_a_page_that_changes_makes_no_download_again_and_a_row_does(site: Sandbox, lines: ListOfPromises) -> None:
    site.edit("about.md", "带有承诺", "另带有承诺")
    assert site.run("build").code == 0
    assert lines.written == 1
    retitled(site)
    assert site.run("build").code == 0
    assert lines.written == 2
    assert_true(site.site)


def deleted(path: Path) -> None:
    path.unlink()


def edited(path: Path) -> None:
    path.write_text("forged")


def linked(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


@pytest.mark.parametrize("touched", [deleted, edited, linked])
def test_what_was_touched_is_made_again(site: Sandbox, touched: object) -> None:
    before = files_of(site.site)
    assert callable(touched)
    touched(site.site / LINES.address)
    assert site.run("build").code == 0
    assert files_of(site.site) == before
    assert not (site.site / LINES.address).is_symlink()
    assert "没有变化" in site.run("build").out


def test_a_file_that_looks_like_a_download_and_is_none_goes(site: Sandbox) -> None:
    before = files_of(site.site)
    (site.site / "data/old.xlsx").write_text("of an older program")
    (site.site / "reports/2024/commitments/stray.json").write_text("{}")
    assert site.run("build").code == 0
    assert files_of(site.site) == before


def test_a_download_that_can_no_longer_be_made_goes(site: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "DOWNLOADS", (UNMADE,))
    monkeypatch.setattr(registry, "MAKERS", tuple(one for one in registry.MAKERS if one.download is UNMADE))
    site.edit("about.md", "带有承诺", "另带有承诺")
    assert site.run("build").code == 0
    assert not (site.site / LINES.address).exists()
    assert LINES.address not in (site.site / address.DATA).read_text("utf-8")
    assert_true(site.site)


def test_a_lost_or_forged_cache_changes_nothing(site: Sandbox) -> None:
    before, stood = files_of(site.site), (site.site / LINES.address).stat()
    shutil.rmtree(site.cache)
    assert site.run("build").code == 0
    assert (site.site / LINES.address).stat() == stood
    for path in site.cache.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"data/lines.sqlite", b"data/sines.sqlite"))
    (site.site / LINES.address).write_text("forged")
    assert site.run("build").code == 0
    assert files_of(site.site) == before


def test_none_goes_where_only_the_cache_forgot_which_there_are(site: Sandbox) -> None:
    before = files_of(site.site)
    said = b"".join(path.read_bytes() for path in site.cache.rglob("*.json"))
    lost = re.search(rb'"downloads":\{"":\{.*?"files":"([^"]+)"', said)
    assert lost is not None
    next(site.cache.rglob(lost[1].decode())).unlink()
    about = site.content / "about.md"
    about.write_text(about.read_text("utf-8") + "\n另起一段。\n", "utf-8")
    assert site.run("build").code == 0
    assert files_of(site.site).keys() == before.keys()


# Killed between the stages, and in the second


@pytest.fixture(params=["before", "while", "between"])
def killed(request: pytest.FixtureRequest, site: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """A build of other content that was killed once the pages stood."""
    retitled(site)
    with monkeypatch.context() as patched:
        if request.param == "between":
            # Of the second stage's two files, one is there
            patched.setattr(publishing, "publish", _once(patched, site.site))
        else:
            patched.setattr(registry, "MAKERS", (Maker(LINES, ("data/*.json",), _killed(request.param)),))
        assert site.run("build").code == 130
    return site


def _killed(when: str) -> registry.Write:
    def write(_data: Path, target: Path) -> None:
        if when == "while":
            target.write_text("half")
        raise KeyboardInterrupt

    return write


def _once(patched: pytest.MonkeyPatch, site: Path) -> object:
    """``publish``, which is interrupted in its second call after one rename."""
    real, calls = publishing.publish, []

    def publish(*given: object, **named: object) -> None:
        calls.append(1)
        if len(calls) == 2:
            interrupt_after(patched, 1, site)
        real(*given, **named)  # type: ignore[arg-type]

    return publish


def test_pages_stand_whole_when_the_second_stage_is_killed_and_the_next_build_mends(
    killed: Sandbox, lines: ListOfPromises, tmp_path: Path
) -> None:
    assert "新" in (killed.site / "data/commitments.json").read_text("utf-8")
    assert (killed.site / LINES.address).read_text() != "half"
    stood = listed(killed.site)
    assert stood.keys() == files_of(killed.site).keys() - {"manifest.json"}
    assert killed.run("build").code == 0
    assert_true(killed.site)
    clean = create(tmp_path / "clean", "register")
    shutil.rmtree(clean.content)
    shutil.copytree(killed.content, clean.content)
    assert clean.run("build").code == 0
    assert files_of(clean.site) == files_of(killed.site)
    assert sorted(path.name for path in killed.root.iterdir() if path.name.endswith("-staging")) == []


# Previews and releases


def test_a_preview_makes_none_and_says_so(tmp_path: Path, lines: ListOfPromises) -> None:
    project = create(tmp_path / "project", "register")
    previewed(project)
    assert lines.written == 0
    assert_true(project.site)


def previewed(project: Sandbox) -> None:
    rebuild = Rebuild(find(project.root), lambda: date.fromisoformat(DATE), narratives.render)
    outcome, problems = rebuild.build(None, lambda *_told: None)
    assert outcome is not None, problems


@pytest.mark.parametrize("where", [LINES.address, UNMADE.address, "reports/2024/commitments/c001.json"])
def test_a_preview_says_that_a_build_makes_it_even_where_an_older_one_stands(tmp_path: Path, where: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / LINES.address).write_text("of an older build")
    with Preview(tmp_path, 0) as preview:
        connection = http.client.HTTPConnection("127.0.0.1", preview.server_port, timeout=60)
        with closing(connection):
            connection.request("GET", f"/{where}")
            answer = connection.getresponse()
            assert (answer.status, answer.headers["Content-Type"]) == (404, "text/html; charset=utf-8")
            assert "这个文件由 python build.py 在页面发布以后生成" in answer.read().decode()


def test_an_older_download_outlives_a_preview_and_is_listed_as_it_stands(site: Sandbox, lines: ListOfPromises) -> None:
    retitled(site)
    previewed(site)
    assert lines.written == 1
    assert_true(site.site)
    assert site.run("build").code == 0
    assert lines.written == 2


def test_a_release_has_its_downloads_before_current_leads_to_it(
    site: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pointed: list[dict[str, bytes]] = []
    real = Path.symlink_to

    def symlink_to(self: Path, target: str | os.PathLike[str], target_is_directory: bool = False) -> None:
        pointed.append(files_of(self.parent / target))
        real(self, target, target_is_directory)

    monkeypatch.setattr(Path, "symlink_to", symlink_to)
    retitled(site)
    assert site.run("release", str(tmp_path / "release")).code == 0
    assert pointed == [files_of(site.site)]
    assert LINES.address in pointed[0]
