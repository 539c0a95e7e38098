"""From one format of content to the next: a step each, as changes of single values, so that comments stay."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from disclosure.problem import Refused
from disclosure.source import record_edits, yaml
from disclosure.source.edits import TextEdit, applied
from disclosure.source.files import SourceFile
from disclosure.source.record_edits import Put
from disclosure.translation import gettext as _

SITE = "site.yml"


class UpgradeStep(Struct, frozen=True):
    """What a format changed, in a sentence; and the edits that a content file of the format before needs."""

    what: str
    edits: Callable[[SourceFile], Iterable[TextEdit]]


# The first leads from format 1 to 2; project.FORMAT is one more than there are steps
STEPS: tuple[UpgradeStep, ...] = ()


class Upgraded(Struct, frozen=True, kw_only=True):
    """The files that change, by name, and every change as place and words."""

    files: Mapping[str, bytes]
    changes: tuple[str, ...]


def upgraded(sources: Collection[SourceFile], present: int, steps: Sequence[UpgradeStep]) -> Upgraded:
    """Content of format ``present`` after all steps that follow."""
    files = {one.name: one for one in sources}
    before, said = dict(files), list[str]()
    _ensure_readable(sources if present <= len(steps) else ())
    for step in steps[present - 1 :]:
        said.append(step.what)
        for name, file in files.items():
            edits = tuple(step.edits(file))
            if edits:
                edited = applied(file, edits)
                said += [f"    {file.path}:{line} {words}" for line, words in edited.changes]
                files[name] = SourceFile(file.path, name, edited.data)
    if present <= len(steps) and SITE in files:
        files[SITE] = _of_format(files[SITE], len(steps) + 1)
        said.append(_("{path}：format 改成 {n}").format(path=files[SITE].path, n=len(steps) + 1))
    changed = {name: one.data for name, one in files.items() if one.data != before[name].data}
    return Upgraded(files=changed, changes=tuple(said))


def _ensure_readable(sources: Iterable[SourceFile]) -> None:
    """``Refused`` where a file cannot be read: what a step would change in it is not certain."""
    for file in sources:
        text, problems = file.decoded
        if problems or (file.name.endswith(".yml") and yaml.read(text, file.path)[1]):
            message = _("{path} 读不通，不知道改哪里：先用原来的程序运行 check，改好它（存成 UTF-8，统一换行）")
            raise Refused(message.format(path=file.path))


def _of_format(file: SourceFile, newest: int) -> SourceFile:
    change = Put(where=("format",), value=str(newest), order=("format",))
    return SourceFile(file.path, file.name, record_edits.edited(file, change).data)
