"""A small project in which each text field of each kind of record is filled: the filled one, and what it lacks."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Final

from tests import filled
from tests.projects import EXAMPLES, Sandbox, configured
from tests.security.hostile.tried_project import TriedProject

# Of the example, what has fields that no other file has
OF_EXAMPLE: Final = ("rubric.yml", "vocabulary/outcomes.yml", "vocabulary/topics.yml")
HERE: Final = Path(__file__).parent
# Three more: a candidate on which a file of its own has the vote, and two of which nothing is known
FORMER, NOW = "新建社区食堂3家。", "新建社区食堂3家；新建社区书屋2家；新建社区花园1个；新建社区澡堂1个。"
SOURCE: Final = filled.SOURCE.replace(FORMER, NOW)
HEAD: Final = "  summary: 满填区的报告\n"
MORE: Final = HEAD + "  seen: 原页面\n  remark: 与公布的核对过\nnote_prefix: mantian-n\nretired: {p9-01: p2-01}\n"


def files() -> dict[str, str]:
    """Every content file that is no vocabulary of the example, by its name."""
    own = {
        path.relative_to(HERE).as_posix(): path.read_text("utf-8")
        for path in sorted(HERE.rglob("*"))
        if path.suffix in (".yml", ".md", ".txt")
    }
    report = filled.FILES["reports/2024/report.md"].replace(FORMER, NOW).replace(HEAD, MORE)
    report = report.replace(_digest(filled.SOURCE), _digest(SOURCE))
    given = filled.FILES | {"reports/2024/source.txt": SOURCE, "reports/2024/report.md": report}
    example = {name: (EXAMPLES / "shiguang/content" / name).read_text("utf-8") for name in OF_EXAMPLE}
    merged = {**given, **example, **own}
    return {
        name: text.replace("sha256: SHA\n", f"sha256: {_digest(filled.ORIGINAL)}\n") for name, text in merged.items()
    }


def made(root: Path) -> Sandbox:
    """The project in ``root``."""
    shutil.copytree(EXAMPLES / "shiguang/content/vocabulary", root / "content/vocabulary")
    for name, text in files().items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return configured(root)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


REGISTER: Final = "reports/2024/commitments.html"
TEXT: Final = "reports/2024/text.html"
ALONE: Final = TriedProject(
    made=made,
    files=files,
    day=filled.DAY,
    asked=(REGISTER, "search.html"),
    reading=("index.html", "search.html", "glossary.html", REGISTER, TEXT, "reports/2024/results.html"),
    remembering=("index.html", "search.html", TEXT),
)
