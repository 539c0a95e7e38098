#!/usr/bin/env bash
# ProperDocs 1.6.7, the fork of MkDocs, without MkDocs
# Expected: a plugin that imports `mkdocs` needs MkDocs beside the fork, or has to be written anew for it.
# Happens: while `properdocs` runs, `mkdocs` is another name of it, and a plugin of the group `mkdocs.plugins` is found and
#   works unchanged. But the name is there only then: in any other process the same plugin cannot be imported, by its own
#   tests for one, and `importlib.metadata` knows no mkdocs at any time, so that a check of its version fails.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check properdocs==1.6.7
mkdir docs theme plugin
printf '# 重点任务\n' >docs/index.md
echo '{{ page.content }}' >theme/main.html
printf 'site_name: 公开\nplugins: [named]\ntheme: {name: null, custom_dir: theme}\n' >mkdocs.yml
cat >plugin/pyproject.toml <<'EOF'
[build-system]
requires = ["setuptools==80.9.0"]
build-backend = "setuptools.build_meta"

[project]
name = "named"
version = "1.0"
entry-points."mkdocs.plugins".named = "named:Named"

[tool.setuptools]
py-modules = ["named"]
EOF
cat >plugin/named.py <<'EOF'
from importlib.metadata import PackageNotFoundError, version

import mkdocs
from mkdocs.plugins import BasePlugin


def installed() -> str:
    try:
        return version("mkdocs")
    except PackageNotFoundError:
        return "not installed"


class Named(BasePlugin):
    def on_page_content(self, html, **_others):
        return f"import mkdocs: {mkdocs.__name__} {mkdocs.__version__}; {BasePlugin.__module__}; mkdocs {installed()}"
EOF
venv/bin/pip install -q --disable-pip-version-check ./plugin
try() {
    venv/bin/properdocs build --strict --quiet 2>&1
    echo "while it runs: $(cat site/index.html)"
    echo "elsewhere: $(venv/bin/python -c 'import named' 2>&1 | tail -n 1)"
    echo "elsewhere, after properdocs: $(venv/bin/python -c 'import properdocs, named' 2>&1 | tail -n 1)"
}
seen=$(try)
printf '%s\n' "$seen"
[ "$seen" = "while it runs: import mkdocs: properdocs 1.6.7; properdocs.plugins; mkdocs not installed
elsewhere: ModuleNotFoundError: No module named 'mkdocs'
elsewhere, after properdocs: ModuleNotFoundError: No module named 'mkdocs'" ]
