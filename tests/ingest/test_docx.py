"""Word documents: each character comes out once, and what does not is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.ingest.document import ExtractedText, UnreadableFile
from disclosure.ingest.formats import read
from disclosure.ingest.formats.docx import inline
from tests.ingest import word
from tests.ingest.word import box, docx, field, p, r, run, t, table


def text_of(body: str, **parts: str) -> ExtractedText:
    return read("报告.docx", docx(body, **parts))


REMARKS = [
    (p("甲", r("乙", "<w:strike/>")), "甲乙", ["带删除线的文字 1 处，照原样收进来，请看是否该留：“乙”"]),
    (p("全区", run("<w:tab/>"), "运行"), "全区\t运行", []),
    (p("上", run("<w:br/>"), "下"), "上\n下", ["手动换行 1 处，换行处分成两行"]),
    (p("上", run('<w:br w:type="page"/>'), "下"), "上\n下", []),
    (p("2021", run("<w:noBreakHyphen/>"), "2025", run("<w:softHyphen/>"), "年"), "2021-2025年", []),
    (
        p("保留", f'<w:del w:id="1">{run("<w:delText>删去的话</w:delText>")}</w:del>', f"<w:ins>{r('加的话')}</w:ins>"),
        "保留加的话",
        [
            "修订里删去的文字 1 处，没有收进来：“删去的话”",
            "修订里加入的文字 1 处，已收进来，请看是否已经定稿：“加的话”",
        ],
    ),
    (
        p("甲", f"<w:moveFrom>{r('乙')}</w:moveFrom>", "丙", f"<w:moveTo>{r('乙')}</w:moveTo>"),
        "甲丙乙",
        ["修订里移走的文字 1 处，只收移动以后的位置：“乙”"],
    ),
    # The end of the first paragraph was deleted: its words go on in the second
    (p("前半", properties="<w:rPr><w:del/></w:rPr>") + p("后半"), "前半后半", []),
    (
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + p("旧行") + "</w:tc></w:tr></w:tbl>" + p("文"),
        "文",
        ["修订里删去的文字 1 处，没有收进来：“旧行”"],
    ),
    (
        table(("指标", "单位", "值"), ("总产", "", "26")),
        "指标｜单位｜值\n总产｜｜26",
        ["表格 1 个：一行写成一行，格与格之间用“｜”隔开：“指标｜单位｜值”"],
    ),
    # A table that only places a text
    (table(("只有这一格", ""), ("", "另一格")), "只有这一格\n另一格", []),
    (
        p("甲", box("方框里的话"), "乙"),
        "甲乙\n方框里的话",
        ["文本框 1 个，文字接在所在段落之后，请看位置对不对：“方框里的话”"],
    ),
    (
        p("甲", box("示政发〔2026〕1号", older=False)),
        "甲",
        ["文号在文本框里，没有放进正文，已另外记下：“示政发〔2026〕1号”"],
    ),
    (
        p(
            f"<mc:AlternateContent><mc:Choice>{r('新')}</mc:Choice><mc:Fallback>{r('旧')}</mc:Fallback></mc:AlternateContent>"
        ),
        "新",
        ["有 1 处给新旧两种程序写了不同的文字，只收了新的，没有收：“旧”"],
    ),
    (
        p("看得见", r("藏着", "<w:vanish/>")),
        "看得见藏着",
        ["隐藏文字 1 处，打印时看不见，这里收进来了，请看是否该留：“藏着”"],
    ),
    (
        p(run(f"<w:ruby><w:rt>{r('shì')}</w:rt><w:rubyBase>{r('示')}</w:rubyBase></w:ruby>"), "例"),
        "示例",
        ["拼音 1 处，只收汉字，没有收读音：“示（shì）”"],
    ),
    (p("做到", field(r"eq \o\ac(○,1)")), "做到①", ["带圈字符 1 处，写成了普通字符：“①”"]),
    (
        p(field(r"eq \* jc2 \* hps10 \o\ad(\s\up 9(shì),示)"), "例"),
        "示例",
        ["拼音 1 处，只收汉字，没有收读音：“示（shì）”"],
    ),
    (p("约", field(r"eq \f(1,2)")), "约", [r"有 1 处域代码显示的文字程序读不出，请对照原件补上：“eq \f(1,2)”"]),
    (p("共", field("=SUM(ABOVE)", "26"), "万吨"), "共26万吨", []),
    (
        p("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"),
        "x+1",
        ["公式 1 个，按先后顺序写成一行，分数、上下标请对照原件：“x+1”"],
    ),
    (
        p("温度5", run('<w:sym w:font="Symbol" w:char="F0B0"/>')),
        "温度5°",
        ["符号字体的字符 1 处，换成了意思相同的普通字符：“°”"],
    ),
    (
        p(run('<w:sym w:font="Webdings" w:char="F001"/>'), "字"),
        "〓字",
        ["符号字体的字符 1 处，不知道是什么，写成“〓”，请对照原件改：“Webdings F001”"],
    ),
    (
        p("12家", r("1", '<w:vertAlign w:val="superscript"/>')),
        "12家[1]",
        ["上标的数字 1 处，当作注释的记号，写成方括号：“12家[1]”"],
    ),
    (
        p("“就医圈”", r("3", '<w:position w:val="12"/><w:sz w:val="16"/>'), "12个"),
        "“就医圈”[3]12个",
        ["上标的数字 1 处，当作注释的记号，写成方括号：““就医圈”[3]”"],
    ),
    # Moved by less than anybody sees, or down
    (p("12", r("3", '<w:position w:val="2"/>'), r("4", '<w:position w:val="-6"/>')), "1234", []),
    (p("3km", r("2", '<w:vertAlign w:val="superscript"/>')), "3km²", ["上标的数字 1 处，写成上标字符：“3km2”"]),
    (p("文", run("<w:drawing><a:blip/></w:drawing>")), "文", ["图片 1 张，里面的文字没有读，请对照原件"]),
    (
        p("文") + '<w:altChunk r:id="x"/>',
        "文",
        ["里面嵌着 1 个别的文件，程序没有读，请打开原件，把那里的文字粘贴过来"],
    ),
    (p("文", run('<w:pict><v:textpath string="艺术字"/></w:pict>')), "文", ["艺术字 1 处，没有收进来：“艺术字”"]),
    (
        p("目　录") + p("一、回顾", run("<w:tab/>"), field("PAGEREF _Toc1", "3")) + p("一、回顾"),
        "一、回顾",
        ["自动生成的目录 2 行，没有放进正文：“目 录”、“一、回顾 3”"],
    ),
    (
        f"<w:sdt><w:sdtContent>{p('控件里')}</w:sdtContent></w:sdt>" + p(f"<w:smartTag>{r('标记里')}</w:smartTag>"),
        "控件里\n标记里",
        [],
    ),
]


@pytest.mark.parametrize(("body", "text", "remarks"), REMARKS)
def test_what_stands_in_a_document_and_what_is_said_of_it(body: str, text: str, remarks: list[str]) -> None:
    found = text_of(body + p("完"))
    assert (found.text, list(found.remarks)) == (f"{text}\n完\n", remarks)


def test_what_is_no_part_of_the_text_is_kept_beside_it() -> None:
    contents = '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    body = p(box("示政发〔2026〕1号")) + contents + f"<w:sdtContent>{p('目录')}{p('一、回顾3')}</w:sdtContent></w:sdt>"
    core = '<p:coreProperties xmlns:p="p" xmlns:dc="d"><dc:title>示例区政府工作报告</dc:title></p:coreProperties>'
    found = read("报告.docx", docx(body + p("正文"), core=core))
    assert (found.text, found.title, found.wrapped) == ("正文\n", "示例区政府工作报告", False)
    assert found.metadata == {"document_number": "示政发〔2026〕1号", "contents": "目录\n一、回顾3"}


def test_what_stands_around_the_pages_is_said() -> None:
    comment = f'<w:comment w:id="1">{p("这里要改")}</w:comment>'
    found = text_of(p("正文"), header=p("示政发〔2026〕1号"), footer=p("内部资料"), comments=comment)
    assert (found.text, found.metadata) == ("正文\n", {"document_number": "示政发〔2026〕1号"})
    assert found.remarks == (
        "批注 1 条，没有收进来：“这里要改”",
        "文号在页眉或页脚里，没有放进正文，已另外记下：“示政发〔2026〕1号”",
        "页眉和页脚没有收进来：“内部资料”",
    )


def reference(kind: str, id: int, more: str = "") -> str:
    return run(f'<w:{kind}Reference w:id="{id}"{more}/>')


def test_notes_come_as_the_archive_has_them() -> None:
    footnotes = word.notes(
        "footnote", n2=p(run("<w:footnoteRef/>"), " 一张[清单]。") + p("一个窗口。"), n3=p("没有人用")
    )
    body = p("推行“三个一”", reference("footnote", 2), "做法。") + p("再说一次", reference("footnote", 2), "。")
    found = text_of(body, footnotes=footnotes)
    assert found.text == "推行“三个一”[endnoteRef:1]做法。[1: 一张[清单］。 一个窗口。]\n再说一次[endnoteRef:1]。\n"
    assert found.remarks == (
        "有 1 条注释不止一段，接成了一段：“一张[清单]。 一个窗口。”",
        "有 1 条注释里的“]”改成了“］”，因为存档原文用“]”结束一条注释：“一张[清单]。 一个窗口。”",
        "有 1 条注释正文里没有引用，没有收进来：“没有人用”",
    )


def test_footnotes_and_endnotes_are_numbered_one_after_the_other() -> None:
    body = p("甲", reference("endnote", 1), "乙", reference("footnote", 1)) + table(("丙", "丁"))
    body = body.replace("丁</w:t>", "丁</w:t>" + '<w:footnoteReference w:id="2"/>')
    restarted = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    found = text_of(
        body,
        footnotes=word.notes("footnote", n1=p("脚一"), n2=p("脚二")),
        endnotes=word.notes("endnote", n1=p("尾一")),
        settings=restarted,
    )
    assert found.text == "甲[endnoteRef:3]乙[endnoteRef:1][3: 尾一][1: 脚一]\n丙｜丁[endnoteRef:2][2: 脚二]\n"
    assert found.remarks[:2] == (
        "原文的注释每页或每节重新编号，这里从头到尾连着编号",
        "脚注和尾注各有编号，这里连着编：尾注接在脚注之后，从“3”起",
    )


def test_a_strict_document_reads_alike() -> None:
    spaces = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
    assert read("报告.docx", docx(p("正文"), spaces=spaces)).text == "正文\n"


def test_a_loss_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof counts by another way: what the reading forgets does not pass it."""
    monkeypatch.setattr(inline, "ACTS", {**inline.ACTS, "r": lambda _self, _element: None})
    with pytest.raises(UnreadableFile) as refused:
        text_of(p("全区", f"<w:hyperlink>{t('运行')}</w:hyperlink>"))
    assert refused.value.message == "自检没有通过，没有导入：取出的文字比原件少了 2 个字、多了 0 个字：“全区”"


# Pieces of a paragraph, each with what of it is to come out in the line and after it
WORDS = st.text(st.sampled_from("全区运行平稳123，。[]｜〓 "), min_size=1, max_size=6)
PIECE = WORDS.flatmap(
    lambda text: st.sampled_from(
        [
            (r(text), text, ""),
            (f"<w:ins>{r(text)}</w:ins>", text, ""),
            (f"<w:del>{r(text)}</w:del>", "", ""),
            (f"<w:moveFrom>{r(text)}</w:moveFrom>", "", ""),
            (f"<w:moveTo>{r(text)}</w:moveTo>", text, ""),
            (f"<w:hyperlink>{r(text)}</w:hyperlink>", text, ""),
            (f"<w:fldSimple>{r(text)}</w:fldSimple>", text, ""),
            (field("DATE", text), text, ""),
            (f"<w:sdt><w:sdtPr/><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>", text, ""),
            (f"<w:smartTag><w:customXml>{r(text)}</w:customXml></w:smartTag>", text, ""),
            (run(f"<w:ruby><w:rt>{r('yīn')}</w:rt><w:rubyBase>{r(text)}</w:rubyBase></w:ruby>"), text, ""),
            (f"<m:oMath><m:f><m:num><m:r><m:t>{text}</m:t></m:r></m:num></m:f></m:oMath>", text, ""),
            (box("框" + text), "", "框" + text),
            (box("框" + text, older=False), "", "框" + text),
            (r(text, "<w:vanish/>"), text, ""),
        ]
    )
)


@given(st.lists(st.lists(PIECE, max_size=6), max_size=6))
def test_each_character_comes_out_once(paragraphs: list[list[tuple[str, str, str]]]) -> None:
    body = "".join(p(*(xml for xml, _line, _after in pieces)) for pieces in paragraphs)
    lines = ["完"]
    for pieces in paragraphs:
        lines += ["".join(line for _xml, line, _after in pieces), *(after for _xml, _line, after in pieces)]
    kept = [line.rstrip() for line in lines if line.strip()]
    assert text_of(p("完") + body).text == "\n".join(kept) + "\n"


CORE = (
    '<cp:coreProperties xmlns:cp="urn:x" xmlns:dc="urn:y"><dc:creator>王某</dc:creator>'
    "<cp:lastModifiedBy>李某</cp:lastModifiedBy></cp:coreProperties>"
)


def by(tag: str, who: str, inside: str) -> str:
    return f'<w:{tag} w:author="{who}">{inside}</w:{tag}>'


@pytest.mark.parametrize(
    ("document", "unseen"),
    [
        (docx(p("文")), ()),
        (docx(p("文"), core=CORE), ("作者姓名“王某”、“李某”",)),
        (docx(p("文"), comments=by("comment", "赵某", p("请核实"))), ("批注 1 条", "作者姓名“赵某”")),
        (
            docx(p("文", by("ins", "赵某", r("加")), by("del", "赵某", run("<w:delText>减</w:delText>")))),
            ("修订 2 处", "作者姓名“赵某”"),
        ),
        # Of the form alone, and in a header
        (
            docx(p(r("文", by("rPrChange", "赵某", ""))), header=p(by("ins", "钱某", r("头")))),
            ("修订 2 处", "作者姓名“赵某”、“钱某”"),
        ),
        (docx(p("文", r("藏", "<w:vanish/>"))), ("隐藏文字 1 处",)),
    ],
)
def test_what_goes_along_with_the_file_is_known(document: bytes, unseen: tuple[str, ...]) -> None:
    assert read("报告.docx", document).unseen == unseen


def test_digits_are_raised_by_their_style_too() -> None:
    styles = '<w:style w:styleId="a" w:type="character"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    assert read("报告.docx", docx(p("12家", r("1", '<w:rStyle w:val="a"/>')), styles=styles)).text == "12家[1]\n"
