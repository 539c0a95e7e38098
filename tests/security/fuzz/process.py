"""One target in a process of its own: ``python -m tests.security.fuzz.process ROOM NAME FOLDER -runs=N …``.

Every execution is counted here, and the count lies in a file that outlives the process; libFuzzer's own number has to
agree. What a reader raises is kept with its input and the fuzzing goes on; only what no Python handler can stop (a loop
in a library, memory beyond the limit) ends the process.
"""

from __future__ import annotations

import hashlib
import logging
import mmap
import os
import random
import signal
import struct
import sys
import time
import traceback
import warnings
from pathlib import Path
from typing import Any

from tests.security.fuzz.target import ENDED, InputHung

# Executions before memory is first looked at: modules, caches and libFuzzer's own tables are there then
SETTLED = 20_000
# How often memory is looked at, and how often our own mutations are taken rather than libFuzzer's
LOOKED, OURS = 1_000, 0.5
COUNTS = struct.Struct("<6Q")


class ExecutionCounts:
    """Executions, the slowest in nanoseconds of work, faults, programs that ended in their limits, bytes of memory when
    settled, and now."""

    def __init__(self, path: Path) -> None:
        path.write_bytes(bytes(COUNTS.size))
        with path.open("r+b") as file:
            self.file = mmap.mmap(file.fileno(), COUNTS.size)
        self.executions = self.slowest = self.faults = self.ended = self.settled = self.memory = 0

    def add(self, nanoseconds: int) -> bool:
        """Whether it was the slowest."""
        self.executions += 1
        is_slowest = nanoseconds > self.slowest
        self.slowest = max(self.slowest, nanoseconds)
        if self.executions % LOOKED == 0:
            self.memory = _memory()
        if self.executions == SETTLED:
            self.settled = _memory()
        COUNTS.pack_into(
            self.file, 0, self.executions, self.slowest, self.faults, self.ended, self.settled, self.memory
        )
        return is_slowest


def counted(path: Path) -> tuple[int, ...]:
    """Nothing where the process did not come so far."""
    return COUNTS.unpack(path.read_bytes()) if path.exists() else (0,) * 6


def _memory() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * mmap.PAGESIZE


class Harness:
    """What libFuzzer calls."""

    def __init__(self, target: Any, folder: Path) -> None:
        self.target, self.folder = target, folder
        self.counts = ExecutionCounts(folder / "counts")
        self.words, self.seeds = tuple(target.words), tuple(target.seeds)
        self.began = 0
        self.known: dict[str, int] = {}
        signal.signal(signal.SIGPROF, self._watch)
        signal.setitimer(signal.ITIMER_PROF, 1, 1)

    def _watch(self, _signal: int, _frame: object) -> None:
        if self.began and time.process_time_ns() - self.began > self.target.seconds * 1e9:
            raise InputHung

    def once(self, data: bytes) -> None:
        began = self.began = time.process_time_ns()
        try:
            self.target.reads(data)
        except self.target.refuses:
            pass
        except Exception as error:  # noqa: BLE001 (that is what is looked for)
            self.began = 0
            self._fault(data, error)
        except InputHung as error:
            self._fault(data, error)
        self.began = 0
        self._ended()
        if self.counts.add(time.process_time_ns() - began):
            (self.folder / "slowest").write_bytes(data)

    def _ended(self) -> None:
        """What took too long in a program that runs inside limits is laid by; it is no fault of ours."""
        for _program, given in ENDED:
            self.counts.ended += 1
            (self.folder / f"ended-{self.counts.ended % 20}").write_bytes(given)
        ENDED.clear()

    def _fault(self, data: bytes, error: BaseException) -> None:
        """Kept once for each place, the shortest input of it."""
        frames = [one for one in traceback.extract_tb(error.__traceback__) if "/fuzz/process.py" not in one.filename]
        ours = [one for one in frames if "/disclosure/" in one.filename or "/tests/" in one.filename]
        place = f"{type(error).__name__} {ours[-1].filename}:{ours[-1].lineno}" if ours else type(error).__name__
        if len(data) < self.known.get(place, sys.maxsize):
            self.counts.faults += place not in self.known
            self.known[place] = len(data)
            name = hashlib.sha256(place.encode()).hexdigest()[:12]
            (self.folder / f"fault-{name}").write_bytes(data)
            told = "".join(traceback.format_exception(error))
            (self.folder / f"fault-{name}.txt").write_text(f"{place}\n{data!r}\n{told}", "utf-8")

    def mutate(self, data: bytes, limit: int, seed: int) -> bytes:
        import atheris

        from tests.security.fuzz.mutation import mutated

        dice = random.Random(seed)
        if dice.random() < OURS:
            return mutated(bytes(data), self.words, self.seeds, limit, dice)
        return bytes(atheris.Mutate(data, limit))


def find(room: str, name: str) -> Any:
    from importlib import import_module

    found = import_module(f"tests.security.fuzz.targets.{room}").TARGETS
    return next(one for one in found if one.name == name)


def prepared(target: Any, folder: Path) -> None:
    """Corpus and dictionary: what lies there already is gone on from."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds:
        (corpus / hashlib.sha256(seed).hexdigest()[:20]).write_bytes(seed[: target.size])
    lines = ['"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"' for word in target.words if word]
    (folder / "words").write_text("\n".join(lines) + "\n", "ascii")


def main() -> None:
    import atheris
    from atheris.import_hook import HookManager

    room, name, folder, *options = sys.argv[1:]
    os.environ.pop("DISCLOSURE_DATE", None)
    # Branches alone: to watch what is compared too makes a reader ten times as slow
    with HookManager({"disclosure"}, set(), False, trace_dataflow=False):
        target = find(room, name)
    logging.disable()
    warnings.simplefilter("ignore")
    prepared(target, Path(folder))
    harness = Harness(target, Path(folder))
    limits = [f"-max_len={target.size}", "-rss_limit_mb=2048", "-timeout=120", "-print_final_stats=1"]
    limits += [f"-dict={folder}/words", f"-artifact_prefix={folder}/", "-verbosity=1", "-len_control=20"]
    atheris.Setup([sys.argv[0], *limits, *options, f"{folder}/corpus"], harness.once, custom_mutator=harness.mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
