"""``build.py serve`` running on a project, with what it says and what it tells an open tab."""

from __future__ import annotations

import http.client
import json
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from disclosure.preview.news import LIST
from disclosure.preview.server import EVENTS
from tests.projects import DATE, REPOSITORY, Sandbox, configured, content_of

BUILD = REPOSITORY / "build.py"
# No machine is so slow that a build of the small case takes longer, in seconds
LIMIT = 60.0
FAILED, BUILT = "页面还是上一次的样子", "已更新"


def small(root: Path) -> Sandbox:
    """The small case with templates of its own."""
    shutil.copytree(content_of("small"), root / "content")
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    return configured(root, root / "templates")


class Served:
    """One run of ``serve``."""

    def __init__(self, project: Sandbox, port: int = 0) -> None:
        command = [sys.executable, BUILD, "serve", "--root", project.root, "--date", DATE, "--port", str(port)]
        self.project = project
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8")
        self.lines: queue.Queue[str] = queue.Queue()
        self.listener = threading.Thread(target=self._listen)
        self.listener.start()
        address = self.until("预览：")[-1].partition("：")[2].partition("（")[0]
        self.address, self.port = address, int(address.rstrip("/").rpartition(":")[2])

    def _listen(self) -> None:
        assert self.process.stdout
        with self.process.stdout as lines:
            for line in lines:
                self.lines.put(line.rstrip("\n"))

    def until(self, words: str) -> list[str]:
        """The lines on the terminal that were not asked for yet, up to one with these words."""
        said: list[str] = []
        while not said or words not in said[-1]:
            try:
                said.append(self.lines.get(timeout=LIMIT))
            except queue.Empty:
                raise AssertionError(f"{words!r} was not said, only {said}") from None
        return said

    def ends_in(self, is_so: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """What an open tab is told, once it is so."""
        end = time.monotonic() + LIMIT
        with self._asked(EVENTS) as answer:
            while time.monotonic() < end:
                line = answer.readline().decode()
                if line.startswith("data: ") and is_so(news := json.loads(line.removeprefix("data: "))):
                    return dict(news)
        raise AssertionError("no tab was told")

    @contextmanager
    def _asked(self, path: str) -> Iterator[http.client.HTTPResponse]:
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=LIMIT)) as connection:
            connection.request("GET", path)
            with connection.getresponse() as answer:
                yield answer

    def made(self) -> float:
        """When something was told last."""
        return float(self.ends_in(lambda _news: True)["made"][LIST])

    def fails_with(self, words: str) -> dict[str, Any]:
        """What a tab is told of a build that failed with these words in its first message."""
        return self.ends_in(lambda news: FAILED in news["title"] and words in news["first"])

    def recovers(self, since: float) -> None:
        """Waits until a build succeeded."""
        self.ends_in(lambda news: not news["title"] and news["made"][LIST] > since)

    def get(self, path: str) -> str:
        with self._asked(path) as answer:
            return answer.read().decode()

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()
        self.listener.join()


@contextmanager
def serving(project: Sandbox, port: int = 0) -> Iterator[Served]:
    served = Served(project, port)
    try:
        yield served
    finally:
        served.stop()
