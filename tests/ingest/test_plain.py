"""Plain text in the encodings that editors' programs write, and files of which none is read."""

from __future__ import annotations

import codecs

import pytest

from disclosure.ingest.document import UnreadableFile
from disclosure.ingest.formats import read
from disclosure.source.files import MAX_BYTES
from tests.ingest.word import docx, p

TEXT = "示例区政府工作报告\r\n各位代表：㐂\r\n"
LINES = "示例区政府工作报告\n各位代表：㐂\n"


@pytest.mark.parametrize(
    ("data", "remarks"),
    [
        (TEXT.encode(), ()),
        (codecs.BOM_UTF8 + TEXT.encode(), ()),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), ("文字按 UTF-16-LE 编码读出",)),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), ("文字按 UTF-16-BE 编码读出",)),
        (TEXT.encode("utf-16-le"), ("文字按 UTF-16-LE 编码读出",)),
        (TEXT.encode("utf-16-be"), ("文字按 UTF-16-BE 编码读出",)),
        (TEXT.encode("gb18030"), ("文字按 GB18030 编码读出",)),
    ],
)
def test_a_text_in_each_encoding(data: bytes, remarks: tuple[str, ...]) -> None:
    found = read("报告.txt", data)
    assert (found.text, found.remarks, found.wrapped) == (LINES, remarks, False)


def test_a_text_in_the_encoding_of_taiwan_and_hong_kong_is_not_taken_for_one_of_the_mainland() -> None:
    found = read("報告.txt", ("過去一年，全區經濟穩步增長，民生持續改善，" * 2).encode("big5"))
    assert (found.text[:4], found.remarks) == ("過去一年", ("文字按 BIG5 编码读出",))


def test_an_encoding_that_is_none_is_refused() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read("报告.txt", b"\xff\xff\xff\xff")
    assert refused.value.message == "不知道这个文本文件用的是什么编码"


def test_what_no_line_may_hold_is_mended_and_what_is_strange_is_said() -> None:
    found = read("报告.txt", "第一页\f第二\x00\x07页\u200b\ue5e5⽉\n".encode())
    assert found.text == "第一页\n第二页\u200b\ue5e5月\n"
    assert found.remarks == (
        "部首等字形相似的字符 1 处，换回了常用字：“⽉→月”",
        "换页符一类的符号 1 处，换成了换行",
        "控制字符 2 个，删去了：“U+0000”、“U+0007”",
        "看不见、少见或样子像别的字的字符 2 个，照原样收进来，请对照原件：“U+200B”、“\ue5e5 U+E5E5”",
    )


LOCKED = b"\xd0\xcf\x11\xe0" + bytes(100) + "EncryptedPackage".encode("utf-16-le")
DOCX = "用 Word、WPS 或 LibreOffice 打开，另存为 .docx，再导入那个文件"
TYPED = "程序不认图片里的字：先用识别文字的软件转成 .docx 或 .txt，逐字校对，再导入"


@pytest.mark.parametrize(
    ("name", "data", "message", "hint"),
    [
        ("旧/报告.doc", b"\xd0\xcf\x11\xe0", "这是老式的 Word 文件（.doc）：报告.doc", DOCX),
        ("报告.docx", b"\xd0\xcf\x11\xe0", "这是老式的 Word 文件（.doc）：报告.docx", DOCX),
        ("报告.docx", LOCKED, "文件加了密码：报告.docx", "打开文件，去掉密码另存一份，再导入那个文件"),
        ("报告.wps", b"\xd0\xcf\x11\xe0", "这是 WPS 文字自己的格式：报告.wps", DOCX),
        ("报告.rtf", b"{\\rtf1}", "程序不会读 RTF：报告.rtf", DOCX),
        ("报告.png", b"\x89PNG\r\n\x1a\n", "这是图片：报告.png", TYPED),
        ("报告.txt", b"\xff\xd8\xff", "这是图片：报告.txt", TYPED),
        ("报告.zip", docx("")[:4], "文件已损坏：报告.zip（BadZipFile）", "重新下载或另存一份完好的，再导入"),
        ("报告.docx", b"", "程序不会读这种文件：报告.docx", "改用 .docx、网页（.html）、PDF 或纯文本（.txt）的版本"),
        (
            "报告.docx",
            docx(p("")),
            "文件里一个字也没有：报告.docx",
            "打开看一看是不是这份报告；是图片的，先转成文字",
        ),
    ],
)
def test_what_cannot_be_read_says_what_to_do(name: str, data: bytes, message: str, hint: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read(name, data)
    assert (refused.value.message, refused.value.hint) == (message, hint)
    assert str(refused.value) == f"{message}\n    提示：{hint}"


def test_a_text_that_no_archive_has_room_for_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="文件太大，程序没有读完"):
        read("报告.txt", b"a" * (MAX_BYTES + 1))


def test_a_file_is_what_it_is_whatever_it_is_called() -> None:
    assert read("报告.doc", docx(p("正文"))).text == "正文\n"
    assert read("报告.doc", "<html><body><p>正文。</p></body></html>".encode()).text == "正文。\n"


def test_a_text_copied_from_a_pdf_is_mended_as_that_is() -> None:
    found = read("报告.txt", ("新增⼯⼚ 12 家，占 5% 以上〔 1 〕。\n" * 4).encode())
    assert found.text == "新增工厂12家，占5%以上〔1〕。\n" * 4
    assert [one.split("，")[0] for one in found.remarks] == [
        "部首等字形相似的字符 8 处",
        "汉字和数字、字母之间的空隙 24 处",
    ]


def test_blanks_that_somebody_typed_here_and_there_stay() -> None:
    text = "一、 2023年工作回顾\n新增工厂12家，农场 3 家。\n" * 8
    assert (found := read("报告.txt", text.encode())).text == text
    assert found.remarks == ()
