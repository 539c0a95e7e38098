"""``measures.yml``: the measures on which a site of several districts compares them."""

from disclosure.model.fields import CORRECTED, FIXED, FREE, ID, Record, optional, required


class MeasureRecord(Record, change=CORRECTED):
    """One measure, counted alike in all districts; an indicator of a district names it (``measure``)."""

    id: str = required(
        "编号", "英文小写，永久不变，也是它的网址，例如 gdp", pattern=ID, max_length=80, means="编号", change=FIXED
    )
    name: str = required("名称", "指标的中文名，不带区县，例如 地区生产总值", means="名称", change=FREE)
    unit: str = required("单位", "基本单位，例如 %、元、家；各区县的这一指标都用它", means="基本单位")
    rate_of: str | None = optional(
        "是谁的增速", "增速写它对应的总量的编号；总量和增速各是一项", pattern=ID, max_length=80
    )
    note: str | None = optional("说明", "各区县口径哪里不同等读者需要知道的事", max_length=200, change=FREE)
