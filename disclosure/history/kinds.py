"""The kinds of records that a history knows: what they are called, their fields, and whether one may go away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, get_args, get_origin

from msgspec import Struct

from disclosure.model import record_names
from disclosure.model.archive import ArchiveRecord, PassageRecord
from disclosure.model.calendar import CalendarRecord
from disclosure.model.commitment import CommitmentRecord
from disclosure.model.correction import CorrectionMeta
from disclosure.model.digest import DigestRecord
from disclosure.model.district import DistrictRecord
from disclosure.model.entity import EntityRecord
from disclosure.model.exemption import ExemptionRecord
from disclosure.model.fields import Field, Record, records_in
from disclosure.model.followup import VoteRecord
from disclosure.model.gaps import DocumentRecord, PlaceRecord
from disclosure.model.indicator import IndicatorRecord
from disclosure.model.measure import MeasureRecord
from disclosure.model.question import QuestionRecord
from disclosure.model.record_names import NameKind
from disclosure.model.report import NarrativeMeta, ReportMeta
from disclosure.model.request import RequestMeta
from disclosure.model.responsibility import ResponsibilityRecord
from disclosure.model.result import ResultRecord
from disclosure.model.retired import RetiredRecord
from disclosure.model.rubric import RubricRecord
from disclosure.model.site import Site
from disclosure.model.update import UpdateMeta
from disclosure.model.vocabulary import WordRecord
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# What corrections call the narrative of a record
BODY = "body"


class RecordKind(Struct, frozen=True, kw_only=True):
    """A kind of record: its name for editors, its declared fields, and what happens when a record of it is gone.

    ``stays``: a record once published does not go away unless ``retired.yml`` (or, for a passage, the report) says so.
    """

    label: str
    model: type[Record]
    stays: bool = True


COMMITMENT = RecordKind(label=N_("承诺"), model=CommitmentRecord)
RESULT = RecordKind(label=N_("成果"), model=ResultRecord)
EXEMPTION = RecordKind(label=N_("免列"), model=ExemptionRecord, stays=False)
INDICATOR = RecordKind(label=N_("指标"), model=IndicatorRecord)
DISTRICT = RecordKind(label=N_("区县"), model=DistrictRecord)
MEASURE = RecordKind(label=N_("可比指标"), model=MeasureRecord)
ENTITY = RecordKind(label=N_("地方和单位"), model=EntityRecord)
QUESTION = RecordKind(label=N_("常问的问题"), model=QuestionRecord)
DIGEST = RecordKind(label=N_("摘要"), model=DigestRecord)
WORD = RecordKind(label=N_("词"), model=WordRecord)
RESPONSIBILITY = RecordKind(label=N_("责任分工"), model=ResponsibilityRecord)
VOTE = RecordKind(label=N_("票决"), model=VoteRecord)
RUBRIC = RecordKind(label=N_("对照尺度"), model=RubricRecord, stays=False)
REPORT = RecordKind(label=N_("报告"), model=ReportMeta)
PASSAGE = RecordKind(label=N_("段落"), model=PassageRecord)
UPDATE = RecordKind(label=N_("更新"), model=UpdateMeta)
CORRECTION = RecordKind(label=N_("更正"), model=CorrectionMeta)
REQUEST = RecordKind(label=N_("公开申请"), model=RequestMeta)
DOCUMENT = RecordKind(label=N_("待公开文件"), model=DocumentRecord)
PLACE = RecordKind(label=N_("查找的地方"), model=PlaceRecord)
CALENDAR = RecordKind(label=N_("工作日历"), model=CalendarRecord)
NARRATIVE = RecordKind(label=N_("说明文字"), model=NarrativeMeta)
RETIREMENT = RecordKind(label=N_("撤下记录"), model=RetiredRecord)
SITE_RECORD = RecordKind(label=N_("网站设置"), model=Site, stays=False)
SOURCE = RecordKind(label=N_("存档原文"), model=ArchiveRecord)
ATTACHMENT = RecordKind(label=N_("附件"), model=ArchiveRecord)

# Their id is not their path: they may stand in another file
MOVABLE = (COMMITMENT, RESULT, INDICATOR, ENTITY)
# Their narrative is held to what it said; that of a page of prose is free, and may be corrected all the same
BODIED = (UPDATE, CORRECTION, NARRATIVE)
# What ties a record to the report's words
QUOTED = ("passage", "quote", "occurrence")

# What the names in corrections stand for
_NAMED = {
    NameKind.UPDATE: UPDATE,
    NameKind.CORRECTION: CORRECTION,
    NameKind.RESPONSIBILITY: RESPONSIBILITY,
    NameKind.VOTE: VOTE,
    NameKind.INDICATOR: INDICATOR,
    NameKind.DISTRICT: DISTRICT,
    NameKind.MEASURE: MEASURE,
    NameKind.ENTITY: ENTITY,
    NameKind.QUESTION: QUESTION,
    NameKind.DIGEST: DIGEST,
    NameKind.WORD: WORD,
    NameKind.REPORT: REPORT,
    NameKind.ATTACHMENT: ATTACHMENT,
    NameKind.COMMITMENT: COMMITMENT,
    NameKind.RESULT: RESULT,
    NameKind.PASSAGE: PASSAGE,
    NameKind.REQUEST: REQUEST,
    NameKind.DOCUMENT: DOCUMENT,
    NameKind.PLACE: PLACE,
    NameKind.CALENDAR: CALENDAR,
    NameKind.NARRATIVE: NARRATIVE,
    NameKind.SOURCE: SOURCE,
    NameKind.EXEMPTION: EXEMPTION,
    NameKind.RETIREMENT: RETIREMENT,
    NameKind.SITE: SITE_RECORD,
    NameKind.RUBRIC: RUBRIC,
}


# A place in a list, counted from 1
POSITION = re.compile(r"[1-9][0-9]*")
COUNTED = ("1",)


def called(record: str) -> str:
    """A record that is known by its name alone, as readers call it: its kind and its id."""
    found = record_names.parse(record)
    return f"{_(_NAMED[found[0]].label)} {found[1][-1]}" if found else record


@lru_cache(2**14)
def of(record: str) -> RecordKind | None:
    """The kind of record that a name stands for."""
    found = record_names.parse(record)
    return _NAMED[found[0]] if found else None


def named_for(kind: NameKind) -> RecordKind:
    """The kind of record that names of a kind stand for."""
    return _NAMED[kind]


def steps(record: str, field: str) -> tuple[tuple[str, Field | None], ...]:
    """The steps of a field's path, each with what is declared there; places in lists have nothing declared."""
    kind = of(record)
    return _steps(kind.model if kind else None, field)


@lru_cache(2**12)
def _steps(model: type[Record] | None, field: str) -> tuple[tuple[str, Field | None], ...]:
    return tuple(_declared(model, field))


def _declared(model: type[Record] | None, field: str) -> Iterator[tuple[str, Field | None]]:
    for step in field.split("."):
        declared = model.declared.get(step) if model else None
        yield step, declared
        model = next(records_in(declared.type), None) if declared else model


def named(record: str, field: str) -> str:
    """A field of a record as editors and readers know it: ``observations.1.value`` is 实际值 1 数值."""
    if field == BODY:
        return _("正文")
    return " ".join(_(declared.label) if declared else step for step, declared in steps(record, field))


def strange(kind: NameKind, field: str) -> tuple[str, tuple[str, ...]] | None:
    """The first step of a field's path that no record of a kind has, and what may stand there; else nothing."""
    if field == BODY and _NAMED[kind] in BODIED:
        return None
    return _strange(_NAMED[kind].model, field.split("."))


def _strange(model: type[Record] | None, steps: Sequence[str]) -> tuple[str, tuple[str, ...]] | None:
    if not steps:
        return None
    step, *rest = steps
    declared = model.declared.get(step) if model else None
    if declared is None:
        return step, tuple(model.declared) if model else ()
    if _holds(declared.type, dict):
        return None
    if rest and _holds(declared.type, list):
        if not POSITION.fullmatch(rest[0]):
            return rest[0], COUNTED
        rest = rest[1:]
    return _strange(next(records_in(declared.type), None), rest)


def _holds(annotation: Any, container: type) -> bool:
    return container in (get_origin(annotation), *map(get_origin, get_args(annotation)))
