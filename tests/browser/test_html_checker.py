"""The Nu HTML checker finds no error in any page, nor in the style that stands in it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from . import programs

pytestmark = pytest.mark.nu


def test_the_nu_checker_finds_no_error(site: Path, pages: tuple[str, ...]):
    options = ["--errors-only", "--format", "json", "--stdout", "--exit-zero-always"]
    command = [programs.java(), "-jar", programs.CHECKER, *options, *(site / path for path in pages)]
    answer = subprocess.run(command, capture_output=True, check=True, timeout=120)
    messages = json.loads(answer.stdout)["messages"]
    assert [f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']}" for one in messages] == []
