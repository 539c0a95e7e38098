"""An address leads where it seems to: look-alikes are refused, whatever field they stand in, and real ones pass."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from disclosure.source.web_address import fault, place
from tests.projects import Sandbox

REAL = (
    "https://www.gov.cn/",
    "http://www.gov.cn:8080/a/b.html?c=d&e=f#g",
    "https://中国.政务/",
    "https://南昌市公安局.政务/部门/信息.html",
    "https://xn--fiqs8s.xn--zfr164b/",
    "https://创意cbd.cn/",
    "http://218.64.56.12:8080/x",
    "http://[2001:db8::1]/",
    "https://www.一一.中国/",
    "https://xxgk_zwb.gov.cn/",
    "https://WWW.Gov.cn/",
    "https://例え.テスト/",
    "https://example.cn/搜索?词=甲&页=1",
    "https://example.cn/@somebody/1",
    "https://example.cn/?to=https://other.example/",
    "https://example.cn/new?title={record}&text={text}",
    "reports@example.gov.cn",
    "mailto:reports@example.gov.cn",
    "www.example.gov.cn",
)
FALSE = (
    "https://www.gov.cn@other.example/",
    "https://user:password@www.gov.cn/",
    "https://www.gov.cn%40other.example/",
    r"https://www.gov.cn\@other.example/",
    r"https:/\other.example/",
    "https:other.example/",
    "https:///other.example/",
    "//other.example/",
    "javascript:window.ran=1//",
    "data:text/html,a/",
    "file:///a/",
    "ftp://www.gov.cn/",
    "https://ｗｗｗ.gov.cn/",
    "https://www。gov。cn/",
    "https://www．gov．cn/",
    "https://www｡gov｡cn/",
    "https://www.gоv.cn/",
    "https://аррӏе.com/",
    "https://xn--80ak6aa92e.com/",
    "https://XN--80AK6AA92E.com/",
    "https://xn--gov-/",
    "https://www.gov.cn./",
    "https://.gov.cn/",
    "https://www..cn/",
    "https://www.gov.cn:/",
    "https://www.gov.cn:0/",
    "https://www.gov.cn:65536/",
    "https://www.gov.cn:８０/",
    "https://www.gov.cn:80:80/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://127.1/",
    "http://0177.0.0.1/",
    "http://１２７.0.0.1/",
    "http://[::1/",
    "http://[fe80::1%25eth0]/",
    "https://www.gov.cn\u2044a.other.example/",
    "https://www.gov.cn\u2215a.other.example/",
    "https://www.gov.cn丿a.other.example/",
    "https://www.gov.cn\u2024other.example/",
    "https://faß.example/",
    "https://ⓖov.cn/",
    "https://www.gov.cn/\u202egpj.html",
    "https://www.gov.cn/\u200b",
    "https://www.gov\u00ad.cn/",
    "https://www.gov\t.cn/",
    "https://www.gov\n.cn/",
    "https://www.gov.cn/\x1b[31m",
    "https://www.gov.cn/<b>",
    'https://www.gov.cn/"a',
    f"https://{'a' * 64}.cn/",
    f"https://{'a.' * 127}cn/",
    "reports@gоv.cn",
    "reports@www.gov.cn.",
    "www.gоv.cn",
)
LABELS = st.from_regex(r"[a-z0-9]{1,10}|[\u4e00-\u4e27\u5000-\u8fff]{1,6}", fullmatch=True).filter(
    lambda one: one != "xn"
)
HOSTS = st.lists(LABELS, min_size=1, max_size=3).map(".".join).map(lambda name: f"www.{name}.cn")
ALIKE = {"a": "а", "e": "е", "o": "о", "p": "р", "c": "с", "x": "х", "i": "і", "s": "ѕ"}


@pytest.mark.parametrize("address", REAL)
def test_a_real_address_passes(address: str) -> None:
    assert fault(address) is None


@pytest.mark.parametrize("address", FALSE)
def test_an_address_that_leads_elsewhere_is_refused(address: str) -> None:
    found = fault(address)
    assert found is not None
    assert (found.notice, bool(re.search("[\u4e00-\u9fff]", found.hint))) == (False, True)


@given(HOSTS, st.sampled_from(["", ":80", ":8080"]), st.sampled_from(["/", "/a", "/搜索?a=b#c"]))
def test_names_of_latin_letters_and_of_chinese_pass(host: str, port: str, rest: str) -> None:
    assert fault(f"https://{host}{port}{rest}") is None
    punycode = host.encode("idna").decode()
    assert fault(f"https://{punycode}{port}{rest}") is None


@given(HOSTS, HOSTS)
def test_a_user_before_a_name_is_always_seen(shown: str, opened: str) -> None:
    found = fault(f"https://{shown}@{opened}/")
    assert found is not None
    assert opened in found.message


@given(HOSTS, st.data())
def test_one_letter_of_another_script_is_always_seen(host: str, data: st.DataObject) -> None:
    places = [n for n, one in enumerate(host) if one in ALIKE]
    assume(places)
    at = data.draw(st.sampled_from(places))
    turned = host[:at] + ALIKE[host[at]] + host[at + 1 :]
    assert fault(f"https://{turned}/") is not None
    assert fault(f"https://{turned.encode('idna').decode()}/") is not None


@given(st.text())
def test_whatever_passes_is_what_every_reader_of_addresses_takes_it_for(text: str) -> None:
    for address in (f"https://{text}/", f"https://www.gov.cn{text}/", f"https://www.gov.cn/{text}", text):
        if fault(address) is None and "://" in address:
            assert urlsplit(address).username is None
            assert (address.isprintable(), "\\" in address) == (True, False)


LABELS = st.text(st.sampled_from("a7-汉政あ한ཀم"), min_size=1, max_size=63)


@given(st.lists(LABELS, min_size=1, max_size=4).map(".".join))
def test_whatever_passes_a_policy_names_by_plain_signs_or_not_at_all(host: str) -> None:
    address = f"https://{host}/a b;c/"
    assume(fault(f"https://{host}/") is None)
    assert re.fullmatch(r"(https://[a-z0-9.-]+(:[0-9]+)?/a%20b%3Bc/)?", place(address))


@pytest.mark.parametrize("host", ["汉" * 60, "اب1", "_report"])
def test_a_host_that_no_policy_can_name_has_no_place(host: str) -> None:
    assert fault(f"https://{host}.cn/") is None
    assert place(f"https://{host}.cn/") == ""


def test_every_field_that_leads_somewhere_is_held_to_it(project: Sandbox) -> None:
    project.edit("site.yml", "footer:\n", "address: https://www.gov.cn@other.example/\nfooter:\n")
    assert project.run("check").err == (
        "content/site.yml:5:1: [web-address] address：网址里“www.gov.cn@”是用户名，真正打开的是 other.example\n"
        "    提示：写作 https://other.example/；不是这个网站的，删去\n"
    )


def test_an_address_with_an_escape_of_yaml_is_read_as_it_is_meant(project: Sandbox) -> None:
    project.edit("site.yml", "footer:\n", 'licence: "https://www.gov.cn\\u0040other.example/"\nfooter:\n')
    assert "[web-address] licence" in project.run("check").err
