"""From an address to a file of the previewed site: whatever is asked, a file that was published, or none."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.preview import files
from disclosure.preview.files import find, path_of, type_of

STEPS = (
    "..",
    ".",
    "",
    "~",
    "site",
    "out",
    "inside",
    "loop",
    "page.html",
    "secret.txt",
    ".git",
    "config",
    "etc",
    "C:",
    "表.csv",
)
SLASHES = (
    "/",
    "//",
    "\\",
    "%2f",
    "%5c",
    "/./",
    "/../",
    "%2e%2e/",
    "..%2f",
    "%252e%252e%252f",
    "..\\",
    "\0",
    "%00",
    "/%c0%ae%c0%ae/",
)
ODD = st.lists(st.sampled_from([*STEPS, *SLASHES]), max_size=12).map("".join) | st.text(max_size=40)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a hidden folder, and with links that lead out, in, and in a circle; beside it a secret."""
    root = tmp_path_factory.mktemp("files")
    site = root / "site"
    for name in ("index.html", "page.html", "表.csv", "inside/index.html", ".git/config", "inside/.env"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name, "utf-8")
    (root / "secret.txt").write_text("secret", "utf-8")
    (site / "out").symlink_to(root)
    (site / "out.txt").symlink_to(root / "secret.txt")
    (site / "loop").symlink_to("loop")
    (site / "also").symlink_to("inside")
    return site


def published(site: Path) -> set[Path]:
    found = {site / name for name in ("index.html", "page.html", "表.csv", "inside/index.html")}
    return {path.resolve() for path in found}


@settings(max_examples=500, deadline=None)
@given(target=ODD)
def test_any_address_leads_to_a_published_file_or_to_none(site: Path, target: str) -> None:
    for asked in (target, f"/{target}", path_of(target), path_of(f"/{target}"), path_of(f"/{quote(target)}")):
        assert find(site, asked) in published(site) | {None}


@settings(max_examples=300, deadline=None)
@given(name=st.text(st.characters(exclude_characters="/"), min_size=1, max_size=30))
def test_what_an_address_says_is_what_is_looked_for(name: str) -> None:
    assert (
        path_of(f"/{quote(name.encode('utf-8', 'replace'))}?a=/x#b") == f"/{name.encode('utf-8', 'replace').decode()}"
    )


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "index.html"),
        ("/page.html", "page.html"),
        ("//page.html", "page.html"),
        ("/inside", "inside/index.html"),
        ("/inside/", "inside/index.html"),
        ("/also/", "inside/index.html"),
        ("/表.csv", "表.csv"),
    ],
)
def test_an_address_leads_to_its_file(site: Path, path: str, name: str) -> None:
    assert find(site, path) == (site / name).resolve()


@pytest.mark.parametrize(
    "path",
    [
        *("", "page.html", "/../secret.txt", "/inside/../page.html", "/out/secret.txt", "/out.txt", "/loop/a"),
        *(
            "/.git/config",
            "/inside/.env",
            "/./page.html",
            "/..\\secret.txt",
            "/C:/page.html",
            "/page.html\0",
            "/" + "a" * 300,
        ),
        *("http://localhost/page.html", "/" + "a/" * 20_000),
    ],
)
def test_what_is_none_of_the_site_s_is_nothing(site: Path, path: str) -> None:
    assert find(site, path) is None


def test_a_site_that_is_not_there_has_no_file(tmp_path: Path) -> None:
    assert find(tmp_path / "none", "/index.html") is None
    assert files.read(tmp_path / "none") is None


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("main.js", "text/javascript; charset=utf-8"),
        ("a.feed.json", "application/json; charset=utf-8"),
        ("calendar.ics", "text/calendar; charset=utf-8"),
        ("catalog.jsonld", "application/ld+json; charset=utf-8"),
        ("a.SVG", "image/svg+xml"),
        ("about.md", "text/markdown; charset=utf-8"),
        ("a.html.x", "application/octet-stream"),
        ("LICENSE", "application/octet-stream"),
    ],
)
def test_a_file_is_told_by_its_name_whatever_the_system_thinks(name: str, type: str) -> None:
    assert type_of(name) == type
