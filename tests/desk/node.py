"""Asks the desk's scripts, as they are written, in one Node for all questions of a test module."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest

from tests.projects import REPOSITORY

PROGRAM = """
import { createInterface } from "node:readline";
const modules = {};
for await (const line of createInterface({ input: process.stdin })) {
  const { script, name, given } = JSON.parse(line);
  modules[script] ??= await import(script);
  let answer;
  try {
    answer = { value: modules[script][name](...given) };
  } catch (error) {
    answer = { error: error.message };
  }
  console.log(JSON.stringify(answer));
}
"""
needs_node = pytest.mark.skipif(
    shutil.which("node") is None and os.environ.get("CI") != "true", reason="node runs the desk's scripts"
)


class Node:
    """``Node("written.js").scalar("二〇二五")``: what a function of a script gives back."""

    def __init__(self, script: str) -> None:
        self.script = (REPOSITORY / "templates/js/desk" / script).as_uri()
        command = ["node", "--input-type=module", "--eval", PROGRAM]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", cwd=REPOSITORY
        )

    def ask(self, name: str, *given: Any) -> Any:
        answer = self._answer(name, given)
        assert "error" not in answer, answer["error"]
        return answer.get("value")

    def refused(self, name: str, *given: Any) -> list[Any] | None:
        """What the function gives back, alone in a list; ``None`` where it throws."""
        answer = self._answer(name, given)
        return None if "error" in answer else [answer.get("value")]

    def _answer(self, name: str, given: tuple[Any, ...]) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"script": self.script, "name": name, "given": given}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


def asked(script: str) -> Any:
    """A fixture: the script, for all questions of a module."""

    @pytest.fixture(scope="module")
    def started() -> Iterator[Node]:
        node = Node(script)
        yield node
        node.close()

    return started
