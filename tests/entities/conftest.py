"""A small register in which two things are named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from disclosure.project import find
from tests.prepared import Prepared, prepare
from tests.projects import Sandbox

KINDS = """\
- {id: park, label: 园区, description: 产业园, order: 2}
- {id: street, label: 街区, description: 道路, order: 1}
"""
ENTITIES = """\
- {id: sample-park, name: 样品园区, kind: 园区, excluded: [样品园区建设的开局]}
- {id: street, name: 样品街, kind: 街区, others: [示范街], note: 一条街}
"""
QUESTIONS = """\
- id: plants
  question: 今年建几栋厂房？
  wordings: [盖房子]
  answer: 2024年要“新建厂房2栋”，上年“建成厂房12栋”，现在“未到期”。
  grounds:
    - {of: 2024/c005, says: 新建厂房2栋, outcome: 未到期}
    - {of: 2024/p1-02.1, says: 建成厂房12栋}
    - {report: 2024, without: [电梯, 游泳馆]}
    - {report: 2024, kind: 重点任务, count: 6}
  ways:
    - {to: data/targets.csv, label: 目标}
"""


@pytest.fixture
def project(create: Callable[..., Sandbox]) -> Sandbox:
    made = create("register")
    (made.content / "vocabulary/entity-kinds.yml").write_text(KINDS, "utf-8")
    (made.content / "entities").mkdir()
    (made.content / "entities/all.yml").write_text(ENTITIES, "utf-8")
    (made.content / "questions.yml").write_text(QUESTIONS, "utf-8")
    return made


@pytest.fixture
def prepared(project: Sandbox) -> Prepared:
    found, problems = prepare(find(project.root), date(2024, 3, 1))
    assert problems == ()
    assert found is not None
    return found
