"""The desk's settings in ``site.yml``: where files are handed in can be reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from disclosure.catalog.catalog import Catalog
from disclosure.problem import Problem
from disclosure.translation import gettext as _

NONE = "none"
# The hosts of which everybody knows whose they are; others may be anybody's own
KNOWN: Mapping[str, str] = {"github.com": "github", "gitlab.com": "gitlab", "gitee.com": "gitee"}


def check_hand_in(catalog: Catalog) -> Iterator[Problem]:
    """desk: 填表页写了仓库平台，就写仓库网址，两样相符。"""
    desk = catalog.site.desk
    if desk is None or desk.host == NONE:
        return
    if not desk.address:
        message = _("desk 写了仓库平台 {host}，没有写仓库网址").format(host=desk.host)
        hint = _("加上 address: 仓库的网址；只下载、不提交到平台的写 host: none")
        yield Problem(catalog.site_written.place("desk", "host"), "desk", message, hint)
        return
    host = urlsplit(desk.address).hostname or ""
    if KNOWN.get(host.removeprefix("www."), desk.host) != desk.host:
        message = _("desk 的平台是 {host}，网址却是 {address}").format(host=desk.host, address=desk.address)
        yield Problem(catalog.site_written.place("desk", "address"), "desk", message, _("核对平台和网址"))
