"""What the history holds that no editor writes as a record: a line of a report's text, an archived file."""

from disclosure.model.fields import FIXED, Record, required


class PassageRecord(Record, change=FIXED):
    """A line of a report's text; the text itself is held against the archived original at every build."""

    text: str = required("文字", "段落或标题的文字")


class ArchiveRecord(Record, change=FIXED):
    """An archived original or an attachment, by its bytes."""

    blob: str = required("存档", "存档的内容")
