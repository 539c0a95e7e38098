"""The zip is whole or not there, the same for the same content, and any program can unpack it."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from disclosure.offline import archive
from disclosure.offline.archive import ZipEntry
from tests.projects import full

from .zips import DAY

ENTRIES = (ZipEntry("site/index.html", b"<p>1"), ZipEntry("打开这里.html", "打开".encode()))


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (archive.write(tmp_path / name, ENTRIES, DAY) for name in ("a.zip", "b.zip"))
    assert first == second
    assert first.sha256 == hashlib.sha256((tmp_path / "a.zip").read_bytes()).hexdigest()
    assert (first.files, first.unpacked, first.size) == (2, 10, (tmp_path / "a.zip").stat().st_size)


def test_chinese_names_are_told_to_be_utf_8_and_every_file_may_be_read(tmp_path: Path) -> None:
    archive.write(tmp_path / "a.zip", ENTRIES, DAY)
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        told = {one.filename: (bool(one.flag_bits & 0x800), one.external_attr >> 16) for one in packed.infolist()}
    assert told == {"site/index.html": (False, 0o100644), "打开这里.html": (True, 0o100644)}


def test_what_is_interrupted_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "a.zip"
    target.write_bytes(b"old")

    def entries():
        yield ENTRIES[0]
        full()

    with pytest.raises(OSError, match="space"):
        archive.write(target, entries(), DAY)
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"a.zip": b"old"}


@pytest.mark.skipif(shutil.which("unzip") is None, reason="no unzip here")
def test_unzip_finds_the_names_and_no_fault(tmp_path: Path) -> None:
    archive.write(tmp_path / "a.zip", ENTRIES, DAY)
    subprocess.run(["unzip", "-q", "a.zip"], cwd=tmp_path, check=True, env={"LC_ALL": "C.UTF-8"})
    assert (tmp_path / "打开这里.html").read_text("utf-8") == "打开"
