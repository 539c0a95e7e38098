#!/usr/bin/env bash
# feedgenerator 2.2.1
# Expected: the same items give the same bytes whenever they are written, and so do none; a time without zone is refused,
#   or written without one.
# Happens: a feed without items has the clock's time as `updated`, so that each build publishes another file; a time
#   without zone becomes one of Greenwich, eight hours off what was meant in Beijing.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check feedgenerator==2.2.1
seen=$("$folder/venv/bin/python" - <<'EOF'
import re
import time
from datetime import datetime

from feedgenerator import Atom1Feed


def updated(*times: datetime) -> str:
    feed = Atom1Feed(title="承诺", link="https://a.example/", description="新消息", feed_guid="urn:x")
    for n, one in enumerate(times):
        feed.add_item(title="更新", link=f"https://a.example/{n}", description="正文", unique_id=f"urn:{n}", pubdate=one)
    return re.search("<updated>([^<]*)", feed.writeString("utf-8"))[1]


first = updated()
time.sleep(1.1)
print("none:", "another each time" if updated() != first else "the same")
noon = datetime(2026, 1, 1, 12)
print("one:", updated(noon), "the same" if updated(noon) == updated(noon) else "another")
EOF
)
printf '%s\n' "$seen"
[ "$seen" = "none: another each time
one: 2026-01-01T12:00:00Z the same" ]
