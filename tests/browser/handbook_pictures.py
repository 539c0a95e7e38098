"""The handbook's pictures, taken while it is played: ``python -m tests.browser.handbook_pictures``."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize

from tests import handbook
from tests.handbook import Clerk, HandbookStep
from tests.projects import Sandbox

from . import programs
from .screenshots import shrink

# A phone's, in which words can still be read; and how much of a page is shown
SMALL, HIGH = 300, 700


def picture(browser: Browser, clerk: Clerk, step: HandbookStep) -> Path:
    """The page that the step names, as the clerk's content makes it."""
    site = Sandbox(clerk.root)
    done = site.run("build", date=clerk.day)
    assert done.code == 0, done.err
    path = handbook.PICTURES / step.found["picture"]
    window = ViewportSize(width=int(step.found["width"]), height=HIGH)
    with closing(browser.new_context(viewport=window, locale="zh-CN", reduced_motion="reduce")) as context:
        page = context.new_page()
        page.goto((site.site / step.found["address"]).as_uri())
        page.screenshot(path=path)
    shrink(path, min(window["width"], SMALL))
    return path


def main() -> None:
    handbook.PICTURES.mkdir(exist_ok=True)
    with programs.started() as browser, tempfile.TemporaryDirectory() as folder:
        clerk = Clerk(root=Path(folder))
        for page in handbook.pages():
            for step in handbook.steps(page):
                clerk.take(step)
                if step.found["picture"]:
                    print(picture(browser, clerk, step))


if __name__ == "__main__":
    main()
