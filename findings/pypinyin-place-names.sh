#!/usr/bin/env bash
# pypinyin 0.55.0
# Expected: names of counties are words of its dictionary, with the reading that the place has: it knows that 铅山 is
#   yán shān, 六安 is lù ān, 大埔 is dà bù and 蔚县 is yù xiàn.
# Happens: others of the same kind are spelled with the commonest reading of each character: 都昌 comes out as dōu chāng
#   (it is dū), 余干 as yú gàn (gān), 洪洞 as hóng dòng (tóng), 涡阳 as wō yáng (guō), 单县 as dān xiàn (shàn).
#   Nothing in the answer tells the known names from the guessed ones.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pypinyin==0.55.0
"$folder/venv/bin/python" - <<'EOF'
import sys
from importlib.metadata import version

from pypinyin import Style, lazy_pinyin

# Name: what is seen, what the place is called
NAMES = {
    "铅山县": ("yán shān xiàn", "yán shān xiàn"),
    "六安市": ("lù ān shì", "lù ān shì"),
    "大埔县": ("dà bù xiàn", "dà bù xiàn"),
    "蔚县": ("yù xiàn", "yù xiàn"),
    "都昌县": ("dōu chāng xiàn", "dū chāng xiàn"),
    "余干县": ("yú gàn xiàn", "yú gān xiàn"),
    "洪洞县": ("hóng dòng xiàn", "hóng tóng xiàn"),
    "涡阳县": ("wō yáng xiàn", "guō yáng xiàn"),
    "单县": ("dān xiàn", "shàn xiàn"),
}

print("pypinyin", version("pypinyin"))
changed = False
for name, (known, right) in NAMES.items():
    seen = " ".join(lazy_pinyin(name, style=Style.TONE))
    print(f"{name}: {seen}", "" if seen == right else f"(the place is {right})")
    changed |= seen != known
sys.exit("The behaviour has changed" if changed else 0)
EOF
