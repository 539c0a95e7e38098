"""What the desk says of a field, an address, a text is what the check says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from disclosure.checks import web
from disclosure.desk import forms
from disclosure.desk.shapes import FormField, Input
from disclosure.desk.words import WORDS
from disclosure.model import strict
from disclosure.model.fields import Record, records_in
from disclosure.source import prose
from disclosure.source.articles import RESERVED
from tests.desk.node import Node, asked, needs_node
from tests.projects import REPOSITORY

pytestmark = needs_node

SITE: dict[str, Any] = {"words": dict(WORDS), "vocabularies": {}, "reports": [], "names": [], "records": {}}


def models() -> Iterator[tuple[str, FormField, type[Record]]]:
    """Each field that is one text, with its record."""
    left, seen = [kind.model for kind in forms.KINDS], set()
    described = forms.records()
    while left:
        model = left.pop()
        if model in seen:
            continue
        seen.add(model)
        left += [inner for one in model.declared.values() for inner in records_in(one.type)]
        for one in described[model.__name__]:
            if one.input not in (Input.RECORD, Input.RECORDS, Input.CHOICE, Input.CHOICES, Input.TRUTH):
                yield f"{model.__name__}.{one.name}", one, model


FIELDS = {name: (one, model) for name, one, model in models()}
TEXTS = st.one_of(
    st.sampled_from(
        [
            *(
                "2025-05-12",
                "2025-02-30",
                "2025-13-01",
                "1899-01-01",
                "2025-5-12",
                "2025-05-12 18:00",
                "2025-05-12 24:00",
            ),
            *(
                "0",
                "-0",
                "00",
                "1",
                "-3",
                "+5",
                "1.5",
                "1.",
                ".5",
                "1e3",
                "1,000",
                "１",
                "3651",
                "20",
                "21",
                "1234567890123",
            ),
            *(
                "0.1234567",
                "2025",
                "2025-06",
                "2025-06/2025-07",
                "不详",
                "c016",
                "c016/1",
                "2025/c016",
                "2025/c016/1",
                "c1",
            ),
            *(
                "2022/work-report-2023",
                "2023/p1-03",
                "2023/p1-03.2",
                "files/a.pdf",
                "files/a b.pdf",
                "a" * 64,
                "A" * 64,
            ),
            *(
                "https://www.example.org/a",
                "ftp://a",
                "https://a b",
                "updates/2022/2022-08-18-sunshine",
                "短",
                "一二三四",
            ),
            *("一" * 60, "一" * 61, "一" * 201, "－", "区政府", "true", "x" * 300, "概况信息"),
        ]
    ),
    st.text("0123456789-/.c年月日 :+", min_size=1, max_size=12).map(str.strip).filter(bool),
)


fields = asked("fields.js")
addresses = asked("address.js")
markdown = asked("markdown.js")


def is_right(model: type[Record], name: str, value: Any) -> bool:
    """Whether the program takes the value in this field; what is wrong elsewhere in the record is not its affair."""
    try:
        strict.read(model, {name: value})
    except ValidationError as error:
        return not any(one["loc"][0] == name for one in error.errors())
    return True


@pytest.mark.parametrize("name", FIELDS)
@given(text=TEXTS)
def test_a_field_is_right_where_the_program_reads_it(fields: Node, name: str, text: str) -> None:
    field, model = FIELDS[name]
    # A whole number that is written as a fraction is for nobody to type
    assume(field.input not in (Input.WHOLE, Input.WHOLES) or "." not in text)
    many = field.input in (Input.LINES, Input.WHOLES)
    value = [text] * max(field.shortest, 1) if many else text
    described = msgspec.to_builtins(field)
    found = [one["rule"] for one in fields.ask("ofField", SITE, described, value) if not one.get("notice")]
    # What else the checks say of addresses, and of a thing named twice, is said by no model
    found = [one for one in found if one not in ("inside", "behind", "hits", "twice")]
    assert (found == []) == is_right(model, field.name, value), found


@pytest.mark.parametrize(
    "url",
    [
        *("https://www.example.org/a", "https://www.example.org/a。", "http://localhost/a", "http://127.0.0.1:8000/"),
        *("http://10.1.2.3/", "https://192.168.0.1", "http://172.16.0.1/a", "http://172.32.0.1/a", "http://intranet/a"),
        *(
            "https://oa.local/x",
            "https://a.lan",
            "http://[::1]/a",
            "https://www.baidu.com/s?wd=a",
            "https://www.baidu.com/",
        ),
        *("https://www.so.com/link?m=a", "https://cn.bing.com/search?q=a", "https://www.google.com/search?q=a"),
        *(
            "https://sso.example.org/a",
            "https://www.example.org/login?x",
            "https://user@10.0.0.1/a",
            "https://WWW.Example.ORG/a",
        ),
    ],
)
def test_an_address_that_nobody_can_open_is_told(addresses: Node, url: str) -> None:
    found, known = addresses.ask("fault", url), web.fault(url)
    assert (found is None) == (known is None)
    assert (found or {}).get("name") == "login" if known and known.notice else (found or {}).get("name") != "login"


SLIPS = {
    "3*4*5=60": "asterisks",
    "1. 第一条\n3. 第三条": "numbering",
    "    缩进四格": "indented",
    "#标签": "hash",
    "标题\n---": "setext",
    "第一句。\n（二）第二项": "run-together",
    "行末  \n下一行": "hard-break",
    "见 https://example.org/a": "bare-address",
    "[甲]: 乙": "definition",
    "一段话\n{甲}": "braces",
    "见[^1]": "note",
    "~~删去~~": "struck",
}


@pytest.mark.parametrize(("text", "rule"), SLIPS.items())
def test_a_usual_slip_is_told_and_can_be_mended(markdown: Node, text: str, rule: str) -> None:
    """The check finds a slip there too, and none once it is mended as the desk would."""
    found = markdown.ask("slips", dict(WORDS), text, {})
    assert [one["rule"] for one in found][:1] == [rule]
    assert prose.render(text, {}).slips != ()
    while found:
        text = markdown.ask("mended", text, found[0])
        found = markdown.ask("slips", dict(WORDS), text, {})
    assert prose.render(text, {}).slips == ()


@pytest.mark.parametrize(
    "text",
    [
        *("一段话，2025年3月。", "- 甲\n- 乙", "1. 甲\n2. 乙", "## 小标题\n\n正文。", "**强调**的字", "3*4=12", "a_b"),
        *(
            "见[文字](https://example.org/a)",
            "<https://example.org/a>",
            "`3*4*5`",
            "```\n2. 代码\n#x\n```",
            "1. 甲\n\n    续写的一段",
        ),
        *(
            "## 标题 {#a}",
            "句末{甲}",
            "2. 第二条\n3. 第三条",
            "> 引用\n\n正文",
            "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
            "- 甲\n    - 乙",
        ),
    ],
)
def test_what_is_shown_as_it_was_typed_is_left_alone(markdown: Node, text: str) -> None:
    assert markdown.ask("slips", dict(WORDS), text, {}) == []
    assert prose.render(text, {}).slips == ()


def test_the_names_of_the_sites_own_pages_are_refused() -> None:
    text = (REPOSITORY / "templates/js/desk/checks.js").read_text("utf-8")
    found = re.search(r'RESERVED = "([^"]+)"', text)
    assert found is not None
    assert found[1].split() == list(RESERVED)


def test_every_word_is_said_somewhere() -> None:
    """And every word that the scripts say is there: they say no other."""
    scripts = "".join(path.read_text("utf-8") for path in sorted((REPOSITORY / "templates/js/desk").glob("*.js")))
    unsaid = [name for name in WORDS if f'"{name}"' not in scripts and f"words.{name}" not in scripts]
    made = ("-hint", "-help")
    assert [name for name in unsaid if not name.endswith(made)] == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            "一句<b>话</b>",
            "<script>alert(1)</script>",
            "<div class='x'>",
            "甲<br>乙",
            "甲<br/>乙",
            "<!-- 注 -->",
            "<img src=x onerror=y>",
        ),
        *("3<4，5>4", "`<b>`", "&lt;b>", "\\<b>", "<https://example.org/a>", "甲 < 乙 > 丙", "<甲>", "<a@example.org>"),
    ],
)
def test_html_is_told_where_the_check_finds_it(markdown: Node, text: str) -> None:
    found = [one["rule"] for one in markdown.ask("slips", dict(WORDS), text, {})]
    assert (found == []) == (prose.render(text, {}).raw_html == ())
    assert {*found} <= {"raw-html"}


def test_a_heading_of_the_first_level_is_told_and_made_one_of_the_second(markdown: Node) -> None:
    (found,) = markdown.ask("slips", dict(WORDS), "# 标题\n\n正文", {})
    assert found["rule"] == "heading-level"
    assert markdown.ask("mended", "# 标题\n\n正文", found) == "## 标题\n\n正文"


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("区住建局", ["拾光区住建局"]),
        ("住建", ["拾光区住建局"]),
        ("拾光区城市管理局", ["拾光区城管局"]),
        ("某某公司", []),
    ],
)
def test_of_a_department_that_is_not_on_record_the_likest_are_offered(
    fields: Node, typed: str, near: list[str]
) -> None:
    known = [{"value": one} for one in ("拾光区住建局", "拾光区城管局", "拾光区民政局")]
    site = {**SITE, "vocabularies": {"departments": known}}
    field = {"name": "lead", "label": "牵头单位", "input": "choice", "words": "departments"}
    (found,) = fields.ask("ofField", site, field, typed)
    assert (found["rule"], found["near"][: len(near)]) == ("department", near)
