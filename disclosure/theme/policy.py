"""The content security policy of every page, stated once: what a page may load, run and send. All else is forbidden.

A page has it in its head, before anything that loads; a host that can sends ``header`` too, which adds who may frame
the page, as no page can say that. Browsers hold to both, so a page whose own is stricter (the desk, cards) stays so.

No script may be made of text: ``trusted-types`` allows the policy that ``templates/js/trusted.js`` makes and no other,
where nothing is loaded later none at all. There is no ``upgrade-insecure-requests``, because a site that an office
reaches by http alone would lose its style sheet and scripts.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from markupsafe import Markup
from msgspec import Struct

NONE, SELF = "'none'", "'self'"
# No directive stands in for these
CLOSED = {"base-uri": NONE, "form-action": NONE}
ONLY_TRUSTED = {"require-trusted-types-for": "'script'", "trusted-types": "default"}
NO_SCRIPT = ONLY_TRUSTED | {"trusted-types": NONE}
LOADS = {"default-src": NONE, "style-src": SELF, "script-src": SELF, "img-src": f"{SELF} data:"}
# A promise's page shows its own card as others would
FRAMES = {"frame-src": SELF}
# By kind; every page that is none of these has the first
PAGE = LOADS | {"connect-src": SELF, "base-uri": NONE, "form-action": SELF} | ONLY_TRUSTED
# What is typed at the desk can be sent nowhere
DESK = LOADS | CLOSED | ONLY_TRUSTED
CARD = {"default-src": NONE, "style-src": SELF, "img-src": "data:"} | CLOSED | NO_SCRIPT
# The first page of an offline copy
START = {"default-src": NONE, "style-src": SELF} | CLOSED | NO_SCRIPT


# Where the index of another site is, whatever that site is: for a header, which knows no content
ANYWHERE = {"connect-src": f"{SELF} https: http:"}


class PolicyTexts(Struct, frozen=True, kw_only=True):
    """The policies as templates write them."""

    page: Markup
    frames: Markup
    desk: Markup
    card: Markup
    start: Markup

    @staticmethod
    def together(places: Iterable[str]) -> Markup:
        """Of the page that searches several sites: it may ask for what is at these places, and run nothing of it."""
        return _written(PAGE | {"connect-src": " ".join((SELF, *places))})


def text(directives: dict[str, str]) -> str:
    """A policy as a header and a meta element have it."""
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def _written(directives: dict[str, str]) -> Markup:
    """Within double quotes nothing of it needs to be escaped."""
    return Markup(text(directives))  # noqa: S704 (none of it is content)


def own_style(style: str) -> Markup:
    """The policy of a file that carries its style sheet within, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _written({"default-src": NONE, "style-src": f"'sha256-{digest}'"} | CLOSED | NO_SCRIPT)


def header(*, card: bool = False, together: bool = False) -> str:
    """What a host sends with each file: ``card`` for those in ``embed/``, which anybody may frame; ``together`` for the
    page that searches other sites, which says itself which these are."""
    if card:
        return text(CARD | {"frame-ancestors": "*"})
    return text(PAGE | FRAMES | (ANYWHERE if together else {}) | {"frame-ancestors": SELF})


TEXTS = PolicyTexts(
    page=_written(PAGE),
    frames=Markup(f"; {text(FRAMES)}"),  # noqa: S704 (none of it is content)
    desk=_written(DESK),
    card=_written(CARD),
    start=_written(START),
)
