"""Identity cards, mobiles and bank cards in a text, however they are written.

A *run* is digits with at most two signs that are no letters between them; its *groups* are the digits that stand
together. A number is a few whole groups of a run. Of identity numbers any grouping counts, for their day and check
character leave nothing to chance; of the others the groupings people write, unless a label says what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from unicodedata import decimal

from msgspec import Struct

from disclosure.personal import context
from disclosure.personal.shapes import is_card, is_identity, is_mobile, is_old_identity
from disclosure.personal.sighting import Sighting, number
from disclosure.translation import mark as N_

# Whatever they are, and however they are written: a stretch that holds enough digits. Few texts have one
SIGN = r"(?:[^\w\n]|_){0,2}"
RUN = re.compile(rf"\d(?<!\d\d)(?:{SIGN}\d){{10,}}(?:{SIGN}[XxＸｘ](?![A-Za-z]))?")
# ... and in which a number may begin with one of its groups
BEGIN = re.compile(
    rf"(?<!\d)(?:[0０]{{1,2}}|(?:[0０]{{2}})?[8８][6６])?{SIGN}[1１]{SIGN}[3-9３-９](?:{SIGN}\d){{9}}"
    rf"|(?<!\d)[1-9１-９](?:{SIGN}\d){{14}}"
)
PART = re.compile(r"\d+(?:[XxＸｘ])?|[XxＸｘ]")
WIDE_X = str.maketrans("Ｘｘ", "Xx")
LETTER = re.compile(r"[A-Za-z0-9]")
# Words that stand against a number without a sign between them
AGAINST = re.compile(r"(?:^|[^a-z])(?:tel|mob|mobile|phone|wx|vx|wechat|weixin)$", re.I)
# Between the groups of a list, a sum, a range or a time
LISTING = frozenset("、,，;；:：\t~～%％+=<>|/")
MOBILE_GROUPS = ((3, 4, 4), (3, 8), (7, 4), (3, 2, 2, 2, 2), (1,) * 11)
OLD_GROUPS = ((6, 6, 3), (6, 2, 2, 2, 3))
CARD_GROUPS = re.compile(r"4,4,4,4(?:,[1-3])?|6,1[0-3]|8,8|(?:1,){15,18}1")
YEAR = re.compile(r"(?:19|20)\d\d")
MOST = 40  # groups of one number, and more of a run are no numbers


class _Group(Struct, frozen=True):
    digits: str
    start: int
    end: int


class _Window(Struct, frozen=True, dict=True, kw_only=True):
    """A few groups of a run, which may be a number. ``called``: a label says so."""

    text: str
    groups: tuple[_Group, ...]
    called: bool

    @property
    def digits(self) -> str:
        return "".join(group.digits for group in self.groups)

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(len(group.digits) for group in self.groups)

    @property
    def start(self) -> int:
        return self.groups[0].start

    @property
    def end(self) -> int:
        return self.groups[-1].end

    @property
    def signs(self) -> list[str]:
        """What stands between the groups."""
        return [self.text[a.end : b.start] for a, b in zip(self.groups, self.groups[1:], strict=False)]

    @property
    def is_whole(self) -> bool:
        return len(self.groups) == 1

    @property
    def is_even(self) -> bool:
        """Whether no sign between the groups is that of a list."""
        return not any(LISTING.intersection(sign) for sign in self.signs)


def numbers(text: str) -> Iterator[Sighting]:
    """Each number of a person in a text, in order."""
    for run in RUN.finditer(text):
        if BEGIN.search(text, *run.span()):
            yield from _of_run(text, _groups(text, run))


def of_name(name: str) -> Iterator[Sighting]:
    """Each number in a file's name or the names of its folders."""
    for part in name.split("/"):
        yield from numbers(re.sub(r"(?:\.[A-Za-z]\w{0,4})+$", "", part))


def _groups(text: str, run: re.Match[str]) -> list[_Group]:
    """The run's groups; one that stands against a letter cannot be part of a number, and is left without digits."""
    return [_group(text, part) for part in PART.finditer(text, run.start(), run.end())]


def _group(text: str, part: re.Match[str]) -> _Group:
    before, after = text[part.start() - 1 : part.start()], text[part.end() : part.end() + 1]
    against = LETTER.match(before) and not AGAINST.search(text, max(0, part.start() - 9), part.start())
    digits = "" if against or LETTER.match(after) else _plain(part[0])
    return _Group(digits, part.start(), part.end())


def _plain(written: str) -> str:
    if written.isascii():
        return written
    return "".join(one if one in "Xx" else str(decimal(one)) for one in written.translate(WIDE_X))


def _of_run(text: str, groups: list[_Group]) -> Iterator[Sighting]:
    at, last = 0, 0
    while at < len(groups):
        found = next(_at(text, groups, at, last), None)
        if found is None:
            at += 1
            continue
        yield found[0]
        at = last = at + found[1]


def _at(text: str, groups: list[_Group], at: int, last: int) -> Iterator[tuple[Sighting, int]]:
    """The numbers that begin with a group, each with how many groups it takes; all before ``last`` are numbers."""
    called = context.is_labelled(text, groups[at].start)
    totals = accumulate(len(group.digits) for group in groups[at : at + MOST])
    for taken, total in enumerate(totals, 1):
        if total > 19 or not groups[at + taken - 1].digits:
            return
        if total < 11:
            continue
        window = _Window(text=text, groups=tuple(groups[at : at + taken]), called=called)
        what, digits = _what(window)
        if what and (window.called or window.is_whole or not _goes_on(text, groups, at, taken, last)):
            yield number(what, digits, window.start, window.end), taken


def _what(window: _Window) -> tuple[str, str]:
    """What number the window is, and its digits; empty where it is none."""
    digits, size = window.digits, len(window.digits)
    if size == 18 and is_identity(digits):
        return N_("身份证号"), digits
    if not digits.isdigit() or context.is_something_else(window.text, window.start, window.end, digits):
        return "", ""
    mobile = _mobile(window)
    if mobile:
        return N_("手机号"), mobile
    if size == 15 and is_old_identity(digits) and _is_grouped(window, OLD_GROUPS):
        return N_("身份证号"), digits
    if size >= 16 and is_card(digits) and _is_card_grouped(window):
        return N_("银行卡号"), digits
    return "", ""


def _mobile(window: _Window) -> str:
    """The window's mobile number, without the prefix of the country."""
    digits, sizes = window.digits, window.sizes
    before = window.text[max(0, window.start - 2) : window.start]
    for prefix in ("0086", "86", "0"):
        if digits.startswith(prefix) and is_mobile(digits[len(prefix) :]):
            sure = window.called or prefix == "0086" or before.endswith(("+", "＋")) or sizes[0] == len(prefix)
            rest = (sizes[0] - len(prefix), *sizes[1:]) if sizes[0] > len(prefix) else sizes[1:]
            fits = window.called or (rest in (*MOBILE_GROUPS, (11,)) and window.is_even)
            return digits[len(prefix) :] if (sure and fits and prefix != "0") or window.called else ""
    return digits if is_mobile(digits) and _is_grouped(window, MOBILE_GROUPS) else ""


def _is_grouped(window: _Window, known: tuple[tuple[int, ...], ...]) -> bool:
    if window.is_whole or window.called:
        return True
    years = sum(YEAR.fullmatch(group.digits) is not None for group in window.groups)
    return window.sizes in known and window.is_even and years < 2


def _is_card_grouped(window: _Window) -> bool:
    known = CARD_GROUPS.fullmatch(",".join(map(str, window.sizes))) is not None
    return window.is_whole or window.called or (known and window.is_even)


def _goes_on(text: str, groups: list[_Group], at: int, taken: int, last: int) -> bool:
    """Whether the series goes on, before or after, with the sign that stands between the window's groups.

    Then it is a column of figures; unless what goes on is another such number.
    """
    signs = {text[a.end : b.start] for a, b in zip(groups[at:], groups[at + 1 : at + taken], strict=False)}
    before = at > last and text[groups[at - 1].end : groups[at].start] in signs
    end = at + taken
    if before or end == len(groups) or text[groups[end - 1].end : groups[end].start] not in signs:
        return before
    return next(_at(text, groups, end, end), None) is None
