"""What can befall a project's files: bytes, lines, YAML values, Markdown, names, folders; seeded, so that it can be had
again.

Each mishap takes the project and its dice, does one thing, and says what. None knows what the program makes of it.
"""

from __future__ import annotations

import os
import random
import re
import shutil
import socket
import unicodedata
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import yaml

from disclosure.project import LOADER

DAYS = ("0000-01-01", "0001-01-01", "9999-12-31", "2024-02-30", "2024-13-01", "1900-01-01", "2024-02-29", "2025-6-1")
NUMBERS = ("0", "-1", "9" * 30, "1e999", "0.0000000001", "NaN", "inf", "１２", "1" * 5000, "1/0", "-0", "0x10", "100%")
WORDS = (
    *(
        "",
        " ",
        "~",
        "null",
        "[]",
        "{}",
        "'",
        '"',
        "：",
        "%",
        "翻两番",
        "每周一次",
        "全部",
        "不低于上年",
        "推进中",
        "2024",
    ),
    *("c999/7", "r001/1/1", "p9-99", "p2-01.99", "../..", "/", ".", "http://[", "https://a.test/\u202e", "长" * 3000),
    *("e\u0301", "\u200b", "<b>x</b>", "{#p2-01}", "[^1]", "&amp;", "*a", "&a", "!x", "@", "`", "#", "|", "null: 1"),
    *("files/none.pdf", "2024/c001", "2025/c001", "2024", "2099", "all", "none", "-", "0", "true"),
)
NAMES = (
    *(
        "x.yml",
        "X.yml",
        "report.md",
        "REPORT.MD",
        "c001.yml",
        "C001.yml",
        "c001.yaml",
        "c001",
        ".yml",
        "..yml",
        "a b.yml",
    ),
    *(
        "é.yml",
        "e\u0301.yml",
        "长" * 80 + ".yml",
        "x" * 250,
        "con.yml",
        "x.yml~",
        "新建文件.md",
        "part-9",
        "2-1",
        "0",
        "-",
    ),
    *(
        "2024-01-01-x.md",
        "2099-13-99-x.md",
        "index.md",
        "404.md",
        "data.md",
        "%00.md",
        "#.md",
        "?.md",
        "a\nb.yml",
        "a:b.md",
    ),
)
MARKDOWN = (
    *("[" * 300, "> " * 200, "- " * 100, "**" * 99, "`" * 51, "![x](files/none.png)", "[x](../../etc)", "[x](#none)"),
    *(
        "<script>x</script>",
        "<!--",
        "{#p2-01}",
        "{#x y}",
        "## 甲 {#2-1}",
        "# 乙",
        "###### 丙",
        "[^1]: 甲",
        "[^99]",
        "---",
    ),
    *(
        "| a | b |\n|---|",
        "```\n",
        "    x",
        "1、甲",
        "a<br>b",
        "&#0;",
        "\\",
        "$x$",
        "<<<<<<< HEAD",
        "=======",
        "\t",
        "***",
    ),
)
REFERENCE = re.compile(r"\b(?:[cr]\d{3}(?:/\d+)?|p\d-\d\d|part-\d|\d-\d(?:-[a-z]+)?|20\d\d|s\d-\d+)\b")
IDENTIFIER = re.compile(r"\b[a-z][a-z0-9]*(?:-[a-z0-9]+)*\b")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
# Small enough that thousands of projects are tried, more than any register has
MANY = 3000


class Dumper(yaml.SafeDumper):
    """Writes what comes twice twice."""

    def ignore_aliases(self, _data: object) -> bool:
        return True


class Mishaps:
    """One project, and the dice that decide what befalls it."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.dice = random.Random(seed)
        self.kinds: tuple[tuple[int, Callable[[], str]], ...] = (
            (4, self.bytes),
            (5, self.lines),
            (16, self.value),
            (14, self.exchange),
            (6, self.reference),
            (4, self.everywhere),
            (4, self.figure),
            (5, self.markdown),
            (3, self.heading),
            (5, self.rename),
            (5, self.move),
            (4, self.remove),
            (3, self.stranger),
            (1, self.many),
            (1, self.settings),
            (1, self.spoilt_cache),
        )

    def happen(self) -> str:
        """One mishap; what it was."""
        kind = self.kind()
        return f"{kind.__name__}: {kind()}"

    def kind(self) -> Callable[[], str]:
        """Of which kind the next is."""
        weights, kinds = zip(*self.kinds, strict=True)
        return self.dice.choices(kinds, weights)[0]

    # What there is

    def files(self, *endings: str) -> list[Path]:
        found = (path for path in self._all() if path.is_file() and not path.is_symlink())
        return [path for path in found if not endings or path.name.endswith(endings)]

    def _all(self) -> list[Path]:
        return sorted((self.root / "content").rglob("*"), key=os.fsencode)

    def pick(self, *endings: str) -> Path | None:
        """Any file, folders with few files as often as those with many."""
        found = self.files(*endings)
        if not found:
            return None
        folder = self.dice.choice(sorted({path.parent for path in found}, key=os.fsencode))
        return self.dice.choice([path for path in found if path.parent == folder or self.dice.random() < 0.05])

    def shown(self, path: Path) -> str:
        return str(path.relative_to(self.root)).encode("utf-8", "backslashreplace").decode()

    def text_of(self, path: Path) -> str:
        return path.read_text("utf-8", "replace")

    def write(self, path: Path, text: str) -> str:
        path.write_bytes(text.encode("utf-8", "replace"))
        return self.shown(path)

    # Bytes and lines

    def bytes(self) -> str:
        path = self.pick()
        if path is None:
            return "nothing"
        data = bytearray(path.read_bytes())
        at, stop = sorted(self.dice.randrange(len(data) + 1) for _each in range(2))
        stop = min(stop, at + 40)
        how: tuple[Callable[[], bytes], ...] = (
            lambda: bytes(data[:at]),
            lambda: bytes(data[:at] + data[stop:]),
            lambda: bytes(data[:stop] + data[at:]),
            lambda: bytes(data[:at] + self.dice.randbytes(self.dice.randint(1, 4)) + data[at:]),
            lambda: bytes(data).replace(b"\n", self.dice.choice((b"\r\n", b"\r", b""))),
            lambda: bytes(data).decode("utf-8", "replace").encode(self.dice.choice(("gb18030", "utf-16", "utf-8-sig"))),
            lambda: b"",
        )
        path.write_bytes(self.dice.choice(how)())
        return f"{self.shown(path)} at {at}"

    def lines(self) -> str:
        path = self.pick()
        if path is None:
            return "nothing"
        lines = self.text_of(path).split("\n")
        at, other = (self.dice.randrange(len(lines)) for _each in range(2))
        how: tuple[Callable[[], list[str]], ...] = (
            lambda: lines[:at] + lines[at + 1 :],
            lambda: lines[:at] + lines[at:other] + lines[at:],
            lambda: [*lines[:at], lines[other], *lines[at:]],
            lambda: [*lines[:at], "  " + lines[at], *lines[at + 1 :]],
            lambda: [*lines[:at], lines[at].lstrip(), *lines[at + 1 :]],
            lambda: [*lines[:at], "<<<<<<< HEAD", lines[at], "=======", lines[other], ">>>>>>> x", *lines[at + 1 :]],
            lambda: lines[:at],
            lambda: ["# " + line for line in lines],
            lambda: [
                *lines[:at],
                self.dice.choice(("x: [", "- ", "[", "{x: ", "? ", "x: |", "&x ")) * 2000,
                *lines[at:],
            ],
        )
        return f"{self.write(path, chr(10).join(self.dice.choice(how)()))}:{at + 1}"

    def figure(self) -> str:
        """A figure or a day in any text becomes another."""
        path = self.pick()
        text = self.text_of(path) if path else ""
        found = list(self.dice.choice((NUMBER, DAY)).finditer(text))
        if path is None or not found:
            return "nothing"
        one = self.dice.choice(found)
        other = self.dice.choice((*DAYS, *NUMBERS, self.dice.choice(found)[0], str(self.dice.randrange(10_000))))
        return f"{self.write(path, text[: one.start()] + other + text[one.end() :])}: {one[0]} -> {other[:40]}"

    # YAML

    def value(self) -> str:
        """A value of a record is another, is of another type, is gone, comes twice, is called otherwise."""
        path, head, raw, rest = self._record()
        if path is None:
            return "nothing"
        where, inside = self.dice.choice(list(_inner(raw)))
        said = self._spoil(inside, where)
        return f"{self._dump(path, head, raw, rest)}: {said}"

    def _spoil(self, inside: Any, where: Any) -> str:
        old = inside[where]
        how = self.dice.randrange(9)
        if how == 0:
            del inside[where]
            return f"without {where}"
        if how == 1 and isinstance(inside, dict):
            name = self.dice.choice((*inside, f"{where}x", "", where.upper(), self.dice.choice(WORDS)))
            inside[name] = inside.pop(where)
            return f"{where} is called {name[:40]}"
        if how == 2 and isinstance(inside, list):
            inside.insert(self.dice.randrange(len(inside) + 1), old)
            return f"{where} comes twice"
        if how == 3 and isinstance(inside, list):
            self.dice.shuffle(inside)
            return "in another order"
        deep: Any = old
        for _each in range(self.dice.choice((1, 2, 11, 40))):
            deep = self.dice.choice(([deep], {"x": deep}))
        inside[where] = self.dice.choice(
            ([old], {"x": old}, [], {}, [old, old], deep, *DAYS, *NUMBERS, *self.dice.choices(WORDS, k=20))
        )
        return f"{where} = {str(inside[where])[:40]!r}"

    def exchange(self) -> str:
        """A value is what another record of the project, or the same, says under that name."""
        path, head, raw, rest = self._record()
        _other, _head, second, _rest = self._record()
        if path is None:
            return "nothing"
        where, inside = self.dice.choice(list(_inner(raw)))
        pool = [values[name] for name, values in _inner(second) if name == where or self.dice.random() < 0.1]
        same = [values[name] for name, values in _inner(raw) if isinstance(name, str)]
        found = pool or same
        if not found:
            return "nothing"
        new = deepcopy(self.dice.choice(found))
        if isinstance(inside, dict) and self.dice.random() < 0.3 and isinstance(second, dict):
            name = self.dice.choice(list(second) or ["x"])
            inside[name] = deepcopy(second.get(name))
            return f"{self._dump(path, head, raw, rest)}: {name} of another"
        inside[where] = new
        return f"{self._dump(path, head, raw, rest)}: {where} = {str(new)[:40]!r}"

    def many(self) -> str:
        """A list of thousands."""
        path, head, raw, rest = self._record()
        if path is None:
            return "nothing"
        lists = [one for one in (raw, *(values[name] for name, values in _inner(raw))) if isinstance(one, list) and one]
        if lists:
            long = self.dice.choice(lists)
            long.extend(long[:1] * MANY)
        else:
            raw = [raw] * MANY
        return self._dump(path, head, raw, rest)

    def _record(self) -> tuple[Path | None, str, Any, str]:
        """A YAML file, or the head of a Markdown file, as values."""
        path = self.pick(".yml", ".md")
        text = self.text_of(path) if path else ""
        head, rest = "", ""
        if path is not None and path.suffix == ".md":
            head, _line, more = text.partition("---\n")
            text, _line, rest = more.partition("\n---\n")
        try:
            raw = yaml.load(text, Loader=LOADER)
        except (yaml.YAMLError, ValueError, RecursionError):
            return None, "", None, ""
        return (path, head, raw, rest) if raw and not isinstance(raw, str) else (None, "", None, "")

    def _dump(self, path: Path, head: str, raw: Any, rest: str) -> str:
        text = yaml.dump(raw, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10_000)
        return self.write(path, f"{head}---\n{text}---\n{rest}" if path.suffix == ".md" else text)

    # References

    def reference(self) -> str:
        """A reference leads to something else."""
        path = self.pick()
        text = self.text_of(path) if path else ""
        found = list(self.dice.choice((REFERENCE, IDENTIFIER)).finditer(text))
        if path is None or not found:
            return "nothing"
        one, other = self.dice.choice(found), self.dice.choice(found)[0]
        return f"{self.write(path, text[: one.start()] + other + text[one.end() :])}: {one[0]} -> {other}"

    def everywhere(self) -> str:
        """A name is another in all files that hold it, or in all of one folder."""
        path = self.pick()
        found = REFERENCE.findall(self.text_of(path)) if path else []
        if path is None or not found:
            return "nothing"
        old = self.dice.choice(found)
        new = self.dice.choice((f"{old}9", old[:-1], f"{old}-x", self.dice.choice(found), "x"))
        among = path.parent if self.dice.random() < 0.5 else self.root / "content"
        for each in self.files():
            text = self.text_of(each)
            if each.is_relative_to(among) and old in text:
                self.write(each, text.replace(old, new))
        return f"{self.shown(among)}: {old} -> {new}"

    # Markdown

    def markdown(self) -> str:
        path = self.pick(".md")
        text = self.text_of(path) if path else ""
        if path is None:
            return "nothing"
        at, odd = self.dice.randrange(len(text) + 1), self.dice.choice((*MARKDOWN, *WORDS))
        line = text.rfind("\n", 0, at) + 1
        at = line if self.dice.random() < 0.6 else at
        return f"{self.write(path, text[:at] + odd + self.dice.choice(('', chr(10))) + text[at:])}: {odd[:20]!r}"

    def heading(self) -> str:
        """A heading, or an id in braces, is gone or another."""
        path = self.pick("report.md") or self.pick(".md")
        text = self.text_of(path) if path else ""
        found = list(re.finditer(r"^#+ .*$|\{#[^}\n]*\}", text, re.M))
        if path is None or not found:
            return "nothing"
        one = self.dice.choice(found)
        other = self.dice.choice((*("", "#" + one[0], one[0].strip("#{} "), "{#}", "{#x}"), self.dice.choice(found)[0]))
        return f"{self.write(path, text[: one.start()] + other + text[one.end() :])}: {one[0][:30]!r} -> {other[:30]!r}"

    # Files and folders

    def name(self, path: Path) -> str:
        own = path.name
        return self.dice.choice(
            (
                *(
                    own.upper(),
                    own.swapcase(),
                    unicodedata.normalize("NFD", own),
                    f"x{own}",
                    f"{path.stem}-x{path.suffix}",
                ),
                *(path.stem, f"{path.stem}.yaml", f"{path.stem}.md", f"{path.stem}.yml", f"{own}.yml", f" {own}"),
                *self.dice.choices(NAMES, k=8),
                *self.dice.choices([one.name for one in self._all()] or ["x"], k=4),
            )
        )

    def entry(self) -> Path | None:
        """A file or a folder."""
        folders = [path for path in self._all() if path.is_dir() and not path.is_symlink()]
        return self.dice.choice(folders) if folders and self.dice.random() < 0.3 else self.pick()

    def folder(self) -> Path:
        return self.dice.choice([self.root / "content", *(path for path in self._all() if path.is_dir())])

    def rename(self) -> str:
        path = self.entry()
        return self._rename(path, path.parent / self.name(path)) if path else "nothing"

    def move(self) -> str:
        """A file or a folder goes elsewhere, or is there a second time."""
        path = self.entry()
        if path is None:
            return "nothing"
        target = self.folder() / (path.name if self.dice.random() < 0.7 else self.name(path))
        if self.dice.random() < 0.5:
            return self._rename(path, target)
        if target.is_relative_to(path) or target.exists():
            return "nothing"
        (shutil.copytree if path.is_dir() else shutil.copy)(path, target)
        return f"{self.shown(path)} as {self.shown(target)}"

    def _rename(self, path: Path, target: Path) -> str:
        try:
            path.replace(target)
        except OSError as error:
            return f"nothing ({error.strerror})"
        return f"{self.shown(path)} to {self.shown(target)}"

    def remove(self) -> str:
        path = self.entry()
        if path is None:
            return "nothing"
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        return self.shown(path)

    def stranger(self) -> str:
        """In place of a file, or beside it: a folder, a link, a pipe, a socket, a name that is no text."""
        path = self.pick() or self.root / "content/x.yml"
        if self.dice.random() < 0.5:
            path = path.parent / self.name(path)
        try:
            return self._stranger(path)
        except OSError as error:
            return f"nothing ({error.strerror})"

    def _stranger(self, path: Path) -> str:
        if path.is_file() or path.is_symlink():
            path.unlink()
        how = self.dice.randrange(9)
        if how == 0:
            path.mkdir()
        elif how == 1:
            os.mkfifo(path)
        elif how == 2:
            bind(path)
        elif how < 7:
            goal = (path.name, "none.yml", str(self.root), "..", str(self.pick() or "x"), "/dev/zero", "/proc/self/mem")
            path.symlink_to(self.dice.choice(goal))
        elif how == 7:
            with path.open("wb") as file:
                file.truncate(self.dice.choice((0, 5_000_000, 3_000_000_000)))
        else:
            (path.parent / os.fsdecode(b"\xc3\x28\xff" + os.fsencode(path.name[-20:]))).write_bytes(b"x: 1\n")
        return f"{self.shown(path)} {how}"

    # What stands around the content

    def settings(self) -> str:
        path = self.root / "mkdocs.yml"
        lines = path.read_text("utf-8").split("\n")
        at = self.dice.randrange(len(lines))
        key = lines[at].partition(":")[0]
        odd = ("content", "..", "/", "/tmp", "none", "", "[]", "{}", "[a", "content/site.yml", "templates", "\x00", "é")
        lines[at] = self.dice.choice((f"{key}: {self.dice.choice((*odd, *WORDS))}", "", "  " + lines[at], "x", "\t"))
        self.write(path, "\n".join(lines))
        return lines[at][:60]

    def spoilt_cache(self) -> str:
        """A byte of a file in the cache; the cache a file, a link, a file with a folder's name; the site a file."""
        cache, site = self.root / ".cache", self.root / "site"
        found = sorted(path for path in cache.rglob("*") if path.is_file()) if cache.is_dir() else []
        if found and self.dice.random() < 0.7:
            path = self.dice.choice(found)
            data = bytearray(path.read_bytes() or b"x")
            data[self.dice.randrange(len(data))] ^= 1 << self.dice.randrange(8)
            path.write_bytes(data[: self.dice.choice((len(data), self.dice.randrange(len(data) + 1)))])
            return self.shown(path)
        path = self.dice.choice((cache, site, cache / "snapshot", cache / "checked"))
        shutil.rmtree(path, ignore_errors=True)
        path.unlink(missing_ok=True)
        path.parent.mkdir(exist_ok=True)
        if self.dice.random() < 0.4:
            path.write_text("x")
        elif self.dice.random() < 0.5:
            path.mkdir()
        else:
            path.symlink_to(self.dice.choice(("none", path.name, str(self.root / "content"))))
        return self.shown(path)


def _inner(raw: Any) -> Iterator[tuple[Any, Any]]:
    """Every key or index with what holds it, however deep."""
    if isinstance(raw, dict):
        for name, one in raw.items():
            yield name, raw
            yield from _inner(one)
    elif isinstance(raw, list):
        for n, one in enumerate(raw):
            yield n, raw
            yield from _inner(one)


def bind(path: Path) -> None:
    """A socket: its way may be too long to name it whole."""
    with socket.socket(socket.AF_UNIX) as one:
        before = Path.cwd()
        os.chdir(path.parent)
        try:
            one.bind(path.name)
        finally:
            os.chdir(before)
