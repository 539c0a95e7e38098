"""What holds of everything that is told, tried on the example as it grew."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from disclosure.history import facts
from disclosure.history.fact import Fact
from disclosure.history.record_change import FieldEdit, Happening, RecordChange
from disclosure.source import yaml
from tests.grown import COMMITS, stand
from tests.history.judged import told
from tests.projects import Sandbox, configured
from tests.repositories import SandboxRepository

DAYS = tuple(dict.fromkeys(day for day, _says in COMMITS))


@pytest.fixture
def project(tmp_path: Path) -> Sandbox:
    (tmp_path / "project").mkdir()
    return configured(tmp_path / "project")


def stated(project: Sandbox) -> dict[str, Fact]:
    """Every record by its name."""
    found: dict[str, Fact] = {}
    for path in sorted(one for one in project.content.rglob("*") if one.is_file()):
        found |= facts.read(path.relative_to(project.content).as_posix(), path.read_bytes(), "") or {}
    return found


def test_told_step_by_step_is_told_at_once_and_edits_lead_from_the_first_values_to_the_last(project: Sandbox) -> None:
    first: dict[str, Fact] = {}
    for day in DAYS:
        stand(project.root, day)
        SandboxRepository(project.root).commit(day)
        for name, fact in stated(project).items():
            first.setdefault(name, fact)
        steps = told(project.root, remembered=True)
    assert steps == told(project.root)
    assert len(steps) > 100
    for name, fact in stated(project).items():
        values = first[name].values
        for change in reversed([one for one in steps if one.record == name]):
            values = applied(values, change)
        assert in_any_order(values) == in_any_order(fact.values), name


def applied(values: Mapping[str, Any], change: RecordChange) -> dict[str, Any]:
    """The values of a record after a change."""
    assert change.happening in (Happening.CREATED, Happening.CHANGED, Happening.RETOUCHED)
    left = {name: json.loads(json.dumps(value)) for name, value in values.items()}
    # What stands in a list is called by its place before anything was taken out or put in
    for one in sorted(change.edits, key=lambda one: (not one.now, not one.was)):
        if one.field != "body":
            _apply(left, one.field.split("."), one)
    return {name: _whole(value) for name, value in left.items()}


GONE = object()


def _apply(into: Any, path: list[str], edit: FieldEdit) -> None:
    step, *rest = path
    key: Any = int(step) - 1 if isinstance(into, list) else step
    if rest and not (isinstance(into, list) and key >= len(into)):
        inner = into[key] if isinstance(into, list) else into.setdefault(key, [] if rest[0].isdigit() else {})
        _apply(inner, rest, edit)
        return
    was, now = (_read(one, like=edit) for one in (edit.was, edit.now))
    if isinstance(into, list):
        _in_list(into, key, was, now)
    elif isinstance(into.get(key), list) and not isinstance(was, list) and not isinstance(now, list):
        _in_list(into[key], None, was, now)
    elif now == "":
        into[key] = GONE
    else:
        into[key] = now


def _in_list(items: list[Any], at: int | None, was: Any, now: Any) -> None:
    if was != "":
        n = at if at is not None else items.index(was)
        assert items[n] == was
        items[n] = GONE if now == "" else now
    else:
        items.append(now)


def _read(text: str, like: FieldEdit) -> Any:
    return json.loads(text) if text.startswith(("{", "[")) else text


def _whole(value: Any) -> Any:
    if isinstance(value, list):
        return [_whole(one) for one in value if one is not GONE]
    if isinstance(value, dict):
        return {name: _whole(one) for name, one in value.items() if one is not GONE}
    return value


def in_any_order(value: Any) -> Any:
    if isinstance(value, list):
        return sorted((in_any_order(one) for one in value), key=lambda one: json.dumps(one, sort_keys=True))
    if isinstance(value, Mapping):
        return {name: in_any_order(one) for name, one in value.items() if one not in ([], {})}
    return value


@pytest.mark.parametrize("seed", range(3))
def test_files_rewritten_in_any_style_tell_nothing(project: Sandbox, seed: int) -> None:
    stand(project.root, DAYS[-1])
    repository = SandboxRepository(project.root)
    repository.commit(DAYS[-1])
    repository.git("config", "core.autocrlf", "false")
    dice = random.Random(seed)
    for path in sorted(project.content.rglob("*.yml")):
        raw, _problems = yaml.read(path.read_text("utf-8"), path.name)
        path.write_bytes(styled(raw, dice).encode())
    for path in sorted(project.content.rglob("*.md")):
        text = path.read_text("utf-8")
        head = re.match(r"---\n(.*?\n)---\n", text, re.S)
        if head:
            raw, _problems = yaml.read(head[1], path.name)
            text = f"---\n{styled(raw, dice)}---\n{text[head.end() :]}"
        path.write_bytes(text.replace("\n", "\r\n" if dice.random() < 0.5 else "\n").encode())
    assert told(project.root) == []
    repository.commit("2026-11-29")
    assert told(project.root) == []


def styled(raw: Any, dice: random.Random) -> str:
    """The same values as JSON, keys in another order."""
    return json.dumps(_shuffled(raw, dice), ensure_ascii=dice.random() < 0.5, indent=dice.choice((None, 1, 4))) + "\n"


def _shuffled(raw: Any, dice: random.Random) -> Any:
    if isinstance(raw, dict):
        keys = list(raw)
        dice.shuffle(keys)
        return {str(key): _shuffled(raw[key], dice) for key in keys}
    return [_shuffled(one, dice) for one in raw] if isinstance(raw, list) else raw
