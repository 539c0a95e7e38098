"""Names of files as a hostile sender or repository gives them: in every folder of a project, and on the command line.

    python -m tests.security.edges.names

Whatever a command prints, as lines, JSON or in a format of a pull request, holds no character that moves a terminal or
hides, and no line that a machine takes for a command; and each name is said as it can be found and typed.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from unicodedata import category

from disclosure.visible import line, visible
from tests.projects import Run, Sandbox, create
from tests.security import figures
from tests.security.hostile import corpus

NAMES: Final = (
    "\x1b[31mred",
    "\x1b]0;title\x07",
    "\x1b]8;;https://example.invalid/\x07link",
    "back\x08\x08\x08\x08over",
    "bell\x07",
    "delete\x7f",
    "c1\x9b31m",
    "return\rover",
    "line\n::error file=a.yml::forged",
    "line\n##[error]forged",
    "line\n\x1b[0Ksection_start:1:a\r",
    "tab\there",
    "turned\u202egpj.exe",
    "isolate\u2066a\u2069",
    "zero\u200bwidth",
    "mark\ufeff",
    "separator\u2028forged",
    "next\x85line",
    "tag\U000e0041",
    "bytes\udcff\udcfe",
    "::error file=a.yml::forged",
    "##[add-mask]a",
    "##vso[task.complete]a",
    "%0A::error::forged",
    "-rf",
    "--help",
    "-",
    "a|b;c&d`e`$(f)",
    "a:b",
    "CON",
    "aux.yml",
    "nul.",
    "a.yml ",
    "<img src=x onerror=window.ran=1>",
    "[a](https://example.invalid/)",
    "@everyone",
    "#1",
    "![a](https://example.invalid/a.png)",
    "```",
    "</details>",
    "ﬁle",
    "аbout",
    "e\u0301",
    "长" * 80,
    "l" * 250,
    "l" * 300,
)
ON_THE_COMMAND_LINE: Final = 120
# Folders of a project that are read
FOLDERS: Final = (
    "",
    "files",
    "reports",
    "reports/2024",
    "updates/2024",
    "corrections",
    "vocabulary",
    "indicators",
    "calendar",
)
ENDINGS: Final = ("", ".md", ".yml", ".csv")
# A command of ours: of a file of the project, which a run from elsewhere calls by its whole path
ANNOTATION: Final = re.compile(r"::(?:error|warning) file=(?:/[^,]*/)?content[/,]")
COMMANDS_IN_LINES: Final = re.compile(r"^\s*::|##\w*\[", re.M)


def faults(printed: str) -> list[str]:
    """What in printed lines a terminal or a machine would not just show."""
    unseen = {one for one in printed if not one.isprintable() and one != "\n" and category(one) != "Zs"}
    return [*(f"U+{ord(one):04X}" for one in sorted(unseen)), *COMMANDS_IN_LINES.findall(printed)]


def of_run(run: Run) -> list[str]:
    assert run.code in (0, 1, 2), run.out + run.err
    return faults(run.out + run.err)


def laid(project: Sandbox, names: Iterable[str]) -> Iterator[str]:
    """The names as files in every folder, as far as a file system takes them, and as a folder: their paths."""
    for n, name in enumerate(names):
        for folder in FOLDERS:
            path = project.content / folder / (name.replace("/", "_") + ENDINGS[n % len(ENDINGS)])
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text("a: 1\n")
            except (OSError, ValueError):
                continue
            yield path.relative_to(project.root).as_posix()


def of_folders(root: Path, names: Iterable[str]) -> tuple[int, list[str]]:
    """How many files were laid, and what was printed of them that should not be."""
    project = create(root)
    paths = list(laid(project, names))
    runs = {"check": ("check",), "json": ("check", "--json")}
    runs |= {name: ("check", "--format", name) for name in ("gitlab", "markdown")}
    found = []
    for name, arguments in runs.items():
        run = project.run(*arguments)
        found += [f"{name}: {one}" for one in of_run(run)]
        if name == "check":
            found += [f"not said: {path!r}" for path in paths if not _is_said(path, run.err)]
        if name == "json":
            told = {one["place"]["path"] for one in json.loads(run.out)["problems"]}
            found += [f"not in JSON: {path!r}" for path in paths if not _is_said(path, run.err) and path not in told]
    github = project.run("check", "--format", "github")
    commands = github.out.splitlines()
    found += [f"github: {line}" for line in commands if not ANNOTATION.match(line)]
    # Within a command of ours no other begins
    found += [f"github: {one}" for one in faults(github.err) + faults(re.sub("::|##", "", github.out))]
    return len(paths), found


def _is_said(path: str, printed: str) -> bool:
    """Whether a file can be found by what was printed; hidden ones and backups are passed over, and attachments may be
    called what they are."""
    name = path.rpartition("/")[2]
    if path.startswith("content/files/") and path.isprintable():
        return True
    return line(path) in printed or name.startswith((".", "~$")) or path.endswith(("~", ".swp", ".tmp", ".bak"))


def arguments(name: str) -> Iterator[tuple[str, ...]]:
    """Every command that is told a file or a name, told this one."""
    yield ("import", "--", name)
    yield ("import", f"--report={name}", "--", "content/reports/2024/source.txt")
    yield ("table", "in", "--", name)
    yield ("table", "in", f"--sheet={name}", f"--row={name}", "--", "none.xlsx")
    yield ("table", "out", "--report", "2024", f"--output={name}/none/a.xlsx", f"--department={name}")
    yield ("draft", f"--report={name}")
    yield ("accept", "--", name)
    yield ("rename", "--", name, name)
    yield ("release", f"--keep={name}", "--", name)
    yield ("offline", f"--output={name}/none/a.zip")
    yield ("pdf", f"--browser={name}", f"--output={name}/none/a.pdf")
    yield ("new", "update", f"--commitment={name}")
    yield ("new", name)
    yield ("evidence", "--", name)
    yield ("upgrade", f"--{name}")
    yield ("init", f"--report={name}", "--", f"{name}/a")
    yield ("diff", "--", name)
    yield ("rubric", "--", name)
    yield ("schema", f"--to={name}/a/b")
    yield ("sweep", f"--report={name}")
    yield ("serve", f"--port={name}")
    yield ("build", f"--{name}")
    yield ("check", f"--format={name}")
    yield ("check", f"--format=github={name}/a/b")
    yield (name,)


def of_arguments(project: Sandbox, names: Iterable[str]) -> tuple[int, list[str]]:
    """How many commands were told a name, and what they printed that they should not."""
    tried, found = 0, []
    for name in names:
        if "\0" in name:
            # No system hands on such an argument
            continue
        for given in arguments(name):
            tried += 1
            found += [f"{given}: {one}" for one in of_run(project.run(*given))]
    return tried, found


def main() -> int:
    """Tries all names of our own and all strings of the corpus as files, and a share of these on the command line."""
    every = tuple(dict.fromkeys((*NAMES, *corpus.texts())))
    some = (*NAMES, *(one.text for one in corpus.sample(ON_THE_COMMAND_LINE)))
    with tempfile.TemporaryDirectory() as folder:
        files, wrong = of_folders(Path(folder) / "folders", every)
        project = create(Path(folder) / "arguments")
        before = Path.cwd()
        os.chdir(folder)
        tried, told = of_arguments(project, some)
        os.chdir(before)
    wrong += told
    print("\n".join(map(visible, wrong)))
    counted: dict[str, int | str] = {"names": len(every), "files": files, "commands": tried, "faults": len(wrong)}
    figures.record("hostile", counted, part="names")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
