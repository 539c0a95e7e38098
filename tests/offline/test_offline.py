"""``offline``: what the zip holds, what stays out, and what an editor is told."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from PIL import ImageFont

from disclosure.downloads.images.drawing import ImagePen
from disclosure.offline import bundle
from tests.projects import Sandbox, full

# What a script on a disk must not need; `take.js` asks whether it is on one first
NEEDS_A_SERVER = re.compile(r"\bfetch\(|XMLHttpRequest|\bimport\(|new Worker|navigator\.serviceWorker|type=\"module\"")


class LinkReader(HTMLParser):
    """What a page leads to or loads, from the zip's root."""

    def __init__(self, name: str, text: str) -> None:
        super().__init__()
        self.name = name
        self.found: set[str] = set()
        self.feed(text)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for attribute in ("href", "src", "data-copy"):
            parts = urlsplit(dict(attrs).get(attribute) or "")
            if parts.path and not parts.scheme and (attribute != "data-copy" or "/" in parts.path):
                self.found.add(normpath(join(dirname(self.name), unquote(parts.path))))


@pytest.fixture
def packed(project: Sandbox, tmp_path: Path) -> dict[str, bytes]:
    return made(project, tmp_path / "a.zip")


def made(project: Sandbox, target: Path, *options: str) -> dict[str, bytes]:
    done = project.run("offline", "-o", str(target), *options)
    assert done.code == 0, done.out + done.err
    with zipfile.ZipFile(target) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_start_page_stands_at_the_top_and_leads_in(packed: dict[str, bytes]) -> None:
    assert {name for name in packed if "/" not in name} == {bundle.START, bundle.SUMS}
    start = packed[bundle.START].decode()
    assert "请先解压，再打开。" in start
    assert "离线版，内容截至2024年3月1日" in start
    assert LinkReader(bundle.START, start).found <= set(packed)
    assert b"d-start__packed" in packed["site/offline.css"]


def test_every_link_leads_to_what_is_there(packed: dict[str, bytes]) -> None:
    pages = {name: data.decode() for name, data in packed.items() if name.endswith(".html")}
    lost = {name: LinkReader(name, text).found - set(packed) for name, text in pages.items()}
    assert {name: links for name, links in lost.items() if links} == {}


def test_the_list_of_checksums_is_of_every_other_file(packed: dict[str, bytes]) -> None:
    lines = (line.split("  ", 1) for line in packed[bundle.SUMS].decode().splitlines())
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in packed.items() if name != bundle.SUMS}
    assert {name: digest for digest, name in lines} == digests


def test_what_is_of_no_use_on_a_disk_stays_out(project: Sandbox, packed: dict[str, bytes]) -> None:
    held = {name.removeprefix("site/") for name in packed}
    addresses = {path.relative_to(project.site).as_posix() for path in project.site.rglob("*") if path.is_file()}
    out = {one for one in addresses - held if not one.endswith((".xml", ".feed.json"))}
    lists = addresses & {"robots.txt", "llms.txt", ".nojekyll"}
    assert out == {"404.html", "assets/lost.js", "manifest.json", *lists}
    assert not any(one.endswith((".xml", ".feed.json")) for one in held)


def test_other_files_are_the_site_s_byte_for_byte(project: Sandbox, packed: dict[str, bytes]) -> None:
    same = {name: data for name, data in packed.items() if name.startswith("site/") and not name.endswith(".html")}
    del same["site/offline.css"]
    assert {name: (project.root / name).read_bytes() for name in same} == same


def test_no_script_needs_what_a_disk_does_not_give(packed: dict[str, bytes]) -> None:
    scripts = {name: data.decode() for name, data in packed.items() if name.endswith(".js")}
    assert {name: NEEDS_A_SERVER.findall(text) for name, text in scripts.items() if NEEDS_A_SERVER.search(text)} == {
        "site/assets/take.js": ["fetch("]
    }
    assert "if (isOnDisk && !hasLines) return;" in scripts["site/assets/take.js"]


def test_the_large_files_are_left_out_where_that_is_asked(project: Sandbox, tmp_path: Path) -> None:
    every = made(project, tmp_path / "a.zip")
    fewer = made(project, tmp_path / "b.zip", "--without-downloads")
    gone = set(every) - set(fewer)
    assert gone == {one for one in every if one.endswith((".sqlite", ".xlsx", ".jsonl"))}
    assert "（离线版里没有）" in fewer["site/data.html"].decode()


def test_the_same_content_is_the_same_zip(project: Sandbox, tmp_path: Path) -> None:
    made(project, tmp_path / "a.zip")
    made(project, tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_machines_are_told_what_was_written(project: Sandbox, tmp_path: Path) -> None:
    done = project.run("offline", "--json", "-o", str(tmp_path))
    told = json.loads(done.out)
    target = Path(told["written"])
    assert target.parent == tmp_path
    assert re.fullmatch(r".+-离线版-2024-03-01\.zip", target.name)
    assert told["sha256"] == hashlib.sha256(target.read_bytes()).hexdigest()
    assert "404.html" in told["left_out"]


@pytest.mark.parametrize(
    ("output", "told"),
    [("a.pdf", "没有写：a.pdf 要以 .zip 结尾"), ("site/a.zip", "里的文件由程序管，换一个地方")],
)
def test_a_place_that_cannot_be_meant_is_refused(
    project: Sandbox, monkeypatch: pytest.MonkeyPatch, output: str, told: str
) -> None:
    monkeypatch.chdir(project.root)
    done = project.run("offline", "-o", output)
    assert done.code == 2
    assert told in done.out


def test_a_full_disk_is_told_and_leaves_nothing(
    project: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.build()
    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    monkeypatch.setattr(zipfile.ZipFile, "close", lambda _self: None)
    folder = tmp_path / "out"
    done = project.run("offline", "-o", str(folder / "a.zip"))
    assert (done.code, list(folder.iterdir())) == (2, [])
    assert "磁盘满了" in done.out


def test_a_name_that_windows_refuses_is_told_and_nothing_is_written(
    project: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "names", lambda _wish, _chosen: ["site/files/a?.pdf"])
    done = project.run("offline", "-o", str(tmp_path / "a.zip"))
    assert (done.code, (tmp_path / "a.zip").exists()) == (2, False)
    assert "site/files/a?.pdf：名字里有 Windows 不许用的符号 ?" in done.out


def test_content_with_an_error_is_not_packed(project: Sandbox, tmp_path: Path) -> None:
    (project.content / "site.yml").write_text("nonsense: 1\n", "utf-8")
    done = project.run("offline", "-o", str(tmp_path / "a.zip"))
    assert (done.code, (tmp_path / "a.zip").exists()) == (1, False)
    assert "没有写：先改好上面的" in done.out


def test_images_of_shared_pages_stay_out(project: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImagePen, "has", lambda _pen, _sign, _size: True)
    (project.root / "face.ttf").write_bytes(ImageFont.load_default(10).path.getvalue())
    with (project.content / "site.yml").open("a", encoding="utf-8") as file:
        file.write("address: https://www.example.gov.cn/\nshare_images: records\nshare_font: face.ttf\n")
    packed = made(project, tmp_path / "a.zip")
    assert list(project.site.rglob("*.png"))
    assert [name for name in packed if name.endswith(".png")] == []
    assert "转发链接时显示的图片：只在网上用得着" in packed[bundle.START].decode()
