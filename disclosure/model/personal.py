"""``personal.yml``: what looks like personal data, or asks to be looked at, and may stand all the same."""

from disclosure.model.fields import FREE, Record, required


class PersonalRecord(Record, change=FREE):
    """The answer to one message about a file: what it found there is none, or may be public, for this reason."""

    file: str = required("文件", "content/ 下的路径，照消息里的写，例如 files/notice.docx", min_length=4)
    found: str = required("看到的", "照录消息里引号中的话，数字已经打码，例如 139****5678", min_length=2)
    because: str = required("理由", "为什么可以公开，一句话，例如 单位的值班电话，原文公布", min_length=4)
