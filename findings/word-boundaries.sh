#!/usr/bin/env bash
# pypinyin 0.55.0, OpenCC 1.4.2
# Expected: readings and traditional forms of characters are chosen by the words that the text has: 长期 is cháng qī,
#   系统 is 系統, also in the middle of a sentence, as each library gives for these words alone.
# Happens: both take the first word that matches from the left, across the boundary of two words, and official prose
#   is full of such neighbours: 全市长期 holds 市长 (a mayor: zhǎng), 机关系统 holds 关系 (a relation: 係), 下面条款
#   holds 面条 (noodles: 麪條). pypinyin reads even 长效机制 by itself as zhǎng xiào.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pypinyin==0.55.0 opencc==1.4.2
"$folder/venv/bin/python" - <<'EOF'
import sys
from importlib.metadata import version

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

READ = {
    "长期": "cháng qī",
    "全市长期护理保险": "quán shì zhǎng qī hù lǐ bǎo xiǎn",
    "行政": "xíng zhèng",
    "中央行政经费": "zhōng yāng háng zhèng jīng fèi",
    "长效机制": "zhǎng xiào jī zhì",
}
WRITTEN = {
    "系统": "系統",
    "机关系统": "機關係統",
    "系列": "系列",
    "无关系列": "無關係列",
    "条款": "條款",
    "下面条款": "下麪條款",
}


def read(text: str) -> str:
    return " ".join(lazy_pinyin(text, style=Style.TONE))


changed = False
for library, ask, known in (("pypinyin", read, READ), ("opencc", OpenCC("s2t").convert, WRITTEN)):
    print(library, version(library))
    for text, before in known.items():
        seen = ask(text)
        print(f"  {text}: {seen}")
        if seen != before:
            print(f"  was {before}")
            changed = True
sys.exit("The behaviour has changed" if changed else 0)
EOF
