"""The data beside a page, ``c016.json``: rows of the lists, and what is needed to use them alone."""

from __future__ import annotations

from typing import Annotated, Any

# As in register.py
from typing_extensions import TypedDict

from disclosure.exports.meanings import about
from disclosure.exports.shapes.asking import RequestRow
from disclosure.exports.shapes.followup import DepartmentRow, UpdateRow
from disclosure.exports.shapes.register import CommitmentRow, EntityRow, IndicatorRow, ResultRow
from disclosure.exports.shapes.site import WordRow
from disclosure.exports.shapes.text import MentionRow


class LinkRow(TypedDict):
    """Where a record leads; addresses from the site's root."""

    kind: Annotated[str, about("通向哪一种记录")]
    kind_label: Annotated[str, about("通向哪一种记录")]
    id: str
    report: Annotated[str | None, about("属于哪份报告；不属于报告的为 null")]
    title: str
    outcome_label: Annotated[str | None, about("承诺的结论；别的记录为 null")]
    url: Annotated[str, about("网页")]
    data: Annotated[str | None, about("它的数据（JSON）；没有自己网页的为 null")]


class TwinReportRow(TypedDict):
    """The report that the record belongs to."""

    id: str
    title: str
    district: Annotated[str, about("哪个区县的报告")]
    year: Annotated[int, about("报告的年份")]
    delivered: Annotated[str, about("作报告的日期")]
    until: Annotated[str, about("报告期的最后一天：报告所说的那一年的12月31日")]
    over: Annotated[bool, about("报告期是否已经结束")]
    url: str


class TwinRows(TypedDict, total=False):
    """The rows, as the lists have them, by the list they stand in."""

    commitments: Annotated[list[CommitmentRow], about("data/commitments.json 里的行")]
    results: Annotated[list[ResultRow], about("data/results.json 里的行")]
    updates: Annotated[list[UpdateRow], about("data/updates.json 里的行")]
    requests: Annotated[list[RequestRow], about("data/requests.json 里的行")]
    indicators: Annotated[list[IndicatorRow], about("data/indicators.json 里的行")]
    vocabulary: Annotated[list[WordRow], about("data/vocabulary.json 里的行")]
    departments: Annotated[list[DepartmentRow], about("data/departments.json 里的行")]
    entities: Annotated[list[EntityRow], about("data/entities.json 里的行")]
    mentions: Annotated[list[MentionRow], about("data/mentions.json 里的行")]


class TwinData(TypedDict):
    """The data beside a page."""

    kind: Annotated[str, about("哪一种页：commitment、section、update、request、indicator、department、entity")]
    kind_label: Annotated[str, about("哪一种页")]
    id: str
    title: str
    url: Annotated[str, about("网页的地址；这里的地址都从网站根目录起")]
    data: Annotated[str, about("这个文件的地址")]
    table: Annotated[str | None, about("同样内容的 CSV 的地址；记录很多的网站没有，为 null")]
    site: Annotated[str, about("网站的名称")]
    homepage: Annotated[str | None, about("网站的地址；没有写明的为 null")]
    licenses: Annotated[list[dict[str, Any]], about("许可，与 datapackage.json 的 licenses 相同")]
    as_of: Annotated[str | None, about("所依据的材料最新到哪一天；不是生成文件的日期")]
    report: Annotated[TwinReportRow | None, about("属于哪份报告；不属于报告的为 null")]
    links: Annotated[list[LinkRow], about("它通向哪里")]
    rows: Annotated[TwinRows, about("这一页的记录，与各份清单里的行相同")]
