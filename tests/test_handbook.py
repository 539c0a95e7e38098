"""The handbook can be followed command by command, and its pictures show what its pages made."""

from __future__ import annotations

from pathlib import Path

from tests import handbook
from tests.handbook import Clerk, is_as_told


def test_a_clerk_who_types_what_the_handbook_says_sees_what_it_says(tmp_path: Path) -> None:
    clerk = Clerk(root=tmp_path)
    for page in handbook.pages():
        for step in handbook.steps(page):
            printed, told = clerk.take(step), step.found["printed"]
            assert told is None or is_as_told(printed, told), f"{step.place} prints\n{printed}"


def test_every_picture_is_of_a_page_and_every_file_is_shown() -> None:
    shown = {step.found["picture"] for page in handbook.pages() for step in handbook.steps(page)} - {None}
    assert shown == {path.name for path in handbook.PICTURES.glob("*.png")}


def test_a_line_of_dots_stands_for_any_lines() -> None:
    assert is_as_told("一\n二\n三\n", "一\n…\n三\n")
    assert is_as_told("一\n三\n", "一\n…\n三\n")
    assert not is_as_told("一\n二\n", "一\n…\n三\n")
    assert not is_as_told("一\n二\n三\n", "一\n三\n")
