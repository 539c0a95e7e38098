#!/usr/bin/env bash
# ruamel.yaml 0.19.1
# Expected: a text that begins with a question mark and a blank comes in quotes within braces, as it does by lines: there
#   too it would begin a key.
# Happens: it is written as it is, `{k: ? a}`, and neither ruamel.yaml nor PyYAML reads that back. PyYAML's own writer puts
#   it in quotes.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check ruamel.yaml==0.19.1 PyYAML==6.0.3
"$folder/venv/bin/python" - <<'EOF'
import io

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError

record = CommentedMap(k="? a")


def written():
    text = io.StringIO()
    YAML().dump(record, text)
    return text.getvalue()


assert written() == "k: '? a'\n"
record.fa.set_flow_style()
assert written() == "{k: ? a}\n"
for read, error in ((YAML().load, YAMLError), (yaml.safe_load, yaml.YAMLError)):
    try:
        read(written())
    except error:
        continue
    raise SystemExit("it is read back")
assert yaml.dump({"k": "? a"}, default_flow_style=True) == "{k: '? a'}\n"
EOF
echo "as told"
