"""What is issued to a site is never invented: a placeholder is an error, an empty field is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import asdict

from disclosure.catalog.catalog import Catalog
from disclosure.problem import Problem
from disclosure.translation import gettext as _

PLACEHOLDER = re.compile(r"^(?:bm)?(\d)\1+$|^(?:bm)?0?1?23456789?0?$|x{3,}|X{3,}|待[填定补]|示例|TODO|example\.", re.I)
ALL_ZERO = re.compile(r"\d*?0{6,}|12345678")


def check_placeholders(catalog: Catalog) -> Iterator[Problem]:
    """placeholder: 标识码、备案号、域名要么是核发的，要么留空。"""
    for name, value in asdict(catalog.site.identity).items():
        if isinstance(value, str) and (PLACEHOLDER.search(value) or (name != "domain" and ALL_ZERO.search(value))):
            message = _("{name} 的值 {value} 像是占位符").format(name=f"identity.{name}", value=value)
            yield Problem(
                catalog.site_written.place("identity", name),
                "placeholder",
                message,
                _("没有核发就留空，页面会显示声明"),
            )
