"""The front matter of ``reports/<key>/report.md``."""

from disclosure.model import vocabulary
from disclosure.model.fields import CORRECTED, FIXED, FREE, SHA256, Day, Minute, Record, optional, required

# docs/domain.md, Disclosure pages: unique and never changed once published
INDEX_NUMBER = r"^[0-9A-Za-z]{6,18}(?:/|--)[0-9]{4,6}-[0-9]{4,6}$"
# The first number in one of its forms, and the signs around it: ［1］ ① （注1） 1.
NOTE_MARK = r"^(?:[①¹]|[^\s0-9\u4e00]{1,4}[1１\u4e00①¹][^\s0-9\u4e00]{0,4}|[1１][^\s0-9]{1,2})$"


LINES = r"^[1-9][0-9]{0,5}(?:-[1-9][0-9]{0,5})?(?:, ?[1-9][0-9]{0,5}(?:-[1-9][0-9]{0,5})?)*$"


class NoteForm(Record, change=CORRECTED):
    """How the archive writes its notes, where it does not do so as ``[endnoteRef:1]`` and ``[1: …]``."""

    mark: str = required("注释标记", "正文里的注释标记，写第一号的样子，例如 〔1〕、①、（注1）", pattern=NOTE_MARK)
    body: str | None = optional(
        "注释开头", "注释本身怎样开头，写第一号的样子，例如 1.；与标记相同的不写", pattern=NOTE_MARK
    )
    lines: str = required("注释所在的行", "注释在存档原文的哪几行，例如 120-143, 150", pattern=LINES)


class LeftOut(Record, change=CORRECTED):
    """Lines of the archive that are not the report: what a web page or a printed page adds."""

    because: str = required("理由", "为什么不属于报告，例如 网页上的按钮", change=FREE)
    lines: dict[str, str] = required("不收入的行", "存档原文的行号和这一行的文字，写作 行号: 文字")


class Original(Record, change=CORRECTED):
    """The document that the archive was taken from, as it came: an attachment."""

    file: str = required(
        "原件",
        "content/files/ 里原件的文件名，写作 files/2024-report.docx；网页压缩成 .zip；原件永不修改",
        pattern=r"^files/[A-Za-z0-9._/-]+$",
    )
    sha256: str = required("原件摘要", "原件的 SHA-256，64位小写十六进制", pattern=SHA256)


# The archive itself is never changed; a wrong one gets a second file, and a correction that lists these two fields
class Source(Record, change=CORRECTED):
    """The archived original beside the report, and how it is read. Nothing else says what of it is text."""

    file: str = required(
        "存档原文",
        "同一文件夹里的原文文件名，用字母、数字和 . _ -，以 .txt 结尾；原文永不修改",
        pattern=r"^[A-Za-z0-9._-]+\.txt$",
    )
    sha256: str = required("原文摘要", "原文文件的 SHA-256，64位小写十六进制", pattern=SHA256)
    original: Original | None = optional("原件", "原文是从哪个文件里取出的；原文就是收到的文件的不写")
    notes: NoteForm | None = optional("注释的写法", "原文里的注释不写作 [endnoteRef:1] 和 [1: …] 的，写明是什么样子")
    left_out: list[LeftOut] = optional(
        "不收入的原文", "原文里不属于报告的行，例如网页的按钮、页码；其余每一行都收入", default=[]
    )
    joined: bool = optional(
        "断行已接上",
        "原文把一个段落断成几行的，写 true：报告的一行可以由原文的几行接成",
        default=False,
        means="报告的一行是否由原文的几行接成",
    )


class Disclosure(Record, change=CORRECTED):
    """The header that public disclosure platforms print; a missing value prints as a dash."""

    index: str | None = optional("索引号", "例如 a00000/2022-00001；没有就留空", pattern=INDEX_NUMBER, change=FIXED)
    category: str | None = optional("主题分类", "公开目录里的分类")
    publisher: str | None = optional("发布机构", "发布这份文件的机关")
    generated: Day | None = optional("生成日期", "文件在公开平台上生成的日期")
    number: str | None = optional("文件编号", "发文字号")
    validity: str | None = optional("有效性", "例如 有效、废止")
    scope: str | None = optional("公开范围", "例如 面向社会")
    method: str | None = optional("公开方式", "例如 主动公开")
    written: Day | None = optional("成文日期", "文件落款的日期；不能晚于发布时间")
    summary: str | None = optional("内容概述", "一两句话，只说文件里有什么")
    seen: str | None = optional(
        "怎样看到", "以上各项从哪里读到：原页面、镜像或转载", words=vocabulary.SEEN, means="公开信息各项从哪里读到"
    )
    excerpt: bool = optional("只读到摘录", "没有读到全文时写 true", default=False, means="是否只读到摘录")
    remark: str | None = optional("核对说明", "存档原文与公开的文本核对到哪里，有什么不同", change=FREE)


class ReportMeta(Record, change=CORRECTED):
    """The front matter of a report."""

    title: str = required("标题", "报告在本站的标题，例如 2022年示例区政府工作报告", change=FREE)
    heading: str = required("报告题名", "报告自己的题名，用于引用格式")
    district: str = required("地区", "作报告的地区")
    region: str = optional("上级地区", "所属省、市；不写就不显示", default="")
    year: int = required("年度", "报告部署工作的年份", ge=1949, le=2199)
    session: str = optional("会议", "听取报告的会议全称；没有查到就不写", default="")
    speaker: str = optional("报告人", "作报告的人；没有查到就不写", default="")
    speaker_title: str = optional("报告人职务", "作报告时的职务；没有查到就不写", default="")
    delivered: Day = required("报告日期", "作报告的日期，例如 2022-01-13")
    published: Minute = required(
        "发布时间", "在本站首次发布的时间，例如 2026-11-23 09:00；由人填写，此后不改", change=FIXED
    )
    source: Source = required("存档原文", "原文文件和它的摘要")
    disclosure: Disclosure = optional("公开信息", "信息公开目录的各项；没有的留空，页面显示“—”", default=Disclosure())
    complete: list[str] = optional(
        "登记完整的小节",
        "语句和数字都已登记或写明免列的小节，写标题的编号；部分包括它的各小节，开头几行写 p0；没有就不写",
        default=[],
        means="登记完整的小节：其中每个语句、每个数字都有记录，或写明免列的理由；p0 是开头几行",
    )
    note_prefix: str | None = optional(
        "注释锚点前缀",
        "术语表里本报告注释的锚点前缀，用小写字母、数字和连字符；省略时为“报告文件夹名-n”，发布后不改",
        pattern=r"^[a-z0-9-]+$",
        change=FIXED,
    )
    retired: dict[str, str] = optional(
        "停用编号", "不再使用的段落编号，写作 旧编号: 现编号；停用的编号不能再用", default={}
    )


class NarrativeMeta(Record, change=FREE):
    """The front matter of a narrative page (``content/*.md``)."""

    title: str = required("标题", "页面标题")
    description: str = required("说明", "一两句话，显示在搜索结果和网站地图里", long=True)
    published: Minute = required("发布时间", "首次发布的时间，例如 2026-11-23 09:00；由人填写，此后不改", change=FIXED)
    column: str = optional("栏目类型", "ColumnType 元数据，例如 概况信息", default="概况信息")
    order: int = optional("导航次序", "数字小的排在前面", default=100)
