"""``new request``: a request for disclosure that was sent."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from disclosure.forms import article, finding, promises
from disclosure.forms.form import RecordForm
from disclosure.forms.known import Knowledge
from disclosure.forms.wish import NewText, Wish
from disclosure.model.request import RequestMeta
from disclosure.problem import Refused
from disclosure.translation import gettext as _


def make(known: Knowledge, wish: Wish) -> NewText:
    documents = [finding.document(known, name) for name in wish.many("document")]
    found = promises.chosen(known, wish, needed=False)
    if not documents and not found:
        raise Refused(_("还缺：--document（要的文件，documents.yml 里的编号），或 --commitment（直接问到的承诺）"))
    day = finding.day(known, wish.one("day"), _("寄出日期")) if wish.has("day") else known.today
    ids = [*(name.rpartition("/")[2] for name in documents), *(one.id for one in found)]
    name = article.named(known, "requests", day, wish, ids)
    values: dict[str, Any] = {**article.titled(wish), "date": str(day), "published": article.published(known)}
    values |= {"documents": tuple(documents)} if documents else {}
    values |= {"commitments": tuple(one.name for one in found)} if found else {}
    values |= _known(known, wish, documents)
    head = RecordForm(model=RequestMeta, values=values)
    about = [_("申请人的姓名、身份证、电话、地址一概不写"), *(promises.told(found, "") if found else ())]
    return article.made(known, name, head, about, _("正文，写经过；没有要说的就删去这一行，留空"))


def _known(known: Knowledge, wish: Wish, documents: list[str]) -> dict[str, str]:
    """Whom the documents are asked of, and what they hold, as far as ``documents.yml`` says it."""
    records = [known.documents[name] for name in documents]
    holders = list(dict.fromkeys(one.holder for one in records))
    to = finding.line(wish.one("to"), _("收信的机关")) or (holders[0] if len(holders) == 1 else "")
    asks = "；".join(_("{name}：{contents}").format(name=one.name, contents=one.contents) for one in records)
    found = {"holder": to, "asks": asks, "channel": finding.line(wish.one("channel"), _("怎样提交"))}
    return {name: value for name, value in found.items() if value}


def documents(known: Knowledge) -> Iterable[tuple[str, str]]:
    return ((name, one.name) for name, one in known.documents.items() if one.found is None)
