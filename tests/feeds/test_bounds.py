"""Whatever is told, a feed stays small, and reads as it was written; its names never change."""

from __future__ import annotations

import json
import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.catalog import due
from disclosure.catalog.due import Appointment
from disclosure.feeds import atom, ics, json_feed, links, of_site, told
from disclosure.feeds.alike import together
from disclosure.feeds.entry import ENTRIES, EntryKind, Feed, FeedEntry, Publisher, moment, newest
from disclosure.feeds.of_site import ReportPart
from disclosure.feeds.pieces import Head
from disclosure.feeds.told import EntryAbout
from disclosure.history.record_change import FieldEdit, Happening, RecordChange
from tests.feeds import reading

# Beijing time, as editors write it
SINCE = datetime.fromisoformat("2022-02-01T09:00")
HERE = Publisher(title="示例", language="zh-CN", address="https://a.example/")
RECORDS = 30_000
# What a reader loads at most, whatever was told: of texts, titles and summaries
BYTES = 1_500_000
NASTY = '<p>1 &lt; 2 &amp; “引号”　全角空格、𠮷野家、é́、&#39; <a href="../../x.html?a=1&amp;b=2#d">链接</a></p>'


def entry(n: int, html: str = "<p>无</p>", title: str = "标题") -> FeedEntry:
    day = date(2000, 1, 1) + timedelta(days=n % 9000)
    return FeedEntry(
        name=f"update 2022/u{n}",
        time=moment(day),
        kind=EntryKind.UPDATE,
        title=title,
        address=f"updates/2022/u{n}.html",
        summary=f"{day}：{title}",
        html=html,
    )


def feed(*entries: FeedEntry, at: str = "index.html") -> Feed:
    return Feed(
        name="示例 feed",
        title="示例",
        subtitle="后来怎样",
        page=at,
        at=at,
        since=moment("2022-01-01"),
        entries=newest(entries),
    )


def test_a_feed_of_thirty_thousand_records_has_few_entries_and_few_bytes() -> None:
    whole = feed(*(entry(n, f"<p>{'一段很长的正文。' * (n % 5000)}</p>") for n in range(RECORDS)))
    assert len(whole.entries) == ENTRIES
    assert max(len(atom.write(whole, HERE)), len(json_feed.write(whole, HERE))) < BYTES
    assert len(reading.by_feedparser(atom.write(whole, HERE))) == ENTRIES


def test_what_is_too_long_is_told_by_its_summary() -> None:
    whole = feed(entry(1, "<p>" + "长" * 30_000 + "</p>"), entry(2, "<p>短</p>"))
    assert [one.text for one in reading.by_feedparser(atom.write(whole, HERE))] == ["短", "2000-01-02：标题"]
    assert json.loads(json_feed.write(whole, HERE))["items"][1]["content_text"] == "2000-01-02：标题"


def test_the_site_reads_the_entries_of_few_reports() -> None:
    read: list[int] = []

    def part(n: int) -> ReportPart:
        entries = newest(entry(n * 60 + of) for of in range(60))

        def given() -> dict[str, tuple[FeedEntry, ...]]:
            read.append(n)
            return {"index.html": entries}

        return ReportPart({"index.html": Head(entries[0].time, "")}, given)

    parts = [part(n) for n in range(100)]
    merged = of_site.merged(feed(), of_site.givers(parts)["index.html"])
    assert merged.entries == newest(entry(n) for n in range(6000))
    assert read == [99]


def test_a_calendar_of_thirty_thousand_promises_is_bounded() -> None:
    found = due.latest(
        Appointment(
            name=f"due {n}",
            day=date(2022, 1, 1) + timedelta(days=n % 3000),
            title=f"到期：第{n}条承诺",
            text="照录原文。" * 20,
            address=f"reports/2022/commitments/c{n}.html",
            since=SINCE,
        )
        for n in range(RECORDS)
    )
    data = ics.write("示例", found, HERE)
    assert len(found) == due.APPOINTMENTS
    assert len(data) < BYTES
    assert found[0].day > found[-1].day


@pytest.mark.skipif(not shutil.which("node"), reason="no Node.js")
def test_any_text_is_read_as_it_was_written(tmp_path: Path) -> None:
    whole = feed(entry(1, NASTY, "题<目>&“引”"))
    path, twin = tmp_path / "a.xml", tmp_path / "a.feed.json"
    path.write_bytes(atom.write(whole, HERE))
    twin.write_bytes(json_feed.write(whole, HERE))
    read = reading.in_node([path, twin])
    expected = "1<2&“引号”全角空格、𠮷野家、é́、'链接"
    found = [*reading.by_feedparser(path.read_bytes()), *reading.by_feedsmith(read[str(path)]["atom"])]
    found += reading.by_feedsmith_from_json(read[str(twin)]["json"])
    assert [(one.title, one.text) for one in found] == [("题<目>&“引”", expected)] * 3


@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1), st.dates(date(1990, 1, 1), date(2200, 1, 1))
)
def test_any_title_survives_folding(title: str, day: date) -> None:
    one = Appointment(name="n", day=day, title=title, text=f"{title}\n二", address="a.html", since=SINCE)
    data = ics.write("示例", [one], HERE)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    event = icalendar.Calendar.from_ical(data).walk("VEVENT")[0]
    assert (str(event["SUMMARY"]), event.decoded("DTSTART")) == (title, day)


def test_links_lead_from_where_the_text_is_read() -> None:
    html = '<p><a href="../../a.html?x=1&amp;y=2#b">a</a> <a href="#c">b</a> <a href="https://b.example/">c</a></p>'
    page = "updates/2022/u.html"
    assert links.led(html, page, "https://a.example/") == (
        '<p><a href="https://a.example/a.html?x=1&amp;y=2#b">a</a> '
        '<a href="https://a.example/updates/2022/u.html#c">b</a> <a href="https://b.example/">c</a></p>'
    )
    assert 'href="../a.html?x=1&amp;y=2#b"' in links.led(html, page, "../")


def test_the_same_values_give_the_same_bytes_and_a_name_one_id_for_ever() -> None:
    whole = feed(entry(1), entry(2))
    assert atom.write(whole, HERE) == atom.write(whole, HERE)
    assert json.loads(json_feed.write(whole, HERE))["items"][0]["id"] == "urn:uuid:9c6b239a-3c06-52f7-bc71-ad9e102a28bf"
    appointment = Appointment(name="n", day=date(2022, 1, 1), title="题", text="文", address="a.html", since=SINCE)
    assert ics.write("示例", [appointment], HERE) == ics.write("示例", [appointment], HERE)
    assert b"UID:0706d5b6-6e95-5872-a91e-bf384cc4071d" in ics.write("示例", [appointment], HERE)


def change(n: int, day: str, happening: Happening) -> RecordChange:
    return RecordChange(
        record=f"2022/c{n:03}",
        kind="commitment",
        report="2022",
        happening=happening,
        day=day,
        nth=1,
        commit="",
        edits=(FieldEdit(field="title", was="甲", now="乙"),) if happening is Happening.CHANGED else (),
    )


def test_what_happens_to_many_records_on_a_day_is_one_entry() -> None:
    created = [
        told.change(change(n, "2022-02-01", Happening.CREATED), "x", f"第{n}条", f"c{n}.html") for n in range(40)
    ]
    edited = [told.change(change(n, "2022-02-01", Happening.CHANGED), "x", f"第{n}条", f"c{n}.html") for n in range(3)]
    all = [EntryAbout(entry=one, about=(), entities=(), like="新收录承诺") for one in created]
    all += [EntryAbout(entry=one, about=(), entities=(), like="承诺改了标题") for one in edited]
    found = list(together(all, "2022", "reports/2022/index.html"))
    assert [one.title for one in found] == ["新收录承诺：40条", *(one.title for one in edited)]
    assert found[0].html.count("<li>") == 11
    assert found[0].address == "reports/2022/index.html"
