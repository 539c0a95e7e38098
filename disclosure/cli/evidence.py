"""``evidence``: what has no snapshot; with ``--check``, which outside addresses still answer. Never part of a build."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from disclosure.cli import writing
from disclosure.cli.output import Console
from disclosure.clock import in_ci
from disclosure.translation import gettext as _
from disclosure.translation import mark as N_

if TYPE_CHECKING:
    from disclosure.catalog.catalog import Catalog
    from disclosure.project import Project

HELP = N_("列出没有存档的证据；--check 检查外部网址")
SECONDS = 20
# What servers answer to a reader who is let in
FINE = range(200, 400)


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help=_("逐个打开外部网址，结果写进 content/links.yml"))


def run(given: argparse.Namespace, output: Console) -> int:
    # Heavy, and wanted by this command only
    from disclosure.build.build import catalogs
    from disclosure.build.options import BuildOptions
    from disclosure.cache import snapshot

    reports, problems = catalogs(
        snapshot.look(given.project, given.today), BuildOptions(progress=output.progress, ci=in_ci())
    )
    output.problems(problems)
    if reports is None:
        output.result(problems, without_snapshot=[], links=[])
        return 1
    missing = [line for report in reports for line in _without_snapshot(report)]
    for line in missing:
        output.say(line)
    output.say(_("{n} 份证据没有存档").format(n=len(missing)))
    links = _check(reports, given.project, given.today) if given.check else []
    for url, works, said in links:
        output.say(
            _("{verdict} {url}（{said}）").format(verdict=_("能打开") if works else _("打不开"), url=url, said=said)
        )
    output.result(problems, without_snapshot=missing, links=links)
    return 0


def _without_snapshot(catalog: Catalog) -> Iterator[str]:
    from disclosure.checks import evidence

    for name, one, written, where in evidence.every(catalog):
        if not one.snapshot:
            what = one.title or one.url or one.locator
            yield _("{place} {id}：{publisher} {what}").format(
                place=written.place(*where), id=name, publisher=one.publisher or one.passage, what=what
            )


def _check(reports: Iterable[Catalog], project: Project, today: date) -> list[tuple[str, bool, str]]:
    """Each outside address once; a dead one marks its evidence and breaks nothing."""
    from disclosure.checks import evidence

    every = (one for catalog in reports for _name, one, _written, _where in evidence.every(catalog))
    urls = sorted({one.url for one in every if one.url})
    found = [(url, *_ask(url)) for url in urls]
    text = "".join(_lines(found, today)) or "[]\n"
    writing.together(project, {f"{project.folder}/links.yml": text.encode()}, "evidence --check")
    return found


def _lines(found: Iterable[tuple[str, bool, str]], today: date) -> Iterator[str]:
    import json

    yield "# " + _("外部网址的检查结果，由 python build.py evidence --check 写成") + "\n"
    for url, works, said in found:
        yield f"- {{url: {json.dumps(url)}, checked: {today}, works: {str(works).lower()}, said: {json.dumps(said)}}}\n"


def _ask(url: str) -> tuple[bool, str]:
    """Whether an address answers, and what it said."""
    import http.client
    from urllib.error import HTTPError, URLError
    from urllib.request import Request, urlopen

    request = Request(url, headers={"User-Agent": "disclosure-link-check"})  # noqa: S310 (the model admits http and https only)
    try:
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 (as above)
            return answer.status in FINE, str(answer.status)
    except HTTPError as error:
        return False, str(error.code)
    except (URLError, OSError, http.client.HTTPException, ValueError) as error:
        return False, type(error).__name__
