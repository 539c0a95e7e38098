"""分别 makes one target each; the words given once hold for all."""

import pytest

from disclosure.quantity import split_respective


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("地区生产总值、财政收入分别增长7%、5%左右", (("地区生产总值", "7%左右"), ("财政收入", "5%左右"))),
        ("力争出口和进口分别增长7%以上和5%左右", (("出口", "7%以上"), ("进口", "5%左右"))),
        ("氮氧化物、二氧化硫分别下降3%、2%", (("氮氧化物", "下降3%"), ("二氧化硫", "下降2%"))),
        ("人数、户数分别达到3万人、5万户以上，其他", (("人数", "达到3万人以上"), ("户数", "达到5万户以上"))),
        ("一是，养老、医疗分别为3.3万人、11.8万人。", (("养老", "3.3万人"), ("医疗", "11.8万人"))),
        ("地区生产总值增长7%左右", ()),
        ("城乡居民收入分别增长8%、9%", ()),
        ("分别是：1.智慧作业；2.矛盾纠纷", ()),
    ],
)
def test_each_measure_gets_its_figure(text, pairs):
    assert split_respective(text) == pairs
