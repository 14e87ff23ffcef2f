"""The door: whoever comes in gets a cookie, and the store knows whose it is, since when, and whether it still holds."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from analysis.access.keys import Keys
from analysis.settings import Settings
from analysis.store import Journal, SignIn, Unavailable

COOKIE = "klusteripulssi_editor"
LENGTH = 43
"""Letters of a cookie: 256 bits."""
BETWEEN = timedelta(minutes=1)
"""How often it is noted at most that somebody is still there."""
IN_THE_SECRET = ("access", "editors", "readers", "oidc_issuer", "oidc_client")


@dataclass(frozen=True)
class Door:
    """The keys, and who is in. A cookie is a number drawn by chance; the journal knows it by its HMAC alone.

    The secret is made of all that says who may: whoever changes that signs everybody out.
    """

    keys: Keys
    journal: Journal
    hours: int
    idle: timedelta
    secret: bytes = field(repr=False)

    def sign_in(self, now: datetime, *, editor: bool = True, who: str = "", way: str = "key") -> str:
        """The value of a new cookie, another one each time."""
        cookie = secrets.token_urlsafe(32)
        self.journal.begin(SignIn(self._id(cookie), who, way, editor, now, now))
        return cookie

    def given_out(self, cookie: str | None) -> SignIn | None:
        """The sign-in of a cookie that was given out here, be it over; None where it was not or nobody can say."""
        if not cookie or len(cookie) != LENGTH or not cookie.isascii():
            return None
        try:
            return self.journal.found(self._id(cookie))
        except Unavailable:
            return None

    def holder(self, cookie: str | None, now: datetime) -> SignIn | None:
        """Who holds a cookie that is good: given out here, not signed out, not idle for too long, not too old."""
        found = self.given_out(cookie)
        if found is None or found.ended or now - found.seen > self.idle:
            return None
        if now - found.since > timedelta(hours=self.hours):
            return None
        return self._seen(found, now) if now - found.seen >= BETWEEN else found

    def is_editor(self, cookie: str | None, now: datetime) -> bool:
        """Whether the holder of a cookie may edit."""
        found = self.holder(cookie, now)
        return found is not None and found.editor

    def sign_out(self, cookie: str | None, now: datetime) -> None:
        """Make a cookie void, in every tab, on every connection and on every server of the store."""
        if found := self.holder(cookie, now):
            self.journal.end(found, now)

    def _seen(self, found: SignIn, now: datetime) -> SignIn:
        """The sign-in, noted as seen now; as it stands where nothing can be noted, on a full disk say."""
        try:
            return self.journal.see(found, now)
        except Unavailable:
            return found

    def _id(self, cookie: str) -> str:
        return hmac.new(self.secret, cookie.encode(), hashlib.sha256).hexdigest()


def door(settings: Settings, journal: Journal, make_key: Callable[[], str] = secrets.token_urlsafe) -> Door:
    """The door as the settings have it; where they name no key, with a new one."""
    settings = replace(settings, editor_key=settings.editor_key or make_key())
    by_key = (settings.editor_key, settings.reader_key) if settings.access == "key" else ()
    parts = (*by_key, *(getattr(settings, name) for name in IN_THE_SECRET))
    return Door(
        keys=Keys(settings.editor_key, settings.reader_key),
        journal=journal,
        hours=settings.session_hours,
        idle=timedelta(minutes=settings.idle_minutes),
        secret=hashlib.sha256("\0".join(parts).encode()).digest(),
    )
