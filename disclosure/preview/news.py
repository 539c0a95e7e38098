"""What open tabs are told: when each part of the site was made last, and why it was not made again."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping, Sequence
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
    """

    def __init__(self) -> None:
        self._changed = Condition()
        self._version = 0
        self._early = False
        self.title = ""
        self.messages: Sequence[str] = ()
        self.made: Mapping[str, float] = dict.fromkeys((REPORTS, SITE, LIST), time.time())

    def reports_made(self) -> None:
        """The pages of reports are made, the rest of the site is yet to come."""
        self._tell("", (), (REPORTS,))
        self._early = True

    def site_made(self, *, removed: bool = False) -> None:
        """A build succeeded; ``removed`` where pages are no more."""
        self._tell("", (), (SITE,) if self._early and not removed else (REPORTS, SITE))

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
