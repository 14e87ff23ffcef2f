"""Who may edit: a key that opens the door once, and a signed cookie that keeps it open."""

import hashlib
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from itsdangerous import BadSignature, TimestampSigner

from analysis.settings import Settings

COOKIE = "klusteripulssi_editor"


class _Signer(TimestampSigner):
    """Signs with a time that is handed in; the secret is derived from the editors' key (HMAC, SHA-256)."""

    def __init__(self, key: str, now: datetime) -> None:
        super().__init__(key, salt=COOKIE, key_derivation="hmac", digest_method=hashlib.sha256)
        self.now = now

    def get_timestamp(self) -> int:
        """The time handed in, in whole seconds."""
        return int(self.now.timestamp())


@dataclass(frozen=True)
class Editors:
    """The editors' door: their key, and how many hours a sign-in holds.

    A cookie is void when it is older, when the key is another one, and once its holder signed out (``left``; that is
    remembered until the process ends).
    """

    key: str = field(repr=False)
    hours: int
    left: set[str] = field(default_factory=set, repr=False, compare=False)

    def admits(self, key: str) -> bool:
        """Whether this is the key; takes as long for a wrong one as for the right one."""
        return secrets.compare_digest(key.encode(), self.key.encode())

    def sign_in(self, now: datetime) -> str:
        """The value of a new cookie, another one each time."""
        return _Signer(self.key, now).sign(secrets.token_hex(8)).decode()

    def is_editor(self, cookie: str | None, now: datetime) -> bool:
        """Whether the cookie was given out here, is not too old and its holder has not signed out."""
        if not cookie or cookie in self.left:
            return False
        try:
            _Signer(self.key, now).unsign(cookie, max_age=self.hours * 3600)
        except BadSignature:
            return False
        return True

    def sign_out(self, cookie: str | None, now: datetime) -> None:
        """Make a cookie void, in every tab and on every connection that holds it."""
        if cookie and self.is_editor(cookie, now):
            self.left.add(cookie)


def editors(settings: Settings, make_key: Callable[[], str] = secrets.token_urlsafe) -> Editors:
    """The door as the settings have it; where they name no key, with a new one."""
    return Editors(settings.editor_key or make_key(), settings.session_hours)


@dataclass(frozen=True)
class Attempts:
    """Wrong keys by sender: after ``most`` of them within ``seconds`` no key of that sender is looked at."""

    most: int = 10
    seconds: int = 60
    senders: int = 10_000
    wrong: dict[str, deque[float]] = field(default_factory=dict, repr=False)

    def open_to(self, sender: str, now: datetime) -> bool:
        """Whether a key of this sender is looked at."""
        times = self.wrong.get(sender, deque())
        return sum(now.timestamp() - each < self.seconds for each in times) < self.most

    def note(self, sender: str, now: datetime) -> None:
        """Note a wrong key. Senders are forgotten oldest first, so that the list stays small."""
        times = self.wrong.pop(sender, deque(maxlen=self.most))
        times.append(now.timestamp())
        self.wrong[sender] = times
        if len(self.wrong) > self.senders:
            del self.wrong[next(iter(self.wrong))]
