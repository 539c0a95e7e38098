"""``indicators/<id>.yml``: a measure followed over years."""

from typing import Literal

from disclosure.model.fields import CORRECTED, FIXED, FREE, ID, Record, optional, required
from disclosure.model.quoted import RESULT_REFERENCE


class ObservationRecord(Record, change=CORRECTED):
    """One value of an indicator, as a report states it."""

    period: str = required("时期", "年份，例如 2021", pattern=r"^[0-9]{4}$", means="年份")
    report: str = required("报告", "写明这个数的报告，例如 2022")
    result: str = required("成果", "写明这个数的成果编号，例如 r003；有几个数字时写 r003/2", pattern=RESULT_REFERENCE)


class IndicatorTargetRecord(Record, change=CORRECTED):
    """A target for an indicator: a commitment's target."""

    period: str = required("时期", "年份，例如 2022", pattern=r"^[0-9]{4}$", means="年份")
    report: str = required("报告", "写明这个目标的报告，例如 2022")
    commitment: str = required("承诺", "写明这个目标的承诺，例如 c002/1", pattern=r"^c[0-9]{3,}(?:/[0-9]+)?$")


class IndicatorRecord(Record, change=CORRECTED):
    """One indicator a file; the file's name is its id."""

    id: str = required("编号", "英文小写，等于文件名，例如 gdp-growth", pattern=ID, means="指标的编号", change=FIXED)
    name: str = required("名称", "指标的中文名，例如 地区生产总值增速", means="指标的名称", change=FREE)
    unit: str = required("单位", "基本单位，例如 %、元、家", means="基本单位")
    polarity: Literal["up", "down"] = required("方向", "up 越高越好，down 越低越好", means="up 越高越好，down 越低越好")
    rate_of: str | None = optional("是谁的增速", "增速指标写它对应的总量指标编号，用于推算绝对目标", pattern=ID)
    observations: list[ObservationRecord] = optional("实际值", "各年的值", default=[])
    targets: list[IndicatorTargetRecord] = optional("目标", "各年的目标", default=[])
    note: str | None = optional("说明", "口径不完全相同等需要读者知道的事", change=FREE)
