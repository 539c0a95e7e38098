"""``requests/<date>-<slug>.md``: what was asked of whom, by when an answer is due, and what came of it."""

from disclosure.model import vocabulary
from disclosure.model.evidence import EvidenceRecord
from disclosure.model.fields import CORRECTED, FIXED, FREE, Day, Minute, NameOf, Record, optional, required

# At least two characters that name something: a dash stands for nobody
NAMED = r"\w{2}"
# With the report that the document or the promise belongs to
DOCUMENT = r"^[a-z0-9-]+/[a-z0-9]+(?:[-.][a-z0-9]+)*$"


class ExtensionRecord(Record, change=CORRECTED):
    """More time that the body took, and told."""

    date: Day = required("告知日期", "机关告知延长的日期")
    days: int = optional("延长几个工作日", "不超过20；告知书没有写几天的按20", default=20, ge=1, le=20)
    reason: str | None = optional("理由", "机关说的理由，照录", long=True)
    evidence: list[EvidenceRecord] = optional("证据", "延期告知书", default=[])


class AnswerRecord(Record, change=CORRECTED):
    """What the body answered. It is evidence: of what the document says, or that there is none."""

    date: Day = required("答复日期", "答复书的日期，没有就写收到的日期")
    result: str = required("答复结果", "用词见词表 answers", words=vocabulary.ANSWERS)
    number: str | None = optional("文号", "答复书的文号")
    says: str | None = optional("答复内容", "一句话：答复说了什么，不加评价", long=True)
    reason: str | None = optional("理由", "部分公开、不予公开、不予处理时必填：机关说的理由和条文，照录", long=True)
    about: list[str] = optional(
        "说到的承诺",
        "答复的内容说到哪几条承诺，写 报告/编号，例如 2022/c016；只送来文件、没有说到的不写",
        default=[],
        names=NameOf.FAR_COMMITMENT,
    )
    evidence: list[EvidenceRecord] = required("证据", "答复书和随附文件，一份一项，最好有存档", min_length=1)


class RequestMeta(Record, change=CORRECTED):
    """The front matter of a request. Nothing of the applicant stands in it."""

    title: str = required("标题", "一句话：向谁要什么", min_length=4, max_length=60, change=FREE)
    date: Day = required("寄出日期", "寄出或提交的日期，等于文件名开头的日期；不晚于今天", change=FIXED)
    published: Minute = required(
        "发布时间", "在本站发布的时间，例如 2026-11-23 09:00；由人填写，此后不改", change=FIXED
    )
    holder: str = required("向哪个机关申请", "收信的行政机关，写全称", min_length=2, pattern=NAMED)
    documents: list[str] = optional(
        "要的文件",
        "documents.yml 里的文件，写 报告/编号，例如 2022/work-report-2023",
        default=[],
        names=NameOf.DOCUMENT,
    )
    commitments: list[str] = optional(
        "问的承诺", "直接问到的承诺，写 报告/编号，例如 2022/c016", default=[], names=NameOf.FAR_COMMITMENT
    )
    asks: str = required("申请的内容", "申请书里“申请公开的政府信息”一栏，照录；不写申请人的任何信息", long=True)
    channel: str = required("怎样提交", "例如 邮寄、当面、网上申请平台、电子邮件")
    receipt: str | None = optional("回执", "申请编号或收件凭证的编号；快递单号里有个人信息的不写")
    received: Day | None = optional("收到日期", "机关收到申请的日期（补正过的，写收到补正的日期）；从这一天起算期限")
    due: Day | None = optional("答复期限", "程序按工作日算出；机关书面告知另一天时才写，并写 because")
    because: str | None = optional(
        "期限为什么不同", "写了 due 时必填，例如 机关征求第三方意见，告知书写明的日期", long=True
    )
    extended: ExtensionRecord | None = optional("延长", "机关告知延长答复期限时写")
    answer: AnswerRecord | None = optional("答复", "收到答复后写")
