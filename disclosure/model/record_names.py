"""How a correction, or ``retired.yml``, calls a record: by its path without ending, or by report and id."""

from __future__ import annotations

import re
from enum import StrEnum


class NameKind(StrEnum):
    """What kind of record a name stands for."""

    UPDATE = "update"
    CORRECTION = "correction"
    RESPONSIBILITY = "responsibility"
    VOTE = "vote"
    INDICATOR = "indicator"
    ENTITY = "entity"
    QUESTION = "question"
    DIGEST = "digest"
    WORD = "word"
    REPORT = "report"
    ATTACHMENT = "attachment"
    COMMITMENT = "commitment"
    RESULT = "result"
    PASSAGE = "passage"
    REQUEST = "request"
    DOCUMENT = "document"
    PLACE = "place"
    DISTRICT = "district"
    MEASURE = "measure"
    CALENDAR = "calendar"
    NARRATIVE = "narrative"
    SOURCE = "source"
    EXEMPTION = "exemption"
    RETIREMENT = "retirement"
    SITE = "site"
    RUBRIC = "rubric"


# An exemption has no id: it is called by its passage, which of equal quotes it is, and the quote
# A position in a list, where a field's path names one
NTH = re.compile("[0-9]{1,6}")
PATTERN = r"^[A-Za-z0-9._/-]+(?:/[0-9]+/[^\n]+)?$"
_NAMES = (
    (re.compile(r"(site)"), NameKind.SITE),
    (re.compile(r"retired/(.+)"), NameKind.RETIREMENT),
    (re.compile(r"rubric/([0-9.]+)"), NameKind.RUBRIC),
    (re.compile(r"updates/([^/]+)/([^/]+)"), NameKind.UPDATE),
    (re.compile(r"corrections/([^/]+)"), NameKind.CORRECTION),
    (re.compile(r"responsibilities/([^/]+)/(c[0-9]{3,6})/([0-9-]{10})"), NameKind.RESPONSIBILITY),
    (re.compile(r"votes/([^/]+)/(c[0-9]{3,6})"), NameKind.VOTE),
    (re.compile(r"indicators/([^/]+)"), NameKind.INDICATOR),
    (re.compile(r"entities/([^/]+)"), NameKind.ENTITY),
    (re.compile(r"questions/([^/]+)"), NameKind.QUESTION),
    (re.compile(r"digests/([^/]+)"), NameKind.DIGEST),
    (re.compile(r"digests/([^/]+)/([^/]+)"), NameKind.DIGEST),
    (re.compile(r"requests/([^/]+)"), NameKind.REQUEST),
    (re.compile(r"documents/([^/]+)/([^/]+)"), NameKind.DOCUMENT),
    (re.compile(r"places/([^/]+)"), NameKind.PLACE),
    (re.compile(r"districts/([^/]+)"), NameKind.DISTRICT),
    (re.compile(r"measures/([^/]+)"), NameKind.MEASURE),
    (re.compile(r"calendar/([^/]+)"), NameKind.CALENDAR),
    (re.compile(r"vocabulary/([^/]+)/([^/]+)"), NameKind.WORD),
    (re.compile(r"reports/([^/]+)"), NameKind.REPORT),
    (re.compile(r"reports/([^/]+)/([^/]+\.txt)"), NameKind.SOURCE),
    (re.compile(r"(files/.+)"), NameKind.ATTACHMENT),
    (re.compile(r"([^/]+)/(c[0-9]{3,6})"), NameKind.COMMITMENT),
    (re.compile(r"([^/]+)/(r[0-9]{3,6})"), NameKind.RESULT),
    (re.compile(r"([^/]+)/(p[0-9]+-[^/.]+|part-[^/]+|s?[0-9]+-[^/]+)"), NameKind.PASSAGE),
    (re.compile(r"([^/]+)/(p[0-9]+-[^/.]+)/[0-9]+/.+"), NameKind.EXEMPTION),
    (re.compile(r"([a-z0-9-]+)"), NameKind.NARRATIVE),
)


def parse(name: str) -> tuple[NameKind, tuple[str, ...]] | None:
    """The kind that a name stands for, and its parts: report and id, or the only one."""
    ways = ((kind, pattern.fullmatch(name)) for pattern, kind in _NAMES)
    return next(((kind, found.groups()) for kind, found in ways if found), None)
