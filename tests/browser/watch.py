"""What a page says and asks for while it is open."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import Page, Request, Response


@dataclass
class Watch:
    """``said``: console messages, errors, dialogs and failed requests; ``asked``: addresses of all requests, those
    too that the policy stopped; ``answered``: addresses that left the browser and came back."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        page.on("console", lambda message: self.said.append(f"{page.url}: {message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.said.append(f"{page.url}: error: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("dialog", lambda dialog: (self.said.append(f"{page.url}: dialog: {dialog.message}"), dialog.dismiss()))

    def _answered(self, answer: Response) -> None:
        if not answer.url.startswith("data:"):
            self.answered.append(answer.url)
        if answer.status >= 400:
            self.said.append(f"{answer.status} {answer.url}")

    def _failed(self, request: Request) -> None:
        # A page that is left stops what it was loading, one without script does not load its modules ("csp" without
        # a word on the console): no fault of the page
        if request.failure not in ("net::ERR_ABORTED", "csp"):
            self.said.append(f"{request.url}: {request.failure}")
