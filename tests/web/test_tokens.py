"""What a sign-in service may say, well or badly: only a token that it signed for us, now, is believed."""

import json
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.testclient import TestClient

from analysis import app_services
from analysis.access import COOKIE
from analysis.settings import Settings
from analysis.web.routes import routes
from analysis.web.sso import token_person

KEY, FOREIGN_KEY = (RSAKey.generate_key(2048, {"kid": "a"}) for _ in range(2))
AINO = {"sub": "aino", "name": "Aino", "email": "aino@liitto.fi", "email_verified": True}
ANSWER = {"access_token": "x", "token_type": "Bearer"}


class Provider(ThreadingHTTPServer):
    """A sign-in service on loopback that answers for a code whatever ``answer`` is."""

    answer: dict[str, Any]

    @property
    def issuer(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        issuer = self.server.issuer
        metadata = {
            "issuer": issuer,
            "authorization_endpoint": f"{issuer}/authorize",
            "token_endpoint": f"{issuer}/token",
            "jwks_uri": f"{issuer}/keys",
        }
        self.reply({"keys": [KEY.as_dict(private=False)]} if self.path == "/keys" else metadata)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self.reply(self.server.answer)

    def reply(self, value: object) -> None:
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    server = Provider(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def client(provider: Provider, tmp_path_factory) -> Iterator[TestClient]:
    folder = tmp_path_factory.mktemp("tokens")
    settings = {
        "STORE": f"sqlite:///{folder / 'store.sqlite'}",
        **{"ACCESS": "oidc", "PUBLIC_ADDRESS": "http://testserver", "OIDC_ISSUER": provider.issuer},
        **{"OIDC_CLIENT": "klusteripulssi", "OIDC_SECRET": "salainen", "EDITORS": "@liitto.fi group:Klusterit"},
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in settings.items():
            patch.setenv(f"KLUSTERIPULSSI_{name}", value)
        app_services.close()
        layers = [Middleware(SessionMiddleware, secret_key="x")]
        with TestClient(Starlette(routes=routes, middleware=layers), follow_redirects=False) as opened:
            yield opened
        app_services.close()


def sign_in(client: TestClient, provider: Provider, *, key: RSAKey = KEY, token: bool = True, **claims: Any) -> str:
    """Where a sign-in leads: "/update" if somebody came in, as whom the claims say."""
    query = parse_qs(urlsplit(client.get("/sign-in").headers["location"]).query)
    times = {"iat": int(time.time()), "exp": int(time.time()) + 60}
    whole = {"iss": provider.issuer, "aud": "klusteripulssi", "nonce": query["nonce"][0], **times, **AINO, **claims}
    told = {name: value for name, value in whole.items() if value is not None}
    provider.answer = ANSWER | ({"id_token": jwt.encode({"alg": "RS256", "kid": "a"}, told, key)} if token else {})
    if not token:
        provider.answer["userinfo"] = AINO
    answer = client.get(f"/sign-in/back?code=x&state={query['state'][0]}")
    assert (COOKIE in answer.headers.get("set-cookie", "")) == (answer.headers["location"] == "/update")
    return answer.headers["location"]


def test_who_is_named_by_a_sound_token_comes_in(client, provider):
    assert sign_in(client, provider) == "/update"
    assert sign_in(client, provider, aud=["klusteripulssi"]) == "/update"


def test_without_a_token_nobody_comes_in_whatever_the_service_says_beside_it(client, provider):
    assert sign_in(client, provider, token=False) == "/update?denied=provider"


LONG_AGO = 1_700_000_000
"""Seconds since 1970, of November 2023."""


@pytest.mark.parametrize(
    "claims",
    [
        *({"nonce": "another"}, {"nonce": None}, {"aud": "another"}, {"aud": None}, {"aud": ["another"]}),
        *({"iss": "https://evil.example"}, {"iss": None}, {"exp": None}, {"exp": LONG_AGO}),
        *({"iat": None}, {"azp": "another"}, {"aud": "another", "azp": "klusteripulssi"}),
    ],
    ids=str,
)
def test_a_token_for_another_time_or_another_program_lets_nobody_in(client, provider, claims):
    assert sign_in(client, provider, **claims) == "/update?denied=provider"


def test_a_token_that_somebody_else_signed_lets_nobody_in(client, provider):
    assert sign_in(client, provider, key=FOREIGN_KEY) == "/update?denied=provider"


@pytest.mark.parametrize(
    "claims",
    [
        *({"email_verified": None}, {"email_verified": False}, {"email_verified": "true"}, {"email": None}),
        *(
            {"email": "x@muu.fi@liitto.fi"},
            {"email": "@liitto.fi"},
            {"email": "a b@liitto.fi"},
            {"email": ["a@liitto.fi"]},
        ),
    ],
    ids=str,
)
def test_an_address_that_nobody_vouches_for_is_none(client, provider, claims):
    assert sign_in(client, provider, **claims) == "/update?denied=person"
    assert sign_in(client, provider, **claims, groups=["Klusterit"]) == "/update"


def test_where_the_settings_say_so_the_service_vouches_for_all_addresses():
    settings = Settings(oidc_verified="service")
    people = [token_person(AINO | {"email_verified": each}, settings).address for each in (True, False, "true", 1)]
    assert people == [AINO["email"], "", "", ""]
    without = {name: value for name, value in AINO.items() if name != "email_verified"}
    assert [token_person(without, each).address for each in (settings, Settings())] == [AINO["email"], ""]
