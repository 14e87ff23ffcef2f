"""The layer that gives out files of pages (``/media/``) by the right alone that they were made by, asked for anew."""

from dataclasses import dataclass
from datetime import UTC, datetime

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.access import COOKIE
from analysis.app_services import app_services
from analysis.streamlit_adapter.routes import MEDIA


@dataclass(frozen=True)
class FileRights:
    """Answers 404 for a file that no page of ours made, that is of withdrawn data, or that is not for this reader."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; a file is held until it is known which one it is."""
        if scope["type"] != "http" or not scope["path"].startswith(MEDIA) or scope["method"] == "OPTIONS":
            await self.app(scope, receive, send)
            return
        headers = MutableHeaders(raw=list(scope["headers"]))
        # The whole file as it is, so that it can be recognised.
        del headers["range"], headers["accept-encoding"]
        messages: list[Message] = []

        async def collect(message: Message) -> None:
            messages.append(message)

        await self.app({**scope, "method": "GET", "headers": headers.raw}, receive, collect)
        content = b"".join(each.get("body", b"") for each in messages)
        services, cookie = app_services(), HTTPConnection(scope).cookies.get(COOKIE)
        whose = (cookie, services.sessions, services.store, datetime.now(UTC))
        if messages[0]["status"] == 200 and not await run_in_threadpool(services.files.may_have, content, *whose):
            await Response(status_code=404)(scope, receive, send)
            return
        for each in messages:
            await send({**each, "body": b""} if "body" in each and scope["method"] == "HEAD" else each)
