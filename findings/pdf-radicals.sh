#!/usr/bin/env bash
# skia-python 144.1 (the library that writes Chromium's PDF files), Noto Sans SC of pylopdf-fonts-zh-cn 0.1.1, read by
# pypdf 7.1.1 and pypdfium2 5.15.2; needs the system's libEGL and libGL
# Expected: the text of a PDF file is what was written; where it has Kangxi radicals in place of characters, as many Chinese
#   files do, normalisation (NFKC) gives the characters back.
# Happens: the font draws a radical and the character alike, with one glyph, and the file calls the glyph by the first of
#   its code points: 户 is U+2F3E. NFKC makes 戶 of it, the form of Taiwan; 民, 长, 车, 见 and 门 are radicals of the other
#   block, which NFKC leaves as they are. No search for 户, 民 or 长 finds such a text, before or after.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check \
    skia-python==144.1 pylopdf-fonts-zh-cn==0.1.1 pypdf==7.1.1 pypdfium2==5.15.2
cat >read.py <<'EOF'
import io
import unicodedata
from pathlib import Path

import pylopdf_fonts_zh_cn
import pypdf
import pypdfium2
import skia

TEXT = "农户民生长期车辆见门口老旧小区"
face = skia.Typeface.MakeFromFile(str(Path(pylopdf_fonts_zh_cn.__file__).with_name("NotoSansSC-Regular.otf")))
stream = skia.DynamicMemoryWStream()
document = skia.PDF.MakeDocument(stream)
with document.page(400, 100) as canvas:
    canvas.drawString(TEXT, 20, 40, skia.Font(face, 16), skia.Paint())
document.close()
data = bytes(stream.detachAsData())
texts = {
    "pypdf": pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text().strip(),
    "pypdfium2": pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range().strip(),
}
for reader, text in texts.items():
    normal = unicodedata.normalize("NFKC", text)
    others = " ".join(f"{meant}→U+{ord(one):04X}" for meant, one in zip(TEXT, text, strict=True) if meant != one)
    lost = " ".join(f"{meant}→U+{ord(one):04X}" for meant, one in zip(TEXT, normal, strict=True) if meant != one)
    print(f"{reader}: {others}")
    print(f"{reader}, NFKC: {lost}")
EOF
seen=$(venv/bin/python read.py)
printf '%s\n' "$seen"
[ "$seen" = "pypdf: 户→U+2F3E 民→U+2EA0 生→U+2F63 长→U+2ED3 车→U+2ECB 见→U+2EC5 门→U+2ED4 口→U+2F1D 老→U+2F7C 小→U+2F29
pypdf, NFKC: 户→U+6236 民→U+2EA0 长→U+2ED3 车→U+2ECB 见→U+2EC5 门→U+2ED4
pypdfium2: 户→U+2F3E 民→U+2EA0 生→U+2F63 长→U+2ED3 车→U+2ECB 见→U+2EC5 门→U+2ED4 口→U+2F1D 老→U+2F7C 小→U+2F29
pypdfium2, NFKC: 户→U+6236 民→U+2EA0 长→U+2ED3 车→U+2ECB 见→U+2EC5 门→U+2ED4" ]
