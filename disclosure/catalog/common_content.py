"""``CommonContent``: what all reports of a site share, as each of them is read with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct

from disclosure.catalog.correction import Corrected, CorrectionNote
from disclosure.catalog.districts import District
from disclosure.catalog.entities import Entity
from disclosure.catalog.places import SearchPlace
from disclosure.catalog.requests import DisclosureRequest
from disclosure.catalog.resolve.indicator_files import Levels, Own
from disclosure.catalog.words import Vocabularies
from disclosure.model.alias import AliasRecord
from disclosure.model.indicator import IndicatorRecord
from disclosure.model.personal import PersonalRecord
from disclosure.model.question import QuestionRecord
from disclosure.model.retired import RetiredRecord
from disclosure.model.rubric import LinkRecord, RubricRecord
from disclosure.model.site import Site
from disclosure.source.register import Located
from disclosure.source.yaml import Written


class CommonContent(Struct, frozen=True, kw_only=True):
    """What all reports share, the day it is known on, and what git knows: last changes by path, the commit.

    ``archived``: the SHA-256 of each attachment by its name, for evidence that names one. ``corrected``: the
    corrections that speak of what a page shows, by its address; ``corrects``: all that they list, by report;
    ``retired``: what is gone; ``places``: where to look; ``requests``: what bodies were asked for, exceptions first;
    ``own``: the values that indicators' files hold themselves, ``levels`` those of city and province; ``dead``:
    addresses that were found not to answer, each with the day.
    """

    site: Site
    site_written: Written
    words: Vocabularies
    indicators: tuple[Located[IndicatorRecord], ...]
    own: Own
    levels: Levels
    dead: Mapping[str, date]
    rubrics: tuple[Located[RubricRecord], ...]
    links: tuple[Located[LinkRecord], ...]
    aliases: tuple[Located[AliasRecord], ...]
    districts: tuple[District, ...]
    entities: tuple[Entity, ...]
    questions: tuple[Located[QuestionRecord], ...]
    archived: Mapping[str, str]
    today: date
    changed: Mapping[str, datetime]
    commit: str
    corrected: Mapping[str, tuple[CorrectionNote, ...]]
    corrects: Mapping[str, tuple[Corrected, ...]]
    retired: tuple[Located[RetiredRecord], ...]
    personal: tuple[Located[PersonalRecord], ...]
    places: tuple[SearchPlace, ...]
    requests: tuple[DisclosureRequest, ...]
