"""PDF text: lines with their indentation, without what stands on every page."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from disclosure.ingest.document import UnreadableFile
from disclosure.ingest.formats import mending, read
from disclosure.ingest.formats.balance import Balance
from disclosure.ingest.formats.pdf import furniture, lines
from disclosure.ingest.formats.pdf.lines import PdfLine
from disclosure.ingest.formats.tally import Tally
from tests.documents import drawn, pdf
from tests.ingest.word import docx, p, r

SOFFICE = os.path.realpath(shutil.which("soffice") or "soffice")
NO_WRITER = not Path(SOFFICE).with_name("libswlo.so").exists()
NAMES = "张三 李四 王五 赵六 钱七 孙八 周九 吴十 郑甲 王乙 冯丙"


def piece(text: str, x: float = 90, y: float = 700, size: float = 16, slanted: bool = False) -> list[object]:
    return [text, x, y, size, slanted]


def line(text: str, y: float = 700, x: float = 90) -> PdfLine:
    return PdfLine(text=text, x=x, y=y, size=16)


@pytest.mark.parametrize(
    ("pieces", "texts", "remarks"),
    [
        ([piece("全区"), piece("\n", 0, 0), piece("运行", 90, 670)], ["全区", "运行"], ()),
        # Set character by character
        ([piece("全"), piece("区", 106), piece(" ", 122), piece("运", 130)], ["全区 运"], ()),
        # Two columns of a table on one height stay one line, whatever comes back to the left is another
        ([piece("右", 300), piece("左", 90)], ["右", "左"], ()),
        (
            [piece("12家"), piece("\n"), piece("1", 140, 706, 9), piece("\n"), piece("以上", 146)],
            ["12家[1]以上"],
            ("上标的数字 1 处，当作注释的记号，写成方括号：“12家[1]”",),
        ),
        (
            [piece("1", 90, 706, 7), piece("三个一", 95, 700, 10)],
            ["[1]三个一"],
            ("上标的数字 1 处，当作注释的记号，写成方括号：“[1]”",),
        ),
        (
            [piece("送审稿", slanted=True), piece("正文")],
            ["正文"],
            ("斜排或竖排的文字 1 处（多半是水印），没有收进来：“送审稿”",),
        ),
    ],
)
def test_pieces_become_lines(pieces: list[list[object]], texts: list[str], remarks: tuple[str, ...]) -> None:
    tally = Tally()
    assert [one.text for one in lines.of_page(pieces, Balance(), tally)] == texts
    assert tally.remarks == remarks


def test_a_line_keeps_its_indentation() -> None:
    page = [line("回顾", x=122), line("正文正文"), line("正文正文")]
    (left,) = lines.margins([page])
    assert [lines.indented(one, left) for one in page] == ["　　回顾", "正文正文", "正文正文"]


def test_page_numbers_and_running_heads_are_known_by_their_repetition() -> None:
    pages = [
        [line("政府工作报告", 780), line("各位代表：", 740), line("正文", 700), line(f"— {n} —", 40)]
        for n in range(1, 4)
    ]
    pages.append([line("12", 780), line("甲", 740), line("乙", 700), line("丙", 600), line("第 4 页 共 4 页", 40)])
    numbers, running = furniture.find(pages)
    assert numbers == {(0, 3), (1, 3), (2, 3), (3, 4)}
    # What is said on every page at the same height is no text; a number that stands alone once is
    assert running == {(0, 0), (1, 0), (2, 0), (0, 1), (1, 1), (2, 1), (0, 2), (1, 2), (2, 2)}


@pytest.mark.parametrize(
    ("texts", "is_left_out"),
    [
        (("示例区文件（7）", "示例区文件（7）", "示例区文件（7）"), True),
        (("文件 1/3", "文件 2/3", "文件 3/3"), True),
        (("示例区政府 1", "示例区政府 2", "示例区政府 3"), True),
        (("附件1", "附件2", "附件3"), False),
        (("附件", "附件", "附件"), False),
        (("附件1：项目清单", "附件2：项目清单", "附件3：项目清单"), False),
        (("第1部分", "第2部分", "第3部分"), False),
        (("（1）发展农业", "（2）发展农业", "（3）发展农业"), False),
        (("1.农场", "2.农场", "3.农场"), False),
        # The same words with other figures
        (("新增农场12家", "新增农场30家", "新增农场7家"), False),
        (("12", "30", "7"), False),
    ],
)
def test_furniture_says_the_same_on_each_page_or_counts_them(texts: tuple[str, ...], is_left_out: bool) -> None:
    pages = [[line(text, 780), *(line(f"{n}甲{at}", 700 - at - n) for at in range(5))] for n, text in enumerate(texts)]
    found = set.union(*furniture.find(pages))
    assert found == ({(n, 0) for n in range(3)} if is_left_out else set())


def test_the_edge_is_each_pages_own_but_a_page_may_be_indented_as_a_whole() -> None:
    text = [line("正文"), line("正文"), line("正文"), line("段首", x=122)]
    notes = [line("注一", x=74), line("注二", x=74)]
    items = [line("1.甲", x=122), line("2.乙", x=122)]
    assert lines.margins([text, notes, items, text]) == [90, 74, 90, 90]
    assert lines.margins([]) == []


@pytest.mark.parametrize(
    ("text", "meant", "remarks"),
    [
        (
            "⼯作报告⸺⺠⽣⼾",
            "工作报告——民生户",
            ("部首等字形相似的字符 5 处，换回了常用字：“⼯→工”、“⸺→——”、“⺠→民” 等",),
        ),
        ("增长 6.2% 以上 A 级", "增长6.2%以上A级", ("汉字和数字、字母之间的空隙 4 处，排版时才有，没有写成空格",)),
        ("政 府 工 作 报 告", "政 府 工 作 报 告", ()),
        (
            "全 区 一 般 公 共 预 算 收 入 增 长，超过",
            "全区一般公共预算收入增长，超过",
            ("为排满一行而拉开的字距 1 行，没有写成空格：“全 区 一 般 公 共 预 算 收 入 增 长，…”",),
        ),
        (NAMES, NAMES, ()),
    ],
)
def test_characters_of_pdf_files_are_mended_and_said(text: str, meant: str, remarks: tuple[str, ...]) -> None:
    balance, tally = Balance(), Tally()
    assert (mending.mended(text, balance, tally), tally.remarks) == (meant, remarks)
    balance.prove(Counter(text), meant)


def shown(x: int, y: int, text: str, size: int = 12) -> str:
    return f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET "


def test_a_scan_is_refused_and_a_page_without_text_is_said() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read("报告.pdf", drawn(""))
    assert refused.value.message == "里面没有文字，多半是扫描件：报告.pdf"
    found = read("报告.pdf", drawn(shown(90, 700, "Report"), ""))
    remarks = ("有 1 页没有文字，可能是扫描的图片，请对照原件",)
    assert (found.text, found.wrapped, found.remarks) == ("Report\n", True, remarks)


def test_columns_are_said() -> None:
    columns = (shown(x, y, f"{x} {y}") for x in (90, 300) for y in range(700, 100, -50))
    remarks = ("有 1 页像是分栏排版，文字的先后可能不对，请对照原件",)
    assert read("报告.pdf", drawn("".join(columns))).remarks == remarks


def test_small_type_at_the_foot_of_a_page_is_said() -> None:
    found = read("报告.pdf", drawn(shown(90, 700, "A report of the year") + shown(90, 60, "1 note", 8)))
    assert found.text == "A report of the year\n1 note\n"
    assert found.remarks == ("页底有 1 行小字，多半是脚注，夹在正文中间，请移到段落之后：“1 note”",)


def test_a_locked_file_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="文件加了密码"):
        read("报告.pdf", pdf("Report", password="secret"))


@pytest.mark.skipif(NO_WRITER, reason="LibreOffice Writer is not installed")
def test_what_an_office_makes_of_a_document_reads_as_the_document(tmp_path: Path) -> None:
    """Made by LibreOffice Writer: hard wraps, gaps beside digits, a page number."""
    text = "全区地区生产总值增长6.2%，新增示范农场12家，" * 60
    source = tmp_path / "report.docx"
    source.write_bytes(docx(p(r(text))))
    own = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    words = (SOFFICE, own, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(source))
    subprocess.run(words, check=True, capture_output=True, timeout=120)
    found = read("报告.pdf", source.with_suffix(".pdf").read_bytes())
    assert found.text.replace("\n", "") == text
    assert found.wrapped
    assert found.remarks[0].startswith("汉字和数字、字母之间的空隙")


def test_codes_that_a_library_cannot_turn_into_characters_are_said() -> None:
    """As PyMuPDF 2.0 writes the map of rare characters: five digits, which are no octets."""
    maps = "begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <{code}> endbfchar endcmap"
    page = "BT /F 12 Tf 20 100 Td (AB) Tj ET"
    told = [read("report.pdf", drawn(page, characters=maps.format(code=code))).remarks for code in ("6751", "2C613")]
    assert told == [(), ("有 1 处文字的编码读不懂，多半是生僻字，可能少了字，请对照原件",)]
