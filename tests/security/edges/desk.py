"""The editors' desk in a browser, with hostile strings typed into its fields.

    python -m tests.security.edges.desk

What is typed is read back from the file that the page makes as it was typed, nothing of it runs, asks anybody or
becomes an element, and the links to the hosts' editors carry it whole and lead to the host alone.
"""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit

import yaml
from playwright.sync_api import Browser, Page

from disclosure.desk import forms
from disclosure.source import characters, frontmatter
from disclosure.visible import visible
from tests.browser import programs
from tests.browser.desk import Filler
from tests.browser.server import serve
from tests.desk import desks
from tests.security import figures
from tests.security.hostile import corpus

UPDATE: Final = {
    "title": "题目甲",
    "date": "2026-03-20",
    "commitments": ["c022"],
    "evidenced": "有证据支持",
    "evidence": [{"publisher": "单位乙", "title": "材料丙", "date": "2026-03-20", "says": "内容丁"}],
}
BODY: Final = "正文戊。"
MOST_TRIES: Final = 10
PAUSE_MS: Final = 300
# The fields that take words, by what stands in them
MARK: Final = """() => {
  const names = { 题目甲: 'title', 单位乙: 'publisher', 材料丙: 'document', 内容丁: 'says', '正文戊。': 'body' };
  const found = [...document.querySelectorAll('main input, main textarea')].filter(one => names[one.value]);
  for (const one of found) one.dataset.hostile = names[one.value];
  return found.length;
}"""
# Types a text into each of them, as far as each takes it; what they hold then
TYPE: Final = """async text => {
  const held = {};
  for (const one of document.querySelectorAll('[data-hostile]')) {
    one.value = text;
    one.dispatchEvent(new Event('input', { bubbles: true }));
    one.dispatchEvent(new Event('change', { bubbles: true }));
    held[one.dataset.hostile] = one.value.trim();
  }
  return held;
}"""
MADE: Final = """() => ({
  text: document.querySelector('.d-desk-text').textContent,
  links: [...document.querySelectorAll('main a[href^="http"]')].map(one => one.href),
})"""
TRACES: Final = "() => [window.ran !== undefined, document.querySelector('#hostile, main img, main iframe') !== null]"


def started(browser: Browser, root: str) -> tuple[Filler, list[str]]:
    """A page with a form filled in; and what it asks of others from now on."""
    page = browser.new_context(locale="zh-CN").new_page()
    page.set_default_timeout(20_000)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if not request.url.startswith(root) else None)
    filler = Filler(page, forms.records())
    filler.open(root, "登记进展", "2025")
    filler.fill("UpdateMeta", UPDATE)
    filler.body(BODY)
    filler.slug("hostile")
    filler.settle()
    assert page.evaluate(MARK) == 5
    return filler, asked


def faults(filler: Filler, asked: Sequence[str], texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        held = filler.page.evaluate(TYPE, text)
        filler.settle()
        if all(held.values()):
            yield from (f"{text[:80]!r}: {one}" for one in _of_shown(filler, held))
        if filler.page.evaluate(TRACES) != [False, False] or asked:
            yield f"{text[:80]!r}: something ran, appeared or was asked for: {asked}"
            return


def _of_shown(filler: Filler, held: dict[str, str]) -> list[str]:
    """What is wrong with the file that is shown; a busy page shows the last string's for a moment longer."""
    for _try in range(MOST_TRIES):
        found = list(_of_file(filler.page, held))
        if not found:
            break
        filler.page.wait_for_timeout(PAUSE_MS)
        filler.settle()
    return found


def _of_file(page: Page, held: dict[str, str]) -> Iterator[str]:
    if any(any(True for _one in characters.find(text)) for text in held.values()):
        # What no content may hold is said beside its field, and nothing is handed over before it is mended
        if "处要改" not in page.locator(".d-desk-aside").inner_text():
            yield "nothing is said of its characters"
        return
    made = page.evaluate(MADE)
    document, problems = frontmatter.split(made["text"], "hostile.md")
    yield from (f"the file has a problem: {one.message}" for one in problems)
    body = document.body
    try:
        values = yaml.load(document.head.text, Loader=yaml.BaseLoader) or {}
    except yaml.YAMLError as error:
        yield f"the file is none: {error}"
        return
    if "evidence" not in values:
        yield "the file lacks its evidence"
        return
    one = values["evidence"][0]
    read = {"title": values["title"], "publisher": one["publisher"], "document": one["title"], "says": one["says"]}
    for name, typed in held.items():
        got = body.strip() if name == "body" else read[name]
        if lines(got) != lines(typed):
            yield f"{name} is read as {got[:80]!r}, not {typed[:80]!r}"
    for link in made["links"]:
        yield from _of_link(link, made["text"])


def lines(text: str) -> list[str]:
    """Blank lines at the end of a line are none of the text's."""
    return [line.strip() for line in text.strip().splitlines() if line.strip()]


def _of_link(link: str, text: str) -> Iterator[str]:
    yield from of_address(link, ("filename", "value"), text)


def of_address(link: str, names: Collection[str], text: str) -> Iterator[str]:
    """What is wrong with a link to a host that takes values by these names, and the text in one of them."""
    parts = urlsplit(link)
    values = parse_qs(parts.query, keep_blank_values=True)
    if not link.startswith(f"{desks.ADDRESS}/") or ".." in unquote(parts.path):
        yield f"a link leads to {link[:120]}"
    if set(values) - set(names) or parts.fragment:
        yield f"a link says {sorted(values)} {parts.fragment}"
    if any(values.get(name, [text]) != [text] for name in ("value", "content")):
        yield "a link carries another text"


def main() -> int:
    texts = corpus.texts()
    with tempfile.TemporaryDirectory() as folder, programs.started() as browser:
        desks.build(Path(folder) / "project")
        with serve(Path(folder) / "project" / "site") as root:
            filler, asked = started(browser, root)
            wrong = list(faults(filler, asked, texts))
    print("\n".join(map(visible, wrong)))
    figures.record("hostile", {"strings": len(texts), "fields": 5, "faults": len(wrong)}, part="desk")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
