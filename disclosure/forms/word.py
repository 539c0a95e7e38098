"""``new department``: one more department, in the vocabulary as it stands."""

from __future__ import annotations

from disclosure.forms import finding, form, standing
from disclosure.forms.known import Knowledge
from disclosure.forms.wish import NewText, Wish
from disclosure.model.vocabulary import DEPARTMENTS
from disclosure.problem import Refused
from disclosure.source.files import SourceFile
from disclosure.source.record_edits import Insert, WrittenLines
from disclosure.source.rename import LABEL
from disclosure.translation import gettext as _

FILE = f"vocabulary/{DEPARTMENTS}.yml"


def make(known: Knowledge, wish: Wish) -> NewText:
    id, label = finding.slug(wish.one("id")), finding.line(wish.one("label"), _("名称"))
    if not LABEL.fullmatch(label):
        raise Refused(_("名称“{label}”不能用：只用文字、数字、括号、书名号、连字符和间隔号").format(label=label))
    for located in known.words.records.get(DEPARTMENTS, ()):
        word = located.value
        if id == word.id or label in (word.label, *(former.label for former in word.names)):
            raise Refused(_("已有 {id}（{label}）；改名用 rename").format(id=word.id, label=word.label))
    description = finding.line(wish.one("description"), _("说明")) or form.blank(_("说明"))
    file = known.files.get(FILE, SourceFile(f"{known.content}/{FILE}", FILE, b""))
    row = f"- {form.flow({'id': id, 'label': label, 'description': description})}"
    return standing.changed(file, Insert(where=(), value=WrittenLines((row,))))
