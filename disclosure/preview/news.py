"""What open tabs are told: when each part of the site was made last, and why it was not made again."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import Condition

from disclosure.translation import gettext as _

# The parts of a site that are made one after the other, and the list of what is wrong, made with every build
REPORTS, SITE, LIST = "reports", "site", "list"
OF_REPORTS = ("/reports/", "/updates/")


def part_of(path: str) -> str:
    """The part of the site that a page belongs to."""
    return REPORTS if path.startswith(OF_REPORTS) else SITE


class News:
    """The last build, for many threads: they wait until there is something to tell.

    ``made`` says when each part was made last, as a page does that was loaded then: another time, and it loads again.
    ``title`` is empty where all is well; else it says what the build ended in, and ``messages`` why.

    Of the pages of reports those are made first that were open when the build began. Where another one was asked for
    meanwhile, they are told of once more when the site is made.
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._version = 0
        self._early = False
        self._open: Counter[str] = Counter()
        self._first: frozenset[str] = frozenset()
        self._others_asked_for = False
        self.title = ""
        self.messages: Sequence[str] = ()
        self.made: Mapping[str, float] = dict.fromkeys((REPORTS, SITE, LIST), time.time())

    @contextmanager
    def open(self, page: str) -> Iterator[None]:
        """A tab shows the page at this address."""
        self._count(page, 1)
        try:
            yield
        finally:
            self._count(page, -1)

    def _count(self, page: str, number: int) -> None:
        with self._changed:
            self._open[page] += number

    def asked_for(self, page: str) -> None:
        """The page at this address was sent as it stands."""
        with self._changed:
            self._others_asked_for |= bool(self._first) and page not in self._first

    def build_begins(self) -> frozenset[str]:
        """The addresses of the pages that are open."""
        with self._changed:
            self._first = frozenset(+self._open)
            self._others_asked_for = False
            return self._first

    def reports_made(self) -> None:
        """The pages of reports that are open are made, the rest of the site is yet to come."""
        self._tell("", (), (REPORTS,))
        self._early = True

    def site_made(self, *, removed: bool = False) -> None:
        """A build succeeded; ``removed`` where pages are no more."""
        told = self._early and not removed and not self._others_asked_for
        self._tell("", (), (SITE,) if told else (REPORTS, SITE))

    def failed(self, title: str, messages: Sequence[str]) -> None:
        """A build left the site as it was."""
        self._tell(title, messages, ())

    def _tell(self, title: str, messages: Sequence[str], parts: Iterable[str]) -> None:
        with self._changed:
            self._version += 1
            self._early = False
            self.title, self.messages = title, messages
            self.made = {**self.made, **dict.fromkeys((*parts, LIST), time.time())}
            self._changed.notify_all()

    def wait(self, seen: int, timeout: float) -> tuple[int, str | None]:
        """The number of the last news, and its text once it is another than ``seen``; ``None`` if none came in time."""
        with self._changed:
            came = self._changed.wait_for(lambda: self._version != seen, timeout)
            return self._version, self._text() if came else None

    def _text(self) -> str:
        """As ``reload.js`` reads it."""
        first = self.messages[0] if self.messages else ""
        link = _("查看全部 {n} 条").format(n=len(self.messages)) if len(self.messages) > 1 else ""
        return json.dumps({"title": self.title, "first": first, "link": link, "made": self.made})
