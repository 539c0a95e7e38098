#!/usr/bin/env bash
# Markdown (Python-Markdown) 3.11.3, markdown-it-py 4.3.0 with its CommonMark preset
# Expected: `**…**` is bold with both, in a page of MkDocs as in whatever shows the source by CommonMark's rules.
# Happens: with CommonMark two asterisks beside a punctuation mark open or close only next to a blank or another mark,
#   and Chinese has no blanks: bold that ends in a full stop, a closing quotation mark, a bracket or a per cent sign,
#   with a character after it, stays plain text with four asterisks. Python-Markdown makes all of them bold.
# Seen: 2026-11-29
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check markdown==3.11.3 markdown-it-py==4.3.0
"$folder/venv/bin/python" - <<'EOF'
import sys
from importlib.metadata import version

from markdown import markdown
from markdown_it import MarkdownIt

# Text: whether it is bold by CommonMark
KNOWN = {
    "**做强产业**。各项任务": True,
    "**做强产业。**各项任务": False,
    "**“十四五”规划：**各项任务": False,
    "**办结率（%）**如下": False,
    "完成**100%**的任务": False,
}

print("Markdown", version("markdown"), "markdown-it-py", version("markdown-it-py"))
commonmark = MarkdownIt("commonmark").render
changed = False
for text, known in KNOWN.items():
    python, common = markdown(text), commonmark(text).strip()
    print(f"  {text}\n    Python-Markdown: {python}\n    CommonMark:      {common}")
    changed |= "<strong>" not in python or ("<strong>" in common) != known
sys.exit("The behaviour has changed" if changed else 0)
EOF
