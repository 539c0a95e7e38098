#!/usr/bin/env bash
# CPython 3.11 on Linux; needs `python3`, or its path in PYTHON
# Expected: os.link(link, new), whose follow_symlinks is True where nothing is said, links the file that a symbolic link
#   leads to, as the same option does in os.stat, os.chown and shutil.copyfile.
# Happens: `new` is a second name of the symbolic link itself. So is Path.hardlink_to. With follow_symlinks=False it is
#   the same: the option makes no difference.
# Seen: 2026-11-30
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
"${PYTHON:-python3}" - <<'EOF'
import os
import platform
import sys
from pathlib import Path

Path("file").write_text("x")
os.symlink("file", "link")
os.link("link", "said", follow_symlinks=True)
os.link("link", "default")
Path("method").hardlink_to("link")
seen = {name: "a symbolic link" if os.path.islink(name) else "a file" for name in ("said", "default", "method")}
print("CPython", platform.python_version(), sys.platform, seen)
sys.exit(0 if set(seen.values()) == {"a symbolic link"} else "The behaviour has changed")
EOF
