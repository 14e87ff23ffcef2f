"""Where the links of the tables are: the cells that hold a web address."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from analysis.schema import TABLES, Tables
from analysis.schema.kinds import Link

WEB = ("http://", "https://")
SOURCE = "source"
"""The column that holds a text, or addresses with `BETWEEN` between them."""
BETWEEN = "; "


@dataclass(frozen=True)
class LinkPlace:
    """A cell that holds a link: the table, the key of the row as text, the column."""

    table: str
    key: str
    column: str


def link_places(tables: Tables) -> dict[str, tuple[LinkPlace, ...]]:
    """By web address the cells that hold it, in the order of tables, columns and rows. Mailboxes are none."""
    places: dict[str, list[LinkPlace]] = {}
    for name, table in TABLES.items():
        frame = tables[name]
        keys = dict(zip(frame.index, frame[table.key[0]].astype("str"), strict=True))
        for column in link_columns(name):
            for row, link in web_links(frame[column]).items():
                places.setdefault(link, []).append(LinkPlace(name, keys[row], column))
    return {link: tuple(own) for link, own in places.items()}


def link_columns(table: str) -> Iterator[str]:
    """The names of the columns of a table that hold links."""
    for column in TABLES[table].columns:
        if isinstance(column.kind, Link) or column.name == SOURCE:
            yield column.name


def web_links(column: pd.Series) -> pd.Series:
    """The web addresses in the cells of a column, by the label of the row; a row with several is there as often."""
    known = column.dropna()
    links = known.str.split(BETWEEN).explode() if column.name == SOURCE else known
    return links[links.str.startswith(WEB)]
