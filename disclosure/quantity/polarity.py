"""Whether more or less of a measure is better, where its name says so: 失业率, 价格涨幅.

An indicator's own `polarity` goes before; what the names do not say is better when it is more.
"""

from typing import Final

from .patterns import words
from .shapes import Polarity

_LESS_IS_BETTER: Final = words(
    "失业率 价格涨幅 物价涨幅 物价总水平涨幅 消费价格指数涨幅 CPI涨幅 CPI 价格总水平涨幅 赤字率 负债率 债务率 "
    "不良率 不良贷款率 死亡率 发病率 发案率 事故率 辍学率 投诉率 差错率 漏损率 空置率 贫困发生率 抛荒率 平均浓度"
)
# What may stand between the name and its figure
_BETWEEN: Final = words("均 预期 目标 为 在 约 拟 按 、 ： :")


def polarity_of(measure: str) -> Polarity:
    """The polarity of a measure, or of a text that ends with one: 今年城镇调查失业率."""
    while between := next((word for word in _BETWEEN if measure.endswith(word)), ""):
        measure = measure[: -len(between)]
    return "down" if measure.endswith(_LESS_IS_BETTER) else "up"
