#!/usr/bin/env bash
# watchfiles 1.3.0, on Linux (inotify)
# Expected: files in new folders are told like others, also when the folders are made in one go, as an import does.
# Happens: a folder is watched from the moment that its own event was handled, and what was put into it before is never
#   told: of 200 new folders all are told, of the 200 files two levels further down fewer (80 to 150 where this was
#   seen), and not the same number twice.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check watchfiles==1.3.0
mkdir "$folder/content" && cd "$folder/content"
"$folder/venv/bin/python" - <<'EOF'
import sys
import time
from importlib.metadata import version
from pathlib import Path
from threading import Event, Thread

from watchfiles import watch

COUNT, ROUNDS = 200, 3


def told(content: Path) -> tuple[int, int]:
    """How many of the new folders and of the files in them are told."""
    seen: set[Path] = set()
    stop = Event()

    def run() -> None:
        for changes in watch(content, stop_event=stop, debounce=100, rust_timeout=200, yield_on_timeout=True):
            seen.update(Path(path) for _change, path in changes)

    content.mkdir()
    thread = Thread(target=run)
    thread.start()
    time.sleep(1)
    for number in range(COUNT):
        inner = content / str(number) / "材料/附件"
        inner.mkdir(parents=True)
        (inner / "任务.md").write_text("甲", "utf-8")
    time.sleep(3)
    stop.set()
    thread.join()
    return sum(path.parent == content for path in seen), sum(path.name == "任务.md" for path in seen)


print("watchfiles", version("watchfiles"))
rounds = [told(Path(f"round-{number}").absolute()) for number in range(ROUNDS)]
for folders, files in rounds:
    print(f"  {folders} of {COUNT} folders, {files} of {COUNT} files")
all_folders = all(folders == COUNT for folders, _files in rounds)
fewer_files = any(files < COUNT for _folders, files in rounds)
sys.exit(0 if all_folders and fewer_files else "The behaviour has changed")
EOF
