#!/usr/bin/env bash
# watchfiles 1.3.0
# Expected: the default filter keeps out what stands in `.venv`, `node_modules` or `.idea` below the watched folder.
# Happens: it looks at every part of the absolute path, above the watched folder too: a project that lies below a folder
#   of such a name gets no event at all, ever, and no word of it. A folder `.cache` or `site-packages` above is no
#   trouble.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check watchfiles==1.3.0
mkdir "$folder/projects" && cd "$folder/projects"
"$folder/venv/bin/python" - <<'EOF'
import sys
import time
from importlib.metadata import version
from pathlib import Path
from threading import Thread

from watchfiles import watch

KNOWN = {".venv": False, "node_modules": False, ".idea": False, ".cache": True, "site-packages": True, "甲": True}


def is_told(above: str) -> bool:
    content = Path(above, "project/content").absolute()
    content.mkdir(parents=True)

    def edit() -> None:
        time.sleep(1)
        (content / "任务.md").write_text("甲", "utf-8")

    Thread(target=edit).start()
    for changes in watch(content, debounce=100, rust_timeout=3000, yield_on_timeout=True):
        return bool(changes)
    return False


print("watchfiles", version("watchfiles"))
seen = {above: is_told(above) for above in KNOWN}
for above, told in seen.items():
    print(f"  {above}/project/content: {'told' if told else 'nothing is told'}")
sys.exit(0 if seen == KNOWN else "The behaviour has changed")
EOF
