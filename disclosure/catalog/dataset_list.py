"""The published data sets in their order: what each holds, and its tables."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.catalog.dataset import Dataset, TableSet
from disclosure.translation import mark as N_

REPORT = Dataset(
    "report",
    N_("报告全文"),
    N_("报告的全部文字，分段，附小节、注释和存档原文的校验值"),
    (TableSet("report", N_("段落"), N_("一段一行")),),
)
SETS = (
    Dataset(
        "reports",
        N_("报告"),
        N_("每份报告：会议、报告人、日期、公开信息、存档原文，各部分和小节，各段文字"),
        (
            TableSet("reports", N_("报告"), N_("一份报告一行")),
            TableSet("sections", N_("小节"), N_("一个部分或小节一行")),
            TableSet("paragraphs", N_("段落"), N_("一段一行")),
            TableSet("left-out", N_("不收入的原文"), N_("原文的一行一行")),
        ),
    ),
    Dataset(
        "commitments",
        N_("承诺"),
        N_("报告的每条承诺：原文、位置、类别、强度、目标、期限，后来怎样"),
        (
            TableSet("commitments", N_("承诺"), N_("一条承诺一行")),
            TableSet("targets", N_("目标"), N_("一个目标一行")),
            TableSet("tasks", N_("任务分解"), N_("一项任务一行，按官方任务分解表的栏目")),
            TableSet("observations", N_("目标的实际值"), N_("一个实际值一行")),
            TableSet("official-verdicts", N_("官方结论"), N_("一条承诺的官方结论一行")),
            TableSet("votes", N_("票决"), N_("一件民生实事候选的票决一行")),
            TableSet("satisfaction", N_("满意度测评"), N_("一条承诺的测评一行")),
            TableSet("answers", N_("后来的报告的回答"), N_("一项回答一行")),
            TableSet("commitments-departments", N_("承诺和责任单位"), N_("一个单位在一条承诺里的一行")),
            TableSet("commitments-topics", N_("承诺和主题"), N_("一条承诺的一个主题一行")),
            TableSet("commitments-results", N_("承诺和上年成果"), N_("一条承诺接着的一项成果一行")),
            TableSet("commitments-same-matter", N_("说同一件事的承诺"), N_("一条承诺和另一条一行")),
            TableSet("commitments-entities", N_("承诺说到的地方和单位"), N_("一条承诺说到的一个一行")),
            TableSet("commitments-places", N_("承诺到哪里找过"), N_("一条承诺的一个来源一行")),
        ),
    ),
    Dataset(
        "results",
        N_("成果和不足"),
        N_("报告所说的上年成果和不足：原文、位置、类别、数字、由它引出的承诺"),
        (
            TableSet("results", N_("成果和不足"), N_("一项成果一行")),
            TableSet("figures", N_("成果数字"), N_("一个数字一行")),
            TableSet("checks", N_("成果的核对"), N_("一次核对一行")),
            TableSet("results-topics", N_("成果和主题"), N_("一项成果的一个主题一行")),
            TableSet("results-answers", N_("成果回答的承诺"), N_("一项成果回答的一条承诺一行")),
            TableSet("results-entities", N_("成果说到的地方和单位"), N_("一项成果说到的一个一行")),
        ),
    ),
    Dataset(
        "indicators",
        N_("指标"),
        N_("连年可比的指标：实际值、目标和推算值，全市和全省的数"),
        (
            TableSet("indicators", N_("指标的值"), N_("一个值一行")),
            TableSet("indicator-definitions", N_("指标"), N_("一个指标一行")),
            TableSet("indicator-context", N_("全市和全省的数"), N_("一个数一行")),
        ),
    ),
    Dataset(
        "entities",
        N_("地方和单位"),
        N_("报告提到的道路、学校、企业等：名称、类别、说明"),
        (
            TableSet("entities", N_("地方和单位"), N_("一个地方或单位一行")),
            TableSet("entity-names", N_("地方和单位的别名"), N_("一个别名一行")),
        ),
    ),
    Dataset(
        "mentions",
        N_("提到的地方和单位"),
        N_("道路、学校、企业等在报告正文里的每一处"),
        (TableSet("mentions", N_("提到的地方和单位"), N_("一处提到一行")),),
    ),
    Dataset(
        "updates",
        N_("跟踪更新"),
        N_("报告作出以后公开的进展：日期、涉及的承诺、状态、实际值、证据"),
        (
            TableSet("updates", N_("跟踪更新"), N_("一条更新一行")),
            TableSet("updates-commitments", N_("更新和承诺"), N_("一条更新说到的一条承诺一行")),
            TableSet("updates-entities", N_("更新说到的地方和单位"), N_("一条更新说到的一个一行")),
        ),
    ),
    Dataset(
        "evidence",
        N_("证据"),
        N_("每条更新、结论、调整、票决、分工、答复背后的公开材料：发布者、标题、网址、日期、存档"),
        (TableSet("evidence", N_("证据"), N_("一份材料支持一处一行")),),
    ),
    Dataset(
        "responsibilities",
        N_("责任分工"),
        N_("谁从哪一天起负责哪条承诺：牵头、配合、责任领导、计划时限，依据的文件；换过的都在"),
        (TableSet("responsibilities", N_("责任分工"), N_("一份文件说一条承诺的一行")),),
    ),
    Dataset(
        "departments",
        N_("责任单位"),
        N_("每个单位牵头、配合哪些承诺，牵头的后来怎样"),
        (TableSet("departments", N_("责任单位"), N_("一个单位在一份报告里的一行")),),
    ),
    Dataset(
        "adjustments",
        N_("目标和时限的调整"),
        N_("目标或时限的每一次调整：原来的、调整为的、谁决定、几票、依据的文件；没有同意的也在"),
        (TableSet("adjustments", N_("目标和时限的调整"), N_("一次调整一行")),),
    ),
    Dataset(
        "documents",
        N_("待公开的文件"),
        N_("哪些文件公开以后可能说明承诺的结果：谁掌握、应在何时公开、可能说明哪些承诺"),
        (
            TableSet("documents", N_("待公开的文件"), N_("一份文件一行")),
            TableSet("documents-commitments", N_("文件能说明的承诺"), N_("一份文件能说明的一条承诺一行")),
        ),
    ),
    Dataset(
        "requests",
        N_("公开申请"),
        N_("向机关提出的政府信息公开申请：要什么、哪天寄出、期限、答复"),
        (
            TableSet("requests", N_("公开申请"), N_("一份申请一行")),
            TableSet("requests-documents", N_("申请要的文件"), N_("一份申请要的一份文件一行")),
            TableSet("requests-commitments", N_("申请说到的承诺"), N_("一份申请问到、或答复说到的一条承诺一行")),
        ),
    ),
    Dataset(
        "places",
        N_("到哪里找"),
        N_("后来的消息会出现在哪里，哪天去看过，看到什么"),
        (
            TableSet("places", N_("到哪里找"), N_("一个来源一行")),
            TableSet("looks", N_("查看记录"), N_("去看一次一行")),
        ),
    ),
    Dataset(
        "calendars",
        N_("放假安排"),
        N_("算答复期限用的放假和调休：国务院办公厅每年的安排，逐日"),
        (TableSet("calendars", N_("放假安排"), N_("一年一行")),),
    ),
    Dataset(
        "coverage",
        N_("逐句对照"),
        N_("报告的每个数字和每个语句由哪条记录收录，或为什么免列"),
        (
            TableSet("coverage-figures", N_("逐个数字"), N_("一个数字一行")),
            TableSet("coverage-clauses", N_("逐个语句"), N_("一个语句一行")),
        ),
    ),
    Dataset(
        "exemptions",
        N_("免列"),
        N_("报告里不用登记的语句和数字：是哪一句，为什么，编者的说明"),
        (TableSet("exemptions", N_("免列"), N_("一处一行")),),
    ),
    Dataset(
        "glossary",
        N_("名词解释"),
        N_("报告注释里解释的名词"),
        (TableSet("glossary", N_("名词解释"), N_("一个名词一行")),),
    ),
    Dataset(
        "digests",
        N_("摘要"),
        N_("编者为整份报告和各个小节写的摘要，不是报告的话，附依据"),
        (
            TableSet("digests", N_("摘要"), N_("一条摘要一行")),
            TableSet("digest-grounds", N_("摘要的依据"), N_("一条依据一行")),
        ),
    ),
    Dataset(
        "questions",
        N_("常问的问题"),
        N_("市民常问的问题、答案和依据"),
        (
            TableSet("questions", N_("常问的问题"), N_("一个问题一行")),
            TableSet("question-grounds", N_("答案的依据"), N_("一条依据一行")),
            TableSet("question-ways", N_("答案之外去哪里看"), N_("一个去处一行")),
        ),
    ),
    Dataset(
        "corrections",
        N_("更正"),
        N_("本站发布过的错误：原来怎样写，现在怎样写"),
        (
            TableSet("corrections", N_("更正"), N_("一条更正一行")),
            TableSet("corrected-fields", N_("更正的字段"), N_("一个字段一行")),
        ),
    ),
    Dataset(
        "retired",
        N_("撤下的记录"),
        N_("发布过、后来撤下的记录：为什么撤下，由什么承接"),
        (TableSet("retired", N_("撤下的记录"), N_("一条记录一行")),),
    ),
    Dataset(
        "changes",
        N_("改动记录"),
        N_("本站的记录哪一天改了什么：字段、原来、现在、一同发布的更正；从公开的提交历史逐项比对得出"),
        (TableSet("changes", N_("改动记录"), N_("一个字段的一次改动一行")),),
    ),
    Dataset(
        "outcome-changes",
        N_("结论的变化"),
        N_("每条承诺的结论哪一天从什么变成什么：按现在的规则，从当天在案的记录得出"),
        (TableSet("outcome-changes", N_("结论的变化"), N_("一次变化一行")),),
    ),
    Dataset(
        "vocabulary",
        N_("词表"),
        N_("各处用的词：编号、名称、含义；主题，责任单位和它的曾用名"),
        (
            TableSet("vocabulary", N_("词表"), N_("一个词一行")),
            TableSet("topics", N_("主题"), N_("一个主题一行")),
            TableSet("department-directory", N_("责任单位名录"), N_("一个单位一行")),
            TableSet("department-names", N_("责任单位的曾用名"), N_("一个曾用名一行")),
        ),
    ),
)
# The tables of all sets by name, in the order of the data page; a report's own is among the paragraphs of all
TABLES: Mapping[str, TableSet] = {table.name: table for one in SETS for table in one.tables}
