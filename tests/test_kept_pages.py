"""A page that was kept is the page that was planned."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from msgspec.structs import asdict

from disclosure.catalog import address
from disclosure.pages import kept
from disclosure.pages.kept import KeptPages, registry
from disclosure.project import find
from disclosure.theme import theme as render
from tests.prepared import prepare
from tests.projects import EXAMPLES, date_of


def test_every_page_of_a_report_comes_back_as_it_was(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES / "shiguang", tmp_path / "example")
    with (tmp_path / "example/content/site.yml").open("a", encoding="utf-8") as settings:
        settings.write("embed: true\n")
    prepared, _problems = prepare(find(tmp_path / "example"), date.fromisoformat(date_of("shiguang")))
    assert prepared is not None
    pages = [page for page in prepared.pages if address.owner(page.address)]
    kept_pages = KeptPages()
    for page in pages:
        kept_pages.add(render.canonical(page))
    packed = kept_pages.data
    assert [asdict(kept.page(one)) for one in kept.unpack(bytes(packed))] == list(map(asdict, pages))
    assert [kept.page(one).root for one in kept.unpack(bytes(packed))] == [page.root for page in pages]
    made = {kind.id for kind in registry.KINDS if kind.of_report}
    # The terms of a report have a page of their own on a site of several districts
    assert made - {"moved", "update", "adjustments", "terms"} <= {page.kind for page in pages} <= made | {"retired"}
