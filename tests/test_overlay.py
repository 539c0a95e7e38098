"""A project's own templates lie over the program's, file by file: the header and footer of a portal."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.projects import REPOSITORY, Sandbox, configured, files_of

# A portal's own parts: fewer words, another style, a picture
HEADER = """\
{% macro header(site, nav, more, page, with_search=True) %}
<header class="d-portal"><p><img src="{{ page.root }}{{ asset('portal.svg') }}" alt="{{ site.title }}">
<a href="{{ page.root }}index.html">{{ site.title }}</a></p></header>
{% endmacro %}
"""
FOOTER = '{% macro footer(site, page) %}\n<footer class="d-portal">{{ site.title }}</footer>\n{% endmacro %}\n'
STYLE = ".d-portal {\n  padding: 1rem;\n}\n"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>\n'
PORTAL = {
    "components/header.html": HEADER,
    "components/footer.html": FOOTER,
    "components/portal.css": STYLE,
    "assets/portal.svg": PICTURE,
}


@pytest.fixture
def bare(create: Callable[..., Sandbox]) -> Sandbox:
    """A project whose own templates, were there any, would lie in ``templates/``: it has none."""
    made = create()
    config = made.root / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace(f"name: null, custom_dir: {REPOSITORY}/templates", "name: disclosure"),
        "utf-8",
    )
    return made


def overlay(project: Sandbox, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = project.root / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def pages(built: dict[str, bytes]) -> dict[str, str]:
    return {name: data.decode() for name, data in built.items() if name.endswith(".html")}


def test_without_templates_of_its_own_a_project_has_the_programs(bare: Sandbox, create: Callable[..., Sandbox]) -> None:
    assert bare.build() == create(folder="other").build()


def test_two_files_are_enough_for_a_portal(bare: Sandbox) -> None:
    before = bare.build()
    overlay(bare, {name: PORTAL[name] for name in ("components/footer.html", "components/portal.css")})
    after = bare.build()
    assert pages(after).keys() == pages(before).keys()
    home = after["index.html"].decode()
    assert '<footer class="d-portal">' in home
    assert "d-footer" not in home
    assert '<header class="d-header">' in home
    sheet = re.search(r'href="(assets/site-\w+\.css)"', home)
    assert sheet is not None
    assert after[sheet[1]].count(b".d-portal{") == 1


def test_every_page_has_the_header_and_the_footer_of_the_portal_with_its_picture(bare: Sandbox) -> None:
    overlay(bare, PORTAL)
    built = bare.build()
    without = [name for name, text in pages(built).items() if text.count('class="d-portal"') != 2]
    assert without == [name for name in without if 'http-equiv="refresh"' in built[name].decode()]
    assert built["assets/portal.svg"] == PICTURE.encode()
    assert re.search(r'src="assets/portal\.svg\?v=[0-9a-f]{8}"', built["index.html"].decode())


def test_a_build_sees_files_that_come_and_go(bare: Sandbox) -> None:
    """Whatever the cache remembers of the pages before."""
    plain = bare.build()
    overlay(bare, PORTAL)
    portal = bare.build()
    assert portal != plain
    overlay(bare, {"assets/portal.svg": PICTURE.replace("M0 0", "M1 0")})
    assert bare.build()["index.html"] != portal["index.html"]
    overlay(bare, PORTAL)
    assert bare.build() == portal
    for name in PORTAL:
        (bare.root / "templates" / name).unlink()
    assert bare.build() == plain
    overlay(bare, {"components/footer.html": (REPOSITORY / "templates/components/footer.html").read_text("utf-8")})
    assert bare.build() == plain


FOOTER_OF = "components/footer.html"
WRONG = (
    ({FOOTER_OF: "\n{% macro footer( %}"}, f"templates/{FOOTER_OF}:2:"),
    ({FOOTER_OF: FOOTER.replace("title", "titel")}, f"templates/{FOOTER_OF}:2:"),
    ({"pages/home.html": "{% extends 'bose.html' %}"}, "templates/pages/home.html:1:"),
    # The program's own asks in vain for what the file in its place lacks
    ({FOOTER_OF: ""}, f"{REPOSITORY}/templates/"),
)


@pytest.mark.parametrize(("files", "told"), WRONG)
def test_what_is_wrong_is_told_with_the_file_that_a_clerk_has(bare: Sandbox, files: dict[str, str], told: str) -> None:
    before = bare.build()
    overlay(bare, files)
    done = bare.run("build")
    assert done.code == 1, done.out
    assert done.err.startswith(told), done.err
    assert files_of(bare.site) == before


def test_a_folder_elsewhere_may_be_named(bare: Sandbox, tmp_path: Path) -> None:
    overlay(bare, PORTAL)
    (bare.root / "templates").rename(tmp_path / "portal")
    moved = configured(bare.root, Path("../portal"))
    assert b'class="d-portal"' in moved.build()["index.html"]


def test_a_folder_that_is_named_has_to_be_there(bare: Sandbox, tmp_path: Path) -> None:
    """A slip in its name, and the site would be published without the portal's header."""
    before = bare.build()
    named = configured(bare.root, Path("../protal"))
    done = named.run("build")
    assert done.code == 1
    assert done.err.startswith("protal:1:1: [template] 模板不能用")
    assert files_of(bare.site) == before
