"""A page of all components, each with an example: the site's own component files, filled with made-up data.

    python -m tests.components FOLDER

What a component is given stands in ``data.yml``; ``examples.html`` calls them one after another.
"""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import msgspec
import yaml
from markupsafe import Markup

from disclosure.pages.picture import Picture
from disclosure.pages.timeline import TimelineView
from disclosure.theme.assets import TASKS_SHEET, TEXT_SHEET, own_sheet, style_sheet
from disclosure.theme.environment import environment

HERE = Path(__file__).parent
TEMPLATES = HERE.parents[1] / "templates"
PAGE, SHEET = "index.html", "site.css"
# What a script takes out of a template element, and what opens over the page, is shown where it stands
KEPT_BACK = re.compile(r"</?template\b[^>]*>| popover(?=[ >])| hidden(?=[ >])")


def values(data: Any) -> Any:
    """Components read attributes; a mapping's keys become them."""
    if isinstance(data, dict) and "drawing" in data:
        return msgspec.convert(data, Picture if "table" in data else TimelineView)
    if isinstance(data, dict):
        return SimpleNamespace(**{key: values(value) for key, value in data.items()})
    return [values(one) for one in data] if isinstance(data, list) else data


def shown(text: str) -> Markup:
    return Markup(KEPT_BACK.sub("", text))


def render() -> str:
    """The page's text."""
    jinja = environment(TEMPLATES)
    jinja.loader = jinja2.FileSystemLoader([HERE, TEMPLATES])
    jinja.filters["shown"] = shown
    data = yaml.safe_load((HERE / "data.yml").read_text("utf-8"))
    return jinja.get_template("examples.html").render({key: values(value) for key, value in data.items()})


def write(folder: Path) -> Path:
    """The page and its style sheet; returns the page's path."""
    folder.mkdir(parents=True, exist_ok=True)
    few = (own_sheet(name, TEMPLATES) for name in (TEXT_SHEET, TASKS_SHEET))
    (folder / SHEET).write_bytes(b"".join((style_sheet(TEMPLATES), *few)))
    (folder / PAGE).write_text(render(), "utf-8")
    return folder / PAGE
