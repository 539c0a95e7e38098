"""What is taken along from a page: its preview where it is passed on, its image, its card in another site's page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import extruct
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageFont

from disclosure.downloads.images import drawing, fonts
from disclosure.downloads.images.drawing import ImagePen, ShareImage
from disclosure.downloads.images.lines import CLOSING, OPENING, lines
from disclosure.pages import embed
from tests.projects import Sandbox

ADDRESS = "https://www.example.gov.cn/disclosure/"
RECORD = "reports/2024/commitments/c001.html"
CARD = "embed/2024/c001.html"
IMAGE = "reports/2024/commitments/c001.png"
FONT = "share_font: face.ttf\n"
RARE = "𠮷𬭎"


@pytest.fixture
def asked(create: Callable[..., Sandbox], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Sandbox]:
    """A project with promises, whose ``site.yml`` has these lines besides.

    The face is one that Pillow brings along, which has no Chinese: it is said to have all but the signs in ``RARE``.
    """
    monkeypatch.setattr(ImagePen, "has", lambda _pen, sign, _size: sign not in RARE)

    def make(lines: str, case: str = "register") -> Sandbox:
        project = create(case)
        (project.root / "face.ttf").write_bytes(ImageFont.load_default(10).path.getvalue())
        with (project.content / "site.yml").open("a", encoding="utf-8") as file:
            file.write(lines)
        return project

    return make


def told(page: bytes) -> dict[str, str]:
    """The tags as a parser that is not ours finds them."""
    found = extruct.extract(page.decode(), syntaxes=["opengraph"])["opengraph"]
    return dict(found[0]["properties"]) if found else {}


def title_of(page: bytes) -> str:
    """A page's heading."""
    found = re.search(rb"<h1[^>]*>(.*?)</h1>", page, re.S)
    assert found is not None
    return unescape(found[1].decode())


# Where a page is passed on


def test_a_record_is_introduced_by_the_word_for_what_became_of_it(asked: Callable[..., Sandbox]) -> None:
    made = asked(f"address: {ADDRESS}\nshare_images: records\n{FONT}").build()
    tags = told(made[RECORD])
    outcome = "未到期"
    said = tags.pop("og:description")
    assert re.fullmatch(
        rf"{outcome}，截至\d+年\d+月\d+日。原文：.+ ——这是测试样例，不是政府网站，内容全部是虚构的。", said
    )
    assert tags.pop("og:image:alt") == said
    assert tags == {
        "og:title": title_of(made[RECORD]),
        "og:type": "article",
        "og:site_name": "示例区承诺公开样例",
        "og:locale": "zh_CN",
        "og:url": ADDRESS + RECORD,
        "article:published_time": tags["article:published_time"],
        "og:image": ADDRESS + IMAGE,
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
    }
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d\+08:00", tags["article:published_time"])
    assert f'<link rel="canonical" href="{tags["og:url"]}">'.encode() in made[RECORD]
    assert told(made["index.html"])["og:image"] == ADDRESS + "share.png"
    assert told(made["index.html"])["og:type"] == "website"


def test_without_an_address_a_page_still_says_its_title_and_no_place(asked: Callable[..., Sandbox]) -> None:
    tags = told(asked("").build()[RECORD])
    assert {"og:url", "og:image"} & tags.keys() == set()
    assert tags["og:title"]


def test_a_title_with_signs_of_markup_stays_a_title(asked: Callable[..., Sandbox]) -> None:
    project = asked(f"address: {ADDRESS}\nembed: true\n")
    path = next(project.content.glob("reports/2024/commitments/*/c001.yml"))
    title = """甲 & "乙" <b>丙</b> '丁' 承诺"""
    text = path.read_text("utf-8")
    written = title.replace("'", "''")
    path.write_text(re.sub(r"^title: .*$", lambda _found: f"title: '{written}'", text, flags=re.M), "utf-8")
    made = project.build()
    assert told(made[RECORD])["og:title"] == title
    assert title_of(made[CARD]) == title
    frame = re.search(r"<textarea[^>]*>(.*?)</textarea>", made[RECORD].decode(), re.S)
    assert frame is not None
    code = unescape(frame[1])
    assert re.findall(r"<[a-z]+", code) == ["<iframe"]
    attributes = {name: unescape(value) for name, value in re.findall(r'([a-z]+)="([^"]*)"', code)}
    assert attributes["src"] == ADDRESS + CARD
    assert attributes["title"].startswith(title)


@given(st.text())
def test_no_title_can_leave_the_frame_s_attribute(title: str) -> None:
    code = embed.frame("https://a.example/embed/2024/c001.html", title)
    assert (code.count('"'), code.count("<"), code.count(">")) == (12, 2, 2)


# The card


def test_a_card_is_small_asks_nobody_and_is_in_no_list(asked: Callable[..., Sandbox]) -> None:
    made = asked(f"address: {ADDRESS}\nembed: true\n").build()
    card, sheet = made[CARD], next(data for name, data in made.items() if name.startswith("assets/card-"))
    assert len(card) + len(sheet) < 5 * 1024
    assert b"<script" not in card
    assert b'<meta name="robots" content="noindex">' in card
    assert f'<link rel="canonical" href="{ADDRESS}{RECORD}">'.encode() in card
    assert b'target="_blank" rel="noopener"' in card
    lists = [name for name, data in made.items() if b"embed/2024" in data]
    assert [name for name in lists if not name.startswith("reports/2024/commitments/")] == ["manifest.json"]


def test_the_card_of_an_id_that_another_took_over_shows_the_other(asked: Callable[..., Sandbox]) -> None:
    project = asked(f"address: {ADDRESS}\nembed: true\n")
    made = project.build()
    old = re.compile(r"superseded_by: (c\d+)")
    files = {path.stem: old.search(path.read_text("utf-8")) for path in project.content.glob("reports/2024/**/c*.yml")}
    pairs = {(id, found[1]) for id, found in files.items() if found}
    assert pairs
    for id, successor in pairs:
        assert made[f"embed/2024/{id}.html"] == made[f"embed/2024/{successor}.html"]


def test_the_card_of_what_was_taken_down_says_so(asked: Callable[..., Sandbox]) -> None:
    project = asked(f"address: {ADDRESS}\nembed: true\n")
    (project.content / "retired.yml").write_text(
        "- record: 2024/c900\n  reason: 登记重复，原文只有一条\n  date: 2024-02-01\n", "utf-8"
    )
    card = project.build()["embed/2024/c900.html"].decode()
    assert "已撤下" in card
    assert "登记重复，原文只有一条" in card
    assert 'href="../../reports/2024/commitments/c900.html"' in card


def test_card_image_and_preview_say_one_day_and_none_before_the_deadline_that_is_over(
    asked: Callable[..., Sandbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = asked(f"address: {ADDRESS}\nembed: true\nshare_images: records\n{FONT}")
    drawn: list[ShareImage] = []
    monkeypatch.setattr(drawing, "png", lambda _pen, one: drawn.append(one) or b"")
    made = project.build(date="2026-06-01")
    day = re.compile(r"截至[：]?(\d+)年(\d+)月(\d+)日")
    on_images = {(one.title, day.findall(one.word)[0]) for one in drawn if one.word}
    for row in json.loads(made["data/commitments.json"]):
        said = told(made[f"reports/2024/commitments/{row['id']}.html"])["og:description"]
        found = day.findall(said)[0]
        assert day.findall(made[f"embed/2024/{row['id']}.html"].decode())[0] == found
        assert (row["title"], found) in on_images
        if said.startswith("到期"):
            assert date(*map(int, found)) > date.fromisoformat(row["deadline"])


def test_a_card_says_who_speaks(asked: Callable[..., Sandbox]) -> None:
    made = asked(f"address: {ADDRESS}\nembed: true\n").build()
    assert "这是测试样例，不是政府网站" in made[CARD].decode()


def test_cards_are_made_only_where_they_are_asked_for(asked: Callable[..., Sandbox]) -> None:
    project = asked("embed: true\nshare_images: site\n")
    done = project.run("build")
    said = "没有生成嵌入卡片和分享图片：site.yml 没有写公开网址（address）"
    assert said in done.out
    assert said in project.run("check").out
    assert said in project.run("check").out
    assert not (project.site / "embed").exists()
    assert "frame-src" not in (project.site / RECORD).read_text("utf-8")


# Images


def test_an_image_is_made_again_only_where_it_says_something_else(asked: Callable[..., Sandbox]) -> None:
    project = asked(f"address: {ADDRESS}\nshare_images: records\n{FONT}")
    first = project.build()
    images = {name: (project.site / name).stat().st_mtime_ns for name in first if name.endswith(".png")}
    assert {"share.png", IMAGE} < images.keys()
    with Image.open(project.site / IMAGE) as image:
        assert image.size == (1200, 630)
    path = next(project.content.glob("reports/2024/commitments/*/c001.yml"))
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"^title: .*$", "title: 另一个标题", text, flags=re.M), "utf-8")
    project.build()
    again = {name for name, time in images.items() if (project.site / name).stat().st_mtime_ns != time}
    assert again == {IMAGE}


def test_without_a_chinese_face_the_site_is_built_and_says_what_to_install(
    asked: Callable[..., Sandbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "USUAL", ())
    monkeypatch.setattr(fonts, "_fontconfig", tuple)
    project = asked(f"address: {ADDRESS}\nshare_images: site\n")
    done = project.run("build")
    assert done.code == 0
    assert "apt install fonts-noto-cjk" in done.out
    assert told((project.site / "index.html").read_bytes()).get("og:image") is None
    assert not (project.site / "share.png").exists()


def test_a_face_that_is_there_by_now_is_used_though_nothing_else_has_changed(asked: Callable[..., Sandbox]) -> None:
    project = asked(f"address: {ADDRESS}\nshare_images: site\nshare_font: fonts/late.ttf\n")
    assert "fonts/late.ttf 不存在" in project.run("build").out
    (project.root / "fonts").mkdir()
    (project.root / "face.ttf").rename(project.root / "fonts/late.ttf")
    project.run("build")
    assert (project.site / "share.png").exists()


@pytest.fixture
def with_face(create: Callable[..., Sandbox]) -> Callable[[bytes], Sandbox]:
    """A project that asks for images with this file as its face, whose signs are looked for."""

    def make(face: bytes) -> Sandbox:
        project = create("register")
        (project.root / "face.ttf").write_bytes(face)
        with (project.content / "site.yml").open("a", encoding="utf-8") as file:
            file.write(f"address: {ADDRESS}\nshare_images: records\n{FONT}")
        return project

    return make


def test_a_face_without_chinese_makes_no_images_and_is_told_by_build_and_check(
    with_face: Callable[[bytes], Sandbox],
) -> None:
    project = with_face(ImageFont.load_default(10).path.getvalue())
    done = project.run("build")
    assert done.code == 0
    said = re.search(r"没有生成分享图片：字体 \S*face.ttf 里没有“.”、.*等 \d+ 个字，画出来是空框。", done.out)
    assert said is not None, done.out
    assert said[0] in project.run("check").out
    assert [path.name for path in project.site.rglob("*.png")] == []
    assert told((project.site / RECORD).read_bytes()).get("og:image") is None


def test_a_file_that_is_no_font_is_told(with_face: Callable[[bytes], Sandbox]) -> None:
    done = with_face(b"no font").run("build")
    assert done.code == 0
    assert "face.ttf 不是能读的字体文件" in done.out


def test_an_image_whose_title_the_face_cannot_write_shows_the_number_and_is_named(
    asked: Callable[..., Sandbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = asked(f"address: {ADDRESS}\nshare_images: records\n{FONT}")
    path = next(project.content.glob("reports/2024/commitments/*/c001.yml"))
    path.write_text(re.sub(r"^title: .*$", "title: 建设𠮷𬭎学校", path.read_text("utf-8"), flags=re.M), "utf-8")
    drawn: list[ShareImage] = []
    monkeypatch.setattr(drawing, "png", lambda _pen, one: drawn.append(one) or b"")
    done = project.run("build")
    assert "1 张分享图片上写的是编号，不是标题：" in done.out
    assert "里没有“𠮷”、“𬭎”（2024/c001）" in done.out
    assert "承诺 c001" in {one.title for one in drawn}
    assert not {sign for one in drawn for sign in f"{one.title}{one.word}{one.place}"} & set(RARE)


def test_an_image_says_as_of_when_who_speaks_and_whether_it_is_made_up(
    asked: Callable[..., Sandbox], monkeypatch: pytest.MonkeyPatch
) -> None:
    project = asked(f"address: {ADDRESS}\nshare_images: records\nsample: 全部是虚构的。\n{FONT}")
    drawn: list[ShareImage] = []
    monkeypatch.setattr(drawing, "png", lambda _pen, one: drawn.append(one) or b"")
    made = project.build()
    assert {(one.notice, one.made_up) for one in drawn} == {("这是测试样例，不是政府网站，内容全部是虚构的。", True)}
    (one,) = (one for one in drawn if one.title == title_of(made[RECORD]))
    assert told(made[RECORD])["og:description"].startswith(f"示例：内容是虚构的。{one.word}。原文：")


def test_a_declared_face_that_is_not_there_is_told(asked: Callable[..., Sandbox]) -> None:
    project = asked(f"address: {ADDRESS}\nshare_images: site\nshare_font: fonts/none.otf\n")
    assert "share_font 写的 fonts/none.otf 不存在" in project.run("build").out


def test_the_same_values_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "face.ttf"
    path.write_bytes(ImageFont.load_default(10).path.getvalue())
    (font,) = fonts.candidates(str(path), tmp_path)
    one = ShareImage(title="Aa 12", word="kept", shape="-", colour="focus", place="here", site="site")
    assert drawing.png(ImagePen(font), one) == drawing.png(ImagePen(font), one)


@given(st.text(st.sampled_from("承诺增长6.5%，。（）“”《》 ab"), max_size=60), st.integers(4, 12))
def test_no_line_begins_with_a_closing_sign_and_none_is_too_long(text: str, width: int) -> None:
    found = lines(text, width, len, 100)
    assert "".join("".join(found).split()) == "".join(text.split())
    for line in found:
        assert len(line) <= width
    for line in found[1:]:
        # More signs than a line holds are broken somewhere
        assert line[0] not in CLOSING or re.search(rf"[{re.escape(OPENING + CLOSING)}]{{2}}", text)


def test_a_title_that_is_too_long_ends_with_an_ellipsis() -> None:
    assert lines("推动老工业区改造提升", 4, len, 2) == ("推动老工", "业区改…")
