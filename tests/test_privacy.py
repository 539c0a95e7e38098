"""Personal numbers are found however they are written, and ordinary figures are not taken for them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.checks import privacy
from disclosure.personal import context, details, numbers, of_picture
from disclosure.personal.numbers import BEGIN, RUN
from disclosure.personal.shapes import CHECKS, PROVINCES, WEIGHTS
from disclosure.source import files
from disclosure.source.files import SourceFile
from tests.test_source_files import every_record

MOBILE, IDENTITY, CARD = "手机号：138****8000", "身份证号：110****002X", "银行卡号：411****1111"


def said(text: str | bytes, name: str = "files/list.txt") -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    found = privacy.written(SourceFile(f"content/{name}", name, data), files.text_of(data))
    return [f"{one.found.what}：{one.found.shown}" for one in found]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("电话13800138000。", MOBILE),
        ("138 0013 8000", MOBILE),
        ("138-0013-8000 or later", MOBILE),
        ("１３８００１３８０００", MOBILE),
        ("+8613800138000", MOBILE),
        ("+86 138 0013 8000", MOBILE),
        ("11010519491231002X", IDENTITY),
        ("110105 19491231 002x", IDENTITY.replace("X", "x")),
        ("110105-1949-1231-002X", IDENTITY),
        ("4111111111111111", CARD),
        ("卡号 4111 1111 1111 1111", CARD),
        ("4111-1111-1111-1111", CARD),
        ("4111\u00a01111\u00a01111\u00a01111", CARD),
        ("138.0013.8000", MOBILE),
        ("138**0013**8000", MOBILE),
        ("(138) 0013-8000", MOBILE),
        ("138-00138000", MOBILE),
        ("1 3 8 0 0 1 3 8 0 0 0", MOBILE),
        ("0086-138-0013-8000", MOBILE),
        ("008613800138000", MOBILE),
        ("86 13800138000", MOBILE),
        ("tel:13800138000", MOBILE),
        ("mailto:13800138000@sample.test", MOBILE),
        ("https://www.sample.test/call?phone=13800138000", MOBILE),
        ("手机 1380-0138-000", MOBILE),
        ("联系电话：138，0013，8000", MOBILE),
        ("甲,13800138000,1200", MOBILE),
        ("110105491231002", "身份证号：110****1002"),
        ("身份证 1101 0549 1231 002", "身份证号：110****1002"),
        ("1.1.0.1.0.5.1.9.4.9.1.2.3.1.0.0.2.X", IDENTITY),
        ("https://www.sample.test/?id=11010519491231002X", IDENTITY),
    ],
)
def test_a_personal_number_is_found_however_it_is_written(text: str, what: str) -> None:
    assert said(text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "2022-01-13 2022-01-14",
        "2019 2020 2021 2022 2023",
        "4111 1111 1111 1111 1111 1111",
        "138 2020 2021",
        "1,380,013,800",
        "1 380 013 800",
        "13800-13900",
        "138-150-160",
        "110105 19491231 0021",
        "c138-0013-8000",
        "138****8000",
        "a1b2c3138001380004d5e6",
        "13800138000元",
        "拨付13800138000余元",
        "¥13800138000",
        "13800000000",
        "13800138000.50",
        "13800138000-15000000000元",
        "合计：13800138000",
        "  value: 13800138000",
        "{period: 2024, value: 13800138000, unit: 元}",
        "https://www.sample.test/art/13800138000.html",
        "https://www.sample.test/t/4111111111111111",
        "www.sample.test/13800138000/",
        "files/13800138000.pdf",
        "文号13800138000",
        "第13800138000号",
        "编号：4111111111111111",
        "ISBN 9787510012345",
        "项目代码：4111111111111111",
        "91360104MA35KXXX8X",
        "11360104014569258X",
        "360104001001",
        "20240110000000001",
        "202401100000001",
        "12345、0791-88888888、400-800-1234",
        "192.168.100.12",
        "150、1200、3400",
        "150 1600 1700 1800",
        "13,800,138,000",
        "35***123",
        "110105********002X",
        "110105194913310021",
    ],
)
def test_dates_ranges_figures_and_ids_are_no_personal_numbers(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_is_searched_in_whatever_encoding_it_was_saved(encoding: str) -> None:
    assert said("姓名,电话\r\n张三,13800138000\r\n".encode(encoding), "files/LIST.CSV") == [MOBILE]


def test_a_column_of_figures_holds_no_numbers_of_people() -> None:
    assert said("项目,金额（元）,电话\n教育,13812345678,13800138000\n", "files/budget.csv") == [MOBILE]


@pytest.mark.parametrize(
    ("text", "what", "shown"),
    [
        ("家住幸福路12号3栋401室。", "门牌号", "家住幸福路**号*栋***室"),
        ("王家村3组12号", "门牌号", "王家村*组**号"),
        ("该户全家4口人", "家庭人口或收入", "该户全家*口人"),
        ("户主年收入3.2万元", "家庭人口或收入", "户主年收入*.*万元"),
        ("账号：6217 0000 1234 567", "账号", "账号：**** **** **** ***"),
        ("其母亲患白血病", "健康状况", "母亲患白血病"),
        ("李明，男，12岁", "未成年人", "，男，**岁"),
        ("出生日期：2012-03", "未成年人", "出生日期：****-**"),
        ("护照号E12345678", "证件号码", "护照号E********"),
        ("往来港澳通行证C12345678", "证件号码", "通行证C********"),
        ("赣A·12345", "车牌号", "赣A·*****"),
        ("一三八零零一三八零零零", "用汉字写的手机号", "一**********"),
    ],
)
def test_what_may_tell_of_one_persons_life_is_asked_about(text: str, what: str, shown: str) -> None:
    assert [(one.what, one.shown) for one in details(text)] == [(what, shown)]


@pytest.mark.parametrize(
    "text",
    [
        "地址：洪都中大道319号",
        "新增床位3000张，每户补助1000元",
        "青云小区12栋加装电梯3部",
        "住在三店街道、青云谱镇、城南村",
        "城镇居民家庭人均可支配收入35000元",
        "家庭年收入低于3万元的家庭",
        "张某某患白血病",
        "糖尿病患者规范管理率70%",
        "残疾人4200人，为留守儿童120名",
        "三年级5个班",
        "赣A牌照、赣府字〔2022〕12号",
        "电话号码138****1234，账号****1234",
        "二〇二二年一月十三日",
    ],
)
def test_statistics_offices_and_masks_are_not_asked_about(text: str) -> None:
    assert list(details(text)) == []


def test_pictures_of_papers_are_known_by_their_names() -> None:
    named = ["files/张三身份证.jpg", "户口簿首页", "id_card.png", "scan-passport-1.jpg", "公园照片.jpg", "hidcard.png"]
    assert [bool(of_picture(name)) for name in named] == [True, True, True, True, False, False]


def identity(region: str, day: str, order: str) -> str:
    body = region + day + order
    return body + CHECKS[sum(int(one) * weight for one, weight in zip(body, WEIGHTS, strict=True)) % 11]


def card(body: str) -> str:
    doubled = (sum(divmod(2 * int(one), 10)) for one in body[::-2])
    return body + str(-(sum(map(int, body[-2::-2])) + sum(doubled)) % 10)


def digits(size: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=size, max_size=size)


MOBILES = st.builds(lambda second, rest: f"1{second}{rest}7", st.sampled_from("3456789"), digits(8))
IDENTITIES = st.builds(
    lambda province, place, day, order: identity(province + place, f"{day:%Y%m%d}", order),
    st.sampled_from(sorted(PROVINCES)),
    digits(4),
    st.dates(date(1930, 1, 1), date(2024, 12, 31)),
    digits(3),
)
CARDS = st.builds(lambda issuer, rest: card(issuer + rest), st.sampled_from(["6217", "4563", "5212"]), digits(12))
GROUPS = {11: ((3, 4, 4), (3, 8), (7, 4), (1,) * 11), 18: ((6, 8, 4), (6, 4, 4, 4), (3, 15), (1,) * 18)}
BETWEEN = (" ", "-", ".", "·", "**", "－", "\u00a0", "\u200b", " -", "_")
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


@st.composite
def writings(draw: st.DrawFn, number: str) -> str:
    """The ways in which people write a number."""
    way = draw(st.sampled_from(["plain", "grouped", "wide", "abroad", "called"]))
    if way == "grouped" and len(number) in GROUPS:
        sizes, sign = draw(st.sampled_from(GROUPS[len(number)])), draw(st.sampled_from(BETWEEN))
        ends = list(accumulate(sizes))
        return sign.join(number[end - size : end] for end, size in zip(ends, sizes, strict=True))
    if way == "abroad" and len(number) == 11:
        return draw(st.sampled_from(["+86", "0086", "+86 ", "0086-", "tel:+86-"])) + number
    return number.translate(WIDE) if way == "wide" else "电话" * (way == "called") + number


@given(st.data(), st.one_of(MOBILES, IDENTITIES, CARDS), st.sampled_from(["", "，", "联系人甲，", "（", "Tel: "]))
def test_a_number_is_found_at_its_place_in_whatever_way_it_is_written(
    data: st.DataObject, number: str, before: str
) -> None:
    text = f"{before}{data.draw(writings(number))}。"
    (found,) = numbers(text)
    assert (found.digits, text[found.end :]) == (number, "。")
    assert len(before) <= found.start <= len(before) + len("tel:+86-电话")


@given(st.one_of(MOBILES, CARDS))
def test_the_same_digits_are_none_as_an_amount_or_an_id(number: str) -> None:
    ways = [
        "{}元",
        "{}多户",
        "¥{}",
        "https://a.test/x/{}.html",
        "编号：{}",
        "value: {}",
        "x{}",
        "{}a",
        "第{}号",
        "{}.25",
    ]
    assert [way for way in ways if list(numbers(way.format(number)))] == []


@given(st.one_of(MOBILES, IDENTITIES, CARDS), st.integers(3, 5))
def test_masks_are_none(number: str, hidden: int) -> None:
    masked = number[:3] + "*" * hidden + number[-4:]
    assert list(numbers(f"电话{masked}，{number[:2]}***{number[-3:]}")) == []


@given(
    st.lists(
        st.sampled_from([*"0189３８X -－\u00a0\u2010.*", "138", "0013", "1990", "411111", "+86", "0086"]), max_size=24
    )
)
def test_a_text_that_is_passed_over_holds_no_number(pieces: list[str]) -> None:
    text = "".join(pieces)
    runs = [run for run in RUN.finditer(text) if not BEGIN.search(text, *run.span())]
    assert [found for found in numbers(text) if any(run.start() <= found.start < run.end() for run in runs)] == []


def test_fields_that_hold_numbers_are_known_by_their_names() -> None:
    counted = {name for record in every_record() for name, one in record.declared.items() if _is_number(one.type)}
    assert counted <= context.NUMERIC


def _is_number(annotation: object) -> bool:
    return any(kind in (annotation, *getattr(annotation, "__args__", ())) for kind in (Decimal, int))
