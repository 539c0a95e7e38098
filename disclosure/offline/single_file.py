"""A report as one HTML file that needs no other: its style inside, no script, nothing loaded."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup
from msgspec import Struct

from disclosure.pages.single_file import SingleFileView
from disclosure.theme import environment, policy
from disclosure.theme.assets import chosen_sheet

TEMPLATE = "offline/single-file.html"
SHEETS = (
    "css/00-settings.css",
    "components/outcome.css",
    "components/picture.css",
    "offline/single-file.css",
)
# What many mail boxes take without a word, in bytes
MOST = 1_000_000


class SingleFile(Struct, frozen=True, kw_only=True):
    """What the file says besides the report: of which site, its address (empty where it declares none), the day, who
    speaks and whether it is made up (empty where a page says nothing of it)."""

    site: str
    address: str
    language: str
    day: str
    notice: str
    sample: str


def page(layers: Sequence[Path], file: SingleFile, view: SingleFileView) -> bytes:
    style = chosen_sheet(layers, *SHEETS).decode()
    made: str = (
        environment.environment(layers)
        .get_template(TEMPLATE)
        .render(
            file=file,
            view=view,
            # Our own style sheet, as it stands in the file: nothing in it is escaped
            style=Markup(style),  # noqa: S704
            own_policy=policy.own_style(style),
        )
    )
    return made.encode()
