"""Two sites are equal where only their looks differ, and every other difference is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.compare_sites import differences

OLD = (
    '<meta http-equiv="Content-Security-Policy" content="style-src \'sha256-x\'">\n<style>p { color: red }</style>\n'
    '<script type="module" src="assets/main.js?v=1"></script>\n<p class="a" id="p">甲</p>'
)
NEW = (
    '<meta http-equiv="Content-Security-Policy" content="style-src \'self\'">\n'
    '<link rel="stylesheet" href="assets/site-1.css">\n<script defer src="assets/main-2.js"></script>\n'
    '<p class="b c" id="p">甲</p>'
)
MANIFEST = '{"commit": "x", "files": {"assets/%s": "1", "index.html": "%s"}}'


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    old, new = tmp_path / "old", tmp_path / "new"
    for site, page, asset in ((old, OLD, "main.js"), (new, NEW, "site-1.css")):
        (site / "assets").mkdir(parents=True)
        (site / "index.html").write_text(page, "utf-8")
        (site / "assets" / asset).write_text("x")
        (site / "manifest.json").write_text(MANIFEST % (asset, asset))
    return old, new


def test_sites_that_differ_in_their_looks_alone_are_equal(sites: tuple[Path, Path]) -> None:
    assert list(differences(*sites)) == []


def test_a_word_a_file_and_a_line_of_the_manifest_are_told(sites: tuple[Path, Path]) -> None:
    old, new = sites
    (new / "index.html").write_text(NEW.replace("甲", "乙"), "utf-8")
    (new / "a.json").write_text("{}")
    (old / "b.json").write_text("{}")
    (new / "manifest.json").write_text(MANIFEST.replace('"x"', '"y"') % ("x", "y"))
    assert [line.partition(":")[0] for line in differences(old, new)] == [
        "a.json",
        "b.json",
        "index.html",
        "manifest.json",
    ]
    assert "甲</p>' became" in list(differences(old, new))[2]
    assert [line.partition(":")[0] for line in differences(old, new, ["*.json"])] == ["index.html"]


def test_a_difference_that_is_wanted_is_not_told(sites: tuple[Path, Path]) -> None:
    old, new = sites
    (new / "index.html").write_text(NEW + "<i>新</i>", "utf-8")
    assert list(differences(old, new, wanted=["<i>.*?</i>"])) == []
