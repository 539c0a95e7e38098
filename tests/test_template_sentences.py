"""A template holds no sentence about data: whether something is on file, adopted, known or missing, the view says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from tests.projects import REPOSITORY

TEMPLATES = REPOSITORY / "templates"
# Words of absence, of knowledge, of what was decided
ABOUT_DATA = re.compile("没有|没能|尚|暂|未|无|已|还没|不[变详明]|不知|公开|收录|查到|找到|登记不|缺")
HAN = re.compile("[一-鿿]")

# What such words say in a template all the same, by the reason for it
ALLOWED = {
    "what the script found, or what happens in the reader's browser": (
        "已选：",
        "（已选 {n} 项）",
        "筛选用的文件没有读到，请刷新页面，或按小节看",
        "筛选用的文件没有读到，请刷新页面",
        "没有符合条件的，共 {all} 行",
        "自你上次来访（{day}）以来，没有改动",
        "这一天已经忘掉",
        "已复制",
        "已标出：",
        "没有符合条件的，共 {all} 条",
        "没有“{label}：{value}”这个条件；",
        "没有一条的{label}是“{value}”；",
        "没有脚本时，上面的链接可能打不开：请把地址栏里最后一段删去，再试一次。",
        "（没有脚本时下载的是全部承诺，按编号 %(id)s 查找）",
        "搜索在浏览器里进行，需要启用脚本。没有脚本时，可以从下面的页面查找，并用浏览器的“在页面中查找”。",
        "找到 {n} 条，搜的是“{q}”",
        "筛选里没有“{value}”，没有用它；",
        "，已同时按“{w}”查找",
        "引号里的词要照原样连在一起，没有这样的；不要求连在一起的有{n}条。",
        "搜索没有开始。请刷新页面；还是不行，请从下面的“其他入口”查找。",
        "搜索索引没有读到，这里搜不了。",
        "有{n}条说到“{w}”，因为也说到减号后面的词，没有列出。",
        "选定的几个筛选合起来，一条也没有。",
        "没有用到的：{q}",
        "数字照写：“15.5%%”“2880个”“一万四千户”。拼音、拼音首字母、繁体字也可以，写错一个字多半也能找到。",
        "报告里没有{a}",
        "报告里没有{a}，其他的找到 {n} 条",
        "没有直接提到“{q}”",
        "没有找到“{q}”",
        "。有一部分索引没有读到，结果可能不全，请刷新页面",
        "没有直接提到，只有部分字词相符",
        "。只查了{newest}年的报告，更早年份（{older}年）的{m}份还没有查",
        "。{older}年的报告里还有{m}份没有查",
        "没有听到声音：请看看音量和系统的中文语音，再按“继续”",
        "暂停",
        "。有一部分没有读到，结果可能不全，请刷新页面",
        "一个网站的搜索数据也没有读到，这里搜不了。请从下面打开每个网站。",
        "一起搜在浏览器里进行，需要启用脚本。没有脚本时，可以从下面打开每个网站。",
        "下面的结果里没有或不全有{list}的，原因写在网站的名称旁边。",
        "搜索数据的写法不对，没有用，请到那个网站上搜",
        "搜索没有开始。请刷新页面；还是不行，请从下面打开每个网站。",
        "有一部分搜索数据没有读到，或者写法不对，没有用",
        "没有回答：网站打不开，或者没有允许别的网站读它的数据",
        "读到的网站里没有{a}",
        "读到的网站里没有{a}，其他的找到 {n} 条",
        "这一条没有读到，请到那个网站上找",
    ),
    "what a word or a number means, whatever the data": (
        "可判定：有公开的实际值，能对照出结论的目标。可判定的不到一半时不算百分比。",
        "怎样算“没有再写”",
        "每个文件都有校验值，任何人都能核对一份副本是否完整、有没有改动过：",
        "它只能说明文件有没有损坏；要确认是谁做的，拿整个压缩包的校验值与发布人公布的那一串比。",
        "怎样核对没有被改过",
    ),
    "the name of a column or of a part of a page": ("公开申请：", "收录", "没有收录", "公开信息"),
    "the label of a field, which stands only where the field is given": ("没有说：%(what)s",),
    "the heading of a list that stands only where the view has lines for it": (
        "还没有登记哪份文件可能说明的承诺",
        "没有放进来的：",
        "已经公开的文件",
        "本站还没有去看过的",
        "没有计入完成率的",
        "还缺哪份文件",
        "已到期，公开信息表明没有完成",
    ),
}


def messages(text: str) -> Iterator[str]:
    """What a template says: all that passes gettext, and Chinese that does not."""
    tree = jinja2.Environment().parse(text)
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "_":
            (said,) = (one for one in call.args[:1] if isinstance(one, nodes.Const))
            yield said.value
    yield from (one.data.strip() for one in tree.find_all(nodes.TemplateData) if HAN.search(one.data))


def sentences(text: str) -> set[str]:
    return {one for one in messages(text) if ABOUT_DATA.search(one)}


def test_no_template_says_what_only_a_record_can() -> None:
    allowed = {one for messages in ALLOWED.values() for one in messages}
    found = {path: sentences(path.read_text("utf-8")) for path in sorted(TEMPLATES.rglob("*.html"))}
    strange = {path.relative_to(TEMPLATES).as_posix(): said - allowed for path, said in found.items() if said - allowed}
    assert strange == {}
    assert allowed - set().union(*found.values()) == set()


@pytest.mark.parametrize("heading", ALLOWED["the heading of a list that stands only where the view has lines for it"])
def test_the_heading_of_a_list_stands_only_where_the_view_has_lines(heading: str) -> None:
    (path,) = (path for path in TEMPLATES.rglob("*.html") if heading in path.read_text("utf-8"))
    assert f"_('{heading}')" in "".join(conditional(path))


def conditional(path: Path) -> Iterator[str]:
    """What stands inside ``{% if view.… %}``, whatever is nested in it."""
    depth, opened = 0, 0
    for part in re.split(r"({%-? *(?:if|endif)[^%]*%})", path.read_text("utf-8")):
        if re.match(r"{%-? *if", part):
            depth += 1
            opened = opened or (depth if "view." in part else 0)
        elif "endif" in part:
            opened = 0 if opened == depth else opened
            depth -= 1
        elif opened:
            yield part


@pytest.mark.parametrize(
    "text",
    [
        "{{ _('本站尚未收录') }}",
        "{% if view.vote %}{{ view.vote }}{% else %}{{ _('票决结果没有公开') }}{% endif %}",
        "<p>没有公开信息</p>",
        "{% set said = _('目标不变') %}",
    ],
)
def test_a_sentence_about_data_is_seen_wherever_it_stands(text: str) -> None:
    assert sentences(text)


def test_what_only_names_things_is_none() -> None:
    assert sentences("{{ _('成果和不足 %(n)s 项', n=view.n) }}<p>{{ _('全部') }}</p>") == set()
