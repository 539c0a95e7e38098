"""What became of a record, in plain Chinese: for its page, the list of changes, the feeds, and a pull request.

No sentence holds Markdown or HTML; all are bounded, a long text is shortened to what differs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from disclosure.history import groups, kinds
from disclosure.history.kinds import BODY
from disclosure.history.record_change import Cause, FieldEdit, Happening, OutcomeChange, RecordChange
from disclosure.history.wording import sentences, words_of
from disclosure.model import record_names, vocabulary
from disclosure.model.fields import Field
from disclosure.model.record_names import NameKind
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

# So many characters of a value are shown, and so many that stay beside what differs
LONGEST, BESIDE = 80, 8
# So many edits of one change are told in a line, all of them where there is room
IN_LINE = 3
# The value that a group is known by: 目标, not 目标的原文数字
_MAIN = (("targets", "written"), ("figures", "written"), ("observations", "value"), ("vote", "adopted"))
# What a label calls otherwise where it stands alone
_LABELS = {"entries": N_("逐条说明"), "found": N_("公开的文件")}
# One value that begins with these needs no blank before it
OPENING = "《（"
# Called by their number, as the report's promises and results are
_NUMBERED = (NameKind.COMMITMENT, NameKind.RESULT, NameKind.PASSAGE, NameKind.RESPONSIBILITY, NameKind.VOTE)
# Words that readers know by what they are
_WORDS = {vocabulary.DEPARTMENTS: N_("责任单位"), vocabulary.TOPICS: N_("主题")}
# Called by a name, where others have a title
_BY_NAME = (NameKind.INDICATOR, NameKind.DISTRICT, NameKind.MEASURE, NameKind.ENTITY, NameKind.WORD, NameKind.PLACE)


class Said(Struct, frozen=True, kw_only=True):
    """One sentence on a change: what is another, what it was and what it is now; either may be empty, or both."""

    label: str
    was: str = ""
    now: str = ""

    @property
    def line(self) -> str:
        """As one line of text: 目标 9% → 8%."""
        values = " → ".join(filter(None, (self.was, self.now)))
        is_one = not (self.was and self.now)
        between = "" if is_one and values[:1] in ("", *OPENING) else " "
        return f"{self.label}{between}{values}"


def line(change: RecordChange, title: str = "") -> str:
    """All of a change in one line: 承诺 c016《…》：目标 9% → 8%；新增证据《…》. ``title`` is the record's, if known."""
    found = said(change, title)
    if change.happening in (Happening.CREATED, Happening.GONE):
        return _correcting(change, found[0].line)
    shown = [one.line for one in found[:IN_LINE]]
    if len(found) > IN_LINE:
        shown.append(_("另有{n}处").format(n=len(found) - IN_LINE))
    told = _("{record}：{told}").format(record=name(change.record, title), told="；".join(shown))
    return _correcting(change, told)


def _correcting(change: RecordChange, told: str) -> str:
    return _("更正：{told}").format(told=told) if change.corrections else told


def said(change: RecordChange, title: str = "") -> tuple[Said, ...]:
    """The sentences on a change, one for each field; one alone where the record is new, gone, or says the same."""
    if change.happening is Happening.CREATED:
        return (Said(label=_created(change.record, title)),)
    if change.happening is Happening.GONE:
        return (Said(label=_("撤下{record}").format(record=name(change.record, title))),)
    if change.happening is Happening.RETOUCHED:
        return (Said(label=_("只改了标点、空格或写法")),)
    return tuple(edit(change.record, one) for one in change.edits) or (Said(label=_("有改动")),)


def _created(record: str, title: str) -> str:
    if kinds.of(record) is kinds.CORRECTION and title:
        return _("更正：{title}").format(title=title)
    return _("新收录{record}").format(record=name(record, title))


def name(record: str, title: str = "") -> str:
    """What readers call a record: 承诺 c016《…》, 更新《…》."""
    found, kind = record_names.parse(record), kinds.of(record)
    if found is None or kind is None:
        return title or record
    label = _(_WORDS.get(found[1][0], kind.label) if found[0] is NameKind.WORD else kind.label)
    if found[0] is NameKind.SITE:
        return label
    if found[0] is NameKind.RETIREMENT:
        return _("{label}：{record}").format(label=label, record=name(found[1][0]))
    numbered = f" {found[1][1]}" if found[0] in _NUMBERED else ""
    called = ""
    if title:
        called = _quoted(title) if found[0] in _BY_NAME else _("《{title}》").format(title=cut(title))
    return f"{label}{numbered}{called}" if numbered or called else f"{label} {cut(found[1][-1])}"


def _quoted(title: str) -> str:
    """A name in quotation marks; those in it become inner ones."""
    return _("“{title}”").format(title=cut(title).replace("“", "‘").replace("”", "’"))


def edit(record: str, one: FieldEdit) -> Said:
    """One field that is another."""
    if one.field == BODY:
        return _body(one.was, one.now)
    label, field = label_of(record, one.field), _field(record, one.field)
    if _is_alike(one.was, one.now):
        return Said(label=_("{field}只改了标点、空格或写法").format(field=label))
    was, now = (groups.value(field, text) for text in _stated(field, one))
    was, now = shortened(was, now)
    if not was:
        return Said(label=_("新增{field}").format(field=label), now=now)
    if not now:
        return Said(label=_("删去{field}").format(field=label), was=was)
    return Said(label=label, was=was, now=now)


def _is_alike(was: str, now: str) -> bool:
    """Whether two texts have the same words; most that have not differ in their letters, which is found at once."""
    if not was or not now or _letters(was) != _letters(now):
        return False
    return words_of(was) == words_of(now)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text)))


def _stated(field: Field | None, one: FieldEdit) -> tuple[str, str]:
    """What was and is stated; a yes or no that is left out is a no."""
    default = "false" if field is not None and field.type is bool else ""
    return one.was or default, one.now or default


def _field(record: str, field: str) -> Field | None:
    return next((one for _step, one in reversed(kinds.steps(record, field)) if one), None)


def label_of(record: str, field: str) -> str:
    """A field as readers know it: ``targets.1.written`` is 目标, ``evidence.2.title`` 第2条证据的标题."""
    if field == BODY:
        return _("正文")
    path = list(kinds.steps(record, field))
    whole = path[-1][0].isdigit()
    if tuple(step for step, declared in path if declared)[-2:] in _MAIN:
        path.pop()
    words = list(_steps(path[:-1] if whole else path))
    return _("的").join(words) if words else field


def _steps(path: Sequence[tuple[str, Field | None]]) -> Iterator[str]:
    """The words for a path's steps; the place in a list stands before what is listed there, but for the first."""
    for (step, declared), (nth, listed) in zip(path, [*path[1:], ("", None)], strict=True):
        label = _(_LABELS.get(step, declared.label)) if declared else step
        if declared or not step.isdigit():
            yield _("第{n}项{label}").format(n=nth, label=label) if _is_later(nth) and not listed else label


def _is_later(nth: str) -> bool:
    return nth.isdigit() and int(nth) > 1


def _body(was: str, now: str) -> Said:
    """The sentences of a narrative that are others, were added or left out."""
    gone, come = ([_bare(one) for one in all] for all in _unlike(sentences(was), sentences(now)))
    if not gone and not come:
        return Said(label=_("正文只改了标点、空格或写法"))
    texts = shortened("".join(gone), "".join(come))
    number = max(len(gone), len(come))
    if not gone:
        return Said(label=_("正文新增{n}句").format(n=number), now=texts[1])
    if not come:
        return Said(label=_("正文删去{n}句").format(n=number), was=texts[0])
    return Said(label=_("正文改了{n}句").format(n=number), was=texts[0], now=texts[1])


# Markdown's signs say how words look, not what they say: of links, of what stands out, at the head of a line
_LINK = re.compile(r"\[([^\]\n]*)\](?:\([^)\n]*\))?")
_SIGNS = re.compile(r"\*\*|__|`|^(?:[-*+>]|#+|\d+\.)\s+", re.M)


def _bare(sentence: str) -> str:
    return _SIGNS.sub("", _LINK.sub(r"\1", sentence))


def _unlike(was: list[str], now: list[str]) -> tuple[list[str], list[str]]:
    matcher = SequenceMatcher(None, [words_of(one) for one in was], [words_of(one) for one in now], autojunk=False)
    gone, come = [], []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            gone += was[a:b]
            come += now[c:d]
    return gone, come


def shortened(was: str, now: str) -> tuple[str, str]:
    """Two values, long ones by what differs in them, with a little of what stands around it."""
    was, now = (" ".join(one.split()) for one in (was, now))
    if max(len(was), len(now)) <= LONGEST or not was or not now:
        return cut(was), cut(now)
    start, end = _common(was, now), _common(was[::-1], now[::-1])
    end = min(end, len(was) - start, len(now) - start)
    return _around(was, start, end), _around(now, start, end)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


def _around(text: str, start: int, end: int) -> str:
    first, last = max(0, start - BESIDE), len(text) - max(0, end - BESIDE)
    inside = text[first:last]
    if len(inside) > LONGEST:
        return f"{'…' * bool(first)}{inside[:LONGEST]}…"
    return f"{'…' * bool(first)}{inside}{'…' * (last < len(text))}"


def cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def outcome(change: OutcomeChange, words: Mapping[str, str]) -> Said:
    """A promise's outcome that became another, by the labels of the outcome vocabulary."""
    was, now = (words.get(one, one) for one in (change.was, change.now))
    label = _("期限到了，结论") if change.cause is Cause.TERM else _("结论")
    return Said(label=label, was=was, now=now)
