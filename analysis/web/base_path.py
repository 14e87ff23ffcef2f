"""The layers for a program that stands below a path of its host (Streamlit's ``server.baseUrlPath``).

Our routes and layers see every path as if the program stood at the root; Streamlit's own routes see the whole one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.app_services import app_services
from analysis.web.request_context import BASE
from analysis.web.security_headers import response_headers


@dataclass(frozen=True)
class PathsFromRoot:
    """Takes the program's path off each address: 404 beside it, and the way in from the path without its last slash."""

    app: ASGIApp
    base: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is below the path. ``base``: the path, "" for the root of the host."""
        if scope["type"] == "lifespan" or not self.base:
            await self.app(scope, receive, send)
        elif scope["path"].startswith(f"{self.base}/"):
            # The scope itself, not a copy: whoever wrote it logs from it what our layers take off, such as a key.
            scope["path"] = scope["path"].removeprefix(self.base)
            scope[BASE] = self.base
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        else:
            await self._outside(scope)(scope, receive, send)

    def _outside(self, scope: Scope) -> Response:
        """The answer to an address that is not below the path."""
        headers = response_headers(scope, app_services().settings) | {"cache-control": "no-store"}
        if scope["path"] not in ("/", self.base) or scope["method"] not in ("GET", "HEAD"):
            return Response(status_code=404, headers=headers)
        query = scope["query_string"].decode("latin-1")
        scope["query_string"] = b""
        return RedirectResponse(f"{self.base}/{f'?{query}' if query else ''}", 307, headers)


@dataclass(frozen=True)
class PathsOfStreamlit:
    """Puts the program's path back for Streamlit's routes, which know no other; innermost of our layers."""

    app: ASGIApp
    own: Sequence[BaseRoute]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on. ``own``: our routes, which stand at the root."""
        base = scope.get(BASE, "")
        if not base or any(each.matches(scope)[0] is not Match.NONE for each in self.own):
            await self.app(scope, receive, send)
            return
        inner = {**scope, "path": base + scope["path"]}

        async def send_with_endpoint(message: Message) -> None:
            # Outer layers recognise by it what Streamlit answers for an address that does not exist.
            scope["endpoint"] = inner.get("endpoint")
            await send(message)

        await self.app(inner, receive, send_with_endpoint)
