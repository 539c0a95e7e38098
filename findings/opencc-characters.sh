#!/usr/bin/env bash
# OpenCC 1.4.2
# Expected: from traditional to simplified each character has one simplified form, so a table made by asking for each
#   character alone does for a search box; and the general configuration t2s knows at least what tw2s knows.
# Happens: 瞭, 覆 and 藉 come back unchanged alone, but as 了, 复 and 借 in 瞭解, 答覆 and 憑藉; 乾 and 徵 are changed
#   alone, but kept in 乾隆 and 宮商角徵羽. 著手 is left as it is by t2s and hk2s; only tw2s makes 着手 of it.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check opencc==1.4.2
"$folder/venv/bin/python" - <<'EOF'
import sys
from importlib.metadata import version

from opencc import OpenCC

# Word: as a word, character by character
KNOWN = {
    "瞭解": ("了解", "瞭解"),
    "答覆": ("答复", "答覆"),
    "憑藉": ("凭借", "凭藉"),
    "乾隆": ("乾隆", "干隆"),
    "宮商角徵羽": ("宫商角徵羽", "宫商角征羽"),
}
ZHE = {"t2s": "著手", "hk2s": "著手", "tw2s": "着手"}

print("opencc", version("opencc"))
convert = OpenCC("t2s").convert
seen = {word: (convert(word), "".join(map(convert, word))) for word in KNOWN}
for word, (whole, single) in seen.items():
    print(f"  {word}: {whole} as a word, {single} by characters")
zhe = {name: OpenCC(name).convert("著手") for name in ZHE}
print("  著手:", zhe)
sys.exit(0 if (seen, zhe) == (KNOWN, ZHE) else "The behaviour has changed")
EOF
