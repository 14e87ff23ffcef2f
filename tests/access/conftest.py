"""A door with a store of its own."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from analysis.access import SessionService, build_session_service
from analysis.settings import read
from analysis.store import Store

Opened = Callable[..., SessionService]


def is_editor(sessions: SessionService, cookie: str | None, now: datetime) -> bool:
    """Whether a cookie's session may edit."""
    session = sessions.valid_session(cookie, now)
    return session is not None and session.editor


SERVICE = {
    "public_address": "https://klusterit.example",
    "oidc_issuer": "https://id.example",
    "oidc_client": "klusteripulssi",
    "oidc_secret": "salainen",
}
"""What the way in by OpenID Connect needs besides."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(f"sqlite:///{tmp_path / 'store.sqlite'}")
    yield opened
    opened.close()


@pytest.fixture
def opened(store: Store) -> Opened:
    """A door on the store; settings are named as in `analysis.settings`."""

    def made(**settings: str) -> SessionService:
        named = {"editor_key": "oikea avain", **SERVICE, **settings}
        return build_session_service(
            read({f"KLUSTERIPULSSI_{name.upper()}": value for name, value in named.items()}), store.journal
        )

    return made
