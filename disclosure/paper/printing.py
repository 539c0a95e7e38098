"""A page printed by an installed browser of Chromium's family: ``printed``."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from disclosure.problem import Refused
from disclosure.publishing import temporary
from disclosure.source import programs
from disclosure.translation import gettext as _

# By name, the one without windows first: it starts fastest
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "chrome",
    "msedge",
)
# Where installers put them that do not make them known by name
WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
MAC = ("Google Chrome.app/Contents/MacOS/Google Chrome", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge")
# A report of three hundred pages takes some ten seconds; a machine that is busy with other things, a minute
SECONDS = 600
OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-extensions",
    "--no-first-run",
    "--no-pdf-header-footer",
    "--generate-pdf-document-outline",
)
NOISE = re.compile(r"^\[\d+.*?\] ?|dbus.*$", re.M)


def browser(named: Path | None) -> Path:
    """The one that is ``named``, else the first that is found; ``Refused`` where there is none."""
    if named is not None:
        found = shutil.which(named)
        if found is None:
            raise Refused(_("{path} 不是可以运行的程序").format(path=named))
        return Path(found)
    for one in _installed():
        return one
    told = _("没有找到能打印的浏览器：装上 Chromium、Chrome 或 Edge，或用 --browser 写明它在哪里")
    raise Refused(told)


def _installed() -> Iterator[Path]:
    for name in NAMES:
        found = programs.find(name)
        if found is not None:
            yield Path(found)
    yield from (one for one in _usual_places() if one.is_file())


def _usual_places() -> Iterable[Path]:
    if sys.platform == "win32":
        roots = (os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"))
        return [Path(root, one) for root in roots if root for one in WINDOWS]
    return [Path("/Applications", one) for one in MAC] if sys.platform == "darwin" else []


def printed(program: Path, html: str, cache: Path) -> bytes:
    """The page as PDF with tags and bookmarks; ``Refused`` where the browser does not make it. What the browser keeps
    meanwhile lies in the ``cache``."""
    with temporary.folder(cache, "pdf") as folder:
        page, made = folder / "page.html", folder / "page.pdf"
        page.write_text(html, "utf-8")
        said = _run(program, folder, page, made)
        if not made.is_file() or not made.stat().st_size:
            raise Refused(_("浏览器 {program} 没有打印出来：{said}").format(program=program, said=said))
        return made.read_bytes()


def _run(program: Path, folder: Path, page: Path, made: Path) -> str:
    """What the browser said."""
    options = [*OPTIONS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={made}"]
    if _is_root():
        # It refuses to begin otherwise; the page is ours and may load nothing
        options.append("--no-sandbox")
    try:
        done = subprocess.run(
            [program, *options, page.as_uri()],
            capture_output=True,
            timeout=SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        return _("{n}秒没有打印完").format(n=SECONDS)
    except OSError as error:
        return str(error.strerror)
    lines = [line for line in NOISE.sub("", done.stderr.decode("utf-8", "replace")).splitlines() if line.strip()]
    return lines[-1].strip() if lines else _("退出码 {code}").format(code=done.returncode)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
