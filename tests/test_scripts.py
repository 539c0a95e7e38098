"""Scripts of a folder become one file for each entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.theme.scripts import NamedTwice, scripts

FOLD = """\
// Why this is so.
const LIMIT = 3; // kept: it does not stand alone
export function fold(text) {
  return text.slice(0, LIMIT);
}
"""
SEARCH = 'import { fold } from "./fold.js";\n\nexport default function search(text) {\n  return fold(text);\n}\n'
REPAIR = "\nexport default function repair() {}\nexport const more = 1;\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "search").mkdir()
    for name, text in {"main.js": "\nstart();\n", "search/fold.js": FOLD, "search/search.js": SEARCH}.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "search/repair.js").write_text(REPAIR, "utf-8")
    return tmp_path


def test_an_entry_carries_what_it_imports_and_no_comments(folder: Path) -> None:
    made = scripts(folder)
    assert set(made) == {"main.js", "search.js", "search-repair.js"}
    assert made["search.js"].decode() == (
        "const LIMIT = 3; // kept: it does not stand alone\n"
        "function fold(text) {\nreturn text.slice(0, LIMIT);\n}\n"
        "\nexport default function search(text) {\nreturn fold(text);\n}\n"
    )


def test_an_entry_keeps_everything_that_it_exports(folder: Path) -> None:
    assert "export const more = 1;" in scripts(folder)["search-repair.js"].decode()


def test_two_files_that_declare_one_name_cannot_be_joined(folder: Path) -> None:
    (folder / "search/search.js").write_text(SEARCH + "const LIMIT = 4;\n", "utf-8")
    with pytest.raises(NamedTwice, match="LIMIT"):
        scripts(folder)
