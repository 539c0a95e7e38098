"""The language server behind VS Code's YAML extension, asked as the extension asks it (LSP over its input and output).

``YAML_LANGUAGE_SERVER`` names a folder in which ``npm install yaml-language-server@2.0.0`` was run.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

FOLDER = os.environ.get("YAML_LANGUAGE_SERVER", "")
PROGRAM = "node_modules/yaml-language-server/bin/yaml-language-server"
PUBLISHED = "textDocument/publishDiagnostics"
ServerMessage = dict[str, Any]


class LanguageServer:
    """One run of the server, for the workspace ``root`` with these settings."""

    def __init__(self, root: Path, settings: Mapping[str, Any]) -> None:
        self._root, self._settings, self._asked = root, settings, 0
        command = ["node", str(Path(FOLDER) / PROGRAM), "--stdio"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        folder = {"uri": root.as_uri(), "name": "content"}
        able = {"workspace": {"configuration": True}, "textDocument": {"publishDiagnostics": {}}}
        self._ask("initialize", processId=None, rootUri=folder["uri"], workspaceFolders=[folder], capabilities=able)
        self._say("initialized")
        self._say("workspace/didChangeConfiguration", settings=self._nested())

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()

    def found(self, name: str, text: str) -> list[str]:
        """What it finds wrong in a text of this name, each with its line."""
        uri = (self._root / name).as_uri()
        self._say("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text})
        said = self._until(lambda one: one.get("method") == PUBLISHED and one["params"]["uri"] == uri)
        return [f"{one['range']['start']['line'] + 1}: {one['message']}" for one in said["params"]["diagnostics"]]

    def offered(self, name: str, line: int, column: int) -> list[str]:
        """What it offers at a place of a text that is open."""
        where = {"textDocument": {"uri": (self._root / name).as_uri()}, "position": {"line": line, "character": column}}
        return [one["label"] for one in self._ask("textDocument/completion", **where)["items"]]

    def _ask(self, method: str, **params: Any) -> Any:
        self._asked += 1
        mine = self._asked
        self._send({"jsonrpc": "2.0", "id": mine, "method": method, "params": params})
        return self._until(lambda one: one.get("id") == mine and "method" not in one)["result"]

    def _say(self, method: str, **params: Any) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def _until(self, wanted: Callable[[ServerMessage], bool]) -> ServerMessage:
        while not wanted(one := self._received()):
            if "id" in one and "method" in one:
                items = one["params"].get("items") if one["method"] == "workspace/configuration" else None
                answer = [self._nested().get(item["section"]) for item in items] if items else None
                self._send({"jsonrpc": "2.0", "id": one["id"], "result": answer})
        return one

    def _nested(self) -> dict[str, Any]:
        """``yaml.schemas`` as the extension hands it on: by the parts of its name."""
        made: dict[str, Any] = {}
        for name, value in self._settings.items():
            section, _dot, rest = name.partition(".")
            first, _dot, second = rest.partition(".")
            inner = made.setdefault(section, {})
            inner[first] = {**inner.get(first, {}), second: value} if second else value
        return made

    def _send(self, message: ServerMessage) -> None:
        data = json.dumps(message).encode()
        pipe = _open(self._process.stdin)
        pipe.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        pipe.flush()

    def _received(self) -> ServerMessage:
        pipe, length = _open(self._process.stdout), 0
        while line := pipe.readline().strip():
            name, _colon, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        found: ServerMessage = json.loads(pipe.read(length))
        return found


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe
