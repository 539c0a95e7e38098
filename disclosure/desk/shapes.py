"""What the desk's scripts are told of a form: frozen values, written as JSON; what is not said has its default."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class Input(StrEnum):
    """How a field is filled in."""

    LINE = "line"
    TEXT = "text"
    DAY = "day"
    MINUTE = "minute"
    NUMBER = "number"
    WHOLE = "whole"
    TRUTH = "truth"
    CHOICE = "choice"
    CHOICES = "choices"
    LINES = "lines"
    WHOLES = "wholes"
    RECORD = "record"
    RECORDS = "records"


class FormWay(StrEnum):
    """What a form makes: a new file, or an addition to one that stands."""

    # A head (YAML mapping) between lines of ``---``, an empty line, the body in Markdown
    ARTICLE = "article"
    # A YAML file that is a list of records
    ROWS = "rows"
    # A YAML file that is one record
    RECORD = "record"
    # One more record at the end of a file that is a list
    ADD_ROW = "add-row"
    # One more record at the end of the list that a field of a file's record holds
    ADD_TO_LIST = "add-to-list"
    # More fields at the end of an article's head
    ADD_FIELDS = "add-fields"
    # Another body, and other values of fields, of an article
    REWRITE = "rewrite"


class Choice(Struct, frozen=True, omit_defaults=True):
    """A value that may be chosen: as it is written, as it is shown, what it means; of a department the last day (ISO)
    on which it was called so."""

    value: str
    label: str = ""
    help: str = ""
    until: str = ""


class FormField(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A field of a record. ``label`` and ``help`` are said; ``pattern`` is a regular expression (JavaScript, unicode)
    for the whole value, or for a part of it where it is not anchored; of a list, for each item.

    ``words`` names a vocabulary of the site, ``choices`` are values of the field's own. ``names`` is what it names
    (``disclosure.model.fields.NameOf``). ``record`` is the model that it holds.
    ``least`` and ``most`` limit a number, ``shortest`` and ``longest`` the characters of a text or the items of a list.
    ``default`` stands where nothing is written (``now``: the minute, in Beijing). ``often``: asked for at once, not
    behind a click.
    """

    name: str
    label: str
    help: str
    input: Input
    required: bool = False
    pattern: str = ""
    shortest: int = 0
    longest: int | None = None
    least: int | None = None
    most: int | None = None
    words: str = ""
    choices: tuple[Choice, ...] = ()
    names: str = ""
    record: str = ""
    default: str = ""
    often: bool = False


class FieldTest(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Whether a field has one of the values; without any, whether it has a value at all. ``absent`` turns it round.

    ``/evidence`` is a field of the whole record, not of the item of a list that the condition is about.
    """

    field: str
    values: tuple[str, ...] = ()
    absent: bool = False


class FormCondition(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What must hold besides each field's own limits, as the rule of the checks that it is called by says it.

    It is about each record of the model ``of``. Where all of ``when`` hold: one of the fields ``needs`` has a value,
    none of ``refuses`` has. Then it says ``message`` at the field ``at``, and ``hint``; ``notice`` where it only asks.
    """

    rule: str
    of: str
    at: str
    message: str
    hint: str
    when: tuple[FieldTest, ...] = ()
    needs: tuple[str, ...] = ()
    refuses: tuple[str, ...] = ()
    notice: bool = False


class Order(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Days (or the days of minutes) of which none is before the one in front of it; who has none is passed over.

    ``today`` is the day in Beijing, ``delivered`` the day of the report. Said at the later one of two, unless that is
    no field.
    """

    rule: str
    of: str
    days: tuple[str, ...]


class Sum(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Numbers of a record that come to another, where all are there."""

    rule: str
    of: str
    parts: tuple[str, ...]
    total: str


class FormBody(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The text after an article's head; ``headings`` where it may have headings of its own."""

    label: str
    help: str
    required: bool = False
    headings: bool = False


class FormTarget(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The file that a form makes or adds to, from the content folder.

    ``name`` holds ``{report}``, ``{day}`` (the first of the fields ``days`` that has a value), ``{slug}`` (small Latin
    letters, digits, hyphens), or ``{file}``: which one of those that the form lists. ``list`` is the field
    whose list is added to.
    """

    way: FormWay
    name: str
    days: tuple[str, ...] = ()
    list: str = ""


class DeskForm(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A form. ``help`` says what it is for, ``becomes`` what readers see of it.

    ``record`` is the model of the form itself, ``fields`` those of its fields that are asked (all, where none is
    named). ``new`` is the file that it makes; where ``standing`` is given and that file is there, it adds to it.
    ``report`` where a report is chosen first, ``files`` names the list of files of which one is.
    """

    id: str
    label: str
    help: str
    becomes: str
    record: str
    new: FormTarget | None = None
    standing: FormTarget | None = None
    fields: tuple[str, ...] = ()
    body: FormBody | None = None
    report: bool = False
    files: str = ""
    conditions: tuple[FormCondition, ...] = ()
    orders: tuple[Order, ...] = ()
    sums: tuple[Sum, ...] = ()
