"""What may lie in ``.cache``: written by somebody who has not the key, or who changed the key's file."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from disclosure import project as projects
from disclosure.cache import key
from disclosure.cache.store import Store
from tests.security import world
from tests.security.forged.table import Forgery
from tests.security.world import World

FORGED = "伪造的内容<script>window.ran = 1</script>".encode()


def _spoilt(data: bytes) -> bytes:
    """The same with words of the pages in it replaced."""
    return data.replace("区".encode(), FORGED)


def _objects(made: World) -> list[Path]:
    return sorted(one for one in made.store.rglob("*") if one.is_file())


def other_words(made: World) -> None:
    """Every file with other words in it; values with the digest that everybody can make."""
    for path in _objects(made):
        _code, line, data = path.read_bytes().partition(b"\n")
        data = _spoilt(data if line else path.read_bytes())
        path.write_bytes(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)


def other_key(made: World) -> None:
    """The cache as a build of somebody else makes it who may read all, with other words, whole in itself."""
    old = made.store
    found = projects.find(made.project.root)
    with world.surroundings({**made.environment, key.VARIABLE: "k" * 40}):
        theirs = Store(old, key.of(found))
    names = {}
    for path in sorted((old / "objects").iterdir()):
        names[path.name] = theirs.put(_spoilt(path.read_bytes()))
        path.unlink()
    for path in (one for one in _objects(made) if one.parent.name != "objects"):
        _code, _line, data = path.read_bytes().partition(b"\n")
        for before, now in names.items():
            data = data.replace(before.encode(), now.encode())
        name = path.relative_to(old).as_posix()
        code = theirs._code(_spoilt(data), name)
        path.write_bytes(code.encode() + b"\n" + _spoilt(data))


def exchanged(made: World) -> None:
    """Each object in the place of the next, and each value too."""
    for folder in (made.store / "objects", made.store / "reports", made.store):
        found = sorted(one for one in folder.iterdir() if one.is_file())
        data = [one.read_bytes() for one in found]
        for path, other in zip(found, [*data[1:], data[0]], strict=True):
            path.write_bytes(other)


def of_another_folder(made: World) -> None:
    """The user's own cache of a copy of the project elsewhere, whose words are others."""
    copy = World(made.folder / "copy")
    shutil.copytree(made.project.root, copy.project.root, ignore=shutil.ignore_patterns("site", ".cache"))
    config = copy.project.root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace(str(made.project.root), str(copy.project.root)), "utf-8")
    for path in copy.project.content.rglob("*.md"):
        path.write_text(path.read_text("utf-8").replace("样品区", "伪造区"), "utf-8")
    with world.surroundings(made.environment):
        assert copy.project.run("build", date=world.DAY).code == 0
    theirs = copy.store
    ours = made.store
    shutil.rmtree(ours)
    shutil.copytree(theirs, ours)
    shutil.rmtree(copy.folder)


def says_nothing_changed(made: World) -> None:
    """A page with other words, and a look that says that this is how the site was left."""
    page = made.project.site / "index.html"
    page.write_bytes(_spoilt(page.read_bytes()))
    path = made.project.cache / "snapshot"
    _code, _line, data = path.read_bytes().partition(b"\n")
    path.write_bytes(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)


def older(made: World) -> None:
    """A value that was right once, of the text before; the objects that it names are there."""
    kept = made.folder / "kept"
    shutil.copytree(made.store, kept)
    text = (made.project.content / world.EDITED[0]).read_text("utf-8")
    made.edit(text.replace("样品区", "从前的区", 1))
    assert made.build().code == 0
    made.edit(text)
    for path in sorted(one for one in kept.rglob("*") if one.is_file()):
        target = made.store / path.relative_to(kept)
        target.parent.mkdir(exist_ok=True)
        shutil.copy2(path, target)
    shutil.rmtree(kept)


def links_out(made: World) -> None:
    """Objects that are links to files elsewhere, which are not to be written."""
    kept = made.outside / "kept"
    kept.write_bytes(FORGED)
    for path in sorted((made.store / "objects").iterdir()):
        path.unlink()
        path.symlink_to(kept)


def folder_is_a_link(made: World) -> None:
    """The objects' folder is a link to a folder elsewhere, that holds something of somebody's."""
    elsewhere = made.outside / "folder"
    elsewhere.mkdir()
    (elsewhere / "somebody's").write_bytes(FORGED)
    shutil.rmtree(made.store / "objects")
    (made.store / "objects").symlink_to(elsewhere)


def lock_and_marker_are_links(made: World) -> None:
    """To a file that is neither to be emptied nor to be touched."""
    kept = made.outside / "kept"
    kept.write_bytes(FORGED)
    marker = made.project.cache / f"publishing-{made.store.name}"
    for path in (marker, marker.with_name(f"{marker.name}.lock")):
        path.unlink(missing_ok=True)
        path.symlink_to(kept)
    (made.project.site / "index.html").unlink()


def a_program_in_it(made: World) -> None:
    """What Python would run if anything in the cache were imported or unpickled."""
    call = b"cos\nsystem\n(S'" + os.fsencode(made.hostile) + b"'\ntR."
    for path in _objects(made):
        path.write_bytes(call)
    for name in ("sitecustomize.py", "__init__.py", "jinja2.py"):
        (made.store / name).write_text(f"import os\nos.system({str(made.hostile)!r})\n", "utf-8")


def key_is_gone(made: World) -> None:
    made.key.unlink()
    other_words(made)


def key_is_empty(made: World) -> None:
    made.key.write_bytes(b"")


def key_is_short(made: World) -> None:
    made.key.write_bytes(b"short")


def key_is_read_by_all(made: World) -> None:
    made.key.chmod(0o644)


def key_is_a_link(made: World) -> None:
    """To a file that is known to others."""
    kept = made.outside / "key"
    kept.write_bytes(b"k" * 32)
    kept.chmod(0o600)
    made.key.unlink()
    made.key.symlink_to(kept)


def key_is_a_pipe(made: World) -> None:
    made.key.unlink()
    os.mkfifo(made.key, 0o600)


def key_is_a_folder(made: World) -> None:
    made.key.unlink()
    made.key.mkdir()


def key_of_another(made: World) -> None:
    """Owned by another user, where we may give files away."""
    if os.geteuid() == 0:
        os.chown(made.key, 12345, 12345)


FORGERIES = tuple(
    Forgery("cache", one.__name__, one)
    for one in (
        *(other_words, other_key, exchanged, of_another_folder, says_nothing_changed, older, links_out),
        *(
            folder_is_a_link,
            lock_and_marker_are_links,
            a_program_in_it,
            key_is_gone,
            key_is_empty,
            key_is_short,
            key_is_read_by_all,
        ),
        *(key_is_a_link, key_is_a_pipe, key_is_a_folder, key_of_another),
    )
)
