"""Sessions: whoever signs in gets a cookie, and the store knows whose it is and whether it is still valid."""

import hashlib
import hmac
import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from analysis.access.entries import EVERYWHERE, editor_entries, named_keys
from analysis.access.roles import Keys
from analysis.settings import Settings
from analysis.store import Journal, SignIn, Unavailable

COOKIE = "klusteripulssi_editor"
LENGTH = 43
"""Letters of a cookie: 256 bits."""
NOTE_EVERY = timedelta(minutes=1)
"""How often it is noted at most that somebody is still there."""
MOST_REVOCATIONS = 10_000
IN_THE_SECRET = ("access", "editors", "readers", "oidc_issuer", "oidc_client", "oidc_verified")


@dataclass(frozen=True)
class SessionService:
    """The keys, and who is signed in. A cookie is a random number; the journal knows it by its HMAC alone.

    The secret is made of all settings that say who may sign in: whoever changes one of them signs everybody out.
    """

    keys: Keys
    journal: Journal
    hours: int
    idle: timedelta
    secret: bytes = field(repr=False)
    revocations: set[str] = field(default_factory=set, repr=False)
    """Ids of sessions whose sign-out the store could not note; they are valid no more in this process."""

    def sign_in(
        self,
        now: datetime,
        *,
        editor: bool = True,
        who: str = "",
        way: str = "key",
        regions: frozenset[str] = EVERYWHERE,
        earlier: str | None = None,
    ) -> str:
        """The value of a new cookie, another one each time. The session of the browser's earlier cookie is ended.

        now: aware; earlier: the cookie that came with the request, None without one; editor: whether it may edit;
        who: a name, empty for a key without one; way: "key", "oidc" or "proxy"; regions: those whose rows an editor
        may edit.
        """
        cookie = secrets.token_urlsafe(32)
        self.journal.sign_in(SignIn(self._id(cookie), who, way, editor, now, now, regions=regions))
        if (last := self.any_session(earlier)) and not last.end:
            self.journal.sign_out(last, now)
        return cookie

    def any_session(self, cookie: str | None) -> SignIn | None:
        """The session of a cookie, also if it has ended; None if there never was one, or the store does not respond."""
        if not cookie or len(cookie) != LENGTH or not cookie.isascii():
            return None
        try:
            return self.journal.find_sign_in(self._id(cookie))
        except Unavailable:
            return None

    def valid_session(self, cookie: str | None, now: datetime) -> SignIn | None:
        """The valid session of a cookie: begun here, not signed out, not idle for too long, not too old."""
        session = self.any_session(cookie)
        if session is None or not self._is_valid(session, now):
            return None
        # A time that is yet to come is from before the clock was set back: from now on it counts anew.
        if timedelta(0) <= now - session.last_active < NOTE_EVERY and session.since <= now:
            return session
        try:
            return self.journal.touch(session, now)
        except Unavailable:
            # Nothing can be noted, on a full disk say: the session is as valid as before.
            return session

    def invalid_cookies(self, cookies: Collection[str], now: datetime) -> frozenset[str]:
        """Those of some cookies whose sessions are valid no more; of a store that is silent `revocations` alone.

        To ask is not to do something: a session that is only asked for becomes idle.
        """
        by_id = {self._id(each): each for each in cookies}
        try:
            sessions = self.journal.find_sign_ins(by_id)
        except Unavailable:
            return frozenset(cookie for id, cookie in by_id.items() if id in self.revocations)
        valid = {each.id for each in sessions if self._is_valid(each, now)}
        return frozenset(cookie for id, cookie in by_id.items() if id not in valid)

    def sign_out(self, cookie: str | None, now: datetime) -> None:
        """End a cookie's session, in every tab, on every connection and on every server of the store.

        Unavailable if the store cannot note it; this process lets the cookie in no more all the same.
        """
        if not cookie or len(cookie) != LENGTH or not cookie.isascii():
            return
        id = self._id(cookie)
        try:
            session = self.journal.find_sign_in(id)
            if session and self._is_valid(session, now):
                self.journal.sign_out(session, now)
        except Unavailable:
            # A stranger may send any cookie.
            if len(self.revocations) < MOST_REVOCATIONS:
                self.revocations.add(id)
            raise

    def _is_valid(self, session: SignIn, now: datetime) -> bool:
        """Whether a session is not signed out, not idle for too long, not too old."""
        is_idle = now - session.last_active > self.idle
        is_old = now - session.since > timedelta(hours=self.hours)
        return session.end is None and session.id not in self.revocations and not is_idle and not is_old

    def _id(self, cookie: str) -> str:
        return hmac.new(self.secret, cookie.encode(), hashlib.sha256).hexdigest()


def build_session_service(
    settings: Settings, journal: Journal, make_key: Callable[[], str] = secrets.token_urlsafe
) -> SessionService:
    """The session service of the settings; with a new editors' key if they name none, nor keys of several councils.

    WrongSetting if an entry of those keys or of the list of editors cannot be used.
    """
    named = named_keys(settings.editor_keys, settings.editor_key, settings.reader_key)
    editor_entries(settings.editors)
    if not settings.editor_key and not named:
        settings = replace(settings, editor_key=make_key())
    by_key = (settings.editor_key, settings.reader_key, settings.editor_keys) if settings.access == "key" else ()
    parts = (*by_key, *(getattr(settings, name) for name in IN_THE_SECRET))
    return SessionService(
        keys=Keys(settings.editor_key, settings.reader_key, named),
        journal=journal,
        hours=settings.session_hours,
        idle=timedelta(minutes=settings.idle_minutes),
        secret=hashlib.sha256("\0".join(parts).encode()).digest(),
    )
