"""What is known of a place before its site begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from disclosure.translation import gettext as _

# Stands in YAML, Markdown and file names: letters and what joins them, so that no sign means anything there
WORD = r"[\u3400-\u9fff\U00020000-\U000323af0-9A-Za-z（）]+"
NAME = re.compile(f"{WORD}(?:[ ·-]{WORD})*")
LONGEST_NAME = 40
YEARS = range(1949, 2200)


class NewSite(Struct, frozen=True, kw_only=True):
    """``key`` names the report's folder; ``name`` is who runs the site, empty where that is not said yet."""

    district: str
    year: int
    day: date
    region: str = ""
    title: str = ""
    name: str = ""

    @property
    def key(self) -> str:
        return str(self.year)

    @property
    def site_title(self) -> str:
        return self.title or _("{district}政府工作报告公开与跟踪").format(district=self.district)

    @property
    def report_title(self) -> str:
        return _("{year}年{district}政府工作报告").format(year=self.year, district=self.district)


def wrong(site: NewSite) -> Iterator[str]:
    """What cannot be: each as a sentence that says how it is written."""
    said = {
        _("地区"): site.district,
        _("上级地区"): site.region,
        _("网站名称"): site.title,
        _("主办单位"): site.name,
    }
    for label, value in said.items():
        if value and (not NAME.fullmatch(value) or len(value) > LONGEST_NAME):
            message = _("{label}只写汉字、字母、数字，中间可以有空格、“·”“-”，不超过 {n} 个字，不能是“{value}”")
            yield message.format(label=label, n=LONGEST_NAME, value=value)
    if site.year not in YEARS:
        message = _("年度应当是 {first} 到 {last} 之间的年份，不能是 {value}")
        yield message.format(first=YEARS.start, last=YEARS.stop - 1, value=site.year)
