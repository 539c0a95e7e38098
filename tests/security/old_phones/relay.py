"""Chromium 86 for today's Playwright: ``python relay.py PROGRAM ARGUMENTS``, started in place of the browser.

Playwright asks its browser through file 3 and hears it through file 4. Of what it asks, one thing is younger than
Chromium 86: its own script calls ``checkVisibility`` of an element. That call is made careful on its way; what the
pages of the site see is the browser's own.
"""

import os
import subprocess
import sys

ASKS, ANSWERS = 3, 4
CALL = b"!element.checkVisibility()"
CAREFUL = b"!(element.checkVisibility ? element.checkVisibility() : true)"


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
                out.write(whole.replace(CALL, CAREFUL) + end)
                out.flush()
            except BrokenPipeError:
                return


if __name__ == "__main__":
    sys.exit(main())
