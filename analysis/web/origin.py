"""Where a request comes from, as far as its browser tells."""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from analysis.settings import Settings


def is_own(scope: Scope, settings: Settings) -> bool:
    """Whether a request was made by a page of ours. What no browser sent tells no origin and counts as ours."""
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if origin is not None:
        host = urlsplit(origin).netloc
        return bool(host) and host in (headers.get("host"), urlsplit(settings.public_address).netloc)
    return headers.get("sec-fetch-site", "none") in ("same-origin", "none")


def is_secure(scope: Scope, settings: Settings) -> bool:
    """Whether readers come by TLS: to the server itself, or to the public address before it."""
    return scope["scheme"] in ("https", "wss") or settings.public_address.startswith("https://")


def came_by_proxy(scope: Scope) -> bool:
    """Whether a request came through a proxy that the server trusts (uvicorn's ``FORWARDED_ALLOW_IPS``).

    Of such a request alone the server puts the address that the proxy tells (``X-Forwarded-For``) in place of the
    proxy's own; its port is then 0, which no connection has.
    """
    client = scope.get("client")
    return client is not None and client[1] == 0
