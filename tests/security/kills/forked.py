"""The program run in a process of its own, which has everything imported and can be killed with all it began."""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from disclosure.cli import main

# Whatever a run ends in that it must never end in
BUG = 3
# No run takes longer on the slowest machine, in seconds
LIMIT = 300.0


class Ended(Struct, frozen=True, kw_only=True):
    """``code`` is the exit code, or minus the number of the signal that ended it; ``said`` all its lines."""

    code: int
    said: str
    seconds: float

    @property
    def is_killed(self) -> bool:
        return self.code == -signal.SIGKILL


class Running:
    """A run that goes on: a session of its own, what it says in the file ``lines``."""

    def __init__(self, arguments: list[str], lines: Path, prepare: Callable[[], object] = lambda: None) -> None:
        self.lines, self.begun = lines, time.monotonic()
        ready, is_ready = os.pipe()
        self.process = os.fork()
        if not self.process:
            os.setsid()
            # A shell that runs all this in the background has it ignore Ctrl+C, and so would this
            signal.signal(signal.SIGINT, signal.default_int_handler)
            os.close(ready)
            _run(arguments, lines, lambda: os.close(is_ready), prepare)
        os.close(is_ready)
        os.read(ready, 1)
        os.close(ready)

    def kill(self, *, group: bool, by: int = signal.SIGKILL) -> None:
        """The main process, or all that it began too."""
        with suppress(ProcessLookupError):
            (os.killpg if group else os.kill)(self.process, by)

    def wait(self) -> Ended:
        """How it ended; one that hangs is killed and told as such."""
        while time.monotonic() - self.begun < LIMIT:
            process, status = os.waitpid(self.process, os.WNOHANG)
            if process:
                seconds = time.monotonic() - self.begun
                return Ended(code=os.waitstatus_to_exitcode(status), said=self.said, seconds=seconds)
            time.sleep(0.002)
        self.kill(group=True)
        os.waitpid(self.process, 0)
        return Ended(code=BUG, said=f"{self.said}\nhangs", seconds=LIMIT)

    @property
    def said(self) -> str:
        return self.lines.read_text("utf-8", "replace") if self.lines.exists() else ""

    def orphans(self) -> list[int]:
        """Processes of its session that still run."""
        return [process for process in _processes() if _session(process) == self.process]

    def left_alone(self) -> float:
        """Seconds until the last orphan has ended; those that do not end are ended here, after ten."""
        begun = time.monotonic()
        while (found := self.orphans()) and time.monotonic() - begun < 10:
            time.sleep(0.01)
        for process in found:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        return time.monotonic() - begun


def run(arguments: list[str], lines: Path, prepare: Callable[[], object] = lambda: None) -> Ended:
    """A run to its end."""
    return Running(arguments, lines, prepare).wait()


def _run(arguments: list[str], lines: Path, begins: Callable[[], object], prepare: Callable[[], object]) -> None:
    """Never returns."""
    code = 99
    try:
        file = os.open(lines, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for one, stream in ((nothing, 0), (file, 1), (file, 2)):
            os.dup2(one, stream)
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 (lives as long as the process)
        sys.stdout, sys.stderr = (
            open(number, "w", encoding="utf-8", closefd=False, buffering=1)  # noqa: SIM115 (as above)
            for number in (1, 2)
        )
        prepare()
        begins()
        code = main(arguments)
    except SystemExit as left:
        code = int(left.code or 0)
    except BaseException:  # noqa: BLE001 (whatever it is, the run that it is in ends here)
        os.write(2, traceback.format_exc().encode())
    os._exit(code)


def _processes() -> list[int]:
    return [int(name) for name in os.listdir("/proc") if name.isdigit()]  # noqa: PTH208 (hundreds of names)


def _session(process: int) -> int:
    """The session of a process that lives; none of one that has ended, even if nobody has asked for it yet."""
    try:
        said = Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return 0
    return 0 if said[0] in "ZX" else int(said[3])
