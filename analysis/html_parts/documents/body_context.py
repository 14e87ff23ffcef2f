"""What the body of a document is made of beside its page, and what it consists of."""

from dataclasses import dataclass

from markupsafe import Markup

from analysis.settings import Settings
from analysis.store import Store

Blocks = list[Markup]


@dataclass(frozen=True)
class BodyContext:
    """What a body is made of beside its page: the size of its pictures, the store of revisions, the settings."""

    size: str
    store: Store
    settings: Settings
