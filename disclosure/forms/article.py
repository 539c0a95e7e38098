"""A new Markdown file with a head: where it stands, and its text."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date

from disclosure.forms import finding, form
from disclosure.forms.form import RecordForm
from disclosure.forms.known import Knowledge
from disclosure.forms.wish import NewText, Wish
from disclosure.problem import Refused
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

HOW = N_("以 # 开头的行是说明，不显示在网站上；用得着的，去掉行首的“# ”再填，用不着的不用删")
# A slug is made of so many ids
MOST_IDS = 3


def made(known: Knowledge, name: str, head: RecordForm, about: Iterable[str], body: str) -> NewText:
    """``about`` are lines that the editor reads beside the head."""
    comments = [f"# {line}" for line in (_(HOW), *about)]
    text = "\n".join(["---", *comments, *form.lines(head, known.words), "---", "", form.blank(body), ""])
    return NewText(name=name, text=text)


def named(known: Knowledge, folder: str, day: date, wish: Wish, ids: Iterable[str]) -> str:
    """A name that no file has: the day, and the slug that was given, or the ids that it speaks of."""
    given = wish.one("slug")
    return free(known.files, f"{folder}/{day}", finding.slug(given) if given else "", ids)


def free(files: Container[str], start: str, slug: str, ids: Iterable[str]) -> str:
    """A name that none of the files has: its start, and the slug, or the ids where none was given."""
    short = slug or "-".join(list(dict.fromkeys(ids))[:MOST_IDS])
    first = f"{start}-{short}.md"
    if slug and first in files:
        raise Refused(_("已有 {name}；换一个 --slug").format(name=first))
    tries = (first, *(f"{start}-{short}-{n}.md" for n in range(2, 1000)))
    return next(one for one in tries if one not in files)


def published(known: Knowledge) -> str:
    return known.now.strftime("%Y-%m-%d %H:%M")


def titled(wish: Wish) -> dict[str, str]:
    title = finding.line(wish.one("title"), _("标题"))
    return {"title": title} if title else {}
