"""What a browser gets while the store cannot be used, on a full disk say: a page with a calm sentence, 503."""

import logging
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis import static
from analysis.app_services import app_services
from analysis.store import Unavailable
from analysis.web.page_templates import TEMPLATES
from analysis.web.request_context import answer_language, root_path
from analysis.words import translator

log = logging.getLogger("klusteripulssi.web")
WRITING = ("full", "read_only")
"""Reasons for which nothing can be written, though everything can be read."""
ICON = "mark.svg"
RETRY_SECONDS = "60"


@dataclass(frozen=True)
class StoreAnswers:
    """Answers by that page what fails because of the store before its answer has begun, a sign-in for instance."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        has_begun = False

        async def send_and_note(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        try:
            await self.app(scope, receive, send_and_note)
        except Unavailable as error:
            if scope["type"] != "http" or has_begun:
                raise
            await unavailable_page(Request(scope), error)(scope, receive, send)


def unavailable_page(request: Request, error: Unavailable) -> HTMLResponse:
    """The page in the language of the address; the log tells operators the reason, the page does not."""
    log.error("an answer failed: the store is %s", error.reason, exc_info=error)
    text = TEMPLATES.get_template("unavailable.html").render(
        w=translator(answer_language(app_services().settings, request)),
        home=root_path(request),
        mark=static.own_files()[ICON].address,
        styles=[each.address for file, each in static.own_files().items() if file.endswith(".css")],
        can_read=error.reason in WRITING,
    )
    return HTMLResponse(text, 503, headers={"cache-control": "no-store", "retry-after": RETRY_SECONDS})
