"""Pages fit their window, in every size of type, and what is pressed is large enough."""

from __future__ import annotations

import pytest

from .conftest import TEXT
from .test_display import choose

pytestmark = pytest.mark.browser

WIDTHS = (320, 390, 768, 1280)
TASKS = "reports/2024/tasks.html"
# Elements that stand out of the window, the widest first; [] where the page does not scroll sideways
OUTSIDE = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide && document.body.scrollWidth <= wide) return [];
  return [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > wide + 0.5)
    .map(one => `${one.localName}.${one.className}`).slice(0, 5);
}"""
# Text that is hidden by its own box, lies over other text, or begins or ends outside the window: the first few
LOST = """() => {
  const shown = one =>
    one.checkVisibility({ visibilityProperty: true }) && one.clientWidth !== 1 && !one.closest('svg');
  const name = one => `${one.localName}.${one.className}`;
  const hides = way => way === 'hidden' || way === 'clip';
  const cut = [...document.querySelectorAll('body, body *')].filter(shown).filter(one => {
    const style = getComputedStyle(one);
    return hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1
      || hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
  }).map(one => `cut: ${name(one)}`);
  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const holder = text.parentElement;
    if (!text.data.trim() || !shown(holder) || holder.closest('.d-hidden, .d-skip')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const box of range.getClientRects()) if (box.width > 3) lines.push([box, name(holder)]);
  }
  lines.sort(([one], [other]) => one.top - other.top);
  const over = [];
  lines.forEach(([one, upper], n) => {
    for (let next = n + 1; next < lines.length && lines[next][0].top < one.bottom; next++) {
      const [other, lower] = lines[next];
      const high = Math.min(one.bottom, other.bottom) - other.top;
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      // Lines of one text stand close: the boxes of their letters touch
      if (wide > 3 && high > Math.min(one.height, other.height) / 2) over.push(`over each other: ${upper} ${lower}`);
    }
  });
  const out = lines.filter(([box]) => box.left < 0 || box.right > innerWidth).map(([, holder]) => `out: ${holder}`);
  return [...cut, ...over, ...out].slice(0, 5);
}"""
# What can be pressed in each thing that opens in the header, and in the header itself: is it in the window's width?
HEADER = """() => {
  const all = place => [...place.querySelectorAll('a, button, summary')].filter(one => one.checkVisibility())
    .map(one => one.getBoundingClientRect()).map(box => box.left >= 0 && box.right <= innerWidth && box.height >= 24);
  const header = document.querySelector('header');
  const found = [all(header)];
  for (const one of header.querySelectorAll('details')) {
    one.open = true;
    found.push(all(one));
    one.open = false;
  }
  return found.map(row => [row.length > 1, row.every(Boolean)]);
}"""
# A window of 1280 x 1024 at 400 %
ZOOMED = {"width": 320, "height": 256}
SMALL = """() => [...document.querySelectorAll('button, summary, input, [role=button]')]
  .filter(one => one.checkVisibility({ visibilityProperty: true }))
  .map(one => [one.textContent || one.id, one.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24).map(([name, box]) => [name, box.width, box.height])"""


# What fits in the largest type fits in the usual one, but for what turns over at a width: the ends are tried in both
@pytest.mark.parametrize(
    ("size", "widths"),
    [("标准", (320, 1280)), ("特大", WIDTHS), pytest.param("标准", WIDTHS, marks=pytest.mark.long)],
)
def test_no_page_scrolls_sideways(visit, go, pages, size, widths):
    page = visit("index.html")
    choose(page, size)
    found = {}
    for path in pages:
        go(page, path)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            if outside := page.evaluate(OUTSIDE):
                found[path, width] = outside
    assert found == {}


def test_at_four_times_the_size_no_text_is_cut_or_covered_in_the_largest_type(visit, go, pages):
    page = visit("index.html", **ZOOMED)
    choose(page, "特大")
    found = {}
    for path in pages:
        found[path, "full"] = go(page, path).evaluate(LOST)
        found[path, "simple"] = page.evaluate(f"document.documentElement.dataset.simple = 'on'; ({LOST})()")
    assert {place: lost for place, lost in found.items() if lost} == {}


def test_at_four_times_the_size_the_header_and_what_opens_in_it_lie_in_the_window(visit, go):
    page = visit("index.html", **ZOOMED)
    choose(page, "特大")
    for path in ("index.html", TEXT):
        assert go(page, path).evaluate(HEADER) == [[True, True]] * 3


@pytest.mark.parametrize("width", [320, 1280])
def test_open_panels_and_results_do_not_make_the_page_scroll_sideways(visit, go, width):
    page = visit(TEXT, width=width)
    choose(page, "特大")
    assert page.evaluate(OUTSIDE) == []
    page.keyboard.press("Escape")
    page.locator("[data-passage='p2-05'] > summary").click()
    assert page.evaluate(OUTSIDE) == []
    go(page, "search.html")
    page.get_by_role("searchbox").fill("停车")
    page.locator("[data-hit]").first.wait_for()
    assert page.evaluate(OUTSIDE) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_buttons_are_at_least_24_pixels_high_and_wide(visit, go, pages, width):
    page = visit("index.html", width=width)
    small = {}
    for path in pages:
        go(page, path)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        if found := page.evaluate(SMALL):
            small[path] = found[:5]
    assert small == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_the_open_display_panel_lies_in_the_window(visit, width):
    page = visit(TEXT, width=width, height=844)
    choose(page, "特大")
    boxes = page.locator("details[open] button:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(b => [b.left >= 0, b.right <= innerWidth, b.top >= 0])"
    )
    assert boxes == [[True, True, True]] * len(boxes)
    assert boxes != []


def test_lines_of_text_are_open_and_not_too_long(visit):
    page = visit(TEXT)
    size, height, width = page.locator("#p2-05").evaluate(
        "one => { const s = getComputedStyle(one); return [s.fontSize, s.lineHeight, s.width].map(parseFloat); }"
    )
    assert height / size >= 1.7
    assert width / size <= 40


def test_the_first_task_stands_on_the_first_screen_of_a_phone(visit):
    row = visit(TASKS, width=390, height=844).locator(".d-tasks th[scope=row]").first.bounding_box()
    assert row["y"] + row["height"] < 844
