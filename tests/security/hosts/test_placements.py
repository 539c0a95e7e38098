"""Where nothing can be set: no link needs a rule of the host, and no two names are one anywhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from disclosure.offline.names import flaws

from . import answers, example, publication, recipes
from .asked import ask
from .portal import FOLDER, portal


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return example.shared_site(tmp_path_factory)


def test_every_link_of_every_page_names_a_file(site: Path) -> None:
    """An object store has no first page of a folder. What the host's page for nothing leads to begins at the root."""
    names = set(answers.names(site))
    for name in names:
        if name.endswith(".html") and name != "404.html":
            text = (site / name).read_text("utf-8")
            found = publication.targets(name, publication.LOADED.findall(text) + publication.LINKED.findall(text))
            assert [one for one in found if one not in names] == [], name


def test_no_two_names_differ_in_capitals_or_form_alone_and_windows_takes_all(site: Path) -> None:
    assert list(flaws(answers.names(site))) == []


def test_a_device_that_packs_again_and_strips_changes_no_byte_of_a_file(site: Path) -> None:
    with portal(site) as root:
        answer = ask(f"{root}reports/2024/source.txt")
        assert (answer.status, answer.type, answer.headers["content-encoding"]) == (200, "text/plain", "gzip")
    assert root.endswith(FOLDER)


def test_the_reader_of_a_publication_notices_what_is_missing(site: Path, tmp_path: Path) -> None:
    for name in ("index.html", "about.html"):
        if (site / name).exists():
            shutil.copy(site / name, tmp_path / name)
    reader = publication.Reader(publication.from_folder(tmp_path), lambda _address: True)
    reader.step()
    assert [fault for fault in reader.faults if " loads assets/site-" in fault] != []
    assert [fault for fault in reader.faults if " leads to " in fault] != []


@pytest.mark.parametrize("kind", ["rsync", "rclone-sftp"])
def test_an_equal_length_change_is_published_and_what_is_gone_goes(kind: str, tmp_path: Path) -> None:
    if shutil.which(kind.partition("-")[0]) is None:
        pytest.skip(f"{kind} is not installed")
    site, target = tmp_path / "release/current", tmp_path / "target"
    site.mkdir(parents=True)
    target.mkdir()
    place = "用户@服务器:/srv/www/report/" if kind == "rsync" else "server:/www/report"
    script = recipes.replaced(recipes.documented(kind), {place: f"{target}/"})
    for state in ({"a.html": b"8", "b.html": b"b", "assets/c.css": b"c"}, {"a.html": b"9", "d.html": b"d"}):
        shutil.rmtree(site)
        for name, data in state.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_bytes(data)
        publication.run(script, tmp_path)
        assert publication.from_folder(target)("a.html") == state["a.html"]
        assert answers.names(target) == sorted(state)


@pytest.mark.skipif(shutil.which("rsync") is None, reason="rsync is not installed")
def test_a_release_made_elsewhere_is_sent_and_switched_to(tmp_path: Path) -> None:
    """What did not change is one file on the server's disk, as in a release that is made there."""
    server = tmp_path / "server"
    (server / "releases").mkdir(parents=True)
    places = {"用户@服务器:": "", "ssh 用户@服务器": "sh -c", "/srv/www/site": str(server)}
    script = recipes.replaced(recipes.documented("rsync-release"), places)
    made = tmp_path / "made"
    made.mkdir()
    for name, text in (("one", "8"), ("two", "9")):
        (made / "a.html").write_text(text, "utf-8")
        (made / "b.html").write_text("b", "utf-8")
        example.publish(made, tmp_path / "release", name)
        publication.run(script, tmp_path)
        assert (server / "current").readlink() == Path("releases") / name
        assert (server / "current/a.html").read_text("utf-8") == text
    assert (server / "releases/one/b.html").samefile(server / "current/b.html")
