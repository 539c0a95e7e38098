"""What leaves a page that was opened from a disk never says whose disk it is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from . import kinds
from .conftest import BOUND

pytestmark = pytest.mark.browser
OWNER = "zhangsan"
# What is copied, shared, saved (its name and its words), drawn on a canvas
GIVEN = """(() => {
  const given = (window.given = []);
  const tell = (one) => given.push(String(one));
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => tell(text) } });
  Object.defineProperty(navigator, 'share', { value: async ({ title, url }) => [title, url].forEach(tell) });
  const pen = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...more) { tell(text); pen.call(this, text, ...more); };
  const address = URL.createObjectURL;
  URL.createObjectURL = (blob) => { blob.text().then(tell); return address.call(URL, blob); };
  HTMLAnchorElement.prototype.click = function () { tell(this.download); tell(this.href); };
  window.print = () => dispatchEvent(new Event('beforeprint'));
})()"""
PRESS = """async () => {
  const pause = (ms) => new Promise((done) => setTimeout(done, ms));
  const all = (chosen) => document.querySelectorAll(chosen);
  all('details').forEach((one) => { one.open = true; });
  await pause(150);
  for (const one of all('button[type=button]')) if (one.getClientRects().length) one.click();
  await pause(400);
  // What is passed on by a program of the system, and what is printed
  const links = [...all('a[href^="mailto:"], a[data-mend]')].map((one) => one.href);
  const printed = [...all('[data-printed-on], [data-here], [data-line]')].map((one) => one.textContent);
  return [...window.given, ...links, ...printed, ...[...all('textarea')].map((one) => one.value)];
}"""


@pytest.fixture(scope="module")
def copy(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, which declares no address, in somebody's folder."""
    folder = tmp_path_factory.mktemp("home") / OWNER / "site"
    shutil.copytree(sample_site, folder)
    return folder


@pytest.fixture
def loud() -> bool:
    """From a disk, pages have other addresses."""
    return True


def test_nothing_that_leaves_a_page_on_a_disk_says_whose_it_is(new_page, copy: Path) -> None:
    page = new_page()
    page.add_init_script(GIVEN)
    given: dict[str, list[str]] = {}
    timelines = [path.relative_to(copy).as_posix() for path in copy.rglob("*.html") if "snapshot" in path.read_text()]
    for address in {*kinds.largest(copy).values(), *timelines[:1]}:
        page.goto((copy / address).as_uri())
        page.evaluate(BOUND)
        given[address] = page.evaluate(PRESS)
    assert {address: told for address, told in given.items() if OWNER in "".join(told)} == {}
    # A timeline says where it stands, so do a feed's address and a citation
    told = "".join("".join(one) for one in given.values())
    assert [
        one for one in ("reports/2024/index.xml", "reports/2024/commitments/c0", "[EB/OL]") if one not in told
    ] == []
