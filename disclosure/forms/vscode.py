"""What VS Code is told in ``.vscode/``: schemas, snippets, tasks. Made of the declarations, and kept beside what its
user set: of files that stand, only what is ours is written anew."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from disclosure.catalog.words import Vocabularies
from disclosure.exports.schema import DRAFT_FILES, EDITORS
from disclosure.forms import signs
from disclosure.forms.options import KINDS
from disclosure.forms.snippets import MARKDOWN, snippets
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

FOLDER = ".vscode"
SETTINGS, EXTENSIONS, TASKS = "settings.json", "extensions.json", "tasks.json"
SNIPPETS = "disclosure.code-snippets"
SCHEMAS = "docs/schema/editors"
# The marks by which our lines are known: the first holds the place and what is wrong, the second what to do
PLACE = r"^(.+?):(\d+):(\d+): \[([a-z0-9-]+)\] "
NOTICE, HINT = N_("提醒："), N_("提示：")
# How the program is started in a clone with its own environment
PYTHON = {"unix": ".venv/bin/python", "windows": ".venv\\Scripts\\python.exe"}


def files(words: Vocabularies, standing: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Each file by its name in ``.vscode/``; ``standing`` are those that are there."""
    made = {SETTINGS: _settings(), EXTENSIONS: _extensions(), TASKS: _tasks(), SNIPPETS: snippets(words)}
    for name, ours in made.items():
        there = _read(standing.get(name, b"")) if name != SNIPPETS else {}
        if there is not None:
            yield name, _bytes(_together(name, there, ours))


def unreadable(standing: Mapping[str, bytes]) -> list[str]:
    """Files that are there and are no plain JSON: what their users wrote in them is left alone."""
    ours = (SETTINGS, EXTENSIONS, TASKS)
    return [name for name, data in standing.items() if name in ours and _read(data) is None]


def _read(data: bytes) -> dict[str, Any] | None:
    if not data.strip():
        return {}
    try:
        found = json.loads(data)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _together(name: str, there: Mapping[str, Any], ours: Mapping[str, Any]) -> dict[str, Any]:
    if name == SNIPPETS:
        return dict(ours)
    if name == SETTINGS:
        own = {path: one for path, one in _mapping(there.get("yaml.schemas")).items() if not path.startswith(SCHEMAS)}
        return {**_first(ours, there), "yaml.schemas": {**ours["yaml.schemas"], **own}}
    list_of = "tasks" if name == TASKS else "recommendations"
    return {**_first(ours, there), list_of: [*ours[list_of], *_others(there.get(list_of), ours[list_of])]}


def _first(ours: Mapping[str, Any], there: Mapping[str, Any]) -> dict[str, Any]:
    return {**ours, **{name: value for name, value in there.items() if name not in ours}}


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _others(there: Any, ours: Sequence[Any]) -> list[Any]:
    """What the user added: of tasks those under other names."""
    labels = [one["label"] for one in ours if isinstance(one, dict)]
    added = there if isinstance(there, list) else []
    return [one for one in added if one not in ours and _mapping(one).get("label") not in labels]


def _settings() -> dict[str, Any]:
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        # What is formatted by a program is changed where nobody meant to
        "yaml.format.enable": False,
        # Nothing is asked of the web
        "yaml.schemaStore.enable": False,
        "yaml.schemas": {f"{SCHEMAS}/{name}.schema.json": pattern for name, pattern in _patterns()},
        f"[{MARKDOWN}]": {
            "editor.quickSuggestions": {"other": "on", "comments": "off", "strings": "off"},
            "editor.snippetSuggestions": "top",
            "editor.wordBasedSuggestions": "off",
            "editor.tabSize": 2,
        },
    }


def _patterns() -> Iterator[tuple[str, str]]:
    yield from ((name, pattern) for name, (_model, pattern) in EDITORS.items())
    yield DRAFT_FILES


def _extensions() -> dict[str, Any]:
    return {"recommendations": ["redhat.vscode-yaml", "ms-ceintl.vscode-language-pack-zh-hans"]}


def _tasks() -> dict[str, Any]:
    check = _task(N_("检查"), ("check",), problemMatcher=matchers())
    build = _task(N_("生成网站"), ("build",), problemMatcher=matchers())
    preview = _task(N_("预览，保存时检查"), ("serve",), problemMatcher=matchers(watching=True), isBackground=True)
    new = [_task(kind.help, ("new", kind.name), problemMatcher=[], presentation=ASKING) for kind in KINDS]
    return {
        "version": "2.0.0",
        "tasks": [
            {**check, "group": {"kind": "test", "isDefault": True}},
            {**build, "group": {"kind": "build", "isDefault": True}},
            preview,
            *({**one, "label": _("新建：{kind}").format(kind=one["label"].partition("：")[0])} for one in new),
        ],
    }


# A task that asks gets the keys
ASKING = {"reveal": "always", "focus": True}


def _task(label: str, arguments: Sequence[str], **others: Any) -> dict[str, Any]:
    return {
        "label": _(label),
        "type": "process",
        "command": PYTHON["unix"],
        "windows": {"command": PYTHON["windows"]},
        "args": ["build.py", *arguments],
        "options": {"env": {"PYTHONUTF8": "1"}},
        **others,
    }


def matchers(*, watching: bool = False) -> list[dict[str, Any]]:
    """Errors and notices, each of two lines. VS Code knows no Chinese word for how grave a line is: so two of them.

    ``watching``: of a program that goes on, and says where it begins anew and where it is done.
    """
    notice, hint = _(NOTICE), _(HINT)
    ways = (("error", f"(?!{notice})(.*)$"), ("info", f"{notice}(.*)$"))
    return [_matcher(grave, PLACE + rest, rf"^\s+{hint}(.*)$", watching=watching) for grave, rest in ways]


def _matcher(grave: str, first: str, second: str, *, watching: bool) -> dict[str, Any]:
    made: dict[str, Any] = {
        "owner": f"disclosure-{grave}",
        "source": "build.py",
        "severity": grave,
        "fileLocation": ["relative", "${workspaceFolder}"],
        "pattern": [
            {"regexp": first, "file": 1, "line": 2, "column": 3, "code": 4, "message": 5},
            {"regexp": second, "message": 1},
        ],
    }
    if watching:
        ends = "|".join(_whole(one) for one in (signs.MADE, signs.KEPT))
        made["background"] = {"activeOnStart": True, "beginsPattern": _whole(signs.AGAIN), "endsPattern": ends}
    return made


def _whole(message: str) -> str:
    """A line with this message, whatever stands in its places."""
    parts = re.split(r"\{\w+\}", _(message))
    return f"^{'.*'.join(map(re.escape, parts))}$"


def _bytes(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
