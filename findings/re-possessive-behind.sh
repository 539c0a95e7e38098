#!/usr/bin/env bash
# CPython 3.11.2, the `python3` of Debian 12; needs that one, or its path in PYTHON
# Expected: `(?:(?<!x)a|b){1,4}+` takes from "ab" what `(?>(?:(?<!x)a|b){1,4})` takes: both characters.
# Happens: where what is repeated looks behind itself, the possessive form (new in 3.11) takes the last character back
#   and gives "a", of "a" nothing, without an error. The atomic group is right. In 3.11.7 both are right.
# Seen: 2026-11-29
set -euo pipefail
"${PYTHON:-/usr/bin/python3}" - <<'EOF'
import re
import sys

version = ".".join(map(str, sys.version_info[:3]))
print("CPython", version)
if sys.version_info[:3] != (3, 11, 2):
    sys.exit("This Python is another one: set PYTHON to that of Debian 12")
seen = {}
for body in ("(?:(?<!x)a|b)", "(?:a|b)"):
    for form in (f"{body}{{1,4}}+", f"{body}++", f"(?>{body}{{1,4}})"):
        seen[form] = re.match(form, "ab")[0]
        print(f"  {form} takes {seen[form]!r} of 'ab'")
known = {form: "a" if "(?<" in form and form.endswith("+") else "ab" for form in seen}
sys.exit(0 if seen == known else "The behaviour has changed")
EOF
