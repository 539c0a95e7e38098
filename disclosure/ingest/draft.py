"""What a report says of itself: title, place, session, speaker, day; each with the lines that it was drawn from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from disclosure.ingest.shapes import BEGINS_SPEECH, is_title, squeezed
from disclosure.source.archive import ArchivedLine
from disclosure.source.note_marks import BLANKS, ordinal
from disclosure.translation import gettext as _

DIGITS = "〇一二三四五六七八九"
SAID_DAY = re.compile(
    r"([0-9]{4}|[〇○零一二三四五六七八九]{4})年([0-9]{1,2}|[一二三四五六七八九十]{1,3})月([0-9]{1,2}|[一二三四五六七八九十]{1,3})日"
)
SESSION = re.compile(
    r"(?:在|于)?([^，。——（）()\s]{2,40}?(?:届[^，。（）()]{0,24}?(?:第?[一二三四五六七八九十]{1,3}次)?会议|代表大会[^，。（）()]{0,12}会议))"
)
OFFICE = r"(?:代理?|副|常务副)?(?:省长|市长|区长|县长|州长|盟长|旗长|镇长|乡长|总理|主席|主任|专员)(?:（代理?）)?"
SPEAKER = re.compile(
    rf"[（(]?(?P<office>[^，。：；\s]{{0,24}}?{OFFICE})[ \u3000:：]*"
    r"(?P<name>[㐀-鿿·][㐀-鿿· \u3000]{0,12}[㐀-鿿])?[）)]?$"
)
# What a speaker's line may begin with
OCCASION = re.compile(r"^.*会议上[ \u3000]+")
NAME = re.compile(r"[㐀-鿿·\s]{2,9}")
LONGEST_NAME = 4
# The rest of a title or of an occasion that was broken
NO_NAME = re.compile("会议|大会|[报告]|政府|工作|上$")
UNIT = "(?:自治区|自治州|自治县|自治旗|林区|特区|新区|开发区|地区|[省市区县州盟旗镇乡])"
DISTRICT = re.compile(
    rf"^(?P<region>(?:[^，。\s]{{2,8}}?(?:省|自治区|市|自治州|州|盟|地区))*?)(?P<district>[^，。\s]{{2,9}}?{UNIT})$"
)
# 2024年工作打算 sets out a year, 2023年工作回顾 looks back on the one before
YEAR_OF_PLANS = re.compile(
    r"([0-9]{4})年(?!.*(?:回顾|总结|成效|成绩|成就))[^，。；]{0,16}(?:打算|安排|任务|重点|目标|要求|思路|建议|部署|工作)"
)
YEAR_LOOKED_BACK_ON = re.compile(r"([0-9]{4})年[^，。；]{0,16}(?:回顾|总结)")
# What a report is drafted from stands so near its top
TOP = 16


class Drafted(Struct, frozen=True, kw_only=True):
    """A field of the head: its value, the lines it was drawn from, and whether it was put together or guessed."""

    field: str
    value: str
    lines: tuple[int, ...]
    is_guessed: bool = False


def draft(opening: Sequence[ArchivedLine], headings: Sequence[ArchivedLine]) -> list[Drafted]:
    """What can be known from the opening lines and the headings; nothing for what they do not say."""
    top = [line for line in opening[:TOP] if len(line.text) <= 60]
    found = {one.field: one for one in (*_title(top), *_occasion(top), *_speaker(top))}
    found |= {one.field: one for one in _place(found)}
    found |= {one.field: one for one in _year(found, headings)}
    found |= {one.field: one for one in _name(found)}
    return list(found.values())


def _title(top: Sequence[ArchivedLine]) -> Iterator[Drafted]:
    for line in top:
        if is_title(line.text):
            yield Drafted(field="heading", value=squeezed(line.text), lines=(line.line,))
            return


def _occasion(top: Sequence[ArchivedLine]) -> Iterator[Drafted]:
    """Day and session, which may stand on several lines."""
    for n, line in enumerate(top):
        match = SAID_DAY.search(squeezed(line.text))
        if not match:
            continue
        day = _day(match)
        if day:
            yield Drafted(field="delivered", value=day.isoformat(), lines=(line.line,))
        yield from _session(top[n : n + 3])
        return


def _session(lines: Sequence[ArchivedLine]) -> Iterator[Drafted]:
    text = ""
    for n, line in enumerate(lines, 1):
        text += squeezed(line.text)
        after = SAID_DAY.split(text)[-1]
        match = SESSION.search(after)
        if match and not text.endswith(("届", "次", "大")):
            yield Drafted(field="session", value=match[1], lines=tuple(one.line for one in lines[:n]))
            return


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(_digits(match[1]), _small(match[2]), _small(match[3]))
    except ValueError:
        return None


def _digits(year: str) -> int:
    return int(
        "".join(
            sign if sign.isdecimal() else str("〇一二三四五六七八九".find(sign.replace("○", "〇").replace("零", "〇")))
            for sign in year
        )
    )


def _small(number: str) -> int:
    return int(number) if number.isdecimal() else ordinal(number)


def _speaker(top: Sequence[ArchivedLine]) -> Iterator[Drafted]:
    """Office and name on one line, or one below the other; or a name alone before the speech."""
    for n, line in enumerate(top):
        match = SPEAKER.fullmatch(OCCASION.sub("", line.text).strip(f"—{BLANKS}"))
        if not match or is_title(line.text):
            continue
        lines: tuple[int, ...] = (line.line,)
        name = match["name"] or ""
        if not name and n + 1 < len(top) and NAME.fullmatch(top[n + 1].text):
            name, lines = top[n + 1].text, (line.line, top[n + 1].line)
        if name:
            yield Drafted(field="speaker", value=squeezed(name), lines=lines)
            yield Drafted(field="speaker_title", value=match["office"], lines=(line.line,))
            return
    for line, following in pairwise(top):
        if (
            BEGINS_SPEECH.match(following.text)
            and NAME.fullmatch(line.text)
            and not NO_NAME.search(line.text)
            and len(squeezed(line.text)) <= LONGEST_NAME
        ):
            yield Drafted(field="speaker", value=squeezed(line.text), lines=(line.line,), is_guessed=True)


def _place(found: Mapping[str, Drafted]) -> Iterator[Drafted]:
    """The district is named by its congress, by the report's title or by the speaker's office."""
    named = (
        ("session", r"^(.*?)(?:第|人民代表)"),
        ("heading", r"^(?:[0-9]{4}年)?(.*?)(?:人民)?政府工作报告"),
        ("speaker_title", rf"^(.*?)(?:人民政府)?{OFFICE}$"),
    )
    for field, pattern in named:
        one = found.get(field)
        match = re.search(pattern, one.value) if one else None
        place = DISTRICT.match(match[1]) if match else None
        if one and place:
            yield Drafted(field="district", value=place["district"], lines=one.lines)
            if place["region"]:
                yield Drafted(field="region", value=place["region"], lines=one.lines)
            return


def _year(found: Mapping[str, Drafted], headings: Sequence[ArchivedLine]) -> Iterator[Drafted]:
    """The year whose work is set out: the last that a heading names, else that of the day, else the one after the
    year that is looked back on."""
    plans, past = (
        [(int(match[1]), line.line) for line in headings for match in looks.finditer(line.text)]
        for looks in (YEAR_OF_PLANS, YEAR_LOOKED_BACK_ON)
    )
    if plans:
        year, line = max(plans)
        yield Drafted(field="year", value=str(year), lines=(line,))
    elif "delivered" in found:
        one = found["delivered"]
        yield Drafted(field="year", value=one.value[:4], lines=one.lines, is_guessed=True)
    elif past:
        year, line = max(past)
        yield Drafted(field="year", value=str(year + 1), lines=(line,), is_guessed=True)


def _name(found: Mapping[str, Drafted]) -> Iterator[Drafted]:
    """What the report is called on the site: put together, for no line says it."""
    if "year" in found and "district" in found:
        lines = tuple(dict.fromkeys((*found["year"].lines, *found["district"].lines)))
        value = _("{year}年{district}政府工作报告").format(year=found["year"].value, district=found["district"].value)
        yield Drafted(field="title", value=value, lines=lines, is_guessed=True)
