"""What docs/hosting.md tells whoever runs a server to write, word for word, with the places of a test put in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.projects import REPOSITORY

PAGE = REPOSITORY / "docs/hosting.md"
# Where the page says that the site lies
ROOT = "/srv/www/site/current"
HOST = "www.example.cn"
# A server's configuration for a folder and a port
ServerRecipe = Callable[[Path, int], str]


def documented(kind: str) -> str:
    """A block of the page, by the name that stands behind its three signs."""
    found = re.findall(rf"^```{re.escape(kind)}\n(.*?)^```$", PAGE.read_text("utf-8"), re.S | re.M)
    assert len(found) == 1, f"{kind}: {len(found)} blocks"
    return str(found[0])


def replaced(text: str, changes: Mapping[str, str]) -> str:
    """The text with each of these changed, wherever it stands; each has to stand somewhere."""
    for old, new in changes.items():
        assert old in text, f"{old!r} does not stand in the recipe"
        text = text.replace(old, new)
    return text


def nginx(site: Path, port: int) -> str:
    return replaced(documented("nginx"), {"listen 80;": f"listen 127.0.0.1:{port};", ROOT: str(site)})


def caddy(site: Path, port: int) -> str:
    return replaced(documented("caddy"), {f"{HOST} {{": f"http://127.0.0.1:{port} {{", ROOT: str(site)})


def apache(site: Path, port: int) -> str:
    changes = {"<VirtualHost *:80>": f"<VirtualHost 127.0.0.1:{port}>", ROOT: str(site)}
    return replaced(documented("apache"), changes)


def nginx_below(folder: str) -> ServerRecipe:
    """For a site in a folder of its host, which ends with a slash: the folder stands before each path."""
    before = folder.rstrip("/")

    def recipe(site: Path, port: int) -> str:
        text = nginx(site, port)
        text = replaced(text, {"~^/": f"~^{before}/", "= /sitemap": f"= {before}/sitemap"})
        return replaced(text, {"= /opensearch": f"= {before}/opensearch", " /404.html": f" {before}/404.html"})

    return recipe


def nginx_fixed(site: Path, port: int) -> str:
    """For files whose times are all the same."""
    return replaced(nginx(site, port), {"    location / { }\n": documented("nginx-fixed") + "    location / { }\n"})


def caddy_fixed(site: Path, port: int) -> str:
    return replaced(caddy(site, port), {"\t# route": documented("caddy-fixed") + "\t# route"})
