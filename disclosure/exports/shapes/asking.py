"""Documents that would tell more, and the requests that ask for them."""

from __future__ import annotations

from typing import Annotated

# pydantic reads typing.TypedDict only from Python 3.12 on
from typing_extensions import TypedDict

from disclosure.exports.meanings import about
from disclosure.exports.shapes.followup import EvidenceRow


class DocumentRow(TypedDict):
    """A row of ``data/documents.json``."""

    id: str
    report: str
    name: str
    holder: str
    office: str | None
    way: str
    expected: str | None
    because: str | None
    basis: str | None
    contents: str
    settles: list[str]
    open: Annotated[list[str], about("其中还没有公开信息的")]
    found: EvidenceRow | None
    requests: Annotated[list[str], about("要过它的公开申请的编号")]
    url: str


class ExtensionRow(TypedDict):
    date: str
    days: int
    reason: str | None
    evidence: list[EvidenceRow]


class RequestAnswerRow(TypedDict):
    result: str
    result_label: str
    date: str
    number: str | None
    says: str | None
    reason: str | None
    about: list[str]
    evidence: list[EvidenceRow]


class RequestRow(TypedDict):
    """A row of ``data/requests.json``."""

    id: str
    report: Annotated[str, about("问到的第一份报告的编号")]
    title: str
    date: str
    published: str
    holder: str
    documents: list[str]
    commitments: list[str]
    asks: str
    channel: str
    receipt: str | None
    received: str | None
    due: str
    first_due: Annotated[str, about("没有延长时的答复期限，按工作日算出")]
    provisional: Annotated[list[str], about("期限为什么只是暂算；不是暂算的为空")]
    because: str | None
    extended: ExtensionRow | None
    state: Annotated[str, about("申请到了哪一步的编号：overdue、refused、without、open、answered")]
    state_label: Annotated[str, about("申请到了哪一步")]
    state_note: Annotated[str, about("期限怎样、晚了几天，一句话")]
    answer: RequestAnswerRow | None
    text: Annotated[str, about("正文（Markdown）")]
    plain: Annotated[str, about("正文的文字，不带 Markdown 记号")]
    url: str
