"""The MkDocs plugin. MkDocs reads ``mkdocs.yml`` and renders the narratives; everything else is handed to it from here.

MkDocs cleans and fills the folder it is given, so it is given one of its own; what it made is taken from there,
audited with all other pages and published as a whole.
"""

from __future__ import annotations

import logging
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure import nav as navigation
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage

from disclosure import project
from disclosure.audit import Flawed
from disclosure.build.build import prepare
from disclosure.build.options import BuildOptions
from disclosure.build.publication import publish
from disclosure.build.site_context import Narratives
from disclosure.build.site_plan import SitePlan
from disclosure.cache import snapshot
from disclosure.clock import in_ci, today
from disclosure.pages import registry
from disclosure.pages.page import Page
from disclosure.problem import Misconfigured, Place, Problem, Refused, errors
from disclosure.publishing import publish as publishing
from disclosure.publishing import together
from disclosure.source import markdown
from disclosure.theme import theme as theming
from disclosure.theme.fragments import RenderedPage
from disclosure.theme.template_problems import TemplateFlaw
from disclosure.translation import gettext as _
from disclosure.visible import lines

# What MkDocs adds by itself; we choose our own (source/markdown.py)
HOSTS = ("toc", "tables", "fenced_code")


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
    """``plugins: [disclosure]``. ``plan`` is given where our command line runs MkDocs; it takes ``narratives``."""

    def __init__(self) -> None:
        self.plan: SitePlan | None = None
        self.narratives: Narratives | None = None
        self.staging: str | None = None
        self.alone = ExitStack()
        self.preview = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, build and check first; MkDocs sees nothing of a content that is wrong."""
        self.target = Path(config.site_dir)
        self.mine = self.plan or self._begin(config)
        self.html: dict[str, str] = {}
        self.pages: dict[str, RenderedPage] = {}
        self.staging = config.site_dir = tempfile.mkdtemp(prefix="disclosure-")
        config.site_url = ""
        config.use_directory_urls = False
        config.theme.static_templates.clear()
        config.markdown_extensions = [*markdown.EXTENSIONS, *_own(config.markdown_extensions)]
        config.mdx_configs.update(markdown.SETTINGS)
        return config

    def _begin(self, config: MkDocsConfig) -> SitePlan:
        with _said_by_mkdocs():
            found = project.find(Path(config.config_file_path or "mkdocs.yml").parent).publishing_to(self.target)
            together.finish(found, lambda _command, _number: None)
            self.alone.enter_context(publishing.exclusively(found.cache, found.site, lambda: None))
            self.alone.callback(publishing.discard, found.site)
            plan = prepare(
                snapshot.look(found, today()), BuildOptions(progress=_silent, ci=in_ci(), preview=self.preview)
            )
        if errors(plan.problems):
            raise PluginError(_lines(errors(plan.problems)))
        return plan

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Only the narratives pass through MkDocs; all other addresses are registered for their links."""
        narratives = {one.name for one in self.mine.catalog.narratives}
        kept = [file for file in files if file.src_uri in narratives]
        sources = {source: where for source, where in self.mine.book.sources.items() if source not in narratives}
        known = sources | {where: where for where in self.mine.book.anchors if where not in sources}
        return Files([*kept, *(PlannedFile(source, where, config) for source, where in known.items())])

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Our environment, the one that renders every other page too: autoescape and StrictUndefined are on."""
        return self.mine.inputs.theme.environment

    def on_page_markdown(self, text: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:
        """The body as we read it: MkDocs would swallow broken front matter and publish it as text."""
        narrative = self.mine.catalog.narrative(page.file.src_uri)
        assert narrative is not None
        page.meta = {"template": registry.kind(self._planned(page).kind).template}
        return narrative.body

    def on_page_content(self, html: str, *, page: HostPage, config: MkDocsConfig, files: Files) -> str:
        cleaned = markdown.clean(html)
        self.html[self._planned(page).source] = cleaned
        return cleaned

    def on_page_context(self, context: Any, *, page: HostPage, config: MkDocsConfig, nav: navigation.Navigation) -> Any:
        """Templates read our frozen values only, on narrative pages too."""
        planned = self._planned(page)
        return theming.context(self.mine.inputs.theme, self.mine.inputs.frame, planned, self.html[planned.source])

    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        self.pages[self._planned(page).address] = RenderedPage(output.encode("utf-8", "xmlcharrefreplace"), output)
        return output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Render the rest by fingerprint, audit everything, publish, and give the real target back."""
        shutil.rmtree(config.site_dir, ignore_errors=True)
        config.site_dir = str(self.target)
        self.narratives = made = Narratives(self.html, self.pages)
        if self.plan is None:
            with _said_by_mkdocs(), self.alone:
                publish(self.mine, lambda _plan: made)

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> None:
        """MkDocs watches the theme's folders as it knows them; the project's own templates need not be named there."""
        own = self.mine.inputs.project.templates
        if own.is_dir():
            server.watch(str(own))

    def on_build_error(self, *, error: Exception, **_config: Any) -> None:
        if self.staging is not None:
            shutil.rmtree(self.staging, ignore_errors=True)
        self.alone.close()

    def _planned(self, page: HostPage) -> Page:
        planned = self.mine.page(page.file.dest_uri)
        assert planned is not None
        return planned


@contextmanager
def _said_by_mkdocs() -> Iterator[None]:
    """What stands in the way, in the sentence that our own command line would say."""
    try:
        yield
    except Flawed as flawed:
        raise PluginError("\n".join(flawed.args)) from flawed
    except TemplateFlaw as flaw:
        raise PluginError(_lines(flaw.problems)) from flaw
    except Refused as refused:
        raise PluginError(str(refused)) from refused


def _lines(problems: Iterable[Problem]) -> str:
    return "\n" + "\n".join(map(str, problems))


def _own(extensions: list[str]) -> list[str]:
    """The extensions that a project asks for besides those that MkDocs and we always use."""
    return [one for one in extensions if one not in (*markdown.EXTENSIONS, *HOSTS)]


def _silent(_stage: str, _done: int, _total: int) -> None:
    """MkDocs tells its own progress."""


class _ShownLines(logging.Formatter):
    """What MkDocs and its plugins warn of quotes what was written: as a terminal may show it."""

    def format(self, record: logging.LogRecord) -> str:
        return lines(super().format(record))


@contextmanager
def _shown_warnings() -> Iterator[None]:
    """Warnings of MkDocs, which without a handler of its own would go to the terminal as they are."""
    logger, handler = logging.getLogger("mkdocs"), logging.StreamHandler()
    handler.setFormatter(_ShownLines())
    handler.setLevel(logging.WARNING)
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagated


def render_narratives(plan: SitePlan) -> Narratives:
    """The narratives as MkDocs makes them, with the plugins and extensions that ``mkdocs.yml`` asks for."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config

    own = plan.inputs.project
    try:
        with _shown_warnings():
            config = load_config(str(own.config), site_dir=str(own.site))
            plugin: Any = config.plugins.get("disclosure")
            if plugin is None:
                raise _misconfigured(_("plugins 里没有 disclosure"), _("加上 plugins: [disclosure]"))
            plugin.plan = plan
            mkdocs_build(config)
    except MkDocsException as error:
        hint = _("MkDocs 在上面说了哪里不对；对照上一次能用的 mkdocs.yml 改回")
        raise _misconfigured(" ".join(str(error).split()), hint) from error
    found: Narratives = plugin.narratives
    return found


def _misconfigured(message: str, hint: str) -> Misconfigured:
    return Misconfigured(Problem(Place(project.CONFIG), "config", message, hint))
