"""``serve``, killed while it builds, serves or hears of a save: its tabs hear it, its port is free, the next run is
right."""

from __future__ import annotations

import random
import signal
import socket
import time
from contextlib import closing, suppress

from disclosure.preview.server import EVENTS
from tests.projects import without_downloads
from tests.security.kills.builds import ORPHANS, KillCounts
from tests.security.kills.editions import NUMBER, Editions
from tests.security.kills.forked import Running

ADDRESS = "预览：http://127.0.0.1"
# Until the first build stands, and until an open tab hears that nobody answers any more, in seconds
PATIENCE, HEARD = 120.0, 5.0
# None of those that the system hands out by itself: other programs must not get it while no preview stands
PORTS = range(20_000, 30_000)


def _is_free(port: int) -> bool:
    with closing(socket.socket()) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with suppress(OSError):
            one.bind(("127.0.0.1", port))
            one.listen(1)
            return True
    return False


class PreviewKills:
    """Kills one project's previews, all on one port."""

    def __init__(self, editions: Editions, dice: random.Random) -> None:
        self.editions, self.dice, self.found = editions, dice, KillCounts()
        self.port = next(port for port in self.dice.sample(PORTS, len(PORTS)) if _is_free(port))
        self.number, self.first = 0, 2.0

    def run(self, kills: int) -> KillCounts:
        """Until so many previews were killed; each begins on what the one before left."""
        while self.found.counts["killed"] < kills and len(self.found.faults) < 20:
            self.one()
        self._ends_by_itself()
        return self.found

    def one(self) -> None:
        """One preview: killed while it begins, while tabs wait, or just after a save."""
        when = self.dice.choice(("while it begins", "while it serves", "after a save", "after a save"))
        running = self._begun()
        tabs: list[socket.socket] = []
        if when == "while it begins":
            time.sleep(self.dice.uniform(0, self.first))
        elif self._serves(running):
            tabs = [self._tab() for _tab in range(2)]
            if when == "after a save":
                self._save()
                time.sleep(self.dice.uniform(0, self.first))
        group = self.dice.random() < 0.5
        running.kill(group=group)
        ended = running.wait()
        self._held(ended.is_killed, f"serve, {when}: {ended.code} {ended.said[-800:]}")
        self.found.counts["killed"] += 1
        self.found.counts[when] += 1
        self._tabs_hear(tabs)
        self.found.orphaned = max(self.found.orphaned, seconds := running.left_alone())
        self._held(seconds < ORPHANS, f"serve, {when}: orphans after {seconds:.1f} s")
        self._port_is_free()
        if self.dice.random() < 0.34:
            self._build()

    def _begun(self) -> Running:
        return self.editions.begin("serve", "--port", str(self.port))

    def _save(self) -> None:
        self.number = self.dice.choice([n for n in range(NUMBER) if n != self.number])
        self.editions.edit(self.number)

    def _serves(self, running: Running) -> bool:
        end = time.monotonic() + PATIENCE
        begun = time.monotonic()
        while ADDRESS not in running.said:
            time.sleep(0.02)
            if time.monotonic() > end or not running.orphans():
                self._held(False, f"serve does not begin: {running.said[-800:]}")
                return False
        self.first = (self.first + time.monotonic() - begun) / 2
        return True

    def _tab(self) -> socket.socket:
        tab = socket.create_connection(("127.0.0.1", self.port), timeout=HEARD)
        tab.sendall(f"GET {EVENTS} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
        tab.recv(100)
        return tab

    def _tabs_hear(self, tabs: list[socket.socket]) -> None:
        for tab in tabs:
            try:
                while tab.recv(10_000):
                    pass
            except ConnectionError:
                pass
            except TimeoutError:
                self._held(False, "a tab waits for a preview that is no more")
            tab.close()
            self.found.counts["tabs that heard it"] += 1

    def _port_is_free(self) -> None:
        self._held(_is_free(self.port), "the port is taken")

    def _build(self) -> None:
        ended = self.editions.run("build")
        self._held(ended.code == 0, f"build after serve: {ended.code} {ended.said[-800:]}")
        self._held(self.editions.site == self.editions.clean[self.number], "build after serve: another site")
        if left := self.editions.leftovers():
            self._held(False, f"build after serve: left {left[:6]}")
            self.editions.clear(left)
        self.found.counts["clean builds after it"] += 1

    def _ends_by_itself(self) -> None:
        """The last one is asked to end: by then the preview shows what the content says."""
        running = self._begun()
        if self._serves(running):
            running.kill(group=True, by=signal.SIGINT)
            ended = running.wait()
            self._held(ended.code == 0 and "Traceback" not in ended.said, f"Ctrl+C: {ended.code} {ended.said[-800:]}")
            shown, clean = self.editions.site, self.editions.clean[self.number]
            self._held(without_downloads(shown) == without_downloads(clean), "serve: another site")

    def _held(self, is_so: object, otherwise: str) -> None:
        if not is_so:
            self.found.faults.append(otherwise)
            print(f"FAULT {otherwise}", flush=True)
