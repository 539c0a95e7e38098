"""What a page says and asks for while it is open."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, Page, Request, Response

# The page for what is not there asks for its script at every depth, and finds it at one
SOUGHT = "/assets/lost.js"


@dataclass
class Watch:
    """``said``: console messages, errors, dialogs and failed requests; ``asked``: addresses of all requests, those
    too that the policy stopped; ``answered``: addresses that left the browser and came back."""

    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)

    def follow(self, page: Page) -> None:
        page.on("console", lambda message: self._heard(page, message))
        page.on("pageerror", lambda error: self.said.append(f"{page.url}: error: {error}"))
        page.on("requestfailed", self._failed)
        page.on("response", self._answered)
        page.on("request", self._asked)
        page.on("dialog", lambda dialog: (self.said.append(f"{page.url}: dialog: {dialog.message}"), dialog.dismiss()))

    def _heard(self, page: Page, message: ConsoleMessage) -> None:
        if SOUGHT not in message.location["url"]:
            self.said.append(f"{page.url}: {message.type}: {message.text}")

    def _asked(self, request: Request) -> None:
        if SOUGHT not in request.url:
            self.asked.append(request.url)

    def _answered(self, answer: Response) -> None:
        if not answer.url.startswith("data:"):
            self.answered.append(answer.url)
        if answer.status >= 400 and SOUGHT not in answer.url:
            self.said.append(f"{answer.status} {answer.url}")

    def _failed(self, request: Request) -> None:
        # A page that is left stops what it was loading, one without script does not load its modules ("csp" without
        # a word on the console): no fault of the page
        if request.failure not in ("net::ERR_ABORTED", "csp"):
            self.said.append(f"{request.url}: {request.failure}")
