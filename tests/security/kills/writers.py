"""Commands that write what editors keep, killed before each of their steps: all is as it was, or as it shall be."""

from __future__ import annotations

import json
import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from tests.drafts import drafted
from tests.projects import Sandbox
from tests.security.kills import forked, traps
from tests.security.kills.builds import KillCounts

Tree = dict[str, bytes]
# Made and kept by others than editors
ASIDE = (".git/", ".cache/", "site/")
LEFT = (".writing", ".partial", ".tmp")


class KilledWriter(Struct, frozen=True, kw_only=True):
    """A command; ``begin`` makes the project ready for it. Where not all is written as one, each file is whole and the
    same command again writes the rest."""

    name: str
    words: tuple[str, ...]
    begin: Callable[[Sandbox], object] = lambda _project: None
    at_once: bool = True


def _drafted(project: Sandbox) -> None:
    assert drafted.draft(project).code == 0


def _ticked(project: Sandbox) -> None:
    _drafted(project)
    drafted.tick_all(project)


def _accepted(project: Sandbox) -> None:
    _ticked(project)
    assert drafted.accept(project).code == 0


def _with_report(project: Sandbox) -> None:
    text = drafted.TEXT.replace("2024", "2025").replace("2023", "2024")
    (project.root.parent / "next.txt").write_text(text, "utf-8")


def _upgraded(project: Sandbox) -> None:
    """Files that the program gave are older ones."""
    from disclosure.starter import given

    known = given.read(project.root)
    old = b"old\n"
    for name in list(known)[:6]:
        (project.root / name).write_bytes(old)
        known = {**known, name: given.digest(old)}
    (project.root / given.NAME).write_bytes(given.written(known))


def _described(project: Sandbox) -> None:
    """What describes the fields is another version's."""
    for path in (project.root / "docs").rglob("*"):
        if path.is_file():
            path.write_bytes(b"old\n")


WRITERS = (
    KilledWriter(name="draft", words=("draft",), at_once=False),
    KilledWriter(name="accept", words=("accept",), begin=_ticked),
    KilledWriter(name="rename", words=("rename", "topics", "产业", "产业发展"), begin=_accepted),
    KilledWriter(name="import", words=("import", "../next.txt", "--report", "2025"), begin=_with_report),
    KilledWriter(name="init --next-year", words=("init", "--next-year", "../next.txt"), begin=_with_report),
    KilledWriter(name="new", words=("new", "update", "--commitment", "c001", "--title", "甲"), begin=_accepted),
    KilledWriter(name="schema", words=("schema",), begin=_described, at_once=False),
    KilledWriter(name="upgrade", words=("upgrade",), begin=_upgraded, at_once=False),
    KilledWriter(name="table out", words=("table", "out", "-o", "../table.xlsx"), begin=_accepted, at_once=False),
)


class WriterKills:
    """Kills each of them, in a folder of its own."""

    def __init__(self, folder: Path, dice: random.Random) -> None:
        self.folder, self.dice, self.found = folder, dice, KillCounts()
        folder.mkdir(parents=True, exist_ok=True)
        begun = drafted.begun(folder)
        self.site = begun.root
        self.lines = folder / "lines.txt"

    def run(self, kills: int, only: tuple[str, ...] = ()) -> KillCounts:
        """So many of each; of one with fewer steps, each step."""
        for writer in WRITERS:
            if not only or writer.name in only:
                self._writer(writer, kills)
        return self.found

    def _writer(self, writer: KilledWriter, kills: int) -> None:
        base = Sandbox(self._copy(self.site, "base"))
        writer.begin(base)
        before = self._tree(base.root)
        trace = self.folder / "trace"
        whole = self._copy(base.root, "whole")
        ended = self._run(whole, writer.words, traps.traces(trace))
        after = self._tree(whole)
        if ended.code != 0 or (after == before and writer.name != "table out"):
            self._fault(f"{writer.name}: {ended.code} {ended.said[-800:]}")
            return
        steps = [json.loads(line) for line in trace.read_text().splitlines()]
        last, first = len(steps), self._first_write(steps, whole)
        print(f"{writer.name}: {last} steps, writes from {first}", flush=True)
        wanted = range(first, last + 1)
        for at in wanted if len(wanted) <= kills else sorted(self.dice.sample(wanted, kills)):
            self._killed(writer, base.root, at, before, after)

    def _first_write(self, steps: list[list[object]], root: Path) -> int:
        """From where on something besides the cache is written."""
        for number, _process, _event, path in steps:
            inside = str(path).startswith(str(root.parent)) and not str(path).startswith(
                (f"{root}/.cache", f"{root}/site")
            )
            if inside and "lines.txt" not in str(path):
                return int(str(number))
        return 1

    def _killed(self, writer: KilledWriter, base: Path, at: int, before: Tree, after: Tree) -> None:
        root = self._copy(base, "project")
        ended = self._run(root, writer.words, traps.kills(at, group=True))
        what = f"{writer.name}, before step {at}"
        if not ended.is_killed:
            return
        self.found.counts["killed"] += 1
        self.found.counts[writer.name] += 1
        # Any command that knows the project completes what was begun
        told = self._run(root, ("check",))
        if told.code not in (0, 1):
            self._fault(f"{what}: then check {told.code} {told.said[-800:]}")
        now = self._tree(root)
        if writer.at_once and now not in (before, after):
            self._fault(f"{what}: between, {_names(now, after)[:6]}")
        if torn := [
            name for name in now if now[name] not in (before.get(name), after.get(name)) and not _is_left(name)
        ]:
            self._fault(f"{what}: torn {torn[:6]}")
        self.found.counts["as it was"] += now == before
        self.found.counts["as it shall be"] += now == after
        if now != after:
            again = self._run(root, writer.words)
            now = self._tree(root)
            if again.code != 0 or now != after:
                self._fault(f"{what}: again {again.code} {again.said[-500:]} {_names(now, after)[:6]}")
        if left := [name for name in now if _is_left(name)] + [path.name for path in (self.folder / "tmp").iterdir()]:
            self._fault(f"{what}: left {left[:6]}")

    def _run(self, root: Path, words: tuple[str, ...], prepare: Callable[[], object] = lambda: None) -> forked.Ended:
        temporary = self.folder / "tmp"
        temporary.mkdir(exist_ok=True)

        def begin() -> None:
            tempfile.tempdir = str(temporary)
            prepare()

        named = tuple(one.replace("../", f"{root.parent}/") if one.startswith("../") else one for one in words)
        return forked.run(["--root", str(root), "--date", drafted.DAY, *named], self.lines, begin)

    def _copy(self, source: Path, name: str) -> Path:
        target = self.folder / "in" / name
        shutil.rmtree(target, ignore_errors=True)
        (self.folder / "in" / "table.xlsx").unlink(missing_ok=True)
        shutil.copytree(source, target, symlinks=True)
        return target

    def _tree(self, root: Path) -> Tree:
        found = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
        own = {name: path.read_bytes() for name, path in found.items() if not name.startswith(ASIDE)}
        beside = root.parent.glob("*.xlsx*")
        return own | {f"../{path.name}": path.read_bytes() for path in [*beside, *root.parent.glob(".*")]}

    def _fault(self, told: str) -> None:
        self.found.faults.append(told)
        print("FAULT", told, flush=True)


def _is_left(name: str) -> bool:
    return any(sign in name for sign in LEFT)


def _names(one: Tree, other: Tree) -> list[str]:
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
