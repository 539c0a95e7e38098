"""How a value was meant that is written in a way of its own: 2025年1月6日, ５, c16, files\\a.pdf.

Each maker gives what a text may have meant, likeliest first. Whether one of these is right is for the field to say:
a spelling is only ever shown in a hint.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, get_args, get_origin
from unicodedata import normalize, numeric

from msgspec import ValidationError, convert

from disclosure.model.fields import Field
from disclosure.model.update import UNKNOWN as NOBODY_KNOWS
from disclosure.model.written import read_value, written
from disclosure.source.spelling_tables import AFTERNOON, AROUND, BRACKETS, FALSE, HALVES, TIMES, TRUE, UNKNOWN
from disclosure.source.yaml_mending import quoted

SpellingMaker = Callable[[str], Iterator[str]]

DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−－", "-") | {"／": "/", "：": ":", "。": ".", "．": "."})
DATE = re.compile(r"(\d{4})\s*([-./年])\s*(\d{1,2})\s*(?:\2|月)\s*(\d{1,2})(?!\d)\s*日?号?")
JOINED_DATE = re.compile(r"((?:19|20|21)\d\d)()(\d\d)(\d\d)(?!\d)")
DAY_BEFORE = re.compile(rf"(?:{DATE.pattern}|{JOINED_DATE.pattern})".replace(r"\2", "[-./]"))
CLOCK = re.compile(r"(上午|下午|晚上|早上|中午)?\s*(\d{1,2})\s*(?:[:.时点]\s*(\d{1,2})?分?)?(?::\d\d)?")
MONTH = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?(?:份|底|末)?")
SPAN = re.compile(r"\s*(?:--+|~+|至|到|/)\s*")
# With a unit, but without a word that makes it another number
AMOUNT = re.compile(r"(-?\d+(?:\.\d+)?)\s*(万|亿)?[^\d多余约近左以至]{0,6}")
ID = re.compile(r"([crk])[-_ ]*([0-9ol]{1,6})(?:\.ya?ml)?((?:[/\\_-]\d+)?)", re.I)
PASSAGE = re.compile(r"[{#\s]*p(\d{1,3})[-_]+(\d{1,5})((?:\.\d{1,4})?)[}\s]*", re.I)
SPAN_OF_IDS = re.compile(r"([crk])(\d{1,6})\s*[-~至到]+\s*[crk]?(\d{1,6})", re.I)
# As many are named at most
MOST = 20
APART = re.compile(r"\s*[,，、；;]\s*|\s+")


def plain(text: str) -> str:
    """In half-width signs, with one kind of dash, without what stands around a value by mistake."""
    return normalize("NFKC", text.translate(DASHES)).strip(AROUND)


def meant(field: Field, value: Any) -> str:
    """The value as the field would take it, spelt in YAML; empty where nobody can tell."""
    if not isinstance(value, str):
        return ""
    if get_origin(field.type) is list and get_args(field.type)[0] is str:
        return _listed(value)
    scalar = _scalar(field.type)
    # A text without a form of its own is right as it is
    makers = _MAKERS.get(scalar, ()) if scalar is not str or "pattern" in field.limits else ()
    tried = (one for maker in makers for one in maker(value))
    return next((one for one in tried if one != value and _fits(field, one)), "")


def item(field: Field, value: Any) -> str:
    """The same of one item of a list."""
    inner = get_args(field.type)[0] if get_origin(field.type) is list else None
    makers = _MAKERS.get(inner, ()) if isinstance(value, str) else ()
    tried = (one for maker in makers for one in maker(value))
    return next((one for one in tried if one != value and _converts(inner, {}, one)), "") if inner is not str else ""


def _scalar(type: Any) -> Any:
    return next((one for one in get_args(type) if one in _MAKERS), type)


def _fits(field: Field, text: str) -> bool:
    return _converts(field.type, field.limits, text)


def _converts(type: Any, limits: Any, text: str) -> bool:
    try:
        convert(text, written(type, limits), dec_hook=read_value)
    except ValidationError:
        return False
    return True


def _listed(value: str) -> str:
    """Words beside each other, as a list."""
    words = [one for one in APART.split(value.strip(BRACKETS + " ")) if one]
    one = value.strip(BRACKETS + " ")
    apart = len(words) > 1 and all(re.fullmatch(r"[\w./-]+", word, re.A) for word in words)
    several = words if apart or re.search(r"[,，、；;]", one) else [one]
    return f"[{', '.join(_item(each) for each in several)}]" if one and not re.search(r"[:{}\"']", one) else ""


def _item(text: str) -> str:
    return quoted(text) if re.search(r"[,\[\]#&*!|>%@`]|^[-?:]", text) else text


def days(text: str) -> Iterator[str]:
    """The day with which a text begins."""
    for form in (DATE, JOINED_DATE):
        if found := form.match(plain(text)):
            yield f"{found[1]}-{int(found[3]):02}-{int(found[4]):02}"


def _minutes(text: str) -> Iterator[str]:
    whole = plain(text).replace("T", " ")
    found = DATE.match(whole)
    clock = CLOCK.fullmatch(whole[found.end() :].strip()) if found else None
    if not found or not clock:
        return
    late = 12 if clock[1] in AFTERNOON and int(clock[2]) < 12 else 0
    yield f"{next(days(text))} {int(clock[2]) + late:02}:{int(clock[3] or 0):02}"


def _times(text: str) -> Iterator[str]:
    """Years, months, days, and spans of these."""
    whole = plain(text)
    yield whole
    yield from days(text)
    if found := MONTH.fullmatch(whole):
        yield f"{found[1]}-{int(found[2]):02}"
    year, rest = whole[:4], whole[4:].removeprefix("年").strip() or "年"
    if rest in HALVES:
        yield "-".join(filter(None, (year, HALVES[rest])))
    if whole in UNKNOWN:
        yield NOBODY_KNOWS
    ends = SPAN.split(whole)
    if len(ends) == 2:
        first, last = (next(_times(one), one) if MONTH.fullmatch(one) is None else _month(one) for one in ends)
        yield f"{first}/{last}"
        yield last


def _month(text: str) -> str:
    found = MONTH.fullmatch(text)
    return f"{found[1]}-{int(found[2]):02}" if found else text


def _truths(text: str) -> Iterator[str]:
    word = plain(text).lower()
    yield from (said for said, words in (("true", TRUE), ("false", FALSE)) if word in words)


def _numbers(text: str) -> Iterator[str]:
    whole = plain(text)
    closed = re.sub(r"(?<=\d)[\s,](?=\d{3}(?:\D|$))", "", whole)
    if found := AMOUNT.fullmatch(closed):
        yield f"{(Decimal(found[1]) * TIMES[found[2]]).normalize():f}"
    digits = [numeric(sign, 10) for sign in whole.removesuffix("年")]
    if digits and max(digits) < 10:
        yield "".join(f"{one:.0f}" for one in digits)


def _texts(text: str) -> Iterator[str]:
    """Ids, addresses, files, digests: each in its own usual form."""
    whole = plain(text)
    yield whole
    yield whole.lower()
    yield from _ids(whole)
    yield from _times(text)
    path = whole.replace("\\", "/").removeprefix("./").removeprefix("content/")
    yield from (path, re.sub(r"\.(?:md|ya?ml)$", "", path))
    if re.search(r"\w\.\w{2,5}$", path):
        yield f"files/{path}"
    yield from _addresses(text)
    if "/" not in whole:
        yield re.sub(r"[\s_]+", "-", whole.lower())


def _ids(whole: str) -> Iterator[str]:
    report, slash, last = whole.lower().replace("\\", "/").partition("/")
    for before, id in (("", whole), (report + slash, last)):
        if found := ID.fullmatch(id):
            digits = found[2].lower().replace("o", "0").replace("l", "1")
            number = re.sub(r"\D", "", found[3])
            yield f"{before}{found[1].lower()}{int(digits):03}{'/' if number else ''}{number}"
    if found := PASSAGE.fullmatch(whole):
        yield f"p{found[1]}-{int(found[2]):02}{found[3]}"


def _addresses(text: str) -> Iterator[str]:
    whole = normalize("NFKC", text).strip("<>()[]（）。，；、 ")
    link = re.search(r"https?://[^\s)）>，。；、]+$", f"https://{whole}" if whole.startswith("www.") else whole)
    if link and len(re.findall("https?:", whole)) < 2:
        yield from (re.sub(r"/index\.html?$", "/", link[0]), f"{link[0]}/")


def among(text: str, known: Collection[str]) -> str:
    """Which of the ``known`` ids a text names, as YAML, several of them as a list; empty where it names others."""
    named = [_known(word, known) for word in APART.split(plain(text))]
    span = SPAN_OF_IDS.fullmatch(plain(text))
    if span and int(span[3]) - int(span[2]) in range(1, MOST):
        named = [_known(f"{span[1]}{n}", known) for n in range(int(span[2]), int(span[3]) + 1)]
    whole = _known(text, known)
    several = f"[{', '.join(named)}]" if len(named) > 1 and all(named) else ""
    return whole or several


def _known(text: str, known: Collection[str]) -> str:
    return next((one for one in (text, *_ids(plain(text))) if one in known), "")


_MAKERS: dict[Any, tuple[SpellingMaker, ...]] = {
    date: (days,),
    datetime: (_minutes,),
    bool: (_truths,),
    int: (_numbers,),
    Decimal: (_numbers,),
    str: (_texts,),
}
