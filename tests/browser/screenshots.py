"""Pictures of every page kind, to look at: ``python -m tests.browser.screenshots SITE FOLDER [--views phone,dark]``.

The largest page of each kind of a built site as a phone, a desktop, other colours, large type, the simple view and
paper show it, a file each (``phone-home.png``), and all of one view beside each other (``phone.html``). With
``--small``, the home page alone as a phone and a desktop show it first, small enough for the README.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from PIL import Image
from playwright.sync_api import Browser, Page, Route, ViewportSize

from . import kinds, programs

# What a reader sees before they scroll far; the rest of a long page looks like it
DEEP = 1800


@dataclass(frozen=True, kw_only=True)
class ScreenView:
    """How a page is shown: the window's width, the stored settings of the reader, the medium."""

    width: int = 390
    settings: dict[str, str] = field(default_factory=dict)
    media: dict[str, Any] = field(default_factory=dict)


VIEWS = {
    "phone": ScreenView(),
    "desktop": ScreenView(width=1280),
    "dark": ScreenView(media={"color_scheme": "dark"}),
    "contrast": ScreenView(settings={"theme": "contrast"}),
    "large": ScreenView(settings={"size": "larger"}),
    "simple": ScreenView(settings={"simple": "on"}),
    "print": ScreenView(width=794, media={"media": "print"}),
}
STORE = "settings => localStorage.setItem('disclosure-display', JSON.stringify(settings))"


def pictures(browser: Browser, site: Path, folder: Path, names: list[str]) -> Iterator[Path]:
    """The pictures of these views, written into the folder one after the other."""
    for name in names:
        view = VIEWS[name]
        window = ViewportSize(width=view.width, height=844)
        with closing(browser.new_context(viewport=window, locale="zh-CN", reduced_motion="reduce")) as context:
            page = context.new_page()
            page.add_init_script(f"({STORE})({json.dumps(view.settings)})")
            page.emulate_media(**view.media)
            page.route("https://**", partial(_own, site))
            for kind, address in kinds.largest(site).items():
                yield _picture(page, (site / address).as_uri(), folder / f"{name}-{kind}.png")


def _own(site: Path, route: Route) -> None:
    """What a page asks for at the site's own address."""
    asked = site / urlsplit(route.request.url).path.lstrip("/")
    route.fulfill(path=asked) if asked.is_file() else route.abort()


def _picture(page: Page, address: str, path: Path) -> Path:
    page.goto(address)
    high = page.evaluate("() => document.documentElement.scrollHeight")
    width = page.viewport_size["width"] if page.viewport_size else 0
    clip = {"x": 0, "y": 0, "width": width, "height": min(high, DEEP)}
    page.screenshot(path=path, full_page=True, clip=clip)  # type: ignore[arg-type]
    return path


# The widths of the README's pictures, in which their words can still be read
SMALL = {"phone": 300, "desktop": 760}


def small(browser: Browser, site: Path, folder: Path) -> Iterator[Path]:
    """The first screen of the home page."""
    for name, width in SMALL.items():
        window = ViewportSize(width=VIEWS[name].width, height=844)
        path = folder / f"{name}.png"
        with closing(browser.new_context(viewport=window, locale="zh-CN")) as context:
            page = context.new_page()
            page.goto((site / "index.html").as_uri())
            page.screenshot(path=path)
        shrink(path, width)
        yield path


def shrink(path: Path, width: int) -> None:
    """The picture so wide, in few colours: some 50 kB."""
    with Image.open(path) as picture:
        size = (width, round(picture.height * width / picture.width))
        picture.convert("RGB").resize(size, Image.Resampling.LANCZOS).quantize(32).save(path, optimize=True)


def sheet(paths: list[Path]) -> str:
    """A page that shows them beside each other, each under its name."""
    shown = (
        f'<figure><figcaption>{escape(path.stem)}</figcaption><img src="{escape(path.name)}" alt=""></figure>'
        for path in paths
    )
    style = "body{display:flex;flex-wrap:wrap;gap:16px;background:#888}figure{margin:0}img{max-width:640px}"
    return f"<!doctype html><meta charset=utf-8><title>{len(paths)}</title><style>{style}</style>{''.join(shown)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--views", default=",".join(VIEWS), help="some of: %(default)s")
    parser.add_argument("--small", action="store_true", help="the two pictures of the README, nothing else")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    names = [] if arguments.small else arguments.views.split(",")
    with programs.started() as browser:
        site, folder = arguments.site.resolve(), arguments.folder
        made = list(small(browser, site, folder) if arguments.small else pictures(browser, site, folder, names))
    for name in names:
        paths = [path for path in made if path.name.startswith(f"{name}-")]
        (arguments.folder / f"{name}.html").write_text(sheet(paths), "utf-8")
    print(f"{len(made)} -> {arguments.folder}")


if __name__ == "__main__":
    main()
