"""No more cookies than work requires, and none that goes over a line in the clear where readers come by TLS."""

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from analysis.access import COOKIE
from analysis.desk import desk
from analysis.web.origin import is_secure

OF_UPLOADS = "_streamlit_xsrf"
"""Streamlit's guard of uploads, which it gives to everybody; readers upload nothing."""


class Cookies:
    """Takes Streamlit's cookie of uploads off answers to readers, and marks every cookie Secure under TLS."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and the answer back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        signed_in, secure = COOKIE in HTTPConnection(scope).cookies, is_secure(scope, desk().settings)

        async def thinned(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                given = headers.getlist("set-cookie")
                del headers["set-cookie"]
                for each in given:
                    if signed_in or not each.startswith(f"{OF_UPLOADS}="):
                        bare = secure and "secure" not in each.lower().replace(" ", "").split(";")
                        headers.append("set-cookie", f"{each}; Secure" if bare else each)
            await send(message)

        await self.app(scope, receive, thinned)
