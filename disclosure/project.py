"""Where a project keeps its things, as ``mkdocs.yml`` says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct
from msgspec.structs import replace

from disclosure.problem import Refused
from disclosure.translation import gettext as _

CONFIG = "mkdocs.yml"
# Text only; libyaml's where there is one, in a tenth of the time
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Project(Struct, frozen=True, kw_only=True):
    """A project's folders, all absolute."""

    root: Path
    content: Path
    templates: Path
    site: Path
    cache: Path

    @property
    def config(self) -> Path:
        return self.root / CONFIG

    def publishing_to(self, target: Path) -> Project:
        return replace(self, site=target)


def find(root: Path) -> Project:
    """The project in ``root``; only the three folders are read from its ``mkdocs.yml``."""
    root = root.resolve()
    try:
        raw: Any = yaml.load((root / CONFIG).read_text("utf-8"), Loader=LOADER) or {}  # noqa: S506 (text only)
        theme = raw.get("theme", {})
        folders = (raw.get("docs_dir", "content"), theme.get("custom_dir", "templates"), raw.get("site_dir", "site"))
        content, templates, site = (root / name for name in folders)
    except (OSError, yaml.YAMLError, AttributeError, TypeError, ValueError) as error:
        message = _("没有找到可读的 {what}；在项目根目录运行，或用 --root 指明")
        raise Refused(message.format(what=root / CONFIG)) from error
    return Project(root=root, content=content, templates=templates, site=site, cache=root / ".cache")
