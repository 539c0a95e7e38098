"""A machine that publishes takes from the web what stands there, and the new release stands on that."""

from __future__ import annotations

import functools
import subprocess
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.projects import REPOSITORY, Sandbox, files_of


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def web(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder and the address at which it is served."""
    folder = tmp_path / "web"
    folder.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield folder, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def take(address: str, target: Path) -> str:
    script = [REPOSITORY / ".ci/last_release.py", address, str(target)]
    return subprocess.run(script, capture_output=True, text=True, check=True).stdout


def publish(project: Sandbox, web: Path, releases: Path) -> None:
    assert project.run("release", str(releases)).code == 0
    subprocess.run(["cp", "-rL", f"{releases}/current/.", str(web)], check=True)


def test_styles_and_scripts_of_the_site_that_stands_are_kept(
    project: Sandbox, web: tuple[Path, str], tmp_path: Path
) -> None:
    served, address = web
    publish(project, served, tmp_path / "first")
    assert take(address, tmp_path / "second").endswith("上一版在这里\n")
    assets = {name for name in files_of(served) if name.startswith("assets/")}
    last = files_of(tmp_path / "second/current")
    assert set(last) == {"manifest.json", *assets}
    assert {name: data for name, data in files_of(served).items() if name in last} == last


def test_a_release_that_does_not_stand_on_it_is_refused(
    project: Sandbox, web: tuple[Path, str], tmp_path: Path
) -> None:
    served, address = web
    publish(project, served, tmp_path / "first")
    manifest = (served / "manifest.json").read_text("utf-8")
    (served / "manifest.json").write_text(manifest.replace('"commit": ""', f'"commit": "{"a" * 40}"'), "utf-8")
    take(address, tmp_path / "second")
    done = project.run("release", str(tmp_path / "second"))
    assert (done.code, "[lost-release]" in done.err) == (1, True)


def test_a_spoilt_file_is_left_behind(project: Sandbox, web: tuple[Path, str], tmp_path: Path) -> None:
    served, address = web
    publish(project, served, tmp_path / "first")
    spoilt = sorted((served / "assets").iterdir())[0]
    spoilt.write_text("spoilt")
    take(address, tmp_path / "second")
    assert not (tmp_path / "second/current/assets" / spoilt.name).exists()


def test_where_nothing_stands_nothing_is_taken(project: Sandbox, web: tuple[Path, str], tmp_path: Path) -> None:
    assert take(web[1], tmp_path / "first").endswith("还没有发布过\n")
    assert not (tmp_path / "first").exists()


def test_releases_that_are_here_stay(project: Sandbox, web: tuple[Path, str], tmp_path: Path) -> None:
    publish(project, web[0], tmp_path / "first")
    before = files_of(tmp_path / "first")
    take(web[1], tmp_path / "first")
    assert files_of(tmp_path / "first") == before
