#!/usr/bin/env bash
# Firefox ESR 153.8.0, driven, with pages from a disk
# Expected: a Firefox that is driven (Marionette: geckodriver, Selenium) has the rules that readers have. Since 68 each file
#   of a disk is an origin of its own: a page reads no file beside it, and keeps its storage for itself.
# Happens: driven, it reads the file beside it, and all files share one localStorage: among the settings that Marionette
#   recommends to itself is `security.fileuri.strict_origin_policy`, off. A page that no reader can use passes every test.
#   With `remote.prefs.recommended` off in the profile, the rules are those of readers.
# Seen: 2026-11-30
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir a b
: >a/2.html
echo '<!doctype html><title>a</title>' | tee a/1.html >b/2.html
cat >ask.py <<'EOF'
import json
import pathlib
import socket
import subprocess
import sys
import time

profile, recommended = pathlib.Path(sys.argv[1]).resolve(), sys.argv[1]
profile.mkdir()
lines = 'user_pref("marionette.port", 0);\nuser_pref("remote.prefs.recommended", %s);\n' % recommended
(profile / "user.js").write_text(lines)
firefox = subprocess.Popen(
    ["firefox-esr", "--headless", "--no-remote", "--marionette", "--profile", profile],
    stdout=subprocess.DEVNULL,
    stderr=subprocess.DEVNULL,
)
told = profile / "MarionetteActivePort"
while not (told.is_file() and told.read_text()):
    time.sleep(0.2)
stream = socket.create_connection(("127.0.0.1", int(told.read_text())), 120).makefile("rwb")


def read():
    length = b""
    while (sign := stream.read(1)) != b":":
        length += sign
    return json.loads(stream.read(int(length)))


def ask(name, **given):
    text = json.dumps([0, 1, name, given]).encode()
    stream.write(b"%d:%s" % (len(text), text))
    stream.flush()
    return read()[3]


def run(page, script):
    ask("WebDriver:Navigate", url=pathlib.Path(page).resolve().as_uri())
    return ask("WebDriver:ExecuteAsyncScript", script=script, args=[], sandbox=None)["value"]


read()
ask("WebDriver:NewSession", capabilities={})
print("origin", run("a/1.html", "arguments[0](location.origin)"))
print("fetch", run("a/1.html", "fetch('2.html').then(() => 'works', () => 'fails').then(arguments[0])"))
run("a/1.html", "localStorage.setItem('x', 'of a'); arguments[0]()")
print("storage", run("b/2.html", "arguments[0](localStorage.getItem('x'))"))
firefox.terminate()
EOF
seen=$(python3 ask.py true; python3 ask.py false)
printf '%s\n' "$seen"
[ "$seen" = "origin null
fetch works
storage of a
origin null
fetch fails
storage None" ]
