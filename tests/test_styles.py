"""The style sheet's files: one block, one file named for it; sizes are tokens; nothing is styled or named in vain."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from disclosure.theme.assets import TASKS_SHEET, TEXT_SHEET, own_sheet, style_sheet
from tests import components

REPOSITORY = Path(__file__).parents[1]
TEMPLATES = REPOSITORY / "templates"
STYLELINT = REPOSITORY / "node_modules/.bin/stylelint"
BROWSERS = ("plugin/no-unsupported-browser-features", "plugin/use-baseline")
# One feature a line that Chromium 86 or Safari 14 does not know
TOO_YOUNG = """@layer base { a { top: 0; } }
a:is(b, i) { top: 0; }
a:has(b) { top: 0; }
a { inset: 0; }
a { aspect-ratio: 1; }
a { display: flex; gap: 1rem; }
a { margin-inline: 0; }
a { color: color-mix(in srgb, red, blue); }
a { b { top: 0; } }
@container (min-width: 10em) { a { top: 0; } }
@media (width >= 10em) { a { top: 0; } }
a { height: 100dvh; }
"""
SETTINGS = "00-settings.css"
# The first page of a copy on a disk and a card in another site's page load nothing of the site; a report in one file
# has its own sizes on paper
ALONE = ("start.css", "10-card.css", "single-file.css")
COMMENT = re.compile(r"/\*.*?\*/", re.S)
STEPS = ("from", "to")
RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
DECLARATION = re.compile(r"([\w-]+)\s*:\s*([^;]+);")
CLASS = re.compile(r"\.(d-[\w-]+)")
CLASS_ATTRIBUTE = re.compile(r'\bclass="([^"]*)"')
# A class in a template; one that ends before {{ stands for all that begin like it
NAME = re.compile(r"\bd-[\w-]+(\{\{)?")
TOKEN = r"var\(--[a-z]+(?:-\d+)?\)"
SPACE = rf"(?:0|auto|{TOKEN}|calc\((?:-?[\d.]+ \* )?{TOKEN}(?: \+ {TOKEN})?\))"
SPACES = re.compile(rf"{SPACE}(?: {SPACE})*")
TYPE = re.compile(r"var\(--text-\w+\)|inherit")
# The words in a chart are in the drawing's own units
IN_ITS_OWN_UNITS = ("picture.css", "font-size", "16px")
# Says which kind a page is, for programs that read it
WITHOUT_A_RULE = {"d-page"}
# Set by a script
BY_SCRIPT = {"--x", "--y"}


def sheet(path: Path) -> str:
    return COMMENT.sub("", path.read_text("utf-8"))


def sheets(pattern: str = "**/*.css") -> dict[str, str]:
    return {path.name: sheet(path) for path in of_pages(pattern)}


def of_pages(pattern: str) -> list[Path]:
    """All but the printed report's: a document of its own, measured in millimetres, which no page of the site loads."""
    return [path for path in sorted(TEMPLATES.glob(pattern)) if path.parent.name != "paper"]


def selectors(text: str) -> Iterator[str]:
    """Each selector by itself. A step of an animation is none, nor is an at-rule's head."""
    for rule in RULE.finditer(text):
        if not rule[1].lstrip().startswith("@"):
            yield from (one.strip() for one in rule[1].split(",") if one.strip() not in STEPS)


def block(name: str) -> str:
    """``d-card__title`` and ``d-card--large`` belong to ``d-card``."""
    return re.split(r"__|--", name)[0]


def styled() -> set[str]:
    return {name for text in sheets().values() for name in CLASS.findall(text)}


def named(text: str) -> set[str]:
    """Classes, and what classes begin with."""
    return {one[0].removesuffix("{{") for one in NAME.finditer(text)}


def is_beginning(name: str) -> bool:
    return name.endswith(("-", "_"))


def beginnings(names: set[str]) -> tuple[str, ...]:
    return tuple(filter(is_beginning, names))


def in_templates() -> set[str]:
    pages = [path.read_text("utf-8") for path in of_pages("**/*.html")]
    return {name for text in pages for value in CLASS_ATTRIBUTE.findall(text) for name in named(value)}


def in_drawings() -> set[str]:
    """What is drawn by the program has its classes there."""
    sources = (path.read_text("utf-8") for path in (REPOSITORY / "disclosure/theme/drawing").glob("*.py"))
    return {name for text in sources for name in named(text.replace("{", "{{"))}


def in_scripts() -> set[str]:
    return {name for path in TEMPLATES.glob("js/**/*.js") for name in named(path.read_text("utf-8"))}


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("components/*.css")), ids=lambda path: path.name)
def test_a_component_file_styles_the_block_it_is_named_for_and_no_other(path: Path) -> None:
    own = f"d-{path.stem}"
    found = {one: {block(name) for name in CLASS.findall(one)} for one in selectors(sheet(path))}
    assert found == {one: {own} for one in found}


def test_every_block_outside_the_components_is_told_at_the_top_of_its_file() -> None:
    for path in sorted([*TEMPLATES.glob("css/*.css"), *TEMPLATES.glob("text/*.css")]):
        head = COMMENT.match(path.read_text("utf-8"))
        assert head, path.name
        assert {block(name) for name in CLASS.findall(sheet(path))} <= named(head[0]), path.name


def test_sizes_of_type_are_tokens() -> None:
    found = {one for one in declarations() if one[1] == "font-size" and not TYPE.fullmatch(one[2])}
    assert found == {IN_ITS_OWN_UNITS}


def test_spaces_are_tokens() -> None:
    spaces = re.compile(r"(?:margin|padding)(?:-\w+)?|(?:row-|column-)?gap")
    assert [one for one in declarations() if spaces.fullmatch(one[1]) and not SPACES.fullmatch(one[2])] == []


def declarations() -> list[tuple[str, str, str]]:
    """File, property and value of everything but the settings, and the sheets of what stands alone."""
    files = {name: text for name, text in sheets().items() if name not in (SETTINGS, *ALONE)}
    return [
        (name, *declaration.groups())
        for name, text in files.items()
        for rule in RULE.finditer(text)
        for declaration in DECLARATION.finditer(rule[2])
    ]


def test_every_token_is_set_and_used() -> None:
    text = "".join(sheets().values())
    assert set(re.findall(r"^\s*(--[\w-]+):", text, re.M)) | BY_SCRIPT == set(re.findall(r"var\((--[\w-]+)", text))


def test_the_dark_colours_that_a_reader_chooses_are_those_of_the_system() -> None:
    rules = {rule[1].strip(): dict(DECLARATION.findall(rule[2])) for rule in RULE.finditer(sheets()[SETTINGS])}
    system = rules[":root:not([data-theme])"]
    assert rules['[data-theme="dark"]'] == {"color-scheme": "dark"} | system


def test_every_class_in_a_template_has_a_rule_or_is_looked_for_by_a_script() -> None:
    rules, names = styled(), in_templates()
    begun = {name for name in names if is_beginning(name) and any(one.startswith(name) for one in rules)}
    sought = beginnings(in_scripts())
    by_script = {name for name in names if name.startswith(sought)}
    assert names - rules - begun - by_script == WITHOUT_A_RULE


def test_every_rule_has_a_use() -> None:
    used = in_templates() | in_scripts() | in_drawings()
    begun = beginnings(used)
    assert {name for name in styled() - used if not name.startswith(begun)} == set()


def test_the_page_of_all_components_shows_every_block() -> None:
    shown = {block(name) for value in CLASS_ATTRIBUTE.findall(components.render()) for name in value.split()}
    assert {f"d-{path.stem}" for path in TEMPLATES.glob("components/*.css")} - shown == set()


def test_the_sheet_is_what_all_is_built_on_then_the_components_then_what_overrules_them(tmp_path: Path) -> None:
    for name in ("css/90-last.css", "components/b.css", "components/a.css", "css/00-first.css", "css/10-base.css"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"/* Told nobody */\n.{Path(name).stem} {{\n  top: 0;\n}}\n", "utf-8")
    found = [line for line in style_sheet(tmp_path).decode().splitlines() if line.startswith(".")]
    assert found == [f".{name}{{top:0}}" for name in ("00-first", "10-base", "a", "b", "90-last")]


def test_a_sheet_goes_out_with_a_rule_a_line_and_without_spaces_but_in_quotes(tmp_path: Path) -> None:
    text = """/* Told nobody */
.a > .b,
.a:hover {
  margin: 0 calc(-1 * var(--gap));
  content: "; { a: b, }" attr(href) "（";
}

@media print {
  .a {
    top: 0;
  }
}
"""
    (tmp_path / "css").mkdir()
    (tmp_path / "css/00-a.css").write_text(text, "utf-8")
    assert style_sheet(tmp_path).decode().splitlines() == [
        '.a > .b,.a:hover{margin:0 calc(-1 * var(--gap));content:"; { a: b, }" attr(href) "（"}',
        "@media print{.a{top:0}",
        "}",
    ]


def test_what_few_pages_load_stands_in_no_other_sheet() -> None:
    sheets = [style_sheet(TEMPLATES), own_sheet(TEXT_SHEET, TEMPLATES), own_sheet(TASKS_SHEET, TEMPLATES)]
    blocks = [{block(name) for name in CLASS.findall(one.decode())} for one in sheets]
    of_components = [{one for one in found if (TEMPLATES / f"components/{one[2:]}.css").exists()} for found in blocks]
    # On paper the address of the archived text is written out
    assert [sorted(one & other) for one, other in combinations(of_components, 2)] == [["d-source"], [], []]


@pytest.mark.skipif(
    not STYLELINT.exists() and os.environ.get("CI") != "true", reason="stylelint comes with `npm ci --ignore-scripts`"
)
def test_the_linter_refuses_what_the_oldest_browsers_do_not_know() -> None:
    command = [STYLELINT, "--formatter", "json", "--stdin", "--stdin-filename", TEMPLATES / "css/99-probe.css"]
    done = subprocess.run(command, input=TOO_YOUNG, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    told = (json.loads(done.stdout) if done.stdout else json.loads(done.stderr))[0]["warnings"]
    lines = {one["line"] for one in told if one["rule"] in BROWSERS}
    assert lines == set(range(1, len(TOO_YOUNG.splitlines()) + 1))
