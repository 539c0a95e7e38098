"""A folder that tests share is made whole or not at all, and says why."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import shared


def fails_half_way(folder: Path) -> None:
    (folder / "begun.txt").write_text("", "utf-8")
    raise ValueError("the cause")


def test_each_test_is_told_why_a_folder_could_not_be_made(tmp_path_factory: pytest.TempPathFactory) -> None:
    for _test in range(2):
        with pytest.raises(ValueError, match="the cause"):
            shared.folder(tmp_path_factory, "failing", fails_half_way)


def test_nothing_of_a_folder_that_failed_is_in_the_next(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(ValueError, match="the cause"):
        shared.folder(tmp_path_factory, "mended", fails_half_way)
    folder = shared.folder(tmp_path_factory, "mended", lambda made: (made / "whole.txt").write_text("", "utf-8"))
    assert [path.name for path in folder.iterdir()] == ["whole.txt"]
