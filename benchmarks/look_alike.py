"""Two built sites photographed page by page: which pages look different, and from where on.

One page of each kind (the largest), at the widths of a phone and of a desk, in light and dark colours, and as printed.
Of each pair that differs a picture is written: old and new side by side, from just above the first row that differs.

    python -m benchmarks.look_alike OLD NEW --pictures FOLDER
"""

from __future__ import annotations

import argparse
import base64
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from playwright import sync_api
from playwright.sync_api import Browser

from tests.browser import programs
from tests.browser.server import serve

KIND = re.compile(r'<body class="d-page d-page--([a-z-]+)"')
# No taller than a picture may be; what comes below is more of the same
TALLEST = 8000
# Both pictures' pixels compared, and the pair drawn from the first row that differs
COMPARE = """async pictures => {
  const [old, now] = await Promise.all(pictures.map(async one =>
    createImageBitmap(await (await fetch('data:image/png;base64,' + one)).blob())));
  const width = old.width, height = Math.max(old.height, now.height);
  const canvas = (w, h) => new OffscreenCanvas(w, h).getContext('2d', { willReadFrequently: true });
  const pixels = one => {
    const drawn = canvas(width, height);
    drawn.drawImage(one, 0, 0);
    return new Uint32Array(drawn.getImageData(0, 0, width, height).data.buffer);
  };
  const [a, b] = [pixels(old), pixels(now)];
  let count = 0, first = -1;
  for (let n = 0; n < a.length; n++) {
    if (a[n] !== b[n]) { count++; if (first < 0) first = Math.floor(n / width); }
  }
  if (!count) return { ratio: 0, row: 0, pair: '' };
  const top = Math.max(0, first - 150), shown = Math.min(1200, height - top), pair = canvas(2 * width + 20, shown);
  pair.drawImage(old, 0, -top);
  pair.drawImage(now, width + 20, -top);
  const url = await new Promise(async done => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(await pair.canvas.convertToBlob());
  });
  return { ratio: count / a.length, row: first, pair: url.split(',')[1] };
}"""


class View(NamedTuple):
    """How a page is looked at."""

    name: str
    width: int
    colours: Any = "light"
    media: Any = "screen"


# Paper is as wide as A4 without its margins
VIEWS = (
    View("phone", 390),
    View("phone-dark", 390, "dark"),
    View("desk", 1280),
    View("desk-dark", 1280, "dark"),
    View("print", 642, media="print"),
)


class Difference(NamedTuple):
    """A page that two sites show differently."""

    address: str
    view: str
    ratio: float
    row: int
    pair: bytes


def largest_of_each_kind(site: Path) -> list[str]:
    """Addresses, by the kind that each page says it is of."""
    found: dict[str, Path] = {}
    for path in sorted(site.rglob("*.html")):
        kind = KIND.search(path.read_text("utf-8"))
        if kind and (kind[1] not in found or path.stat().st_size > found[kind[1]].stat().st_size):
            found[kind[1]] = path
    return [path.relative_to(site).as_posix() for path in found.values()]


def photograph(page: sync_api.Page, address: str, view: View) -> str:
    """The page from its top, as a PNG in base 64."""
    page.set_viewport_size({"width": view.width, "height": 900})
    page.emulate_media(media=view.media, color_scheme=view.colours)
    page.goto(address)
    page.evaluate("document.fonts.ready")
    height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
    clip: Any = {"x": 0, "y": 0, "width": view.width, "height": height}
    return base64.b64encode(page.screenshot(full_page=True, clip=clip, animations="disabled")).decode()


def differences(browser: Browser, old: Path, new: Path, views: Sequence[View] = VIEWS) -> Iterator[Difference]:
    """What looks different, page by page; a page that the old site lacks is left out."""
    page, table = browser.new_page(locale="zh-CN"), browser.new_page()
    with serve(old) as before, serve(new) as after:
        for address in largest_of_each_kind(new):
            if not (old / address).is_file():
                continue
            for view in views:
                pair = [photograph(page, root + address, view) for root in (before, after)]
                found = table.evaluate(COMPARE, pair)
                if found["ratio"]:
                    picture = base64.b64decode(found["pair"])
                    yield Difference(
                        address=address, view=view.name, ratio=found["ratio"], row=found["row"], pair=picture
                    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--pictures", type=Path, required=True, metavar="FOLDER")
    given = parser.parse_args()
    given.pictures.mkdir(parents=True, exist_ok=True)
    are_equal = True
    with programs.started() as browser:
        for one in differences(browser, given.old, given.new):
            are_equal = False
            name = f"{one.address.removesuffix('.html').replace('/', '-')}.{one.view}.png"
            (given.pictures / name).write_bytes(one.pair)
            print(f"{one.ratio:7.2%} from row {one.row:4}  {name}", flush=True)
    if are_equal:
        print("equal")
    return 0 if are_equal else 1


if __name__ == "__main__":
    sys.exit(main())
