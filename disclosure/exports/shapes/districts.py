"""The districts of a site of several, each with where its data are."""

from __future__ import annotations

from typing import Annotated

from typing_extensions import TypedDict

from disclosure.exports.meanings import about


class DistrictDataRow(TypedDict):
    """A row of ``data/districts.json``."""

    id: Annotated[str, about("区县的编号")]
    name: Annotated[str, about("区县的名称")]
    region: Annotated[str | None, about("所属的省、市")]
    others: Annotated[list[str], about("简称、旧称")]
    note: Annotated[str | None, about("编者的说明")]
    reports: Annotated[list[str], about("它的报告，新的在前")]
    commitments: Annotated[int, about("承诺几条")]
    results: Annotated[int, about("成果和不足几条")]
    updates: Annotated[int, about("跟踪更新几条")]
    url: Annotated[str, about("区县首页")]
    page: Annotated[str, about("它的数据下载页")]
    data: Annotated[str, about("它的数据所在的文件夹")]
    package: Annotated[str, about("它的 Frictionless 数据包：列出每个 CSV")]
    catalog: Annotated[str, about("它的 DCAT 数据目录：列出每个文件和校验值")]
