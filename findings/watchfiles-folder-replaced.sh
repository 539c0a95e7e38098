#!/usr/bin/env bash
# watchfiles 1.3.0, on Linux (inotify)
# Expected: `watch(folder)` goes on to tell what happens under that path when the folder is deleted and made again, or
#   replaced by another of the same name, as switching a branch or unpacking a copy does; or it raises.
# Happens: it tells once that the folder was deleted and then waits for ever without an event or an error. After a
#   replacement it still follows the old folder, wherever that was moved, and tells a change in it under the path where
#   now another file stands.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check watchfiles==1.3.0
mkdir "$folder/project" && cd "$folder/project"
"$folder/venv/bin/python" - <<'EOF'
import shutil
import sys
import time
from importlib.metadata import version
from pathlib import Path
from threading import Event, Thread

from watchfiles import watch


class Watched:
    """A folder with one file, and what is told of it."""

    def __init__(self, name: str) -> None:
        self.folder, self.events, self.stop = Path(name).absolute(), [], Event()
        self.file = self.folder / "任务.md"
        self.fill()
        self.thread = Thread(target=self.run)
        self.thread.start()
        time.sleep(1)

    def fill(self) -> None:
        self.folder.mkdir()
        self.file.write_text("甲", "utf-8")

    def run(self) -> None:
        for changes in watch(self.folder, stop_event=self.stop, debounce=100, rust_timeout=200, yield_on_timeout=True):
            self.events += changes

    def told(self) -> list[str]:
        time.sleep(2)
        seen = sorted({f"{change.name} {Path(path).relative_to(Path.cwd())}" for change, path in self.events})
        self.events.clear()
        return seen


deleted, replaced = Watched("deleted"), Watched("replaced")
seen = {}
deleted.file.write_text("乙", "utf-8")
seen["a file is written"] = deleted.told()
shutil.rmtree(deleted.folder)
seen["the folder is deleted"] = deleted.told()
deleted.fill()
time.sleep(0.5)
deleted.file.write_text("丙", "utf-8")
seen["made again, a file is written"] = deleted.told()
replaced.folder.rename("old")
replaced.fill()
replaced.told()
replaced.file.write_text("乙", "utf-8")
seen["another in its place, a file is written"] = replaced.told()
Path("old/任务.md").write_text("丙", "utf-8")
seen["a file of the one moved away is written"] = replaced.told()
for one in (deleted, replaced):
    one.stop.set()
    one.thread.join()

print("watchfiles", version("watchfiles"))
for what, events in seen.items():
    print(f"  {what}: {', '.join(events) or 'nothing'}")
known = {
    "a file is written": ["modified deleted/任务.md"],
    "the folder is deleted": ["deleted deleted", "deleted deleted/任务.md"],
    "made again, a file is written": [],
    "another in its place, a file is written": [],
    "a file of the one moved away is written": ["modified replaced/任务.md"],
}
sys.exit(0 if seen == known else "The behaviour has changed")
EOF
