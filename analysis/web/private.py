"""A dashboard that is private shows nothing to those who have not signed in."""

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from analysis.desk import desk
from analysis.web import written
from analysis.web.addresses import pages
from analysis.web.guard import refuse
from analysis.web.holding import holder
from analysis.web.language import of_request
from analysis.web.letting_in import DENIED
from analysis.words import words

OPEN = ("/health", "/sign-in", "/sign-in/back", "/sign-out")
STYLES = "/assets/"
"""Our scripts and styles, in which there is no data."""


class Private:
    """Where the settings say so, answers whoever is not signed in with 403; pages say how to get in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may be seen."""
        open_to_all = scope["type"] == "lifespan" or not desk().settings.private or is_open(scope["path"])
        if open_to_all or await holder(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "http" and scope["path"] in pages() and scope["method"] in ("GET", "HEAD"):
            await closed(Request(scope))(scope, receive, send)
        else:
            await refuse(403, scope, receive, send)


def is_open(path: str) -> bool:
    """Whether an address tells nothing of the data."""
    return path in OPEN or path.startswith(STYLES)


def closed(request: Request) -> HTMLResponse:
    """The page of a private dashboard for whoever is not signed in."""
    settings = desk().settings
    text = written.closed(
        words(of_request(request, settings)),
        by_key=settings.access == "key",
        reason=request.query_params.get(DENIED),
        to=request.url.path,
    )
    return HTMLResponse(text, 403, headers={"cache-control": "no-store"})
