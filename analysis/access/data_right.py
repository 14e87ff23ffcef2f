"""The right by which data was given to a page, asked for anew before the page's files and fragments give it again."""

from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from threading import Lock

from analysis.access.session_service import SessionService
from analysis.store import Store

MOST_FILES = 10_000


class NoRight(Exception):
    """The right by which a page was made holds no more: signed out, or a revision was withdrawn since."""


@dataclass(frozen=True)
class DataRight:
    """What held when a page was made: the cookie of its sign-in, and the revisions that were withdrawn by then.

    ``needs_session``: whether data is for those alone who are signed in; ``needs_editor``: for editors alone.
    """

    cookie: str | None = field(default=None, repr=False)
    withdrawn: frozenset[str] = frozenset()
    needs_session: bool = False
    needs_editor: bool = False

    def holds(self, cookie: str | None, sessions: SessionService, store: Store, now: datetime) -> bool:
        """Whether it holds still for the holder of a cookie: the sign-in, where one is needed, and the revisions.

        It ends when any revision is withdrawn: a page may show rows of several, and whoever opens it anew has what is
        there. ``sessions``, ``store``: those of the program; ``now``: aware.
        """
        if self.withdrawn != store.withdrawn():
            return False
        if not self.needs_session and not self.needs_editor:
            return True
        session = sessions.valid_session(cookie, now)
        return session is not None and (session.editor or not self.needs_editor)


@dataclass(frozen=True)
class HandedFiles:
    """By which right each file was made that a page handed out; a file is known by its content's hash."""

    rights: dict[str, DataRight] = field(default_factory=dict, repr=False)
    lock: Lock = field(default_factory=Lock, repr=False)

    def add(self, content: bytes, right: DataRight) -> None:
        """Remember by which right a file was made, last of all; of too many the oldest is forgotten."""
        key = sha256(content).hexdigest()
        with self.lock:
            self.rights.pop(key, None)
            self.rights[key] = right
            while len(self.rights) > MOST_FILES:
                del self.rights[next(iter(self.rights))]

    def may_have(
        self, content: bytes, cookie: str | None, sessions: SessionService, store: Store, now: datetime
    ) -> bool:
        """Whether the holder of a cookie may have a file; nobody one that no page made, or made very long ago.

        content: the file; cookie: that of the request; sessions, store: those of the program; now: aware.
        """
        key = sha256(content).hexdigest()
        with self.lock:
            right = self.rights.get(key)
        return right is not None and right.holds(cookie, sessions, store, now)
