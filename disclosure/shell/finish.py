"""render -> audit -> publish: everything after the content was found right."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from disclosure import audit, publish
from disclosure import render as rendering
from disclosure.catalog import address
from disclosure.pages import chrome
from disclosure.pages.page import Page
from disclosure.publish import Ledger, Tally
from disclosure.render import Theme
from disclosure.shell.prepare import Prepared
from disclosure.shell.project import Project


class Flawed(Exception):
    """The audit found what the checks should have found: our bug. ``args`` are its findings."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did."""

    pages: int
    rendered: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class Bodies:
    """Narratives as the host made them: HTML by content name, and whole pages by address where it rendered them."""

    html: Mapping[str, str]
    pages: Mapping[str, bytes]


Progress = Callable[[str, int, int], None]


def finish(project: Project, prepared: Prepared, theme: Theme, bodies: Bodies, progress: Progress) -> Outcome:
    """Render what changed, audit all, publish; alone."""
    with publish.exclusively(project.cache, project.site, lambda: progress("wait", 0, 0)):
        return _finish(project, prepared, theme, bodies, progress)


def _finish(project: Project, prepared: Prepared, theme: Theme, bodies: Bodies, progress: Progress) -> Outcome:
    ledger = Ledger(project.cache, project.site)
    changed, kept, rendered = _render(ledger, prepared, theme, bodies, progress)
    for name, data in {**prepared.files, **theme.scripts}.items():
        fingerprint = hashlib.sha256(data).hexdigest()
        if ledger.is_current(name, fingerprint):
            kept.append(name)
        else:
            changed[name] = (fingerprint, data)
    data = _manifest(ledger, prepared, changed, kept)
    changed[address.MANIFEST] = (hashlib.sha256(data).hexdigest(), data)
    _audit(project.site, prepared, changed, kept)
    progress("publish", 0, len(changed))
    return Outcome(len(prepared.pages), rendered, publish.publish(ledger, changed, kept))


def _manifest(
    ledger: Ledger, prepared: Prepared, changed: Mapping[str, tuple[str, bytes]], kept: Iterable[str]
) -> bytes:
    """What a reader can check a copy by: SHA-256 of every other file, the sources' digests, the commit."""
    files = {name: hashlib.sha256(data).hexdigest() for name, (_print, data) in changed.items()}
    files |= {name: ledger.files[name].sha256 for name in kept if name != address.MANIFEST}
    sources = {one.key: one.source.sha256 for one in prepared.catalog.reports}
    made = {"commit": prepared.catalog.commit, "sources": sources, "files": dict(sorted(files.items()))}
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _render(
    ledger: Ledger, prepared: Prepared, theme: Theme, bodies: Bodies, progress: Progress
) -> tuple[dict[str, tuple[str, bytes]], list[str], int]:
    site, nav = chrome.site_view(prepared.catalog), chrome.nav(prepared.catalog)
    changed: dict[str, tuple[str, bytes]] = {}
    kept: list[str] = []
    for done, page in enumerate(prepared.pages):
        progress("render", done, len(prepared.pages))
        html = bodies.html.get(page.source, "")
        fingerprint = rendering.fingerprint(theme, site, nav, page, html)
        if ledger.is_current(page.address, fingerprint):
            kept.append(page.address)
            continue
        data = bodies.pages.get(page.address) or rendering.render(theme, site, nav, page, html)
        changed[page.address] = (fingerprint, data)
    return changed, kept, len(changed)


def _audit(target: Path, prepared: Prepared, changed: Mapping[str, tuple[str, bytes]], kept: list[str]) -> None:
    def data(page: Page) -> bytes:
        return changed[page.address][1] if page.address in changed else (target / page.address).read_bytes()

    facts = {page.address: audit.facts(data(page)) for page in prepared.pages}
    for page in prepared.pages:
        missing = page.anchors - set(facts[page.address].ids)
        if missing:
            raise Flawed(f"{page.address}: promised anchors are missing: {sorted(missing)[:3]}")
    # The not-found page is served at any address; its relative links are only right at the root
    findings = tuple(audit.audit(facts, frozenset([*changed, *kept]), prepared.catalog.site.address or ""))
    if findings:
        raise Flawed(*findings)
