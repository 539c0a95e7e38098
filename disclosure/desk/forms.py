"""The forms: a row for each kind of record, with the file it makes and what must hold in it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalog.words import Vocabularies
from disclosure.desk import conditions, fields, record_conditions, update_conditions
from disclosure.desk.conditions import Rules
from disclosure.desk.shapes import DeskForm, FormBody, FormField, FormTarget, FormWay
from disclosure.model.ballot import BallotRecord
from disclosure.model.commitment import CommitmentRecord
from disclosure.model.correction import CorrectionMeta
from disclosure.model.fields import Record
from disclosure.model.followup import AdjustmentRecord
from disclosure.model.report import NarrativeMeta
from disclosure.model.request import RequestMeta
from disclosure.model.responsibility import ResponsibilityRecord
from disclosure.model.update import UpdateMeta
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_


class DeskFormKind(Struct, frozen=True, kw_only=True):
    """A row, as ``DeskForm`` has it; what is said is marked, and said when the form is made."""

    id: str
    label: str
    help: str
    becomes: str
    model: type[Record]
    rules: Rules
    new: FormTarget | None = None
    standing: FormTarget | None = None
    fields: tuple[str, ...] = ()
    body: FormBody | None = None
    report: bool = False
    files: str = ""


KINDS: tuple[DeskFormKind, ...] = (
    DeskFormKind(
        id="update",
        label=N_("登记进展"),
        help=N_("一份公开材料说到一条或几条承诺后来怎样：写材料说了什么，附上证据"),
        becomes=N_("跟踪更新里的一条，也显示在每条承诺的页面上"),
        model=UpdateMeta,
        rules=update_conditions.UPDATE,
        new=FormTarget(way=FormWay.ARTICLE, name="updates/{report}/{day}-{slug}.md", days=("date", "published")),
        body=FormBody(label=N_("正文"), help=N_("写材料说了什么、没有说什么；一两段就够，不加评价"), headings=True),
        report=True,
    ),
    DeskFormKind(
        id="correction",
        label=N_("登记更正"),
        help=N_("本站发布过的内容写错了，改正以后说明改了什么"),
        becomes=N_("更正记录里的一条；改过的页面上也有提示"),
        model=CorrectionMeta,
        rules=record_conditions.CORRECTION,
        new=FormTarget(way=FormWay.ARTICLE, name="corrections/{day}-{slug}.md", days=("date",)),
        body=FormBody(label=N_("正文"), help=N_("怎么错的、结论有没有变；几句话，不分小节")),
    ),
    DeskFormKind(
        id="request",
        label=N_("登记公开申请"),
        help=N_("寄出一份政府信息公开申请以后登记；不写申请人的任何信息"),
        becomes=N_("公开申请里的一条，答复期限自动算出"),
        model=RequestMeta,
        rules=record_conditions.REQUEST,
        new=FormTarget(way=FormWay.ARTICLE, name="requests/{day}-{slug}.md", days=("date",)),
        body=FormBody(label=N_("正文"), help=N_("还要说明的，几句话；没有就空着")),
    ),
    DeskFormKind(
        id="answer",
        label=N_("登记申请的收件、延期和答复"),
        help=N_("已经登记的公开申请有了下文：机关收到了、告知延长、答复了"),
        becomes=N_("这份申请的页面写明收到、延长或答复，期限随着改算"),
        model=RequestMeta,
        rules=record_conditions.REQUEST,
        standing=FormTarget(way=FormWay.ADD_FIELDS, name="{file}"),
        fields=("receipt", "received", "due", "because", "extended", "answer"),
        files="requests",
    ),
    DeskFormKind(
        id="vote",
        label=N_("登记票决"),
        help=N_("人大代表票决民生实事候选项目的结果：一次票决一份，一个项目一项"),
        becomes=N_("每个候选项目的页面写明票决结果"),
        model=BallotRecord,
        rules=record_conditions.VOTE,
        new=FormTarget(way=FormWay.RECORD, name="votes/{report}.yml"),
        standing=FormTarget(way=FormWay.ADD_TO_LIST, name="votes/{report}.yml", list="projects"),
        report=True,
    ),
    DeskFormKind(
        id="responsibility",
        label=N_("登记责任分工"),
        help=N_("一份公开文件写明哪几条承诺由谁牵头、谁配合、计划哪天完成；后一份替换前一份写明的几样"),
        becomes=N_("承诺页面上的责任单位和计划时限，责任单位的页面上列出这几条"),
        model=ResponsibilityRecord,
        rules=record_conditions.RESPONSIBILITY,
        new=FormTarget(way=FormWay.ROWS, name="responsibilities/{report}.yml"),
        standing=FormTarget(way=FormWay.ADD_ROW, name="responsibilities/{report}.yml"),
        report=True,
    ),
    DeskFormKind(
        id="adjustment",
        label=N_("登记目标调整"),
        help=N_("一条承诺的目标或完成时限由有权的机关决定调整（或没有同意调整）"),
        becomes=N_("承诺页面上的调整记录；原来的目标照样显示"),
        model=AdjustmentRecord,
        rules=record_conditions.ADJUSTMENT,
        standing=FormTarget(way=FormWay.ADD_TO_LIST, name="{file}", list="adjustments"),
        report=True,
        files="commitments",
    ),
    DeskFormKind(
        id="narrative",
        label=N_("写一页说明"),
        help=N_("新写一页本站说明，例如 数据从哪里来"),
        becomes=N_("本站说明里的一页"),
        model=NarrativeMeta,
        rules=record_conditions.NARRATIVE,
        new=FormTarget(way=FormWay.ARTICLE, name="{slug}.md"),
        body=FormBody(label=N_("正文"), help=N_("用空行分段；小标题写作 ## 小标题"), required=True, headings=True),
    ),
    DeskFormKind(
        id="rewrite",
        label=N_("修改一页说明"),
        help=N_("改一页已有的说明，例如 关于本站、方法说明"),
        becomes=N_("这一页换成新的文字"),
        model=NarrativeMeta,
        rules=record_conditions.NARRATIVE,
        standing=FormTarget(way=FormWay.REWRITE, name="{file}"),
        fields=("title", "description"),
        body=FormBody(label=N_("正文"), help=N_("只改要改的；没有动的行原样保留"), required=True, headings=True),
        files="narratives",
    ),
)


def records() -> dict[str, tuple[FormField, ...]]:
    """The fields of every record that any form asks for, or corrects, by the model's name."""
    return fields.of_models([*(kind.model for kind in KINDS), CommitmentRecord])


def described(words: Vocabularies) -> Iterator[DeskForm]:
    """Every form, in the words of this site."""
    return (_described(one, words) for one in KINDS)


def _described(kind: DeskFormKind, words: Vocabularies) -> DeskForm:
    body = kind.body
    return DeskForm(
        id=kind.id,
        label=_(kind.label),
        help=_(kind.help),
        becomes=_(kind.becomes),
        record=kind.model.__name__,
        new=kind.new,
        standing=kind.standing,
        fields=kind.fields,
        body=replace(body, label=_(body.label), help=_(body.help)) if body else None,
        report=kind.report,
        files=kind.files,
        conditions=tuple(conditions.worded(kind.rules.conditions, words)),
        orders=kind.rules.orders,
        sums=kind.rules.sums,
    )
