"""Web addresses that nobody else can open, or that lead to no document."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from disclosure.source.web_address import BEHIND, AddressFault
from disclosure.translation import gettext as _

# Loopback, private and link-local addresses (RFC 1918, 3927), and names that only an office knows
INSIDE = re.compile(
    r"localhost|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|169\.254(?:\.\d+){2}"
    r"|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|0\.0\.0\.0|\[::1\]|[^.]+|.*\.(?:local|lan|internal|intranet)"
)
# Pages of hits, and ways through them
SEARCH = re.compile(
    r"(?:www|m)\.baidu\.com/(?:s\b|link\b|baidu\b)|(?:www|m)\.so\.com/(?:s|link)\b|(?:www|m)\.sogou\.com/(?:web|link|sogou)\b"
    r"|(?:www|cn)\.bing\.com/(?:search|ck)\b|www\.google\.[a-z.]+/(?:search|url)\b|cache\.baiducontent\.com/"
)
LOGIN = re.compile(r"(?:^|[/._-])(?:login|signin|sso|passport|oauth)(?:$|[/._?-])", re.I)


def fault(url: str) -> AddressFault | None:
    """Why readers will not find the document there; nothing where they may."""
    if url[-1] in BEHIND:
        message = _("网址末尾的“{sign}”不是网址的一部分").format(sign=url[-1])
        return AddressFault(message, _("写作 url: {url}").format(url=url.rstrip(BEHIND)))
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    if INSIDE.fullmatch(host):
        message = _("网址 {host} 是内网或本机的，读者打不开").format(host=host)
        return AddressFault(message, _("写公开的网址；没有就不写 url，写发布者、标题、编号和日期"))
    if SEARCH.match(f"{host}{parts.path}"):
        return AddressFault(_("网址是搜索结果，不是材料本身"), _("从搜索结果点开材料，写材料自己的网址"))
    if LOGIN.search(f"{host}{parts.path}"):
        return AddressFault(
            _("网址像是登录页，读者多半打不开"), _("写不用登录就能看的网址；没有就不写 url"), notice=True
        )
    return None
