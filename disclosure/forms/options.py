"""What can be said of a new record on the command line, by its kind. Light: every command's start reads it."""

from __future__ import annotations

from msgspec import Struct

from disclosure.translation import mark as N_

# How an option is given: any number of times, at most once, or without a value
MANY, ONE, FLAG = "many", "one", "flag"


class FormOption(Struct, frozen=True, kw_only=True):
    """``needed`` where nothing can be written without it; ``asks`` is the question on a terminal, empty for what is not
    asked."""

    name: str
    help: str
    sample: str = ""
    kind: str = ONE
    needed: bool = False
    asks: str = ""


class FormKind(Struct, frozen=True, kw_only=True):
    """A kind of record that can be begun."""

    name: str
    help: str
    options: tuple[FormOption, ...]


COMMITMENT = FormOption(
    name="commitment",
    help=N_("承诺的编号，可以写几次；别的报告的写 2022/c016"),
    sample="c016",
    kind=MANY,
    needed=True,
    asks=N_("说的是哪几条承诺：编号，或标题、原文里的几个字"),
)
ABOUT = FormOption(name="about", help=N_("不知道编号时：标题或原文里有这几个字的承诺"), sample=N_("产业中心"))
REPORT = FormOption(name="report", help=N_("哪一份报告，不写就是最新的一份"), sample="2022")
ID = N_("编号，英文小写，发布后不改")

UPDATE = FormKind(
    name="update",
    help=N_("跟踪更新：承诺后来怎样，一条一个文件"),
    options=(
        COMMITMENT,
        ABOUT,
        REPORT,
        FormOption(
            name="title", help=N_("一句话说清发生了什么"), sample=N_("标题"), asks=N_("标题，一句话说清发生了什么")
        ),
        FormOption(
            name="day",
            help=N_("材料公开的日期；材料没有写明哪一天就不写"),
            sample="2026-11-23",
            asks=N_("材料公开的日期，例如 2026-11-23"),
        ),
        FormOption(
            name="event",
            help=N_("事情发生的时间：2022-08-16、2022-08、2022、2022-10/2022-12，或 不详"),
            sample="2022-08",
            asks=N_("事情发生的时间，例如 2022-08"),
        ),
        FormOption(name="slug", help=N_("文件名里的英文短名，不写就用承诺的编号"), sample="sunshine-dairy"),
        FormOption(name="figures", help=N_("全年的实际值：给每个还缺数的目标写好一项，只填数"), kind=FLAG),
    ),
)
CORRECTION = FormKind(
    name="correction",
    help=N_("更正：发布过的内容哪里错了；先改，再运行，原来的和现在的自动写好"),
    options=(
        FormOption(
            name="record",
            help=N_("哪一条记录，可以写几次；不写就是所有改了却没有更正的"),
            sample="2022/c016",
            kind=MANY,
        ),
        FormOption(name="field", help=N_("它的哪个字段，一个记录一个"), sample="targets.1.value", kind=MANY),
        FormOption(name="was", help=N_("不是记录里的字段时，原来的话"), sample=N_("原来的话")),
        FormOption(name="now", help=N_("不是记录里的字段时，现在的话"), sample=N_("现在的话")),
        FormOption(name="title", help=N_("一句话说清哪里错了"), sample=N_("标题"), asks=N_("标题，哪里错了")),
        FormOption(name="slug", help=N_("文件名里的英文短名，不写就用记录的编号"), sample="wrong-figure"),
    ),
)
VOTE = FormKind(
    name="vote",
    help=N_("票决：一份报告的民生实事候选一次票决，一个文件写全部项目"),
    options=(
        REPORT,
        FormOption(name="commitment", help=N_("只写这几个项目，可以写几次；不写就是全部"), sample="c027", kind=MANY),
        ABOUT,
        FormOption(name="day", help=N_("票决的日期"), sample="2026-01-11", asks=N_("票决的日期，例如 2026-01-11")),
    ),
)
ADJUSTMENT = FormKind(
    name="adjustment",
    help=N_("目标调整：写在承诺自己的文件里，原来的不删"),
    options=(
        COMMITMENT,
        ABOUT,
        REPORT,
        FormOption(name="target", help=N_("第几个目标；只有一个时不写"), sample="1"),
        FormOption(name="deadline", help=N_("调整的是完成时限，不是目标"), kind=FLAG),
        FormOption(name="new", help=N_("调整后的目标或时限，照录"), sample=N_("3500个"), asks=N_("调整为")),
        FormOption(
            name="day", help=N_("决定调整的日期"), sample="2026-07-10", asks=N_("决定调整的日期，例如 2026-07-10")
        ),
    ),
)
REQUEST = FormKind(
    name="request",
    help=N_("公开申请：寄出以后登记"),
    options=(
        FormOption(
            name="document",
            help=N_("要的文件，documents.yml 里的编号，可以写几次"),
            sample="work-report-2023",
            kind=MANY,
            asks=N_("要哪一份文件"),
        ),
        FormOption(name="commitment", help=N_("直接问到的承诺，可以写几次"), sample="2022/c016", kind=MANY),
        ABOUT,
        REPORT,
        FormOption(name="to", help=N_("收信的行政机关；不写就是掌握这份文件的机关"), sample=N_("机关全称")),
        FormOption(
            name="title",
            help=N_("一句话：向谁要什么"),
            sample=N_("标题"),
            asks=N_("标题，例如 向区政府要2023年政府工作报告"),
        ),
        FormOption(name="day", help=N_("寄出日期，不写就是今天"), sample="2026-11-23"),
        FormOption(name="channel", help=N_("怎样提交"), sample=N_("邮寄"), asks=N_("怎样提交，例如 邮寄")),
        FormOption(name="slug", help=N_("文件名里的英文短名，不写就用文件的编号"), sample="work-report"),
    ),
)
DEPARTMENT = FormKind(
    name="department",
    help=N_("责任单位：在词表里加一个"),
    options=(
        FormOption(name="label", help=N_("单位名称"), sample=N_("拾光区交通局"), needed=True, asks=N_("单位名称")),
        FormOption(name="id", help=ID, sample="transport", needed=True, asks=N_("编号，例如 transport")),
        FormOption(name="description", help=N_("说明，一句话"), sample=N_("说明"), asks=N_("说明，一句话")),
    ),
)
ENTITY = FormKind(
    name="entity",
    help=N_("地方和单位：报告写出名字的道路、学校、企业等"),
    options=(
        FormOption(
            name="name", help=N_("报告里的写法"), sample=N_("金鹰路"), needed=True, asks=N_("名称，照报告里的写法")
        ),
        FormOption(
            name="id", help=ID, sample="jinying-road", needed=True, asks=N_("编号，英文小写，例如 jinying-road")
        ),
        FormOption(name="kind", help=N_("类别，用词表 entity-kinds 里的词"), sample=N_("道路"), asks=N_("类别")),
    ),
)
DISTRICT = FormKind(
    name="district",
    help=N_("区县：几个区县放在一个网站里，在名单里加一个"),
    options=(
        FormOption(
            name="name",
            help=N_("名称，与报告开头的 district 一字不差"),
            sample=N_("拾光区"),
            needed=True,
            asks=N_("名称，与报告开头的 district 一字不差"),
        ),
        FormOption(
            name="id",
            help=N_("编号，英文小写，永久不变，也是它的网址"),
            sample="shiguang",
            needed=True,
            asks=N_("编号，英文小写，例如 shiguang"),
        ),
        FormOption(name="region", help=N_("上级地区"), sample=N_("样例省样例市"), asks=N_("上级地区，所属的省、市")),
    ),
)
KINDS = (UPDATE, CORRECTION, VOTE, ADJUSTMENT, REQUEST, DEPARTMENT, ENTITY, DISTRICT)
