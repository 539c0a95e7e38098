"""What is taken along from a page: its preview where it is passed on, its image, its card in another site's page."""

from __future__ import annotations

import re
from collections.abc import Callable
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


@pytest.fixture
def asked(create: Callable[..., Sandbox]) -> Callable[..., Sandbox]:
    """A project with promises, whose ``site.yml`` has these lines besides; the face is one that Pillow brings along."""

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
    assert tags.pop("og:description").startswith(f"{outcome}。原文：")
    assert tags.pop("og:image:alt").startswith(f"{outcome}。")
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


def test_cards_are_made_only_where_they_are_asked_for(asked: Callable[..., Sandbox]) -> None:
    project = asked("embed: true\n")
    done = project.run("build")
    assert "没有生成embed：site.yml 没有写 address" in done.out
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


def test_a_declared_face_that_is_not_there_is_told(asked: Callable[..., Sandbox]) -> None:
    project = asked(f"address: {ADDRESS}\nshare_images: site\nshare_font: fonts/none.otf\n")
    assert "share_font 写的 fonts/none.otf 不存在" in project.run("build").out


def test_the_same_values_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "face.ttf"
    path.write_bytes(ImageFont.load_default(10).path.getvalue())
    font = fonts.find(str(path), tmp_path)
    assert font is not None
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
