"""Web addresses that lead elsewhere than they seem to: the ONE rule for each that an editor may write.

An address is judged as a browser takes it (https://url.spec.whatwg.org), which turns wide letters into narrow ones,
``。`` into a dot, ``\\`` into ``/`` and a number into an IP address. Almost all are plain, which one pattern sees.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import quote, urlsplit

from msgspec import Struct

from disclosure.source import characters
from disclosure.translation import gettext as _
from disclosure.visible import visible

# Signs of a sentence that was pasted along
BEHIND = "。，；：、！？）》」』”’】"
PLAIN = re.compile(r"https?://(?:(?!xn--)[a-z0-9_-]{1,63}\.){1,9}[a-z]{2,63}(?:/[A-Za-z0-9_./~%+-]*)?")
SCHEME = re.compile(r"https?://(?=[^/])")
MAIL = re.compile(r"(?:mailto:)?[^@/]+@(?P<host>[^@/?]+)(?:\?[^\s]*)?")
# The signs that RFC 3986 leaves out of every address, and that quote or escape elsewhere; blanks of a form stay
FORBIDDEN = re.compile(r"[<>\"|^`\\]")
# Han strokes and kana that pass for a slash, a bar or a dot beside Latin letters
STROKES = re.compile("[丨丶丿乀乁〇ノソゾンーヘヽ〱〳〵]")
ASIAN = re.compile(r"[\u3007\u3041-\u30ff\u3400-\u9fff]+")
# Ends in a number, so a browser reads it as an IP address: 2130706433, 0x7f.1, 127.1
NUMBERED = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)", re.I)
# What lets anybody in who has the address
SECRET = re.compile(
    r"[?&;](?P<name>(?:access_?|auth_?)?token|passw(?:or)?d|pwd|secret|api_?key|j?session_?id|sid|ticket)=[^&\s]", re.I
)
LONGEST_LABEL, LONGEST_HOST = 63, 253


class AddressFault(Struct, frozen=True):
    """What is wrong with an address, and what to do."""

    message: str
    hint: str
    notice: bool = False


def fault(address: str) -> AddressFault | None:
    """Why an address is not what it seems; nothing where it is. E-mail addresses and bare names of hosts too."""
    if PLAIN.fullmatch(address):
        return None
    if strange := _hidden(address):
        message = _("网址里有看不见的字符 U+{code:04X}").format(code=ord(strange))
        return AddressFault(message, _("从浏览器的地址栏重新复制网址，不要从文档或聊天里复制"))
    if mail := MAIL.fullmatch(address):
        return _of_host(mail["host"])
    if "://" not in address and "/" not in address:
        return _of_host(address)
    return _of_url(address)


def place(address: str) -> str:
    """An address that is none of those at fault, in the signs of a content security policy; empty where it names its
    host in no way that such a policy knows (an IPv6 address, a name too long or of scripts that no name mixes)."""
    parts = urlsplit(address)
    try:
        host = (parts.hostname or "").encode("idna").decode()
    except UnicodeError:
        return ""
    if not re.fullmatch(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?", host):
        return ""
    return f"{parts.scheme}://{host}{f':{parts.port}' if parts.port else ''}{quote(parts.path, safe='/%~')}"


def _hidden(address: str) -> str:
    """What nobody sees of it, blanks among them."""
    return next((one for one in address if not one.isprintable() or one.isspace() or characters.BLANK.match(one)), "")


def _of_url(address: str) -> AddressFault | None:
    if not SCHEME.match(address):
        message = _("网址 {address} 不是 http:// 或 https:// 开头的完整网址").format(address=address)
        return AddressFault(message, _("写 https:// 开头的完整网址"))
    if found := FORBIDDEN.search(address):
        message = _("网址里有“{sign}”，浏览器会另作理解").format(sign=found[0])
        return AddressFault(message, _("分隔用“/”；从浏览器的地址栏重新复制网址"))
    return _of_authority(address) or _of_query(address)


def _of_authority(address: str) -> AddressFault | None:
    authority = re.split("[/?#]", address.partition("://")[2], maxsplit=1)[0]
    user, at, rest = authority.rpartition("@")
    if at:
        message = _("网址里“{user}@”是用户名，真正打开的是 {host}").format(user=user, host=rest)
        hint = _("写作 {address}；不是这个网站的，删去").format(address=address.replace(f"{user}@", "", 1))
        return AddressFault(message, hint)
    host, colon, port = (rest, "", "") if rest.endswith("]") else _parted(rest)
    if colon and not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536):
        message = _("网址的端口“{port}”不对").format(port=port)
        return AddressFault(message, _("冒号后面写 1 到 65535 的数字；没有端口就删去冒号"))
    return _of_host(host)


def _parted(authority: str) -> tuple[str, str, str]:
    host, colon, port = authority.rpartition(":")
    return (host, colon, port) if colon else (authority, "", "")


def _of_query(address: str) -> AddressFault | None:
    found = SECRET.search(address)
    if not found:
        return None
    message = _("网址里像带着登录凭据（{name}=…），公开以后谁都能用").format(name=found["name"])
    hint = _("删去这一段，在没有登录的浏览器里打开看看")
    return AddressFault(message, hint, notice=True)


def _of_host(host: str) -> AddressFault | None:
    """What is wrong with a name; that of an IP address is right where it is written in full."""
    if host.startswith("[") or _is_numbered(host):
        return None if _is_ip(host) else _no_ip(host)
    labels = host.split(".")
    if host.endswith(".") and any(labels):
        message = _("域名 {host} 末尾多了一个点").format(host=host)
        return AddressFault(message, _("写作 {host}").format(host=host.rstrip(".")))
    if any(not 0 < len(label) <= LONGEST_LABEL for label in labels) or len(host) > LONGEST_HOST:
        message = _("{host} 不是域名：两个点之间要有1到63个字").format(host=host)
        return AddressFault(message, _("从浏览器的地址栏重新复制网址"))
    return next(filter(None, map(_of_label, labels)), None)


def _is_numbered(host: str) -> bool:
    """As a browser reads it, wide digits too."""
    return bool(NUMBERED.fullmatch(unicodedata.normalize("NFKC", host).rstrip(".")))


def _is_ip(host: str) -> bool:
    try:
        if host.startswith("["):
            return host.isascii() and "%" not in host and bool(ipaddress.IPv6Address(host[1:].removesuffix("]")))
        return host.isascii() and bool(ipaddress.IPv4Address(host))
    except ValueError:
        return False


def _no_ip(host: str) -> AddressFault:
    message = _("网址的主机 {host} 是换了写法的 IP 地址").format(host=host)
    return AddressFault(message, _("写网站的域名；只有 IP 地址的，写成 203.0.113.7 的样子"))


def _of_label(label: str) -> AddressFault | None:
    """What is between two dots: letters, digits and hyphens of Latin, or of Chinese."""
    if label.lower().startswith("xn--"):
        return _of_punycode(label)
    if re.fullmatch(r"[A-Za-z0-9_-]+", label):
        return None
    narrow = unicodedata.normalize("NFKC", label).replace("。", ".").casefold()
    if narrow != label.casefold() or "ß" in label:
        message = _("域名里的“{label}”有全角或变了形的字符").format(label=label)
        return AddressFault(message, _("写作 {narrow}，并在浏览器里打开看看是不是这个网站").format(narrow=narrow))
    return _mixed(label, label)


def _of_punycode(label: str) -> AddressFault | None:
    try:
        meant = label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        meant = ""
    is_plain = unicodedata.normalize("NFKC", meant).casefold() == meant and not meant.isascii()
    if not is_plain or meant.encode("punycode").decode() != label[4:].lower():
        message = _("域名里的“{label}”不是正确的国际域名").format(label=label)
        return AddressFault(message, _("从浏览器的地址栏重新复制网址"))
    return _mixed(meant, label)


def _mixed(meant: str, written: str) -> AddressFault | None:
    """A name in letters that pass for others; scripts other than Latin do not stand beside it, but Han may."""
    odd = next((one for one in meant if not _fits(one, meant)), "")
    if not odd:
        return None
    if odd.isascii():
        message = _("域名里不能有“{odd}”：{written}").format(odd=odd, written=written)
        return AddressFault(message, _("从浏览器的地址栏重新复制网址"))
    message = _("域名里的“{written}”有与别的字符相似的“{odd}”（U+{code:04X}），真正打开的不是看上去的网站").format(
        written=written if written == meant else f"{written} = {visible(meant)}", odd=visible(odd), code=ord(odd)
    )
    return AddressFault(message, _("自己在浏览器里输入网站的域名，打开后从地址栏复制"))


def _fits(one: str, label: str) -> bool:
    if one.isascii():
        return bool(re.match(r"[a-z0-9_-]", one, re.I))
    if STROKES.match(one) or not one.isprintable() or characters.BLANK.match(one):
        return not re.search("[a-z0-9]", label, re.I) and bool(ASIAN.fullmatch(label))
    return _is_asian(one)


def _is_asian(one: str) -> bool:
    """Letters of Chinese and its neighbours, which nobody takes for Latin ones."""
    name = unicodedata.name(one, "")
    return unicodedata.category(one).startswith(("L", "M")) and name.startswith(
        ("CJK UNIFIED", "HIRAGANA", "KATAKANA", "HANGUL SYLLABLE", "TIBETAN", "MONGOLIAN LETTER", "ARABIC LETTER")
    )
