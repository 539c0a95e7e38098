"""``rubric.yml``: the numbers that the verdicts need and no official text gives. A proposal, with a version."""

from disclosure.model.fields import FREE, Day, Number, Record, optional, required


# All of a rubric is free to change: other numbers need another version, and a rule of its own sees to that
class ToleranceRecord(Record, change=FREE):
    """How far 左右 and 约 may be off."""

    t1: Number = required("达成", "差距不超过它，算达成", ge=0)
    t2: Number = required("待判断", "差距不超过它，待人工判断；更大算未达成", ge=0)


class RevisionRecord(Record, change=FREE):
    """How far a provisional number may still move."""

    rates: Number = required("增速", "百分点", ge=0)
    amounts: Number = required("总量", "占数字的百分之几", ge=0)


class RubricRecord(Record, change=FREE):
    """One version of the rubric; older ones are in the history."""

    version: str = required("版本", "改了数字就换一个版本，例如 2", pattern=r"^[0-9]+(?:\.[0-9]+)*$")
    date: Day = required("日期", "从哪一天起用")
    rates: ToleranceRecord = required("增速", "增速、比重的允许出入，单位是百分点")
    amounts: ToleranceRecord = required("总量", "总量的允许出入，单位是目标的百分之几")
    revision: RevisionRecord = required("修订幅度", "预计数、初步数通常还会修订多少")
    because: str = required("理由", "为什么定这些数，显示在方法说明里")


class LinkRecord(Record, change=FREE):
    """``links.yml``: what the check of outside links found, written by ``python build.py evidence --check``."""

    url: str = required("网址", "检查过的网址", leads=True)
    checked: Day = required("检查日期", "最后一次检查的日期")
    works: bool = required("能打开", "那一天能不能打开")
    said: str | None = optional("回答", "对方怎样回答，例如 404")
