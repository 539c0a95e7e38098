"""What every record of a report has: an id, a title, and the words it stands on."""

from disclosure.model.fields import FIXED, Record, optional, required

PASSAGE = r"^p[0-9]+-[0-9]{2,}[a-z]?(?:\.[0-9]+)?$"
RESULT_REFERENCE = r"^[a-z]+[0-9]+(?:/[0-9]+)?$"
GROUP = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"


class Quoted(Record, change=FIXED):
    """A record that quotes the report; the quote is matched again at every build."""

    passage: str = required(
        "段落", "引文所在段落的编号，例如 p2-05；p2-05.2 限定到第2句", pattern=PASSAGE, means="所在段落的编号"
    )
    quote: str = required("引文", "照录原文的一段连续文字，不改一字", min_length=1, means="照录的原文")
    occurrence: int | None = optional("第几处", "引文在段落里出现不止一次时，写是第几处，从1数起", ge=1)
