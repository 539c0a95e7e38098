"""A host that does not ask our plugin is noticed, though it ends well."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests import hosts

# A host that knows no plugins of MkDocs: it publishes the content as it finds it
COPIES = "import shutil; shutil.copytree('content', 'site')"
# One that asks ours, and then does something of its own
ADDS = "import subprocess, sys; subprocess.run([sys.executable, '-m', 'mkdocs', 'build', '-q'], check=True);"
ADDS += "open('site/extra.html', 'w').close(); open('site/index.html', 'a').write('<!-- more -->')"


@pytest.mark.parametrize(
    ("program", "found"),
    [
        (COPIES, ["it ends with 0 and passed over our plugin: none of its files is manifest.json"]),
        (ADDS, ["extra.html: not ours", "index.html: other bytes"]),
        ("raise SystemExit('no such plugin')", ["it ends with 1: no such plugin"]),
    ],
    ids=["passes-over", "adds", "fails"],
)
def test_a_site_that_is_not_ours_is_told(program: str, found: list[str], tmp_path: Path) -> None:
    assert hosts.differences([sys.executable, "-c", program], tmp_path) == found


def test_properdocs_comes_in_the_place_of_mkdocs_with_everything_pinned() -> None:
    lines = [line for line in hosts.requirements().splitlines() if not line.startswith((" ", "#"))]
    names = [line.partition("==")[0] for line in lines]
    assert {"properdocs", "markdown", "jinja2", "msgspec"} <= set(names)
    assert not {"mkdocs", "mkdocs-get-deps"} & set(names)
    assert hosts.requirements().count("--hash=sha256:") >= len(names)
