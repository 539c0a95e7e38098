"""Every word for people passes gettext, and the extraction finds it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from disclosure.pages.page import chinese_date
from disclosure.theme import theme as render
from tests.brackets import bracketed
from tests.projects import REPOSITORY, Sandbox

CJK = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
WORD = re.compile(r"[\u4e00-\u9fff]")
SOURCES = sorted((REPOSITORY / "disclosure").rglob("*.py"))
TEMPLATES = sorted((REPOSITORY / "templates").rglob("*.html"))
# What a template shows: everything but comments, and what is handed to gettext
COMMENT = re.compile(r"\{#.*?#\}", re.S)
TRANS = re.compile(r"\{%-?\s*trans\b.*?endtrans\s*-?%\}", re.S)
CALL = re.compile(r"\b_\('[^']*'")
# Words of the documents themselves, which are data and no interface
DATA = {
    # the forms of a report's text and of a citation, in any interface language
    "source/sentences.py",
    "ingest/shapes.py",
    "ingest/residue.py",
    "ingest/noted.py",
    "ingest/broken_lines.py",
    "ingest/outline.py",
    "ingest/draft.py",
    "source/note_marks.py",
    "source/alignment.py",
    "source/inline.py",
    # the numbers of a document's lists
    "ingest/formats/numerals.py",
    # what is typed, and which characters there are
    "source/character_tables.py",
    "source/spelling_tables.py",
    "model/text.py",
    "pages/glossary.py",
    "cli/import_.py",
    "quantity",
    # the words by which clauses of a report hang together
    "drafting/words.py",
    "drafting/exempt.py",
    "drafting/things.py",
    *(f"drafts/records/{name}.py" for name in ("figures", "kinds", "leading", "links", "titles")),
    # the fields of draft files, which stand in them as they are
    "drafts/sheets/sheet.py",
    "search/fold.py",
    # the formats of cells
    "tables/cell_formats.py",
    "tables/files/workbook_cells.py",
    # what departments write
    "tables/reading/head_words.py",
    "tables/reading/status_words.py",
    "tables/reading/periods.py",
    "tables/reading/han_digits.py",
    # the sign of a blank, which editors type
    "source/blanks.py",
    # what a new site begins with
    "starter/files/",
    "search/numbers.py",
    # the words of personal details, which name what a message says of them
    "personal/",
    # what the data dictionary says, which is Chinese like the handbook
    "exports/shapes",
    "exports/dictionary.py",
    # programs for readers to copy
    "pages/examples/",
}
# Values of ColumnType, a closed list of 国办发〔2017〕47号: the same in every language
OFFICIAL = {"概况信息", "信息公开目录", "首页", "政策解读", "数据发布", "数据开放"}


@pytest.fixture
def in_brackets() -> Iterator[None]:
    # Templates are translated when they are compiled: a theme of one catalogue is none of another
    render._theme.cache_clear()
    with bracketed():
        yield
    render._theme.cache_clear()


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The messages that `make messages` extracts."""
    target = tmp_path_factory.mktemp("messages") / "disclosure.pot"
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    keywords = re.findall(r"--keyword[= ](\S+)", makefile)
    arguments = [argument for keyword in keywords for argument in ("--keyword", keyword)]
    arguments += ["--ignore-dirs", *re.findall(r"--ignore-dirs '(.+?)'", makefile)]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(REPOSITORY)
        CommandLineInterface().run(
            ["pybabel", "-q", "extract", "--mapping", "babel.cfg", *arguments, "-o", str(target), "."]
        )
    with target.open("rb") as file:
        return {str(message.id) for message in read_po(file) if message.id}


def plain_words(text: str) -> list[str]:
    """Lines that did not pass."""
    return [row for row in text.splitlines() if not re.match(r"⟦.*⟧$", row)]


def test_what_the_program_says_passes_gettext(project: Sandbox, in_brackets: None) -> None:
    said = project.run("build").out + project.run("check").out
    assert plain_words(said) == []
    help = project.run("--help").out + project.run("serve", "--help").out
    assert [row for row in help.splitlines() if CJK.search(re.sub(r"⟦[^⟧]*⟧?", "", row)) and "⟦" in row] == []


def test_every_message_in_the_program_is_extracted(catalogue: set[str]) -> None:
    """A Chinese literal that no catalogue can hold would stay Chinese in every language."""
    unmarked = {
        f"{path.relative_to(REPOSITORY)}: {text}"
        for path in SOURCES
        if not any(part in path.as_posix() for part in DATA)
        for text in literals(path)
        if text not in catalogue | OFFICIAL
    }
    assert unmarked == set()


def literals(path: Path) -> Iterator[str]:
    """Texts with Chinese in them, without docstrings and patterns."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "compile":
            docs |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and WORD.search(node.value):
            yield from [node.value] if id(node) not in docs else []


@pytest.mark.parametrize("path", TEMPLATES, ids=[path.name for path in TEMPLATES])
def test_templates_hold_no_words_of_their_own(path: Path) -> None:
    text = CALL.sub("", TRANS.sub("", COMMENT.sub("", path.read_text("utf-8"))))
    assert CJK.findall(text) == []


def test_scripts_hold_no_words_of_their_own() -> None:
    for path in sorted((REPOSITORY / "templates").glob("js/*.js")):
        code = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", path.read_text("utf-8"), flags=re.S)
        shown = re.findall(r"(?:textContent|innerHTML|placeholder|ariaLabel|title)\s*=\s*[\"'`]([^\"'`]*)", code)
        assert [text for text in shown if CJK.search(text)] == [], path.name


def test_the_templates_messages_are_extracted(catalogue: set[str]) -> None:
    said = {text for path in TEMPLATES for text in re.findall(r"\b_\('([^']*)'", path.read_text("utf-8"))}
    assert said - catalogue == set()


def test_a_date_is_said_in_the_language_of_the_moment() -> None:
    day = date(2024, 1, 10)
    before = chinese_date(day)
    with bracketed():
        meanwhile = chinese_date(day)
    assert (before, meanwhile, chinese_date(day)) == ("2024年1月10日", "⟦2024年1月10日⟧", "2024年1月10日")
