"""``questions.yml``: what citizens ask, with answers that are held against the records at every build."""

from disclosure.model.fields import FIXED, FREE, ID, Record, optional, required
from disclosure.model.ground import GroundRecord


class WayRecord(Record, change=FREE):
    """A page or a file where the answer is found."""

    to: str = required("网址", "站内地址，例如 reports/2022/projects.html、data/targets.csv、indicators.html#x")
    label: str = required("名称", "链接上的字", min_length=2, max_length=40)


class QuestionRecord(Record, change=FREE):
    """One question, its answer and what that stands on."""

    id: str = required(
        "编号", "英文小写，永久不变，也是页面上的锚点，例如 lift", pattern=ID, max_length=80, means="编号", change=FIXED
    )
    question: str = required("问题", "照读者的问法，一句话", min_length=4, max_length=40)
    wordings: list[str] = optional("别的问法", "读者还会怎样问，供搜索，不显示", default=[])
    answer: str = required("答案", "几句话，只说依据里有的；引原话用“”，数字都要在依据里", min_length=4, max_length=400)
    grounds: list[GroundRecord] = optional("依据", "答案凭什么；每次生成都核对，对不上就是错误", default=[])
    ways: list[WayRecord] = optional("去哪里看", "写着答案的页面或文件", default=[])
