"""``new district``: one more district, in the list as it stands; or the list begun."""

from __future__ import annotations

from disclosure.forms import finding, form, standing
from disclosure.forms.known import Knowledge
from disclosure.forms.wish import NewText, Wish
from disclosure.problem import Refused
from disclosure.source.files import SourceFile
from disclosure.source.record_edits import Insert, WrittenLines
from disclosure.translation import gettext as _

FILE = "districts.yml"


def make(known: Knowledge, wish: Wish) -> NewText:
    id, name = finding.slug(wish.one("id")), finding.line(wish.one("name"), _("名称"))
    for one in known.districts:
        if id == one.id or name in (one.name, *one.others):
            raise Refused(_("已有 {id}（{name}），不用再加").format(id=one.id, name=one.name))
    region = finding.line(wish.one("region"), _("上级地区"))
    values = {"id": id, "name": name, "region": region}
    file = known.files.get(FILE, SourceFile(f"{known.content}/{FILE}", FILE, b""))
    row = f"- {form.flow({field: value for field, value in values.items() if value})}"
    return standing.changed(file, Insert(where=(), value=WrittenLines((row,))))
