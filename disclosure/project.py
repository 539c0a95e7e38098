"""Where a project keeps its things, as ``mkdocs.yml`` says."""

from __future__ import annotations

import errno
import os
import re
from os.path import normpath
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct
from msgspec.structs import replace

from disclosure.problem import Misconfigured, Place, Problem, Refused
from disclosure.source.files import SourceFile, bytes_of
from disclosure.source.yaml import Written, read
from disclosure.translation import gettext as _

CONFIG = "mkdocs.yml"
# The form of content that this program reads (``format`` of site.yml); ``upgrade`` brings an older project to it
FORMAT = 1
# As MkDocs knows us (pyproject.toml)
PLUGIN = "disclosure"
# What each folder is called where nothing is said, and the setting that says it
FOLDERS = (("content", "docs_dir"), ("templates", "theme", "custom_dir"), ("site", "site_dir"))
# Asked before anything is read: of another format, hardly a line may be as this program knows it
FORMAT_LINE = re.compile(r"^format:[ \t]*[\"']?([1-9][0-9]{0,3})[\"']?[ \t]*\r?$", re.M)
# Text only; libyaml's where there is one, in a tenth of the time
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Project(Struct, frozen=True, kw_only=True):
    """A project's folders, all absolute; ``names_templates`` where ``mkdocs.yml`` says which its templates are."""

    root: Path
    content: Path
    templates: Path
    site: Path
    cache: Path
    names_templates: bool = False

    @property
    def config(self) -> Path:
        return self.root / CONFIG

    @property
    def folder(self) -> str:
        """The content folder as paths are told, from the root."""
        return self.content.relative_to(self.root).as_posix()

    def publishing_to(self, target: Path) -> Project:
        return replace(self, site=target)


def find(root: Path) -> Project:
    """The project in ``root``, of the format that this program reads."""
    found = find_any(root)
    check_format(found, FORMAT)
    return found


def find_any(root: Path) -> Project:
    """The project in ``root``, whatever its format; only the three folders are read from its ``mkdocs.yml``."""
    root = Path(os.path.realpath(root))
    try:
        data = bytes_of(str(root / CONFIG))
    except OSError as error:
        if error.errno == errno.EMFILE:
            # It may be there: no file can be opened
            raise
        message = _("没有找到可读的 {what}；在项目根目录运行，或用 --root 指明")
        raise Refused(message.format(what=root / CONFIG)) from error
    settings = _settings(data)
    content, templates, site = (Path(normpath(root / settings.folder(*one))) for one in FOLDERS)
    made = Project(
        root=root,
        content=content,
        templates=templates,
        site=site,
        cache=root / ".cache",
        names_templates=settings.says("theme", "custom_dir"),
    )
    _check(made, settings)
    return made


def format_of(project: Project) -> int:
    """As ``site.yml`` says; what it says wrongly is told by the reading."""
    found = FORMAT_LINE.search(_site(project))
    return int(found[1]) if found else 1


def check_format(project: Project, newest: int) -> None:
    """``Misconfigured`` where the content is written for another program than this one."""
    found = format_of(project)
    if found == newest:
        return
    text = _site(project)
    name = f"{project.folder}/site.yml"
    line = text[: text.find("format:")].count("\n") + 1 if "format:" in text else 1
    message = _("内容的格式是第 {found} 版，这个程序读第 {newest} 版").format(found=found, newest=newest)
    newer = _("先更新程序（README.md 里写着怎样更新），再运行一次")
    older = _("先运行 python build.py upgrade --dry-run 看会改什么，再运行 python build.py upgrade")
    raise Misconfigured(Problem(Place(name, line), "format", message, newer if found > newest else older))


def _site(project: Project) -> str:
    try:
        return bytes_of(str(project.content / "site.yml")).decode("utf-8-sig", "replace")
    except OSError:
        return ""


class _Settings(Struct, frozen=True):
    """What ``mkdocs.yml`` says, as text only, and where."""

    values: dict[str, Any]
    written: Written

    def folder(self, default: str, *where: str) -> str:
        """A folder's name."""
        inside: Any = self.values
        for name in where[:-1]:
            inside = inside.get(name, {})
            if not isinstance(inside, dict):
                raise self.refusal(_("{name} 下面应当是一组设置").format(name=name), name)
        found = inside.get(where[-1], default)
        if not isinstance(found, str) or not found.strip() or not found.isprintable():
            raise self.refusal(_("{name} 应当是一个文件夹的名字").format(name=where[-1]), *where)
        return found

    def says(self, group: str, name: str) -> bool:
        """Whether a setting of a group is written."""
        return name in self.values.get(group, {})

    def names_plugin(self) -> bool:
        """Whether MkDocs would call us at all: else it makes a site of its own and says nothing."""
        found = self.values.get("plugins")
        named = found if isinstance(found, (list, dict)) else [found]
        return any(one == PLUGIN or (isinstance(one, dict) and PLUGIN in one) for one in named)

    def refusal(self, message: str, *where: str, hint: str = "") -> Misconfigured:
        hint = hint or _("通常写 docs_dir: content、site_dir: site，theme 下写 custom_dir: templates")
        return Misconfigured(Problem(self.written.place(*where), "config", message, hint))


def _settings(data: bytes) -> _Settings:
    text, unreadable = SourceFile(CONFIG, CONFIG, data).decoded
    if unreadable:
        raise Misconfigured(*unreadable)
    written = Written(CONFIG, text)
    try:
        raw: Any = yaml.load(text, Loader=LOADER) or {}  # noqa: S506 (text only)
    except (yaml.YAMLError, ValueError, RecursionError):
        # Once more, for the place and in our words
        problems = read(text, CONFIG)[1]
        raise Misconfigured(*problems) if problems else _Settings({}, written).refusal(_("嵌套太深")) from None
    settings = _Settings(raw if isinstance(raw, dict) else {}, written)
    if not isinstance(raw, dict):
        raise settings.refusal(_("{file} 应当是一组设置").format(file=CONFIG))
    return settings


def _check(project: Project, settings: _Settings) -> None:
    """The folders lie apart: what is read is never written, and no page can be made of what is no content."""
    if not settings.names_plugin():
        message = _("plugins 里没有 {name}，mkdocs build 生成的就不是本站").format(name=PLUGIN)
        raise settings.refusal(message, "plugins", hint=_("写 plugins: [{name}]").format(name=PLUGIN))
    if project.root not in project.content.parents:
        raise settings.refusal(_("docs_dir 要是项目里面的文件夹"), "docs_dir")
    for other in (project.root, project.content, project.templates):
        if project.site == other or project.site in other.parents:
            raise settings.refusal(_("site_dir 里面不能有别的东西：{other}").format(other=other), "site_dir")
    for other in (project.content, project.templates):
        if other in project.site.parents:
            raise settings.refusal(_("site_dir 不能放在 {other} 里面").format(other=other), "site_dir")
