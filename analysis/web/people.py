"""Signing in as a person: by OpenID Connect, or as a proxy in front says."""

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
from analysis.desk import desk
from analysis.settings import Settings
from analysis.web.letting_in import UPDATE, denied, destination, elsewhere, welcomed
from analysis.web.origin import came_by_proxy

log = logging.getLogger("klusteripulssi.sign_in")
ASKED = "asked"
"""What the address asked where a sign-in began, kept in a cookie while the person is at the sign-in service."""
BACK = "/sign-in/back"
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
    settings = desk().settings
    if settings.access == "proxy":
        person = named_by_proxy(request, settings)
        found = person and await welcomed(person, request, destination(request), datetime.now(UTC))
        return found or denied("provider", request)
    if settings.access != "oidc":
        return elsewhere(UPDATE, request, {})
    try:
        response: RedirectResponse = await service(settings).authorize_redirect(
            request, settings.public_address.rstrip("/") + BACK
        )
    except (OAuthError, HTTPError, RuntimeError) as error:
        log.warning("the sign-in service does not answer: %s", type(error).__name__)
        return denied("provider", request)
    request.session[ASKED] = request.url.query
    return response


async def back(request: Request) -> Response:
    """Where the sign-in service sends a person back to: in, or to the page that says why not."""
    settings = desk().settings
    asked = Request({**request.scope, "query_string": str(request.session.pop(ASKED, "")).encode()})
    if settings.access != "oidc":
        return denied("provider", asked)
    try:
        token = await service(settings).authorize_access_token(request)
        person = claimed(token["userinfo"], settings)
    except (OAuthError, HTTPError, JoseError, KeyError, TypeError, ValueError, RuntimeError) as error:
        log.warning("a sign-in failed: %s", type(error).__name__)
        return denied("provider", asked)
    return await welcomed(person, asked, destination(asked), datetime.now(UTC))


def claimed(claims: dict[str, Any], settings: Settings) -> Person:
    """The person of a token's claims. An address that the service itself calls unverified is none."""
    told = claims.get(settings.oidc_address)
    address = told if isinstance(told, str) and claims.get("email_verified", True) is True else ""
    name = next((str(claims[each]) for each in ("name", "preferred_username") if claims.get(each)), address)
    groups = claims.get(settings.oidc_groups) or ()
    listed = [groups] if isinstance(groups, str) else groups
    return Person(name, address, frozenset(map(str, listed)))


def named_by_proxy(request: Request, settings: Settings) -> Person | None:
    """The person whom a trusted proxy names; None where the request came otherwise or the header is not there once."""
    addresses = request.headers.getlist(settings.proxy_address)
    if not came_by_proxy(request.scope) or len(addresses) != 1 or not addresses[0]:
        return None
    groups = request.headers.get(settings.proxy_groups, "")
    name = request.headers.get(settings.proxy_name) or addresses[0]
    return Person(name, addresses[0], frozenset(filter(None, (each.strip() for each in groups.split(",")))))
