"""SQL tables of the store: revisions with contents by hash and word forms, erasures, drafts, audit, sign-ins, saved
presentations, links.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={"pk": "pk_%(table_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s"}
)


class Moment(TypeDecorator[datetime]):
    """An aware time in UTC. SQLite stores no offset, so it is added when a time is read."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The time in UTC, as it is written."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The time as it is read: aware, in UTC."""
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Codes(TypeDecorator[frozenset[str]]):
    """A set of codes, stored as text with commas."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: frozenset[str] | None, dialect: Dialect) -> str:
        """The codes in order, as they are written."""
        return ",".join(sorted(value or ()))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[str]:
        """The codes as they are read."""
        return frozenset(filter(None, (value or "").split(",")))


revision = Table(
    "revision",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("published", Moment, nullable=False),
    Column("author", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("parent", Integer, ForeignKey("revision.number")),
    Column("restores", Integer, ForeignKey("revision.number")),
    Column("withdrawn", Moment),
    Column("tables", JSON, nullable=False),
    Column("files", JSON, nullable=False),
    Column("digest", String(64), nullable=False),
)
"""``tables``: {name: {"rows", "sha256"}}; ``files``: [{"name", "sha256", "size", "kept"}]; ``digest``: see `digest`."""

content = Table(
    "content",
    metadata,
    Column("revision", Integer, ForeignKey("revision.number"), primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

word_forms = Table(
    "word_forms",
    metadata,
    Column("revision", Integer, ForeignKey("revision.number"), primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)
"""What the words of a revision are forms of, as the search wrote it."""

draft = Table(
    "draft",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("created", Moment, nullable=False),
    Column("author", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("copies", JSON, nullable=False),
    Column("choices", JSON, nullable=False),
)
"""``copies``: the ids of revisions of which rows are in the files too."""

draft_file = Table(
    "draft_file",
    metadata,
    Column("draft", String(32), ForeignKey("draft.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

erasure = Table(
    "erasure",
    metadata,
    Column("revision", Integer, ForeignKey("revision.number"), primary_key=True, autoincrement=False),
)
"""Withdrawn revisions whose bytes may still be in the database's files, as after a kill; at most times none."""

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", Moment, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", String(20), nullable=False),
    Column("revision", Integer),
    Column("detail", Text, nullable=False),
)

sign_in = Table(
    "sign_in",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("who", Text, nullable=False),
    Column("way", String(20), nullable=False),
    Column("editor", Boolean, nullable=False),
    Column("since", Moment, nullable=False),
    Column("seen", Moment, key="last_active", nullable=False),
    Column("ended", Moment, key="end"),
    Column("regions", Codes, nullable=False),
)
"""``id``: an HMAC of the holder's cookie, never the cookie; ``last_active``: when the holder last did something;
``regions``: those whose rows she may edit, empty for all rows."""

presentation = Table(
    "presentation",
    metadata,
    Column("name", String(80), primary_key=True),
    Column("title", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("saved", Moment, nullable=False),
    Column("notes", Boolean, nullable=False),
)
"""``query``: the slides as an address has them; ``notes``: whether readers get those too."""

link_result = Table(
    "link_result",
    metadata,
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("revision", Integer, ForeignKey("revision.number"), nullable=False),
    Column("link", Text, nullable=False),
    Column("state", String(20), nullable=False),
    Column("status", Integer),
    Column("moved_to", Text),
    Column("reason", String(20), nullable=False),
    Column("time", Moment, nullable=False),
)
"""``revision``: whose links were asked; what is stored of them is erased with it."""

usage = Table(
    "usage",
    metadata,
    Column("day", String(10), primary_key=True),
    Column("kind", String(20), primary_key=True),
    Column("name", String(80), primary_key=True),
    Column("number", Integer, nullable=False),
)
"""How often something was used on an ISO day, by all servers together."""


def digest(line: Mapping[str, Any]) -> str:
    """SHA-256 (hex) over all other columns of a revision's row, so that a change of them can be found."""
    values = {
        name: value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value
        for name, value in line.items()
        if name != "digest"
    }
    return sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
