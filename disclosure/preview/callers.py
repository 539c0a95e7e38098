"""Who may ask the preview: a browser of this machine that calls it by this machine's names, for its own pages.

A page of another host can have a name that leads to 127.0.0.1 (the browser then takes the preview for that host), and
can load what stands here as its script, picture or stream. What is not published yet would be read by strangers.
"""

from __future__ import annotations

import email.message

LOCAL = ("127.0.0.1", "localhost", "[::1]")
# What browsers say of who asks: this very site, or somebody who typed it or follows a bookmark
OUR_SITES = ("same-origin", "none")


def is_ours(headers: email.message.Message, port: int) -> bool:
    """Whether the request is for this server by name, and not made by another site's page."""
    return _is_named(headers, port) and _is_own_origin(headers, port) and _is_own_site(headers)


def _is_named(headers: email.message.Message, port: int) -> bool:
    """By one name; without a port by a program other than a browser."""
    named = headers.get_all("Host", [])
    return len(named) == 1 and named[0].strip().lower().removesuffix(f":{port}") in LOCAL


def _is_own_origin(headers: email.message.Message, port: int) -> bool:
    """Said by whoever wants to read from a page (``EventSource``, ``fetch``)."""
    return all(origin in {f"http://{name}:{port}" for name in LOCAL} for origin in headers.get_all("Origin", []))


def _is_own_site(headers: email.message.Message) -> bool:
    """To follow a link from anywhere is allowed: then nobody but the reader sees what is sent."""
    is_opened = headers.get("Sec-Fetch-Mode") == "navigate"
    return is_opened or headers.get("Sec-Fetch-Site", "none") in OUR_SITES
