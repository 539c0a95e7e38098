"""``corrections/<date>-<slug>.md``: something published here was wrong; what it said and what it says now."""

from disclosure.model.fields import CORRECTED, FIXED, FREE, Day, Minute, NameOf, Record, optional, required
from disclosure.model.record_names import PATTERN


class CorrectsRecord(Record, change=CORRECTED):
    """One field of one record that was wrong: what it said and what it says now."""

    record: str = required(
        "记录",
        "改的是哪一条记录，例如 updates/2022/2022-08-18-sunshine-dairy、2022/c016、corrections/2026-12-01-typo",
        pattern=PATTERN,
        names=NameOf.RECORD,
    )
    field: str = required("字段", "改的是哪个字段，例如 reported、observations.1.value、vote；正文写 body")
    was: str = required("原来", "这个字段原来写的，照录；正文写原来的那一句", long=True)
    now: str | None = optional("现在", "这个字段现在写的；删去了的不写", long=True)


class CorrectionMeta(Record, change=CORRECTED):
    """The front matter of a correction. The body says how it came about.

    What was changed in a record is listed in ``corrects``, and both pages lead to each other. What was wrong in a text
    that is no record is told by ``was`` and ``now``.
    """

    title: str = required("标题", "一句话说清哪里错了", min_length=4, max_length=60, change=FREE)
    date: Day = required("日期", "改正的日期，等于文件名开头的日期；不晚于今天", change=FIXED)
    published: Minute = required(
        "发布时间", "在本站发布的时间，例如 2026-11-23 09:00；由人填写，此后不改", change=FIXED
    )
    corrects: list[CorrectsRecord] = optional("更正的字段", "记录和字段，原来写的和现在写的，一处一项", default=[])
    was: str | None = optional("原来", "没有记录可写时，原来写的话，照录；写了 corrects 就不用写", long=True)
    now: str | None = optional("现在", "现在写的；删去了的不写", long=True)
