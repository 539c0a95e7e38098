"""The site on a server of docs/hosting.md, and in a portal's folder under the portal's policy: pages open and work."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.security.hosts import example, opened, servers
from tests.security.hosts.portal import FOLDER, portal

pytestmark = pytest.mark.browser


def test_on_nginx_as_documented_no_policy_is_violated_and_only_cards_are_framed(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    if servers.program("nginx") is None:
        pytest.skip("nginx is not installed")
    site = example.shared_site(tmp_path_factory)
    with servers.nginx(site, tmp_path) as root:
        assert opened.opened(chromium, root, site, every=False).faults == []


def test_in_a_portal_s_folder_under_its_policy_pages_search_and_pictures_work(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    """The page for what is not there knows the folder by the site's address."""
    site = tmp_path / "site"
    shutil.copytree(example.shared_site(tmp_path_factory), site)
    page = (site / "404.html").read_text("utf-8")
    for name in ("href", "src", "action"):
        page = page.replace(f'{name}="/', f'{name}="{FOLDER}')
    (site / "404.html").write_text(page, "utf-8")
    with portal(site) as root:
        assert opened.opened(chromium, root, site, every=False, is_portal=True).faults == []
