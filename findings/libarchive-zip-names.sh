#!/usr/bin/env bash
# libarchive 3.6.2 (bsdtar of Debian 12), a zip whose names are marked as UTF-8
# Expected: where the locale is C (a cron job, a container), names are written as the bytes that they are, as Info-ZIP's
#   unzip 6.00, 7-Zip 26.02 and Python's zipfile do.
# Happens: bsdtar leaves out every file whose name is not ASCII ("empty or unreadable filename ... skipping"), unpacks
#   the others, and says only by its code that some are missing.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 - <<'EOF'
import zipfile

with zipfile.ZipFile("a.zip", "w") as packed:
    for name in ("打开这里.html", "index.html"):
        packed.writestr(name, name)
with zipfile.ZipFile("a.zip") as packed:
    assert [bool(one.flag_bits & 0x800) for one in packed.infolist()] == [True, False]
EOF
unpacked() {
  mkdir "$1"
  (cd "$1" && LC_ALL=C "${@:2}" >/dev/null 2>&1) && code=0 || code=$?
  echo "$1: $code, $(find "$1" -type f | wc -l) of 2"
}
seen=$(
  unpacked unzip unzip -q ../a.zip
  unpacked 7z 7z x -y ../a.zip
  unpacked zipfile python3 -m zipfile -e ../a.zip .
  unpacked bsdtar bsdtar -xf ../a.zip
)
printf '%s\n' "$seen"
[ "$seen" = "unzip: 0, 2 of 2
7z: 0, 2 of 2
zipfile: 0, 2 of 2
bsdtar: 1, 1 of 2" ]
