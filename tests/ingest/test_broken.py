"""Whatever a file is, it is read or refused with a message: nothing else is raised."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.ingest.document import UnreadableFile
from disclosure.ingest.formats import read
from disclosure.ingest.formats.docx import tree
from tests.documents import odt, packed, pdf, xlsx
from tests.ingest import word
from tests.ingest.word import docx, level, numbered, numbering, p, r, run, table

NOTE = run('<w:footnoteReference w:id="1"/>')
WORD = docx(
    p("回顾", NOTE, word.box("框"), properties=numbered(1)) + table(("甲", "乙")),
    numbering=numbering(level("%1、")),
    footnotes=word.notes("footnote", n1=p("注")),
    styles='<w:style w:styleId="1" w:type="paragraph" w:default="1"><w:basedOn w:val="1"/></w:style>',
)
FILES = {
    "报告.docx": WORD,
    "报告.pdf": pdf("Report"),
    "报告.html": '<html><meta charset="gbk"><div><p>一二三，四五。</div>'.encode("gbk"),
    "报告.txt": "全区\r\n运行".encode("utf-16"),
}


def told(name: str, data: bytes) -> str:
    """What is read, or what is said; nothing where neither is."""
    try:
        return read(name, data).text.strip()
    except UnreadableFile as refused:
        return refused.message and refused.hint


def flipped(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _n in range(random.randrange(1, 8)):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


@pytest.mark.parametrize("break_", [flipped, cut])
@pytest.mark.parametrize("name", FILES)
def test_a_broken_file_is_told(name: str, break_: Callable[[bytes, Random], bytes]) -> None:
    for seed in range(100 if name.endswith((".docx", ".txt")) else 12):
        assert told(name, break_(FILES[name], Random(seed)))


@given(st.binary(max_size=40), st.sampled_from([".txt", ".docx", ".doc", ".pdf", ".html", ".mht", ".zip", ""]))
def test_any_bytes_are_told(data: bytes, ending: str) -> None:
    assert told("报告" + ending, data)


# Elements where they do not belong, values that are none
TAGS = ["p", "r", "t", "tbl", "tr", "tc", "del", "ins", "sdt", "sdtContent", "txbxContent", "ruby", "rt", "rubyBase"]
TAGS += [
    "body",
    "footnoteReference",
    "fldChar",
    "instrText",
    "sym",
    "pPr",
    "numPr",
    "numId",
    "ilvl",
    "trPr",
    "moveFrom",
    "body",
]
ODD = st.recursive(
    st.text(st.sampled_from("全区12 "), max_size=3),
    lambda inner: (
        st.builds(
            lambda tag, value, inside: f'<w:{tag} w:val="{value}" w:id="{value}">{"".join(inside)}</w:{tag}>',
            st.sampled_from(TAGS),
            st.sampled_from(["1", "-1", "99999999999", "x", ""]),
            st.lists(inner, max_size=4),
        )
        | st.builds(
            "<mc:AlternateContent><mc:Choice>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>".format,
            inner,
            inner,
        )
    ),
    max_leaves=12,
)


@given(ODD)
def test_any_elements_are_told(xml: str) -> None:
    assert told(
        "报告.docx", docx(xml + p("完"), numbering=numbering(level("%1、")), footnotes=word.notes("footnote", n1=xml))
    )


def test_what_would_take_all_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_ELEMENTS", 1000)
    for body in ("<w:sdt>" * 200 + "</w:sdt>" * 200, "<w:p/>" * 1000):
        with pytest.raises(UnreadableFile, match="文件太大，程序没有读完"):
            read("报告.docx", docx(body))


@pytest.mark.parametrize("inside", ['<!DOCTYPE x [<!ENTITY a "aaaa">]>', "<w:p>", "<w:p></w:r>"])
def test_a_part_that_is_no_xml_is_refused(inside: str) -> None:
    with pytest.raises(UnreadableFile, match="文件已损坏"):
        read("报告.docx", docx(inside))


def test_other_packed_documents_are_refused() -> None:
    for name, data in (("报告.odt", odt("正文")), ("表.xlsx", xlsx([["甲"]])), ("包.zip", packed({"a.txt": "甲"}))):
        with pytest.raises(UnreadableFile):
            read(name, data)


def test_a_circle_of_styles_ends() -> None:
    circle = '<w:style w:styleId="{}" w:type="paragraph"><w:basedOn w:val="{}"/></w:style>'
    body = p(r("文"), properties='<w:pStyle w:val="1"/>')
    assert read("报告.docx", docx(body, styles=circle.format(1, 2) + circle.format(2, 1))).text == "文\n"
