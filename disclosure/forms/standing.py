"""A file that stands, with something added to it: no other byte moves."""

from __future__ import annotations

from collections.abc import Callable

from disclosure.forms.wish import NewText
from disclosure.problem import Refused
from disclosure.source import yaml
from disclosure.source.edits import Edited, Misplaced
from disclosure.source.files import SourceFile
from disclosure.translation import gettext as _


def changed(file: SourceFile, edit: Callable[[], Edited]) -> NewText:
    """What the file says with the edit made; refused where it cannot be made for certain."""
    _was, problems = yaml.read(file.decoded[0], file.path)
    if file.decoded[1] or problems:
        raise Refused(_("{path} 里有错误，先改好它（运行 check）").format(path=file.path))
    try:
        done = edit()
    except Misplaced as error:
        raise _unfit(file) from error
    text, before = done.data.decode(), file.data.decode()
    if yaml.read(SourceFile(file.path, file.name, done.data).decoded[0], file.path)[1]:
        raise _unfit(file)
    old, new = before.splitlines(), text.splitlines()
    stood = next((n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), len(old))
    return NewText(name=file.name, text=text, stood=stood, added=max(len(new) - len(old), 1))


def _unfit(file: SourceFile) -> Refused:
    return Refused(_("{path} 的写法接不上新的一项：先改成一行一个字段、一项一个“- ”").format(path=file.path))
