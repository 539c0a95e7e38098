"""Questions over HTTP, as they stand: nothing is followed, unpacked or guessed."""

from __future__ import annotations

import http.client
import time
from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from msgspec import Struct


class Answer(Struct, frozen=True):
    """What came: ``headers`` by their names in small letters, several of one name joined by " | "."""

    status: int
    headers: Mapping[str, str]
    data: bytes

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "")


def ask(address: str, headers: Mapping[str, str] | None = None, method: str = "GET") -> Answer:
    """What a server answers; ``address`` may hold characters that no address has, they are written as browsers do."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=30)
    try:
        path = quote(parts.path, safe="/%") + (f"?{parts.query}" if parts.query else "")
        connection.request(method, path, headers=dict(headers or {}))
        answer = connection.getresponse()
        return Answer(answer.status, _joined(answer.getheaders()), answer.read())
    finally:
        connection.close()


def _joined(headers: list[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for written, value in headers:
        name = written.lower()
        found[name] = f"{found[name]} | {value}" if name in found else value
    return found


def next_second() -> None:
    """Until the clock shows another second: times of files are told to the second."""
    now = int(time.time())
    while int(time.time()) == now:
        time.sleep(0.02)
