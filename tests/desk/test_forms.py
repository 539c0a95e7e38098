"""Forms are made of the declarations: each is what it was, and a new field stands in it by itself."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Literal

import pytest

from disclosure.desk import fields, forms
from disclosure.desk.shapes import Choice, FormField, FormTarget, Input
from disclosure.model.fields import FREE, Day, Minute, NameOf, Number, Record, optional, required
from disclosure.model.update import UpdateMeta
from tests.desk import described
from tests.desk.node import needs_node


class InnerRecord(Record, change=FREE):
    """A record in a record."""

    name: str = required("名称", "写名称")


class MadeUpRecord(Record, change=FREE):
    """A field of each type that editors write."""

    line: str = required("一行", "写一行", min_length=2, max_length=9, pattern=r"^\w+$")
    text: str | None = optional("一段", "写一段", long=True)
    day: Day | None = optional("日子", "写日子")
    minute: Minute = required("时间", "写时间")
    number: Number | None = optional("数", "写数")
    whole: int = optional("整数", "写整数", default=20, ge=1, le=30)
    truth: bool = optional("是否", "写 true", default=False)
    word: str | None = optional("词", "写词", words="reported")
    words: list[str] = optional("几个词", "写词", words="departments", default=[])
    choice: Literal["left", "line"] | None = optional("哪一个", "选一个")
    choices: list[Literal["left"]] = optional("哪几个", "选几个", default=[])
    texts: list[str] = optional("承诺", "写编号", default=[], names=NameOf.COMMITMENT)
    wholes: list[int] = optional("几个整数", "写整数", default=[])
    inner: InnerRecord | None = optional("里面", "写里面")
    inners: list[InnerRecord] = optional("几个", "写几个", default=[])


def test_each_form_is_told_what_it_was_told() -> None:
    """``python -m tests.desk.described`` writes the files anew."""
    assert dict(described.described()) == {
        path.name: path.read_text("utf-8") for path in described.FOLDER.glob("*.json")
    }


def test_a_field_of_each_type_is_asked_for_in_its_own_way() -> None:
    found = fields.of_models([MadeUpRecord])
    assert list(found) == ["MadeUpRecord", "InnerRecord"]
    assert {one.name: one.input for one in found["MadeUpRecord"]} == {
        "line": Input.LINE,
        "text": Input.TEXT,
        "day": Input.DAY,
        "minute": Input.MINUTE,
        "number": Input.NUMBER,
        "whole": Input.WHOLE,
        "truth": Input.TRUTH,
        "word": Input.CHOICE,
        "words": Input.CHOICES,
        "choice": Input.CHOICE,
        "choices": Input.CHOICES,
        "texts": Input.LINES,
        "wholes": Input.WHOLES,
        "inner": Input.RECORD,
        "inners": Input.RECORDS,
    }


def test_what_a_declaration_says_of_a_field_is_told() -> None:
    by_name = {one.name: one for one in fields.of_model(MadeUpRecord)}
    assert by_name["line"] == FormField(
        name="line",
        label="一行",
        help="写一行",
        input=Input.LINE,
        required=True,
        pattern=r"^[\p{L}\p{M}\p{N}_]+$",
        shortest=2,
        longest=9,
        often=True,
    )
    assert (by_name["whole"].least, by_name["whole"].most, by_name["whole"].default) == (1, 30, "20")
    assert (by_name["minute"].default, by_name["word"].words, by_name["texts"].names) == (
        "now",
        "reported",
        "commitment",
    )
    assert by_name["inners"].record == "InnerRecord"


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("用词见词表 reported；写全", "从词表里选；写全"),
        ("例如 [c016, c017]；没有读到全文时写 true", "例如 c016, c017；没有读到全文时勾选"),
        ("写了 line 就要写 whole", "写了“一行”就要写“整数”"),
        ("只有一行（line）可以不写", "只有一行可以不写"),
        (
            "例如 lines、files/line.pdf、documents.yml、2022/line",
            "例如 lines、files/line.pdf、documents.yml、2022/line",
        ),
    ],
)
def test_help_is_said_to_who_sees_no_file(written: str, spoken: str) -> None:
    assert fields.spoken(written, MadeUpRecord) == spoken


def test_a_value_that_is_a_fields_name_is_called_as_that_field_is() -> None:
    choice = next(one for one in fields.of_model(MadeUpRecord) if one.name == "choice")
    assert choice.choices == (Choice("left"), Choice("line", "一行"))


def test_a_new_field_stands_in_the_form_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    class ExtendedMeta(UpdateMeta, change=FREE):
        mood: str | None = optional("心情", "一个词")

    row = next(kind for kind in forms.KINDS if kind.id == "update")
    monkeypatch.setattr(forms, "KINDS", (forms.DeskFormKind(**{**_said(row), "model": ExtendedMeta}),))
    (form,) = forms.described(described.vocabularies())
    names = {one.name for one in forms.records()[form.record]}
    assert names == {*UpdateMeta.declared, "mood"}


def _said(row: forms.DeskFormKind) -> dict[str, object]:
    return {name: getattr(row, name) for name in row.__struct_fields__}


def test_each_form_speaks_of_fields_that_its_records_have() -> None:
    records = {model: {one.name for one in all} for model, all in forms.records().items()}
    for form in forms.described(described.vocabularies()):
        own = records[form.record]
        assert {*form.fields} <= own
        for target in (form.new, form.standing):
            assert target is None or {*target.days} <= own
            assert target is None or not target.list or form.standing == target
        for one in form.conditions:
            tested = {test.field for test in one.when} | {*one.needs, *one.refuses, one.at}
            assert {name for name in tested if not name.startswith("/")} <= records[one.of], one
            assert {name[1:] for name in tested if name.startswith("/")} <= own, one
        for order in form.orders:
            days = {name.partition(".")[0] for name in order.days} - {"today", "delivered"}
            assert {name for name in days if not name.startswith("/")} <= records[order.of], order
        for sum in form.sums:
            assert {*sum.parts, sum.total} <= records[sum.of]


def test_a_file_is_named_for_its_first_day_that_is_known() -> None:
    update = next(forms.described(described.vocabularies()))
    assert isinstance(update.new, FormTarget)
    assert (update.new.name, update.new.days) == ("updates/{report}/{day}-{slug}.md", ("date", "published"))


@needs_node
def test_a_browser_reads_every_regular_expression() -> None:
    patterns = sorted({one.pattern for all in forms.records().values() for one in all if one.pattern})
    script = 'for (const one of JSON.parse(process.argv[1])) new RegExp(one, "u");'
    node = shutil.which("node")
    assert node is not None
    subprocess.run([node, "--eval", script, json.dumps(patterns)], check=True)
