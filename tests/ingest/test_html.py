"""Saved web pages: the main text is found, all of it comes out, and what is left out is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.ingest.document import ExtractedText
from disclosure.ingest.formats import read

# Whatever is tried stands beside prose that makes it the main text
PROSE = "全区经济运行平稳，社会保持稳定。"
PLACE = ["文字按 UTF-8 编码读出", "正文取自网页的这一块：UCAP-CONTENT"]


def page(inside: str, *, head: str = "") -> ExtractedText:
    return read("报告.html", f"<!DOCTYPE html><html><head>{head}</head><body>{inside}</body></html>".encode())


def main(inside: str) -> ExtractedText:
    return page(f'<div id="UCAP-CONTENT"><p>{PROSE}</p>{inside}</div>')


INSIDE = [
    ("<p>　　甲</p><p>乙<br>丙<div>丁", ["　　甲", "乙", "丙", "丁"], []),
    ("<p>全区\n  运行 5%\n 以上</p>", ["全区运行 5% 以上"], []),
    ("<pre>\n甲  乙\n丙</pre>", ["甲 乙", "丙"], []),
    ("<fieldset><legend>甲</legend>乙</fieldset>", ["甲", "乙"], []),
    ("<p>增长&nbsp;5%</p>", ["增长 5%"], ["不换行空格（&nbsp;）1 处，换成了普通空格"]),
    (
        "<table><caption>表一</caption><tr><th>指标<th>值<tr><td>总产<td>26</table>",
        ["表一", "指标｜值", "总产｜26"],
        ["表格 1 个：一行写成一行，格与格之间用“｜”隔开：“指标｜值”"],
    ),
    ("<table><tr><td><p>甲<p>乙</td></tr></table>", ["甲", "乙"], []),
    (
        "<ol start=3><li>甲<li>乙</ol><ol type=a><li>丙</ol><ul><li>丁</ul>",
        ["3. 甲", "4. 乙", "a. 丙", "丁"],
        ["自动编号 3 处已写成文字：“3.”、“4.”、“a.”"],
    ),
    ("<script>if (a<b) {}</script><style>p{}</style><nav>首页</nav>甲", ["甲"], []),
    ('<p style="display: none">藏着</p>甲', ["甲"], ["网页里不显示的文字 1 处，没有收进来：“藏着”"]),
    ("<ruby>示<rp>(</rp><rt>shì</rt></ruby>例", ["示例"], ["拼音 1 处，只收汉字，没有收读音：“shì”"]),
    ("面积3km<sup>2</sup>", ["面积3km²"], ["上标的数字 1 处，写成上标字符：“面积3km2”"]),
    ("“三个一”<sup>2</sup>", ["“三个一”[2]"], ["上标的数字 1 处，当作注释的记号，写成方括号：““三个一”[2]”"]),
    ("<img src=a.png>甲", ["甲"], ["图片 1 张，里面的文字没有读，请对照原件"]),
    (
        '<a href="P02.pdf?x=1">全文.pdf</a>',
        ["全文.pdf"],
        ["网页里有 1 个附件，程序没有读；报告全文在附件里的，请下载附件再导入：“全文.pdf”"],
    ),
    ("<a href=2.html>下一页</a>", ["下一页"], ["网页里有“下一页”一类的链接，报告可能分在几页上，这里只有这一页"]),
    (
        '甲<a href="http://x.cn/#_ftn1" name="_ftnref1"><sup>[1]</sup></a>乙'
        '<hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> 一张[清单]。</p></div>',
        ["甲[endnoteRef:1]乙[1: 一张[清单］。]"],
        ["有 1 条注释里的“]”改成了“］”，因为存档原文用“]”结束一条注释：“一张[清单]。”"],
    ),
    (
        '甲<a href="#e1" id="m1"><sup>i</sup></a>乙<p><a href="#m1" id="e1">i</a>上门服务。',
        ["甲[endnoteRef:1]乙[1: 上门服务。]"],
        ["网页里的注释有的没有编号或编号重复，这里从头到尾连着编号"],
    ),
    (
        '甲<a href="#f1" id="r1"><sup>1</sup></a>乙'
        '<ol><li id="f1"><p>一张清单。</p><p>二 <a href="#r1">↩</a></p></li></ol>',
        ["甲[endnoteRef:1]乙[1: 一张清单。 二]"],
        [],
    ),
    ("<ol><li><p>甲</p><p>乙</p></ol>", ["1. 甲", "乙"], ["自动编号 1 处已写成文字：“1.”"]),
    ("甲<s>乙</s>丙", ["甲乙丙"], ["带删除线的文字 1 处，照原样收进来，请看是否该留：“乙”"]),
    # A link that leads nowhere is text
    ('甲<a href="#x">[1]</a>', ["甲[1]"], []),
]


@pytest.mark.parametrize(("inside", "lines", "remarks"), INSIDE)
def test_what_a_page_shows_and_what_is_said_of_it(inside: str, lines: list[str], remarks: list[str]) -> None:
    found = main(inside)
    assert (found.text.splitlines(), list(found.remarks)) == ([PROSE, *lines], [*PLACE, *remarks])


AROUND = '<div class="nav"><a>首页</a></div>{}<div class="foot">版权所有：示例区人民政府</div>'


@pytest.mark.parametrize(
    ("around", "name"),
    [
        ('<div id="UCAP-CONTENT"><div class="TRS_Editor">{}</div></div>', "UCAP-CONTENT"),
        ('<div class="box TRS_UEDITOR">{}</div>', "box"),
        ('<td class="x"><div id="zoom">{}</div></td>', "zoom"),
        ("<article>{}</article>", "article"),
        ('<div class="WordSection1">{}</div>', "WordSection1"),
        ("<div>{}</div>", "div"),
    ],
)
def test_the_main_text_is_found_and_the_rest_is_counted(around: str, name: str) -> None:
    found = page(AROUND.format(around.format(f"<p>{PROSE}</p><p>{PROSE}</p>")))
    assert found.text == f"{PROSE}\n{PROSE}\n"
    assert found.remarks[1:] == (
        f"正文取自网页的这一块：{name}",
        "这一块以外还有 14 个字没有收进来，最长的几句：“版权所有：示例区人民政府”、“首页”",
    )


def test_a_page_without_any_such_part_comes_whole_and_says_so() -> None:
    found = page("<p>标题</p>" + PROSE)
    assert found.text == f"标题\n{PROSE}\n"
    assert found.remarks[1:] == ("网页里认不出正文在哪一块，整页的文字都收进来了，请删去不是报告的部分",)


def test_what_a_page_says_of_itself() -> None:
    head = (
        "<!-- saved from url=(0040)http://www.example.gov.cn/a.html --><title>政府工作报告_示例区</title>"
        '<meta name="ArticleTitle" content="2026年政府&quot;工作报告"><META content="2026-01-20" name="pubdate">'
        '<meta name="viewport" content="width">'
    )
    found = page(PROSE, head=head)
    assert found.title == '2026年政府"工作报告'
    assert found.metadata == {
        "ArticleTitle": '2026年政府"工作报告',
        "PubDate": "2026-01-20",
        "Url": "http://www.example.gov.cn/a.html",
    }


HTML = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"><body><p>{}</p></body></html>'


@pytest.mark.parametrize(
    ("said", "encoding", "remarks"),
    [
        ("gb2312", "gb18030", ()),
        ("utf-8", "utf-8", ()),
        ("gb2312", "utf-8", ("网页自称是 GB2312 编码，其实不是", "文字按 UTF-8 编码读出")),
        ("utf-8", "gb18030", ("网页自称是 UTF-8 编码，其实不是", "文字按 GB18030 编码读出")),
        ("punycode", "utf-8", ("网页自称是 PUNYCODE 编码，其实不是", "文字按 UTF-8 编码读出")),
        ("klingon", "utf-8", ("网页自称是 KLINGON 编码，其实不是", "文字按 UTF-8 编码读出")),
    ],
)
def test_a_page_in_each_encoding(said: str, encoding: str, remarks: tuple[str, ...]) -> None:
    found = read("报告.htm", HTML.format(said, PROSE + "镕").encode(encoding))
    assert found.text == f"{PROSE}镕\n"
    assert found.remarks[:-1] == remarks


def test_a_page_in_one_file() -> None:
    data = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: http://www.example.gov.cn/a.html\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n'
        "Content-Transfer-Encoding: 8bit\r\n\r\n<html><body><p>全区平稳，稳定。</p></body></html>\r\n--b--\r\n"
    )
    found = read("报告.mhtml", data.encode())
    assert (found.text, found.metadata) == ("全区平稳，稳定。\n", {"Url": "http://www.example.gov.cn/a.html"})


TAGS = st.sampled_from(
    "p div span table tr td th ul ol li sup a h1 caption br img center ruby rt hr section pre".split()  # noqa: SIM905
)
SNIPPET = st.one_of(
    TAGS.map("<{}>".format),
    TAGS.map("</{}>".format),
    st.text(st.sampled_from("全区。 \n12&<>[]\u00a0"), max_size=4),
    st.sampled_from(
        [
            "<a href=#x name=y>1</a>",
            "<a href=#y name=x>1</a>",
            "<p id=x>",
            "<a href=#y>b</a>",
            "<p hidden>",
            "<td style='display:none'>",
        ]
    ),
)


@given(st.lists(SNIPPET, max_size=30))
def test_any_page_passes_its_proof(snippets: list[str]) -> None:
    """The proof refuses what would be lost: of whatever browsers can make sense of, nothing is."""
    assert PROSE in main("".join(snippets)).text
