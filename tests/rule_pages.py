"""The rule pages (``docs/rules/``, a page a rule family) and those of usual slips (``docs/slips/``): manual and test at
once.

A page is Markdown. Each ``##`` is an example: a change to a small project's content, and what ``check`` says of it.

- ``起点：[register](…)`` names the project, for one example or, before the first, for all of a page;
- a fence with a file's path is that file, whole; ``bytes`` writes bytes as ``\\xd5``; a ``diff`` changes lines of it,
  which must stand there exactly once (a blank line parts two places, a lone ``-`` or ``+`` is an empty line);
- ``提交。`` commits the content as it is so far: what follows is changed after it was published;
- ``删除 `路径`。`` and ``复制 `路径` 为 `路径`。`` delete and copy;
- a ``text`` fence is what ``check`` prints, to the letter; where it says nothing, the page says ``没有问题。``.

``python -m tests.rule_pages`` writes the printed messages anew; read each one aloud before you commit it.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.projects import REPOSITORY, Sandbox, create, date_of
from tests.repositories import SandboxRepository

PAGES = REPOSITORY / "docs/rules"
SLIPS = REPOSITORY / "docs/slips"
BLOCK = re.compile(
    r"^(?:## (?P<title>[^\n]+)"
    r"|起点：\[(?P<base>[a-z-]+)\]\([^\n]*\)"
    r"|(?P<committed>提交。)"
    r"|删除 `(?P<gone>[^`]+)`。"
    r"|复制 `(?P<source>[^`]+)` 为 `(?P<target>[^`]+)`。"
    r"|```text\n(?P<printed>.*?)```"
    r"|```(?P<kind>[a-z]+) (?P<path>[^\n]+)\n(?P<text>.*?)```"
    r"|(?P<fine>没有问题。))$",
    re.M | re.S,
)
RULE = re.compile(r"^[^\s].*?:\d+:\d+: \[([a-z0-9-]+)\] ", re.M)
ESCAPED = re.compile(rb"\\x([0-9a-f]{2})")

Edit = Callable[[Path], None]


@dataclass(frozen=True, kw_only=True)
class Example:
    """A change to a project, and what ``check`` prints."""

    page: str
    title: str
    base: str
    changes: tuple[Edit, ...]
    printed: str

    @property
    def id(self) -> str:
        return f"{self.page}: {self.title}"

    @property
    def date(self) -> str:
        """The day that counts as today."""
        return date_of(self.base)

    def project(self, root: Path) -> Sandbox:
        """The example's project in ``root``."""
        project = create(root, self.base)
        for change in self.changes:
            change(root)
        return project


def examples(folder: Path = PAGES) -> tuple[Example, ...]:
    """Every example of every page."""
    return tuple(example for path in pages(folder) for example in of_page(path.stem, path.read_text("utf-8")))


def pages(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.md") if path.name != "README.md")


def of_page(page: str, text: str) -> Iterator[Example]:
    """The examples of a page, in their order."""
    head, *parts = _at_titles(BLOCK.finditer(text))
    base = next((block["base"] for block in head if block["base"]), "small")
    for title, *blocks in parts:
        yield _example(page, title["title"], base, blocks)


def rules(printed: str) -> set[str]:
    """The rule ids that printed messages name."""
    return set(RULE.findall(printed))


def _at_titles(blocks: Iterable[re.Match[str]]) -> list[list[re.Match[str]]]:
    """What stands before the first title, then a list for each title."""
    parts: list[list[re.Match[str]]] = [[]]
    for block in blocks:
        parts += [[]] if block["title"] else []
        parts[-1].append(block)
    return parts


def _example(page: str, title: str, base: str, blocks: list[re.Match[str]]) -> Example:
    own = next((block["base"] for block in blocks if block["base"]), base)
    printed = [block["printed"] or "" for block in blocks if block["printed"] or block["fine"]]
    assert len(printed) == 1, f"{page}: {title}: what check prints stands there {len(printed)} times"
    return Example(
        page=page,
        title=title,
        base=own,
        changes=tuple(change for block in blocks if (change := _change(block))),
        printed=printed[0],
    )


def _change(block: re.Match[str]) -> Edit | None:
    if block["committed"]:
        return _committed
    if block["gone"]:
        return lambda root: (root / block["gone"]).unlink()
    if block["source"]:
        return lambda root: write(root / block["target"], (root / block["source"]).read_bytes())
    if block["kind"] == "diff":
        return lambda root: edit(root / block["path"], block["text"])
    if block["kind"]:
        data = block["text"].encode()
        raw = ESCAPED.sub(lambda one: bytes.fromhex(one[1].decode()), data) if block["kind"] == "bytes" else data
        return lambda root: write(root / block["path"], raw)
    return None


def _committed(root: Path) -> None:
    SandboxRepository(root).commit()


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def edit(path: Path, diff: str) -> None:
    for place in diff.removesuffix("\n").split("\n\n"):
        old, new = ("".join(f"\n{line[2:]}" for line in place.split("\n") if line[:1] == sign) for sign in "-+")
        text = "\n" + path.read_text("utf-8")
        assert text.count(old + "\n") == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
        path.write_text(text.replace(old + "\n", new + "\n")[1:], "utf-8")


def check(example: Example, root: Path) -> str:
    """What ``check`` prints of the example."""
    return example.project(root).run("check", date=example.date).err


def rewritten(page: str, text: str) -> str:
    """The page with the messages that ``check`` prints today."""
    with tempfile.TemporaryDirectory() as folder:
        wrong = [one for one in of_page(page, text) if one.printed]
        said = iter([check(one, Path(folder) / str(n)) for n, one in enumerate(wrong)])
    return re.sub(r"^```text\n.*?```$", lambda _fence: f"```text\n{next(said)}```", text, flags=re.M | re.S)


if __name__ == "__main__":
    for each in (*pages(PAGES), *pages(SLIPS)):
        each.write_text(rewritten(each.stem, each.read_text("utf-8")), "utf-8")
