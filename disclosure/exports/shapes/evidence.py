"""A public document behind what is said, with whatever stands on it."""

from __future__ import annotations

from typing import Annotated

# As in register.py
from typing_extensions import TypedDict

from disclosure.exports.meanings import about
from disclosure.exports.shapes.followup import EvidenceRow


class HolderRow(TypedDict):
    """The keys of the record that stands on a document; of a request, the first report that it asks of."""

    report: str | None
    commitment: Annotated[str | None, about("承诺的编号")]
    result: Annotated[str | None, about("成果的编号")]
    update: Annotated[str | None, about("跟踪更新的编号")]
    document: Annotated[str | None, about("待公开的文件的编号")]
    request: Annotated[str | None, about("公开申请的编号")]
    indicator: Annotated[str | None, about("指标的编号")]


class CitedRow(HolderRow, EvidenceRow):
    """A row of ``data/evidence.json``."""

    record: Annotated[str, about("哪条记录引它，写法同更正里的 record")]
    field: Annotated[str, about("在那条记录的 JSON 里的位置，例如 evidence.1，从1数起")]
