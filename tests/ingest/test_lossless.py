"""Whatever a text looks like, its import loses no character, passes the check and changes nothing the second time."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from disclosure.ingest import report_file, taken_in
from disclosure.ingest.document import ExtractedText
from disclosure.model.report import LINES as LINE_NUMBERS
from disclosure.model.report import NOTE_MARK, LeftOut, NoteForm, Source
from disclosure.model.text import line_text
from disclosure.source import alignment, archive, frontmatter, note_marks, report_markdown, yaml
from disclosure.source.archive import Archive, Reading
from disclosure.source.files import SourceFile
from disclosure.source.records import convert

SHAPES = [
    *(
        "各位代表：",
        "示例区政府工作报告",
        "打印",
        "首页 > 公开",
        "来源：示例网",
        "——2024年1月10日在示例区第三届",
        "区长　甲某某",
    ),
    *(
        "一、工作回顾",
        "二．工作打算",
        "三　其他",
        "第一部分 回顾",
        "2024年工作打算",
        "（一）发展农业",
        "（二）发展工业。新增3家。",
    ),
    *(
        "（1）其他",
        "1.新增项目",
        "一是抓农业，二是抓工业。",
        "①甲；②乙。",
        "推行“三个一”[1]做法",
        "“暖巢”①计划。",
        "〔1〕三个一：一张清单。",
    ),
    *(
        "[1]三个一：一张清单。",
        "①暖巢：上门服务。",
        "注释",
        "名词解释",
        "附件1",
        "十件民生实事",
        "1.“三上”企业：指名录。",
        "全区新建口袋公",
    ),
    *(
        "园6处，",
        "受到好评。",
        "PM",
        "10",
        "）平均",
        "　　缩进的一段。",
        "— 3 —",
        "-----",
        "",
        "",
        "Public domain",
        "见[endnoteRef:0]。[0: .甲：乙。]",
    ),
]
ANY = st.text(st.characters(codec="utf-8", exclude_characters="\n\r", exclude_categories=("Cc", "Cs")), max_size=20)
# A number that stands for two notes is told by the check
LINES = st.lists(st.sampled_from(SHAPES) | ANY, max_size=30).filter(lambda lines: "".join(lines).count("[0:") < 2)


def first(text: str) -> str:
    return report_file.first("source.txt", "0" * 64, ExtractedText(text=text)).text


def read_back(markdown: str, text: str) -> tuple[list[str], Archive, Source]:
    """The report's lines, and the archive as its head says that it is read."""
    document, problems = frontmatter.split(markdown, "report.md")
    assert problems == []
    assert isinstance(document.raw, dict)
    source, wrong = convert(Source, document.raw["source"], yaml.Written("", ""))
    assert (wrong, source is None) == ([], False)
    assert source is not None
    report, _problems = report_markdown.parse(document.body, "report.md", document.body_line)
    how = archive.reading(source)
    held = alignment.aligned(archive.parse(text, how), report, joins=how.joined)
    assert [(note.number, note.text) for note in report.notes] == sorted(dict(held.notes).items())
    marks = [getattr(line, "marks", ()) for line in report.lines]
    assert marks == [line.marks for line in held.lines]
    return [line_text(line) for line in report.lines], held, source


@given(LINES)
def test_an_imported_report_says_what_its_archive_says(lines: list[str]) -> None:
    text = "\n".join(lines)
    written, held, _source = read_back(first(text), text)
    assert written == [line.text for line in held.lines]
    assert held.unmatched == ()


@given(st.lists(st.sampled_from(SHAPES), max_size=30))
def test_no_character_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    written, held, source = read_back(first(text), text)
    left = [line for one in source.left_out for line in one.lines.values()]
    kept = Counter(signs("".join([*written, *(body for _n, body in held.notes), *left])))
    assert kept <= Counter(signs(text))
    # What is gone are the signs of notes alone
    form = source.notes
    gone = Counter(signs(text)) - kept
    marks = sum(len(line.marks) for line in held.lines)
    if form is None and "[endnoteRef" not in text and "[0:" not in text:
        assert not gone
    elif form is not None:
        longest = max(len(form.mark), len(form.body or form.mark)) + 3
        assert gone.total() <= (marks + len(held.notes)) * longest


def signs(text: str) -> str:
    return "".join(sign for sign in text if sign not in note_marks.BLANKS and sign != "\n")


@given(LINES)
def test_importing_again_changes_nothing(lines: list[str]) -> None:
    text = "\n".join(lines)
    made = first(text)
    again = report_file.again(SourceFile("report.md", "report.md", made.encode("utf-8")), "0" * 64, text)
    assert (again.text, again.lost) == (made, ())


@given(LINES, st.data())
def test_a_line_added_to_the_archive_moves_no_id(lines: list[str], data: st.DataObject) -> None:
    text = "\n".join(lines)
    made = first(text)
    written, _held, source = read_back(made, text)
    at = data.draw(st.integers(0, len(lines)))
    longer = "\n".join([*lines[:at], "新的一段，写在中间。", *lines[at:]])
    if source.notes or source.left_out or source.joined:
        return
    again = report_file.again(SourceFile("report.md", "report.md", made.encode("utf-8")), "1" * 64, longer)
    ids = {line: id for id, line in identified(made)}
    assert again.lost == ()
    assert {line: id for id, line in identified(again.text) if written.count(line) == 1}.items() <= ids.items() | {
        (line, id) for id, line in identified(again.text) if line not in ids
    }


def identified(markdown: str) -> list[tuple[str, str]]:
    document, _problems = frontmatter.split(markdown, "report.md")
    report, _wrong = report_markdown.parse(document.body, "report.md", document.body_line)
    return [(line.id, line_text(line)) for line in report.lines]


def test_a_web_page_is_kept_packed_and_other_documents_as_they_came() -> None:
    page, text = b"<p>\xe4\xb8\x80\xe3\x80\x81</p>", ExtractedText(text="一、2024年工作打算\n新增农场12家。\n")
    made = taken_in.report(SourceFile("a.html", "a.html", page), text)
    assert sorted(made.files) == ["files/2024-report.zip", "reports/2024/source.txt"]
    packed = made.files["files/2024-report.zip"]
    assert packed == taken_in.report(SourceFile("b.html", "b.html", page), text).files["files/2024-report.zip"]
    assert zipfile.ZipFile(io.BytesIO(packed)).read("2024-report.html") == page
    assert hashlib.sha256(packed).hexdigest() in made.imported.text
    kept = taken_in.report(SourceFile("a.DOCX", "a.DOCX", b"PK"), text, "old").files
    assert kept["files/old-report.docx"] == b"PK"


@given(
    LINES,
    st.from_regex(NOTE_MARK, fullmatch=True),
    st.none() | st.from_regex(NOTE_MARK, fullmatch=True),
    st.from_regex(LINE_NUMBERS, fullmatch=True) | st.just("1-30"),
    st.dictionaries(st.text(max_size=4), ANY, max_size=3),
)
def test_whatever_a_head_declares_any_text_is_read(
    lines: list[str], mark: str, body: str | None, numbers: str, left: dict[str, str]
) -> None:
    form = NoteForm(mark=mark, body=body, lines=numbers)
    how = Reading(notes=form, left_out=(LeftOut(because="x", lines=left),), joined=True)
    read = archive.parse("\n".join(lines), how)
    report, _problems = report_markdown.parse("\n\n".join(reversed(lines)), "report.md")
    kept = alignment.aligned(read, report, joins=False).lines
    assert signs("".join(line.text for line in kept)) == signs("".join(line.text for line in read.lines))
