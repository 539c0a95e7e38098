"""Chromium 86 for today's Playwright: ``python relay.py PROGRAM ARGUMENTS``, started in place of the browser.

Playwright asks its browser through file 3 and hears it through file 4. Of what it asks, one thing is younger than
Chromium 86: its own script, and those of our tests, call ``checkVisibility`` of an element. On its way each such call
gets what the browser lacks; the pages of the site see nothing of it.
"""

import os
import re
import subprocess
import sys

ASKS, ANSWERS = 3, 4
CALL = re.compile(rb"\b(\w+)\.checkVisibility\(")
CAREFUL = (
    rb"(\1.checkVisibility || function (asked) { return this.getClientRects().length > 0 && "
    rb"(!asked || getComputedStyle(this).visibility === 'visible') }).call(\1, "
)


def main() -> int:
    asked = os.dup(ASKS)
    ours, its = os.pipe()
    os.dup2(ours, ASKS)
    with subprocess.Popen(sys.argv[1:], pass_fds=(ASKS, ANSWERS)) as browser:
        for one in (ASKS, ANSWERS, ours):
            os.close(one)
        relay(asked, its)
        return browser.wait()


def relay(source: int, target: int) -> None:
    """All messages to the end: each ends with a byte of zeros."""
    held = b""
    with open(source, "rb", buffering=0) as asks, open(target, "wb") as out:
        while got := asks.read(1 << 20):
            whole, end, held = (held + got).rpartition(b"\0")
            try:
                out.write(CALL.sub(CAREFUL, whole) + end)
                out.flush()
            except BrokenPipeError:
                return


if __name__ == "__main__":
    sys.exit(main())
