"""``reports/<key>/digest.yml``: the report in a minute, and each of its sections in a few sentences."""

from disclosure.model.fields import FIXED, FREE, ID, Record, optional, required
from disclosure.model.ground import OwnGroundRecord


class DigestRecord(Record, change=FREE):
    """What the editors make of the whole report, or of one section, held against the records at every build."""

    section: str | None = optional(
        "小节",
        "写的是哪一节，例如 2-1-industry；写整份报告的不写",
        pattern=ID,
        means="小节的编号；写整份报告的为空",
        change=FIXED,
    )
    text: str = required(
        "摘要",
        "几句话，先写数字，只说依据里有的；引原话用“”，数字都要在依据里；整份报告最多300字，一节最多120字",
        min_length=10,
        means="编者写的摘要，不是报告的话",
    )
    grounds: list[OwnGroundRecord] = required("依据", "摘要凭什么；每次生成都核对，对不上就是错误", min_length=1)
