"""``calendar/<year>.yml``: the working days of a year, as the State Council arranges them."""

from disclosure.model.evidence import EvidenceRecord
from disclosure.model.fields import CORRECTED, FIXED, Day, Record, required


class CalendarRecord(Record, change=CORRECTED):
    """The days of a year that differ from the week: free ones from Monday to Friday, working ones at weekends."""

    year: int = required("年份", "等于文件名，例如 2026", ge=2000, le=2200, change=FIXED)
    holidays: list[Day] = required("放假的日子", "放假、调休的每一天，逐日写；落在双休日的可写可不写", min_length=1)
    workdays: list[Day] = required("上班的双休日", "因调休要上班的周六、周日，逐日写；没有就写 []")
    source: EvidenceRecord = required("出处", "国务院办公厅关于这一年部分节假日安排的通知")
