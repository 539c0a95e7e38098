#!/usr/bin/env bash
# cn2an 0.5.24
# Expected: `transform` turns numbers written in Chinese into digits and leaves words alone that hold such a character:
#   names of roads, set phrases.
# Happens: 三店西路 becomes 3店西路, 八一大道 81大道, 九洲高架 9洲高架, 一带一路 1带1路. A text normalised by it no
#   longer holds the names that people look for.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cn2an==0.5.24
"$folder/venv/bin/python" - <<'EOF'
import sys
import warnings

import cn2an

warnings.simplefilter("ignore")
KNOWN = {
    "一百二十个项目，增长百分之七点五": "120个项目，增长7.5%",
    "三店西路": "3店西路",
    "八一大道": "81大道",
    "九洲高架": "9洲高架",
    "一带一路": "1带1路",
}

print("cn2an 0.5.24, transform to digits")
changed = False
for text, before in KNOWN.items():
    found = cn2an.transform(text, "cn2an")
    changed |= found != before
    print(f"  {text}: {found}")
sys.exit("changed" if changed else 0)
EOF
