"""The MkDocs plugin. MkDocs reads ``mkdocs.yml`` and renders the narratives; everything else is handed to it from here.

MkDocs cleans and fills the folder it is given, so it is given one of its own; what it made is taken from there,
audited with all other pages and published as a whole.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as HostPage

from disclosure import render as rendering
from disclosure.pages import chrome
from disclosure.pages.page import Page
from disclosure.problem import NotOurs, errors
from disclosure.render import Theme
from disclosure.shell import host, project
from disclosure.shell.build import Build
from disclosure.shell.finish import Bodies, Flawed, finish
from disclosure.shell.prepare import Prepared, prepare
from disclosure.shell.project import Project
from disclosure.source import markdown
from disclosure.source.git import SHANGHAI

DATE_VARIABLE = "DISCLOSURE_DATE"


class PlannedFile(File):
    """A page or file that we write ourselves: known to MkDocs so that links to it resolve, and nothing more."""

    def __init__(self, source: str, destination: str, config: MkDocsConfig) -> None:
        super().__init__(
            source, None, config.site_dir, False, dest_uri=destination, inclusion=InclusionLevel.NOT_IN_NAV
        )
        self.generated_by = "disclosure"

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        """Nothing to copy: the page is published with the others."""


class DisclosurePlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """``plugins: [disclosure]``."""

    def __init__(self) -> None:
        self.build: Build | None = None
        self.staging: str | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, plan and check first; MkDocs sees nothing of a content that is wrong."""
        self.target = Path(config.site_dir)
        self.project, self.prepared = self._begin(config)
        self.theme = Theme(self.project.templates, self.prepared.catalog.site.language)
        self.html: dict[str, str] = {}
        self.pages: dict[str, bytes] = {}
        self.staging = config.site_dir = tempfile.mkdtemp(prefix="disclosure-")
        config.site_url = ""
        config.use_directory_urls = False
        config.theme.static_templates.clear()
        config.markdown_extensions = list(markdown.EXTENSIONS)
        config.mdx_configs.update(markdown.SETTINGS)
        return config

    def _begin(self, config: MkDocsConfig) -> tuple[Project, Prepared]:
        if self.build is not None:
            return self.build.project, self.build.prepared
        found = project.find(Path(config.config_file_path or "mkdocs.yml").parent).publishing_to(self.target)
        prepared, problems = prepare(found, _today())
        if prepared is None:
            raise PluginError("\n" + "\n".join(str(problem) for problem in errors(problems)))
        return found, prepared

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Only the narratives pass through MkDocs; all other addresses are registered for their links."""
        narratives = {one.name for one in self.prepared.catalog.narratives}
        kept = [file for file in files if file.src_uri in narratives]
        sources = {source: where for source, where in self.prepared.book.sources.items() if source not in narratives}
        known = sources | {where: where for where in self.prepared.book.anchors if where not in sources}
        return Files([*kept, *(PlannedFile(source, where, config) for source, where in known.items())])

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Our environment, the one that renders every other page too: autoescape and StrictUndefined are on."""
        return self.theme.environment

    def on_page_markdown(self, text: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:
        """The body as we read it: MkDocs would swallow broken front matter and publish it as text."""
        narrative = self.prepared.catalog.narrative(page.file.src_uri)
        assert narrative is not None
        page.meta = {"template": self._planned(page).template}
        return narrative.body

    def on_page_content(self, html: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:
        cleaned = markdown.clean(html)
        self.html[self._planned(page).source] = cleaned
        return cleaned

    def on_page_context(self, context: Any, *, page: HostPage, config: MkDocsConfig, nav: Navigation) -> Any:
        """Templates read our frozen values only, on narrative pages too."""
        catalog, planned = self.prepared.catalog, self._planned(page)
        return rendering.context(chrome.site_view(catalog), chrome.nav(catalog), planned, self.html[planned.source])

    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        self.pages[self._planned(page).address] = output.encode("utf-8", "xmlcharrefreplace")
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Render the rest by fingerprint, audit everything, publish, and give the real target back."""
        shutil.rmtree(config.site_dir, ignore_errors=True)
        config.site_dir = str(self.target)
        bodies = Bodies(self.html, self.pages)
        host.remember(self.project, self.prepared, bodies)
        if self.build is not None:
            self.build.bodies = bodies
            return
        try:
            finish(self.project, self.prepared, self.theme, bodies, _silent)
        except Flawed as flawed:
            raise PluginError("\n".join(flawed.args)) from flawed
        except NotOurs as refused:
            raise PluginError(str(refused)) from refused

    def on_build_error(self, *, error: Exception, **_config: Any) -> None:
        if self.staging is not None:
            shutil.rmtree(self.staging, ignore_errors=True)

    def _planned(self, page: HostPage) -> Page:
        planned = self.prepared.page(page.file.dest_uri)
        assert planned is not None
        return planned


def _silent(_stage: str, _done: int, _total: int) -> None:
    """MkDocs tells its own progress."""


def _today() -> date:
    given = os.environ.get(DATE_VARIABLE)
    return date.fromisoformat(given) if given else datetime.now(SHANGHAI).date()
