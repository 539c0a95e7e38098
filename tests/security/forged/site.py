"""What may lie in ``site/``: each file as somebody else left it, with the size and the time that it had."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from tests.mishaps import bind
from tests.security import world
from tests.security.forged.table import Forgery
from tests.security.world import World

SAMPLES = ("index.html", "reports/2024/index.html", "manifest.json", "robots.txt")


def _files(made: World) -> list[Path]:
    return sorted(one for one in made.project.site.rglob("*") if one.is_file())


def _some(made: World) -> list[Path]:
    """A page, a report's page, what stands beside them, a style sheet, and each tenth of all."""
    return [*_files(made)[::10], *(one for one in _files(made) if one.name in ("index.html", "manifest.json"))]


def _otherwise(data: bytes) -> bytes:
    """As many bytes, others."""
    return bytes(one ^ 1 for one in data[:40]) + data[40:]


def _kept(path: Path, change: Callable[[Path], None]) -> None:
    """Changed, and given the time that it had."""
    stat = path.stat()
    change(path)
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))


def _in_place(path: Path) -> None:
    with path.open("r+b") as file:
        data = file.read()
        file.seek(0)
        file.write(_otherwise(data))


def _replaced(path: Path) -> None:
    data = path.read_bytes()
    path.unlink()
    path.write_bytes(_otherwise(data))


def same_size_and_time(made: World) -> None:
    """Every file, written to in place."""
    for path in _files(made):
        _kept(path, _in_place)


def replaced_with_size_and_time(made: World) -> None:
    """Every file, another in its place."""
    for path in _files(made):
        _kept(path, _replaced)


def one_with_size_and_time(name: str) -> Callable[[World], None]:
    def forge(made: World) -> None:
        _kept(made.project.site / name, _in_place)

    forge.__name__ = f"one_with_size_and_time {name}"
    return forge


def longer(made: World) -> None:
    for path in _some(made):
        path.write_bytes(path.read_bytes() + b"<script src=https://example.invalid/x.js></script>")


def removed(made: World) -> None:
    for path in dict.fromkeys(_some(made)):
        path.unlink()


def added(made: World) -> None:
    """Pages and scripts of somebody else's, beside ours and in folders of their own."""
    for name in ("login.html", "reports/2024/x.html", "assets/x.js", "x/index.html", ".well-known/x", "中文.html"):
        path = made.project.site / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("<script>window.ran = 1</script>", "utf-8")


def hard_links(made: World) -> None:
    """The same bytes, in a file that has another name elsewhere, through which it is changed afterwards."""
    for n, path in enumerate(dict.fromkeys(_some(made))):
        other = made.outside / f"hard-{n}"
        shutil.copy2(path, other)
        path.unlink()
        os.link(other, path)
        _kept(other, _in_place)


def hard_links_to_come(made: World) -> None:
    """The same with the right bytes, and nothing known of the site: what is changed later must not be ours."""
    shutil.rmtree(made.project.cache)
    for n, path in enumerate(dict.fromkeys(_some(made))):
        os.link(path, made.outside / f"later-{n}")
    done = made.build()
    assert done.code == 0
    for path in made.outside.glob("later-*"):
        _kept(path, _in_place)


def links(made: World) -> None:
    """Links to the same bytes elsewhere, and to what is nobody's to publish."""
    for n, path in enumerate(dict.fromkeys(_some(made))):
        other = made.outside / f"soft-{n}"
        shutil.copy2(path, other)
        path.unlink()
        path.symlink_to(other if n % 2 else "/etc/passwd")


def a_folder_is_a_link(made: World) -> None:
    folder, elsewhere = made.project.site / "reports", made.outside / "reports"
    shutil.move(folder, elsewhere)
    for path in (one for one in elsewhere.rglob("*") if one.is_file()):
        _kept(path, _in_place)
    folder.symlink_to(elsewhere)


def the_site_is_a_link(made: World) -> None:
    elsewhere = made.outside / "site"
    shutil.move(made.project.site, elsewhere)
    made.project.site.symlink_to(elsewhere)


def the_site_is_a_file(made: World) -> None:
    shutil.rmtree(made.project.site)
    made.project.site.write_text("x")


def folders(made: World) -> None:
    for path in dict.fromkeys(_some(made)):
        path.unlink()
        path.mkdir()
        (path / "index.html").write_text("x")


def pipes_and_sockets(made: World) -> None:
    for n, path in enumerate(dict.fromkeys(_some(made))):
        path.unlink()
        os.mkfifo(path) if n % 2 else bind(path)
    os.mkfifo(made.project.site / "more.html")


def a_foreign_manifest(made: World) -> None:
    """It names other files, and says of forged ones that they are right."""
    path = made.project.site / "manifest.json"
    manifest = json.loads(path.read_bytes())
    manifest["files"] = {"../outside": "0" * 64, "x/../../../y": "0" * 64, "index.html": "0" * 64}
    path.write_text(json.dumps(manifest), "utf-8")


def a_manifest_and_no_cache(made: World) -> None:
    """Nothing is known of the files but what their manifest says; without that, the folder would be left alone."""
    shutil.rmtree(made.project.cache)
    for path in (one for one in _files(made) if one.name != "manifest.json"):
        _kept(path, _in_place)


def another_site(made: World) -> None:
    """The site of another project, with its own manifest."""
    other = world.begin(made.folder / "other")
    path = other.project.content / world.EDITED[0]
    path.write_text(path.read_text("utf-8") + "\n别处的一句。\n", "utf-8")
    with world.surroundings(made.environment):
        assert other.project.run("build", date=world.DAY).code == 0
    shutil.rmtree(made.project.site)
    shutil.copytree(other.project.site, made.project.site)
    shutil.rmtree(other.folder)


def staged(made: World) -> None:
    """What a publication that was interrupted would go on with."""
    folder = made.project.site.parent / ".site-staging"
    (folder / "x").mkdir(parents=True)
    (folder / "x/index.html").write_text("x")
    (folder / "index.html").symlink_to(made.outside / "nothing")


def staging_is_a_link(made: World) -> None:
    elsewhere = made.outside / "staging"
    elsewhere.mkdir()
    (elsewhere / "kept").write_text("x")
    (made.project.site.parent / ".site-staging").symlink_to(elsewhere)


FORGERIES = tuple(
    Forgery("site", one.__name__, one)
    for one in (
        *(same_size_and_time, replaced_with_size_and_time, *map(one_with_size_and_time, SAMPLES), longer, removed),
        *(added, hard_links, hard_links_to_come, links, a_folder_is_a_link, the_site_is_a_link, the_site_is_a_file),
        *(folders, pipes_and_sockets, a_foreign_manifest, a_manifest_and_no_cache, another_site, staged),
        *(staging_is_a_link,),
    )
)
