"""The same pages by other generators: ``python -m benchmarks.others hugo SITE FOLDER --cache CACHE``.

Each page of our built site becomes one Markdown file. A record's page is data (title, facts, links, crumbs) that a
template turns into HTML; the body of any other page is given as the finished HTML, which costs the others next to
nothing. Scripts, data files, the search index and sources are copied. Where in doubt, in favour of the others.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import pages
from benchmarks.pages import ROOT, PlainPage, Surroundings

LAYOUTS = Path(__file__).parent / "layouts"
VERSIONS = {"hugo": "0.168.0", "mkdocs": "1.6.1", "mkdocs-material": "9.8.1", "@11ty/eleventy": "3.1.8"}
HUGO_CONFIG = """\
title: benchmark
uglyURLs: true
disableKinds: [home, section, taxonomy, term, rss, sitemap, robotsTXT, "404"]
markup: {goldmark: {renderer: {unsafe: true}}}
"""
MKDOCS_CONFIG = """\
site_name: benchmark
docs_dir: content
site_dir: public
use_directory_urls: false
plugins: []
theme: {{name: {theme}, custom_dir: layouts{more}}}
validation: {{omitted_files: ignore, absolute_links: ignore, unrecognized_links: ignore, not_found: ignore}}
"""
# A style sheet in the page or beside it
STYLE = re.compile(r"<style>.*?</style>|<link rel=.stylesheet.[^>]*>", re.S)
MATERIAL_MORE = ", font: false, features: []"
ELEVENTY_CONFIG = """\
module.exports = function (config) {
  config.addPassthroughCopy({ static: "." });
  return {
    dir: { input: "content", includes: "../layouts", output: "public" },
    markdownTemplateEngine: false,
  };
};
"""


@dataclass(frozen=True, kw_only=True)
class Tool:
    """A generator: how it is installed, what it is given, how it is started."""

    name: str
    packages: tuple[str, ...]
    template: str
    values: str
    body: str
    config: Callable[[Path], None]
    command: Callable[[Path], list[str]]
    statics: str = "static"
    front: str = ""
    npm: bool = False

    def home(self, cache: Path) -> Path:
        """Its own folder, a new one for every set of versions."""
        named = "-".join(f"{one.strip('@').replace('/', '-')}-{VERSIONS[one]}" for one in self.packages)
        return cache.resolve() / named

    def install(self, cache: Path) -> None:
        home = self.home(cache)
        if (home / "installed").exists():
            return
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir(parents=True)
        if self.npm:
            wanted = [f"{one}@{VERSIONS[one]}" for one in self.packages]
            # Without a prefix npm installs into the first folder above that has a package.json or node_modules
            options = ["--prefix", ".", "--no-audit", "--no-fund", "--ignore-scripts"]
            subprocess.run(["npm", "install", *options, *wanted], cwd=home, check=True)
        else:
            wanted = [f"{one}=={VERSIONS[one]}" for one in self.packages]
            subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
            subprocess.run([str(home / "bin/python"), "-m", "pip", "install", "--quiet", *wanted], check=True)
        (home / "installed").touch()

    def write(self, site: Path, folder: Path) -> None:
        """Everything the tool needs to make ``site`` again, in ``folder``."""
        shutil.rmtree(folder, ignore_errors=True)
        self.config(folder)
        layout = (LAYOUTS / self.template).read_text("utf-8")
        _write(folder / "layouts" / self.layout, fill(self, layout, pages.frame(site)))
        for address in pages.addresses(site):
            self._write_page(folder, pages.page(site, address))
        for name in pages.statics(site):
            target = folder / self.statics / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(site / name, target)

    @property
    def layout(self) -> str:
        return LAYOUT_NAMES[self.name]

    def _write_page(self, folder: Path, page: PlainPage) -> None:
        front = page.front + ("\n" + self.front if self.front else "")
        _write(folder / self.source(page.address), f"---\n{front}\n---\n{page.body}")

    def source(self, address: str) -> str:
        """The input of a page; to Hugo an index.md is not a page of its own."""
        name = address.removesuffix(".html") + ".md"
        if self.name == "hugo" and name.endswith("index.md"):
            name = name.removesuffix("index.md") + "overview.md"
        return f"content/{name}"


def fill(tool: Tool, layout: str, frame: Surroundings) -> str:
    """A layout with the site's own frame in it."""
    parts = {
        "BEFORE_TITLE": frame.before_title,
        "AFTER_METAS": frame.after_metas,
        "MAIN": frame.main,
        "END": frame.end,
        **_parts_of_a_body(frame),
    }
    root = f"{{{{ {tool.values}root }}}}"
    for name, text in parts.items():
        assert not any(sign in text for sign in ("{{", "{%", "{#")), f"{name} would be taken for a template"
        layout = layout.replace(f"@@{name}@@", text.replace(ROOT, root))
    return layout.replace("@@VALUES@@", tool.values).replace("@@BODY@@", tool.body)


def _parts_of_a_body(frame: Surroundings) -> dict[str, str]:
    """What goes into the blocks of a theme that writes its own head and body."""
    styles = re.findall(STYLE, frame.before_title + frame.after_metas)
    footer = re.search(r"<footer.*</footer>", frame.end, re.S)
    assert styles, "the built site has changed its shape"
    assert footer, "the built site has changed its shape"
    return {
        "STYLE": "".join(styles),
        "BODY_START": re.sub(r".*<body[^>]*>", "", frame.after_metas, flags=re.S),
        "FOOTER": footer[0],
    }


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _hugo_command(home: Path) -> list[str]:
    # The program itself: the Python script around it would only cost time
    binary = next(home.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    return [str(binary), "--quiet", "--noBuildLock"]


def _mkdocs_command(home: Path) -> list[str]:
    return [str(home / "bin/mkdocs"), "build", "--quiet"]


def _eleventy_command(home: Path) -> list[str]:
    return ["node", str(home / "node_modules/@11ty/eleventy/cmd.cjs"), "--quiet"]


def _mkdocs_config(folder: Path) -> None:
    _write(folder / "mkdocs.yml", MKDOCS_CONFIG.format(theme="null", more=""))


def _material_config(folder: Path) -> None:
    _write(folder / "mkdocs.yml", MKDOCS_CONFIG.format(theme="material", more=MATERIAL_MORE))
    # The theme's own not-found page has no data; ours is a page like any other
    _write(folder / "layouts/404.html", "")


def _hugo_config(folder: Path) -> None:
    _write(folder / "hugo.yaml", HUGO_CONFIG)


def _eleventy_config(folder: Path) -> None:
    _write(folder / "eleventy.config.cjs", ELEVENTY_CONFIG)


LAYOUT_NAMES = {
    "hugo": "_default/single.html",
    "mkdocs": "main.html",
    "material": "main.html",
    "eleventy": "page.njk",
}
TOOLS = {
    one.name: one
    for one in (
        Tool(
            name="hugo",
            packages=("hugo",),
            template="page.hugo",
            values=".Params.",
            body="",
            config=_hugo_config,
            command=_hugo_command,
        ),
        Tool(
            name="mkdocs",
            packages=("mkdocs",),
            template="page.jinja",
            values="page.meta.",
            body="page.content",
            config=_mkdocs_config,
            command=_mkdocs_command,
            statics="content",
        ),
        Tool(
            name="material",
            packages=("mkdocs-material", "mkdocs"),
            template="material.jinja",
            values="page.meta.",
            body="page.content",
            config=_material_config,
            command=_mkdocs_command,
            statics="content",
        ),
        Tool(
            name="eleventy",
            packages=("@11ty/eleventy",),
            template="page.jinja",
            values="",
            body="content",
            config=_eleventy_config,
            command=_eleventy_command,
            front="layout: page.njk",
            npm=True,
        ),
    )
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tool", choices=TOOLS)
    parser.add_argument("site", type=Path, help="our built site")
    parser.add_argument("folder", type=Path, help="where the tool's input goes")
    parser.add_argument("--cache", type=Path, required=True, help="where the tools are installed")
    given = parser.parse_args()
    tool = TOOLS[given.tool]
    tool.install(given.cache)
    tool.write(given.site, given.folder)


if __name__ == "__main__":
    os.environ["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    main()
