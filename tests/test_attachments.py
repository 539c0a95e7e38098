"""Attachments are looked into: every text in them with its place, and what keeps a file from being what it says."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from disclosure.checks import attachments
from disclosure.source.files import SourceFile
from disclosure.source.inside import shapes
from disclosure.source.inside.finds import finds
from disclosure.source.inside.shapes import AttachmentFinds, Obstacle
from tests import documents
from tests.projects import create

MOBILE = "13912345678"


def inside(name: str, data: bytes) -> AttachmentFinds:
    return finds(SourceFile(f"content/files/{name}", f"files/{name}", data), {})


def numbers(name: str, data: bytes) -> list[tuple[str, str, str]]:
    """Where each number stands: the file inside, the words of the place, the number."""
    found = inside(name, data)
    assert found.flaws == ()
    return [(where.file, where.words.format(n=where.n, of=where.of), one.digits) for where, one in found.numbers]


def obstacles(name: str, data: bytes) -> list[str]:
    return [one.obstacle for one in inside(name, data).flaws]


def of_bytes(value: object) -> str | None:
    """What a test is called after: never a file's bytes."""
    return "data" if isinstance(value, bytes) else None


@pytest.mark.parametrize(
    ("name", "data", "where"),
    [
        ("a.docx", documents.docx("名单", f"电话{MOBILE}。"), "第 2 段"),
        (
            "a.docx",
            documents.docx("见附注", more={"word/footnotes.xml": f"<f><w:p><w:t>{MOBILE}</w:t></w:p></f>"}),
            "第 1 段",
        ),
        (
            "a.docx",
            documents.docx("删去的", more={"word/header1.xml": f"<w:p><w:delText>{MOBILE}</w:delText></w:p>"}),
            "第 1 段",
        ),
        (
            "a.docx",
            documents.docx("拨打", more={"word/_rels/document.xml.rels": f'<r><R Target="tel:+86{MOBILE}"/></r>'}),
            "链接或说明",
        ),
        ("a.docx", documents.packed({"word/document.xml": f"<w:t>联系 {MOBILE}</w:t>"}), "第 1 段"),
        ("a.xlsx", documents.xlsx([["姓名", "电话"], ["甲", MOBILE]]), "工作表“名单”的 B2"),
        ("a.xlsx", documents.xlsx([["姓名", "电话"], ["甲", int(MOBILE)]]), "工作表“名单”的 B2"),
        ("a.xlsx", documents.xlsx([["姓名", "电话"], ["甲", 1.3912345678e10]]), "工作表“名单”的 B2"),
        ("a.odt", documents.odt(f"电话{MOBILE}"), "第 1 段"),
        ("a.ods", documents.ods([["姓名", "电话"], ["甲", MOBILE]]), "工作表“名单”的 B2"),
        ("a.pdf", documents.pdf(f"Tel {MOBILE}"), "第 1 页"),
        ("a.pdf", documents.pdf("Call", link=f"tel:{MOBILE}"), "第 1 页"),
        ("a.jpg", documents.picture(words=f"tel {MOBILE}"), "图片信息"),
        ("a.jpeg", documents.picture(words=f"tel {MOBILE}"), "图片信息"),
        ("a.webp", documents.picture("WEBP", words=f"tel {MOBILE}"), "图片信息"),
        ("a.png", documents.picture("PNG", words=f"tel {MOBILE}"), "图片信息"),
    ],
    ids=of_bytes,
)
def test_a_number_in_a_document_is_found_with_its_place(name: str, data: bytes, where: str) -> None:
    assert numbers(name, data) == [("", where, MOBILE)]


@pytest.mark.parametrize(
    ("name", "data", "where"),
    [
        ("名单.csv", f"姓名,电话\n甲,{MOBILE}\n".encode("gb18030"), "第 2 行"),
        ("名单.docx", documents.docx("名单", MOBILE), "第 2 段"),
        ("页.pptx", documents.pptx(MOBILE), "第 1 段"),
        ("内.zip", documents.packed({f"{MOBILE}.txt": "x"}), "文件名"),
    ],
    ids=of_bytes,
)
def test_what_is_packed_is_looked_into(name: str, data: bytes, where: str) -> None:
    inner = name if name != "内.zip" else f"内.zip/{MOBILE}.txt"
    assert numbers("a.zip", documents.packed({name: data})) == [(inner, where, MOBILE)]


@pytest.mark.parametrize("head", ["金额（元）", "代码", "投资额", "编号"])
def test_figures_and_ids_of_a_column_are_no_numbers_of_people(head: str) -> None:
    assert numbers("a.xlsx", documents.xlsx([["项目", head], ["甲", int(MOBILE)]])) == []
    assert numbers("a.ods", documents.ods([["项目", head], ["甲", MOBILE]])) == []


def test_a_picture_that_says_where_it_was_taken_is_told_however_deep_it_lies() -> None:
    photo = documents.picture(gps=True)
    assert inside("a.jpg", photo).photographed == ("",)
    assert inside("a.docx", documents.docx("图", more={"word/media/image1.jpeg": photo})).photographed == (
        "word/media/image1.jpeg",
    )
    assert inside("a.jpg", documents.picture()).photographed == ()


def test_a_picture_in_a_zip_that_is_called_after_somebodys_papers_is_asked_about() -> None:
    found = inside("a.zip", documents.packed({"张三身份证.jpg": documents.picture()}))
    assert [one.shown for _where, one in found.details] == ["身份证"]


def encrypted() -> bytes:
    """A zip whose entry says that it is encrypted."""
    data = bytearray(documents.packed({"a.txt": "x"}))
    for start, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(start) + at] |= 1
    return bytes(data)


def bomb(size: int) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo("word/document.xml"), b"<w:t>" + b" " * size + b"</w:t>")
    return whole.getvalue()


DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:t>&b;</w:t>'


@pytest.mark.parametrize(
    ("name", "data", "obstacle"),
    [
        ("a.jpg", b"<!DOCTYPE html><html>x</html>", Obstacle.OTHER_KIND),
        ("a.png", "\ufeff <HTML><body>x".encode(), Obstacle.OTHER_KIND),
        ("a.jpg", documents.picture("PNG"), Obstacle.OTHER_KIND),
        ("a.pdf", documents.docx("x"), Obstacle.OTHER_KIND),
        ("a.docx", documents.xlsx([["x"]]), Obstacle.OTHER_KIND),
        ("a.docx", documents.packed({"a.txt": "x"}), Obstacle.OTHER_KIND),
        ("a.csv", documents.pdf("x"), Obstacle.OTHER_KIND),
        ("a.txt", b"<html><script>1</script>", Obstacle.OTHER_KIND),
        ("a.pdf", b"nothing of the kind", Obstacle.NOT_OF_KIND),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Obstacle.LOCKED),
        ("a.pdf", documents.pdf("x", password="secret"), Obstacle.LOCKED),
        ("a.zip", encrypted(), Obstacle.LOCKED),
        ("a.docx", documents.docx("x", more={"word/vbaProject.bin": b"x"}), Obstacle.MACRO),
        (
            "a.zip",
            documents.packed({"a.docx": documents.docx("x", more={"word/vbaProject.bin": b"x"})}),
            Obstacle.MACRO,
        ),
        ("a.zip", documents.packed({"a.txt": "x" * 500})[:-40], Obstacle.SPOILT),
        ("a.docx", documents.packed({"word/document.xml": "<w:p><w:t>x</w:p>"}), Obstacle.SPOILT),
        ("a.docx", documents.packed({"word/document.xml": DOCTYPE}), Obstacle.SPOILT),
        ("a.pdf", b"%PDF-1.7\n" + b"x" * 500, Obstacle.SPOILT),
        ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(20), Obstacle.SPOILT),
        ("a.docx", bomb(shapes.SMALL * 8), Obstacle.TOO_MUCH),
        ("a.docx", documents.packed({"word/document.xml": "<p>" * 2_000}), Obstacle.TOO_MUCH),
        ("a.zip", documents.packed({f"{n}.txt": "" for n in range(shapes.MAX_PARTS + 1)}), Obstacle.TOO_MUCH),
        ("a.pdf", documents.pdf(), Obstacle.NO_TEXT),
        ("a.zip", documents.packed({"a.doc": b"\xd0\xcf\x11\xe0"}), Obstacle.UNKNOWN),
    ],
    ids=of_bytes,
)
def test_what_keeps_a_file_from_being_looked_into_is_told(name: str, data: bytes, obstacle: Obstacle) -> None:
    assert obstacles(name, data) == [obstacle]


def test_a_zip_in_a_zip_is_looked_into_and_no_deeper() -> None:
    data = documents.packed({"a.txt": MOBILE})
    assert [where.file for where, _one in inside("a.zip", documents.packed({"b.zip": data})).numbers] == ["b.zip/a.txt"]
    deep = documents.packed({"d.zip": documents.packed({"c.zip": documents.packed({"b.zip": data})})})
    found = inside("a.zip", deep)
    assert (found.numbers, [one.obstacle for one in found.flaws]) == ((), [Obstacle.UNKNOWN])


def test_the_same_bytes_are_looked_into_once() -> None:
    known: dict[str, AttachmentFinds] = {}
    file = SourceFile("content/files/a.docx", "files/a.docx", documents.docx(MOBILE))
    assert finds(file, known) is finds(file, known)
    assert finds(SourceFile("content/files/a.pdf", "files/a.pdf", file.data), known).flaws
    assert len(known) == 2


def test_what_a_picture_says_is_refused_until_an_editor_says_why(tmp_path: Path) -> None:
    project = create(tmp_path, "small")
    files = {"photo.jpg": documents.picture(gps=True), "scan.pdf": documents.pdf(), "big.txt": b" " * attachments.HEAVY}
    for name, data in files.items():
        (project.root / "content/files" / name).write_bytes(data)
    assert rules(project.run("check").err) == ["heavy-attachment", "photo-place", "attachment-content"]
    answers = [("photo.jpg", "拍摄地点"), ("scan.pdf", "没有文字")]
    lines = (f"- {{file: files/{name}, found: {found}, because: 逐页看过}}\n" for name, found in answers)
    (project.root / "content/personal.yml").write_text("".join(lines), "utf-8")
    done = project.run("check")
    assert (rules(done.err), done.code) == (["heavy-attachment"], 0)


def rules(printed: str) -> list[str]:
    return re.findall(r"^\S+: \[([a-z-]+)\]", printed, re.M)
