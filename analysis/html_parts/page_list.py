"""The pages of the dashboard, in the groups of the navigation bar."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PageEntry:
    """One page: its key, its group (None: linked from the footer), its script, and its path in the address.

    ``reading`` is its name in the reading edition, None if it is not there; ``item`` the parameter of the address that
    names one record there.
    """

    key: str
    group: str | None
    script: str
    path: str
    reading: str | None = None
    item: str = ""


GROUPS = {
    "follow": ("overview", "regions", "themes", "gaps", "cooperation", "targets", "yearsheet"),
    "contents": ("events", "stories", "clusters", "toolkit", "start"),
    "seminar": ("present",),
    "upkeep": ("update", "history", "data"),
}
"""The keys of the pages by group."""
READING_GROUPS = {
    "follow": (*GROUPS["follow"], "data"),
    "contents": GROUPS["contents"],
}
"""The keys of the pages of the reading edition by group, without what is only linked from the footer."""
ITEMS = {
    "events": "event",
    "stories": "cluster_story",
    "clusters": "cluster",
    "toolkit": "material",
    "themes": "theme",
    "regions": "region",
}
"""By page: the parameter of the address that names one of its records."""
READING = {each: each for group in READING_GROUPS.values() for each in group}
READING |= {"overview": "", "toolkit": "materials", "about": "about", "search": "search"}
"""By key: the name of a page in the reading edition."""
PAGES = tuple(
    PageEntry(
        key,
        group,
        script=f"{key}.py",
        path="" if key == "overview" else key,
        reading=READING.get(key),
        item=ITEMS.get(key, ""),
    )
    for group, keys in (*GROUPS.items(), (None, ("about", "search")))
    for key in keys
)
"""All pages in order. The first has no path."""
PAGE_BY_KEY = {each.key: each for each in PAGES}
