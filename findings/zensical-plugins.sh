#!/usr/bin/env bash
# Zensical 0.0.73 and MkDocs 1.6.1, one mkdocs.yml
# Expected: a program that builds projects of MkDocs runs the plugins and hooks that `mkdocs.yml` names, or stops at the ones
#   it does not run: with `build --strict` at the latest, as MkDocs does.
# Happens: Zensical says "No issues found" and ends with 0, whether the plugin is installed beside it or is nowhere, and
#   whether the hook's file is there or not. None of them runs: the site is there and lacks all that they make.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check zensical==0.0.73 mkdocs==1.6.1
mkdir docs plugin
printf '# 重点任务\n\n建设公园。\n' >docs/index.md
cat >plugin/pyproject.toml <<'EOF'
[build-system]
requires = ["setuptools==80.9.0"]
build-backend = "setuptools.build_meta"

[project]
name = "signed"
version = "1.0"
entry-points."mkdocs.plugins".signed = "signed:Signed"

[tool.setuptools]
py-modules = ["signed"]
EOF
cat >plugin/signed.py <<'EOF'
from mkdocs.plugins import BasePlugin


class Signed(BasePlugin):
    def on_page_content(self, html, **_others):
        return f"{html}<p>made by the plugin</p>"
EOF
cat >hook.py <<'EOF'
def on_page_content(html, **_others):
    return f"{html}<p>made by the hook</p>"
EOF
venv/bin/pip install -q --disable-pip-version-check ./plugin

build() { # program, plugin, hook
    rm -rf site .cache
    printf 'site_name: 公开\nplugins: [%s]\nhooks: [%s]\n' "$2" "$3" >mkdocs.yml
    local code=0
    "venv/bin/$1" build --strict >build.log 2>&1 || code=$?
    made=$(grep -o 'made by the [a-z]*' site/index.html 2>/dev/null | paste -sd, || true)
    said=$(grep -cE 'ERROR|WARNING' build.log || true)
    echo "$1, $2, $3: ends with $code, complaints $said, ${made:-nothing made}"
}
try() {
    for program in mkdocs zensical; do
        build $program signed hook.py
        build $program absent hook.py
        build $program signed absent.py
    done
    grep -o 'No issues found' build.log
}
seen=$(try)
printf '%s\n' "$seen"
[ "$seen" = "mkdocs, signed, hook.py: ends with 0, complaints 0, made by the plugin,made by the hook
mkdocs, absent, hook.py: ends with 1, complaints 1, nothing made
mkdocs, signed, absent.py: ends with 1, complaints 1, nothing made
zensical, signed, hook.py: ends with 0, complaints 0, nothing made
zensical, absent, hook.py: ends with 0, complaints 0, nothing made
zensical, signed, absent.py: ends with 0, complaints 0, nothing made
No issues found" ]
