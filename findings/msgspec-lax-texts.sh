#!/usr/bin/env bash
# msgspec 0.22.0
# Expected: `convert(…, strict=False)` reads texts, as YAML or forms give them, as Python's own int() and fromisoformat()
#   would, or refuses them.
# Happens: a whole number may be written `1e3` or `1.0` but not `007` or ` 5`; the text `null` is None where a value is
#   optional, YAML's `~` is an error. Where a time is wanted, the day `20261129` is a count of seconds, in August 1970,
#   and the day `2026-11-29` is refused; where a day is wanted it is the other way round: `20261129` is refused.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check msgspec==0.22.0
"$folder/venv/bin/python" - <<'EOF'
import sys
from datetime import UTC, date, datetime

import msgspec

REFUSED = "refused"
KNOWN = [
    (int, "1e3", 1000),
    (int, "1.0", 1),
    (int, "007", REFUSED),
    (int, " 5", REFUSED),
    (int | None, "null", None),
    (int | None, "~", REFUSED),
    (datetime, "20261129", datetime(1970, 8, 23, 12, 5, 29, tzinfo=UTC)),
    (datetime, "2026-11-29", REFUSED),
    (date, "20261129", REFUSED),
    (date, "2026-11-29", date(2026, 11, 29)),
]


def read(kind: object, text: str) -> object:
    try:
        return msgspec.convert(text, kind, strict=False)
    except msgspec.ValidationError:
        return REFUSED


print("msgspec", msgspec.__version__)
changed = False
for kind, text, known in KNOWN:
    seen = read(kind, text)
    print(f"  {text!r} as {getattr(kind, '__name__', kind)}: {seen}")
    changed |= (type(seen), seen) != (type(known), known)
sys.exit("The behaviour has changed" if changed else 0)
EOF
