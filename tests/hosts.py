"""What hosts make of a project of ours: ``python -m tests.hosts [mkdocs] [properdocs] [-- COMMAND…]``.

A host reads ``mkdocs.yml`` and should hand everything to our plugin. One that knows no plugins of MkDocs passes over
ours, ends with 0, and what it published is no site of ours. So the example is built by ``build.py`` and by the host,
with this repository's ``mkdocs.yml``, in empty folders, and every byte has to be the same; of its preview, the list of
all files and a page.

MkDocs is the one that is installed beside us. ProperDocs, its fork by its own maintainers, is put with all that is
locked, and without MkDocs, into an environment of its own in the cache.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import venv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.projects import REPOSITORY, create, date_of, files_of, without_downloads

CASE = "shiguang"
MANIFEST = "manifest.json"
BUILD = ("build", "--quiet")
# Seconds until a preview answers
PATIENCE = 60
CACHE = Path.home() / ".cache/disclosure-bench"
PROPERDOCS = "properdocs==1.6.7 --hash=sha256:6fa0cfa2e01bf338f684892c8a506cf70ea88ae7f3479c933b6fa20168101cbd\n"
# MkDocs itself, and what only it needs
REPLACED = ("mkdocs", "mkdocs-get-deps", "mergedeep")
PINNED = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?:.*\n)(?:[ ].*\n)*", re.M)

HostCommand = Callable[[Path], list[str]]


def mkdocs(_cache: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs"]


def properdocs(cache: Path) -> list[str]:
    """The command, once its environment is there."""
    folder = cache / "properdocs"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    asked = folder / "requirements.txt"
    wanted = requirements()
    if not asked.exists() or asked.read_text("utf-8") != wanted:
        venv.create(folder, with_pip=True, clear=True)
        (folder / "wanted.txt").write_text(wanted, "utf-8")
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        subprocess.run([*pip, "--require-hashes", "-r", str(folder / "wanted.txt")], check=True)
        # As this clone was installed: the host finds plugins by what is installed
        subprocess.run([*pip, "--no-build-isolation", "--editable", str(REPOSITORY)], check=True)
        (folder / "wanted.txt").rename(asked)
    return [str(python), "-m", "properdocs"]


def requirements() -> str:
    """What is locked, with ProperDocs in MkDocs' place."""
    locked = (REPOSITORY / "requirements.txt").read_text("utf-8")
    kept = (one[0] for one in PINNED.finditer(locked) if one["name"] not in REPLACED)
    return "".join(kept) + PROPERDOCS


HOSTS: dict[str, HostCommand] = {"mkdocs": mkdocs, "properdocs": properdocs}


def differences(command: Sequence[str], folder: Path) -> list[str]:
    """What a host's site has otherwise than ours, a line each; ``folder`` is empty."""
    ours, theirs = _project(folder / "ours"), _project(folder / "theirs")
    _run([sys.executable, str(REPOSITORY / "build.py"), "build"], ours)
    done = _run(command, theirs)
    if done.returncode:
        return [f"it ends with {done.returncode}: {(done.stderr or done.stdout).strip()[-400:]}"]
    made = files_of(theirs / "site") if (theirs / "site").exists() else {}
    if MANIFEST not in made:
        return [f"it ends with 0 and passed over our plugin: none of its files is {MANIFEST}"]
    return list(_differing(files_of(ours / "site"), made))


def _differing(ours: dict[str, bytes], theirs: dict[str, bytes]) -> Iterator[str]:
    for name in sorted(ours.keys() | theirs.keys()):
        if ours.get(name) != theirs.get(name):
            yield f"{name}: {'missing' if name not in theirs else 'not ours' if name not in ours else 'other bytes'}"


def _project(root: Path) -> Path:
    create(root, CASE)
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    return root


def _run(command: Sequence[str], root: Path) -> subprocess.CompletedProcess[str]:
    apart = {"DISCLOSURE_DATE": date_of(CASE), "GIT_CEILING_DIRECTORIES": str(root.parent), "PYTHONUTF8": "1"}
    settings = {name: value for name, value in os.environ.items() if name != "CI"} | apart
    return subprocess.run(command, cwd=root, env=settings, capture_output=True, text=True, check=False)


def served(command: Sequence[str], folder: Path) -> list[str]:
    """What a host's preview has otherwise than ours: a page, and the list of all files with their digests."""
    ours, theirs = _project(folder / "served-ours"), _project(folder / "served-theirs")
    _run([sys.executable, str(REPOSITORY / "build.py"), "build"], ours)
    wanted = without_downloads(files_of(ours / "site"))
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings = os.environ | {"DISCLOSURE_DATE": date_of(CASE), "GIT_CEILING_DIRECTORIES": str(folder)}
    preview = [*command, "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with (folder / "served.txt").open("wb") as said:
        running = subprocess.Popen(preview, cwd=theirs, env=settings, stdout=said, stderr=subprocess.STDOUT)
        try:
            found = {name: _asked(f"http://127.0.0.1:{port}/{name}", running) for name in (MANIFEST, "data.html")}
        finally:
            running.terminate()
            running.wait(30)
    # MkDocs puts a script of its own before the end of each page
    page = re.sub(rb"<script[^>]*>[^<]*livereload[^<]*</script>", b"", found["data.html"])
    return [name for name, data in ((MANIFEST, found[MANIFEST]), ("data.html", page)) if data != wanted[name]]


def _asked(address: str, running: subprocess.Popen[bytes]) -> bytes:
    """What a server answers, which may take its time to be there."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                return bytes(answer.read())
        except OSError:
            if time.monotonic() > until or running.poll() is not None:
                return b""
            time.sleep(0.2)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.hosts", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("hosts", nargs="*", help=f"of {', '.join(HOSTS)}; or a command of your own behind --")
    parser.add_argument("--cache", type=Path, default=CACHE)
    given = parser.parse_args(arguments)
    names = [one for one in given.hosts if one in HOSTS]
    commands = {name: HOSTS[name](given.cache) for name in names}
    if own := [one for one in given.hosts if one not in HOSTS]:
        commands[own[0]] = own
    failed = 0
    for name, command in commands.items():
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder).resolve()
            found = differences([*command, *(BUILD if name in HOSTS else ())], root)
            found += [f"serve: {one}: other bytes" for one in served(command, root)] if name in HOSTS else []
        print(f"{name}: {'the same site' if not found else 'NOT our site'}", *found[:20], sep="\n  ")
        failed += bool(found)
    return min(failed, 1)


if __name__ == "__main__":
    sys.exit(main())
