"""What every record of a report has: an id, a title, and the words it stands on."""

from disclosure.model import vocabulary
from disclosure.model.fields import FIXED, FREE, Record, optional, required

PASSAGE = r"^p[0-9]{1,3}-[0-9]{2,5}[a-z]?(?:\.[0-9]{1,4})?$"
RESULT_REFERENCE = r"^[a-z]{1,3}[0-9]{1,6}(?:/[0-9]{1,4})?$"

# What commitments and results say alike
TITLE = required("标题", "短、直白、中性，一般不超过24个字", min_length=2, max_length=40, change=FREE)
TOPICS = required("主题", "一个或几个，用词见词表 topics", words=vocabulary.TOPICS, min_length=1, change=FREE)
GROUP = optional(
    "组",
    "同一处原文拆成的几条写同一个组名",
    pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$",
    means="同一处原文拆成的几条共用的组名",
    change=FREE,
)


class Quoted(Record, change=FIXED):
    """A record that quotes the report; the quote is matched again at every build."""

    passage: str = required(
        "段落", "引文所在段落的编号，例如 p2-05；p2-05.2 限定到第2句", pattern=PASSAGE, means="所在段落的编号"
    )
    quote: str = required("引文", "照录原文的一段连续文字，不改一字", min_length=1, means="照录的原文")
    occurrence: int | None = optional("第几处", "引文在段落里出现不止一次时，写是第几处，从1数起", ge=1)
