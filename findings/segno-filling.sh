#!/usr/bin/env bash
# segno 1.6.6, qrcode 8.2
# Expected: of one text in one version, level and mask there is one QR code: what is left of its capacity after the four
#   bits that end the text is filled with the words EC, 11, EC ... (ISO/IEC 18004, 7.4.10).
# Happens: where the bits end with a whole word, as those of a text in bytes always do, segno puts a word of noughts
#   before them. Every reader passes over it; a code that is compared with another program's is another one. A text that
#   fills its version gives the same code.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check segno==1.6.6 qrcode==8.2
"$folder/venv/bin/python" - <<'EOF'
import sys
from importlib.metadata import version

import qrcode
import segno
from qrcode import util

FULL = 26  # bytes in version 2, level M


def one(text):
    return [[bool(module) for module in row] for row in segno.make_qr(text, error="m", boost_error=False, version=2, mask=0, mode="byte").matrix]


def other(text):
    code = qrcode.QRCode(version=2, error_correction=qrcode.ERROR_CORRECT_M, mask_pattern=0, border=0)
    code.add_data(util.QRData(text.encode(), mode=util.MODE_8BIT_BYTE))
    code.make(fit=False)
    return [[bool(module) for module in row] for row in code.get_matrix()]


print("segno", version("segno"), " qrcode", version("qrcode"))
texts = ["a" * length for length in range(FULL - 3, FULL + 1)]
equal = [one(text) == other(text) for text in texts]
for text, same in zip(texts, equal):
    print(f"  {len(text)} bytes of {FULL}: {'the same code' if same else 'two codes'}")
# With one word left, that word is all the difference
util.PAD0 = 0
noughts = one("a" * (FULL - 1)) == other("a" * (FULL - 1))
print("  ... the same, with a word of noughts in place of EC:", noughts)
sys.exit(0 if equal == [False] * 3 + [True] and noughts else "The behaviour has changed")
EOF
