"""Single sign-on: by OpenID Connect, or as a proxy in front says."""

import logging
from datetime import UTC, datetime
from functools import cache
from typing import Any

from authlib.integrations.base_client import OAuthError
from authlib.integrations.starlette_client import OAuth
from authlib.oidc.core import UserInfo
from httpx2 import HTTPError
from joserfc.errors import JoseError
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from analysis.access import Person, mail_address
from analysis.app_services import app_services
from analysis.settings import SERVICE, Settings
from analysis.web.request_context import base_address, only_header
from analysis.web.sign_in import UPDATE, let_in_person, redirect, refuse_sign_in

log = logging.getLogger("klusteripulssi.sign_in")
QUERY = "query"
"""The query of the address where a sign-in began, in a cookie while the person is at the sign-in service."""
RETURN_PATH = "/sign-in/back"
SCOPES = ("openid", "email", "profile")
SECONDS = 10
DISCOVERY = "/.well-known/openid-configuration"
FORWARDED = ("X-Forwarded-For", "X-Forwarded-Proto")
"""Headers of a proxy that the server itself reads."""


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
            request, base_address(request).rstrip("/") + RETURN_PATH
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
        person = token_person(await id_token_claims(request, settings), settings)
    except (OAuthError, HTTPError, JoseError, KeyError, TypeError, ValueError, RuntimeError) as error:
        log.warning("a sign-in failed: %s", type(error).__name__)
        return refuse_sign_in("provider", first)
    return await let_in_person(person, first, datetime.now(UTC))


async def id_token_claims(request: Request, settings: Settings) -> UserInfo:
    """The claims of the ID token with which the service answers; authlib checks signature, nonce, issuer and times.

    OAuthError if there is no such token: what else the service's answer says of a person nobody has signed for us.
    """
    client = service(settings)
    metadata = await client.load_server_metadata()
    essential = {"iss": [metadata["issuer"]], "aud": [settings.oidc_client]}
    options = {name: {"essential": True, "values": values} for name, values in essential.items()}
    token = await client.authorize_access_token(request, claims_options=options)
    claims = token.get("userinfo")
    # Of authlib's own class alone: a service may name a field of its answer so as well.
    if not token.get("id_token") or not isinstance(claims, UserInfo):
        raise OAuthError(error="no_id_token")
    return claims


def token_person(claims: dict[str, Any], settings: Settings) -> Person:
    """The person of a token's claims. An address that nobody vouches for is none.

    The service vouches by ``email_verified``, or in general if the settings say so; an explicit no is always one.
    """
    claim, verified = claims.get(settings.oidc_address), claims.get("email_verified", settings.oidc_verified == SERVICE)
    address = mail_address(claim) if isinstance(claim, str) and verified is True else ""
    if claim and not address:
        log.warning("an address does not count: no single one, or not verified (KLUSTERIPULSSI_OIDC_VERIFIED)")
    name = next((str(claims[each]) for each in ("name", "preferred_username") if claims.get(each)), address)
    groups = claims.get(settings.oidc_groups) or ()
    return Person(name, address, frozenset(map(str, [groups] if isinstance(groups, str) else groups)))


def proxy_person(request: Request, settings: Settings) -> Person | None:
    """The person whom a trusted proxy names; None if the request came otherwise or names no address.

    None too if any of the proxy's headers is there twice: one of them may be the reader's own.

    Only for a request of a proxy that it trusts (uvicorn's ``FORWARDED_ALLOW_IPS``) the server replaces the proxy's
    address by the one that the proxy names (``X-Forwarded-For``); its port is then 0, which no connection has.
    """
    came_by_proxy = request.client is not None and request.client.port == 0
    headers = (settings.proxy_address, settings.proxy_name, settings.proxy_groups, *FORWARDED)
    address, name, groups, *forwarded = (only_header(request, each) for each in headers)
    is_doubled = None in (address, name, groups, *forwarded)
    if not came_by_proxy or is_doubled or not address:
        return None
    in_groups = frozenset(filter(None, (each.strip() for each in (groups or "").split(","))))
    return Person(name or address, mail_address(address), in_groups)
