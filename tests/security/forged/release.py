"""Releases that somebody changed: the one before, and the one that is made again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from disclosure.publishing.release import release
from tests.projects import files_of
from tests.security.forged.site import _files, _in_place, _kept
from tests.security.forged.table import Forgery
from tests.security.world import World


def _released(made: World, name: str, spoil_last: bool = False) -> Path:
    folder = release(made.project.site, made.folder / "www", name).folder
    kept = {one for one in files_of(folder) if one.startswith("assets/")}
    found = {one: data for one, data in files_of(folder).items() if one not in kept}
    wanted = {one: data for one, data in files_of(made.project.site).items() if not one.startswith("assets/")}
    assert found == wanted, f"{name} is not the site"
    return folder


def _end(made: World) -> None:
    shutil.rmtree(made.folder / "www")


def changed_in_place(made: World) -> None:
    """Every file of the release before, with the size and the time that it had."""
    first = _released(made, "one")
    for path in _files(World(first.parent)) if (first.parent / "project").exists() else sorted(first.rglob("*")):
        if path.is_file():
            _kept(path, _in_place)
    _released(made, "two")
    _end(made)


def the_same_release_again(made: World) -> None:
    """It was changed since it was made."""
    first = _released(made, "one")
    (first / "index.html").write_text("x")
    (first / "login.html").write_text("x")
    (first / "robots.txt").unlink()
    _released(made, "one")
    _end(made)


def links_in_it(made: World) -> None:
    """The release before consists of links to files elsewhere: none of them may become the new one's."""
    first = _released(made, "one")
    for n, path in enumerate(sorted(one for one in first.rglob("*") if one.is_file())):
        elsewhere = made.outside / f"released-{n}"
        shutil.move(path, elsewhere)
        path.symlink_to(elsewhere)
    second = _released(made, "two")
    assert not any(one.is_symlink() for one in second.rglob("*"))
    _end(made)


def its_manifest(made: World) -> None:
    """It lists files that lie elsewhere, pages among the scripts, and scripts that are not as it says."""
    first = _released(made, "one")
    path = first / "manifest.json"
    manifest = json.loads(path.read_bytes())
    (first / "assets/old.js").write_text("1")
    (first / "assets/x.html").write_text("x")
    (made.folder / "www/releases/x.js").write_text("x")
    digest = "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    forged = {
        "assets/../../x.js": digest,
        "assets/../../../../y.js": digest,
        "assets/x.html": digest,
        "assets/old.js": digest,
    }
    manifest["files"] |= forged
    path.write_text(json.dumps(manifest), "utf-8")
    second = _released(made, "two")
    assert not (second / "assets/old.js").exists()
    assert not (second / "assets/x.html").exists()
    _end(made)


FORGERIES = tuple(
    Forgery("release", one.__name__, one)
    for one in (changed_in_place, the_same_release_again, links_in_it, its_manifest)
)
