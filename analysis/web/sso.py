"""Single sign-on: by OpenID Connect, or as a proxy in front says."""

import logging
from datetime import UTC, datetime
from functools import cache
from typing import Any

from authlib.integrations.base_client import OAuthError
from authlib.integrations.starlette_client import OAuth
from httpx2 import HTTPError
from joserfc.errors import JoseError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from analysis.access import Person
from analysis.app_services import app_services
from analysis.settings import Settings
from analysis.web.sign_in import UPDATE, let_in_person, redirect, refuse_sign_in

log = logging.getLogger("klusteripulssi.sign_in")
QUERY = "query"
"""The query of the address where a sign-in began, in a cookie while the person is at the sign-in service."""
RETURN_PATH = "/sign-in/back"
SCOPES = ("openid", "email", "profile")
SECONDS = 10
DISCOVERY = "/.well-known/openid-configuration"


@cache
def service(settings: Settings) -> Any:
    """The sign-in service of the settings; its metadata is read when it is first needed."""
    oauth = OAuth()
    oauth.register(
        "service",
        client_id=settings.oidc_client,
        client_secret=settings.oidc_secret,
        server_metadata_url=settings.oidc_issuer.removesuffix(DISCOVERY).rstrip("/") + DISCOVERY,
        client_kwargs={
            "scope": " ".join(SCOPES),
            "prompt": "select_account",
            "code_challenge_method": "S256",
            "timeout": SECONDS,
        },
    )
    return oauth.create_client("service")


async def sign_in(request: Request) -> Response:
    """Let a person in whom a trusted proxy names, or send her to the sign-in service; with a key to the page for it."""
    settings = app_services().settings
    if settings.access == "proxy":
        person = proxy_person(request, settings)
        if person is None:
            return refuse_sign_in("provider", request)
        return await let_in_person(person, request, datetime.now(UTC))
    if settings.access != "oidc":
        return redirect(UPDATE, request, {})
    try:
        response: RedirectResponse = await service(settings).authorize_redirect(
            request, settings.public_address.rstrip("/") + RETURN_PATH
        )
    except (OAuthError, HTTPError, RuntimeError) as error:
        log.warning("the sign-in service does not answer: %s", type(error).__name__)
        return refuse_sign_in("provider", request)
    request.session[QUERY] = request.url.query
    return response


async def sign_in_return(request: Request) -> Response:
    """Where the sign-in service sends a person back to: in, or to the page that says why not."""
    settings = app_services().settings
    first = Request({**request.scope, "query_string": str(request.session.pop(QUERY, "")).encode()})
    if settings.access != "oidc":
        return refuse_sign_in("provider", first)
    try:
        token = await service(settings).authorize_access_token(request)
        person = token_person(token["userinfo"], settings)
    except (OAuthError, HTTPError, JoseError, KeyError, TypeError, ValueError, RuntimeError) as error:
        log.warning("a sign-in failed: %s", type(error).__name__)
        return refuse_sign_in("provider", first)
    return await let_in_person(person, first, datetime.now(UTC))


def token_person(claims: dict[str, Any], settings: Settings) -> Person:
    """The person of a token's claims. An address that the service itself calls unverified is none."""
    claim = claims.get(settings.oidc_address)
    address = claim if isinstance(claim, str) and claims.get("email_verified", True) is True else ""
    name = next((str(claims[each]) for each in ("name", "preferred_username") if claims.get(each)), address)
    groups = claims.get(settings.oidc_groups) or ()
    return Person(name, address, frozenset(map(str, [groups] if isinstance(groups, str) else groups)))


def proxy_person(request: Request, settings: Settings) -> Person | None:
    """The person whom a trusted proxy names; None if the request came otherwise or the header is not there once.

    Only for a request of a proxy that it trusts (uvicorn's ``FORWARDED_ALLOW_IPS``) the server replaces the proxy's
    address by the one that the proxy names (``X-Forwarded-For``); its port is then 0, which no connection has.
    """
    came_by_proxy = request.client is not None and request.client.port == 0
    addresses = request.headers.getlist(settings.proxy_address)
    if not came_by_proxy or len(addresses) != 1 or not addresses[0]:
        return None
    groups = request.headers.get(settings.proxy_groups, "")
    name = request.headers.get(settings.proxy_name) or addresses[0]
    return Person(name, addresses[0], frozenset(filter(None, (each.strip() for each in groups.split(",")))))
