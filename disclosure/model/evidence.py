"""A public document behind a statement. Addresses die: a snapshot under ``content/files/`` with its digest lasts."""

from disclosure.model import vocabulary
from disclosure.model.fields import CORRECTED, SHA256, Day, NameOf, Record, optional

WEB = r"^https?://[^\s/?#]+(?:[/?#]\S*)?$"


class EvidenceRecord(Record, change=CORRECTED):
    """A document as a reader can look it up: by its title, its address or the publisher's own number."""

    publisher: str | None = optional(
        "发布者", "发布这份材料的机关、媒体或公司，例如 示例区人民政府；只有本站段落（passage）可以不写"
    )
    passage: str | None = optional(
        "本站段落",
        "材料就是本站的一份报告时，写报告和段落，例如 2023/p1-03；第2句写 2023/p1-03.2",
        pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*/p[0-9]{1,3}-[0-9]{2,5}[a-z]?(?:\.[0-9]{1,4})?$",
        means="本站报告的段落",
        names=NameOf.PASSAGE,
    )
    title: str | None = optional("标题", "材料自己的标题，照录；只知道网址或编号时可以不写")
    url: str | None = optional("网址", "以 http(s):// 开头的完整网址；不知道就不写，不要猜", pattern=WEB, leads=True)
    locator: str | None = optional(
        "编号", "发布者自己的文章编号、文号或证券代码，没有网址时便于查找", means="发布者自己的文章编号、文号"
    )
    date: Day | None = optional("材料日期", "材料自己的日期")
    retrieved: Day | None = optional("查阅日期", "查到这份材料的日期")
    seen: str | None = optional(
        "怎样看到", "在哪里读到它：原页面、镜像或转载；镜像和转载不写网址", words=vocabulary.SEEN
    )
    excerpt: bool = optional("只读到摘录", "没有读到全文时写 true", default=False, means="是否只读到摘录")
    says: str | None = optional("内容", "一句话：材料说了什么", long=True)
    does_not_say: str | None = optional("没有说", "一句话：读者可能以为它说了、其实没有说的", long=True)
    snapshot: str | None = optional(
        "存档",
        "content/files/ 里的存档文件，例如 files/2022-08-18.pdf；写了就要写 sha256",
        pattern=r"^files/[^\s]+$",
        means="本站存档的地址",
        names=NameOf.ATTACHMENT,
    )
    sha256: str | None = optional("存档摘要", "存档文件的 SHA-256，64位小写十六进制", pattern=SHA256)
