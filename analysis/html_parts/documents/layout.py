"""The places of blocks in a document: elements, and groups of blocks one below the other or beside each other.

They have the classes of Streamlit's own places, so that one style sheet holds for both.
"""

import re

from markupsafe import Markup

PLACE = Markup('<div class="stElementContainer{}"><div class="stHtml">{}</div></div>')
GROUP = Markup('<div class="stLayoutWrapper{}"><div class="{}{}">{}</div></div>')
NOTHING = Markup("")
NO_CLASS = re.compile(r"[^\w-]")
"""What a key may hold and no class: Streamlit shows it as a dash."""


def element(html: str, key: str = "") -> Markup:
    """HTML in a place of its own, as ``st.html`` has it; nothing for an empty text. ``key`` is that of a widget."""
    if not html:
        return NOTHING
    name = f" st-key-{NO_CLASS.sub('-', key)}" if key else ""
    return PLACE.format(name, Markup(html))


def group(key: str, *blocks: Markup, across: bool = False, fit: bool = False) -> Markup:
    """Blocks one below the other, as a container of Streamlit's with this key has them.

    ``across``: they are beside each other; ``fit``: they are together as wide as what is in them.
    """
    kind = "stHorizontalBlock" if across else "stVerticalBlock"
    name = f" st-key-{NO_CLASS.sub('-', key)}" if key else ""
    return GROUP.format(" fit" if fit else "", kind, name, NOTHING.join(blocks))
