"""The tables as programs get them: the columns of the declaration and some that are derived, and their rows.

Nothing is ever taken out or renamed within a version of the interface (`VERSION`); columns may come at the end.
"""

import hashlib
from functools import cache

import pandas as pd

from analysis.cache import cached_per_tables
from analysis.schema import LANGUAGES, TABLES, Column, Names, Tables
from analysis.schema.kinds import PRECISIONS, Day, Kind, Text
from analysis.schema.nuts import NUTS_3, NUTS_EDITION
from analysis.sections.context.owner_texts import owner_text
from analysis.words import translator

VERSION = "v1"
DECLARATION = hashlib.sha256(repr(TABLES).encode()).hexdigest()[:16]
"""Tells one declaration of the tables from another."""
DAY_PATTERN = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
"""A day as it is stored: as much of ISO 8601's calendar date as is known."""
PRECISION = {4: "year", 7: "month", 10: "day"}
"""By number of letters: how precisely a day is known."""
NUTS, EDITION = "nuts3", "nuts3_edition"


@cache
def open_columns(name: str) -> tuple[Column, ...]:
    """The columns of a table: as declared, each day followed by its precision, each NUTS code by its edition."""
    columns: list[Column] = []
    for each in TABLES[name].columns:
        columns.append(each)
        if isinstance(each.kind, Day):
            columns.append(_derived_column(f"{each.name}_precision", "open_data.precision", PRECISIONS, each))
        if each.name == NUTS:
            columns.append(_derived_column(EDITION, "open_data.nuts_edition", Text(code=True), each))
    return tuple(columns)


@cached_per_tables
def open_table(tables: Tables, name: str) -> pd.DataFrame:
    """The rows of a table that are for everybody, with a column for each of `open_columns`.

    Regions have the NUTS code of one edition, whichever edition the workbook is from. Of the owner's texts there is
    what is for readers.
    """
    frame = tables[name]
    if name == "about":
        frame = _owner_texts(tables)
    if name == "regions":
        codes = frame["code"].map(NUTS_3)
        frame = frame.assign(**{NUTS: codes.fillna(frame[NUTS]).astype("str")})
        frame[EDITION] = codes.notna().map({True: NUTS_EDITION}).astype("str")
    days = [each.name for each in TABLES[name].columns if isinstance(each.kind, Day)]
    precisions = {f"{each}_precision": frame[each].str.len().map(PRECISION).astype("str") for each in days}
    return frame.assign(**precisions)[[each.name for each in open_columns(name)]].reset_index(drop=True)


def open_row_count(tables: Tables, name: str) -> int:
    """How many rows `open_table` has. It leaves out some of the owner's texts alone; others are not made for it."""
    return len(open_table(tables, name) if name == "about" else tables[name])


def _derived_column(name: str, text: str, kind: Kind, of: Column) -> Column:
    """A column that is made from another one, with a label in each language."""
    labels = (translator(each)(text, column=of.headers.of(each)) for each in LANGUAGES)
    return Column(name, Names(*labels), kind)


def _owner_texts(tables: Tables) -> pd.DataFrame:
    """The sheet of the owner's texts with what of them is for readers, without those of which nothing is."""
    first = tables["about"].drop_duplicates("key")
    texts = {}
    for language in LANGUAGES:
        words = translator(language)
        owned = [owner_text(tables, key, words) for key in first["key"]]
        # A text that stands in for a missing one has a language of its own.
        values = [None if each.language else each.text or None for each in owned]
        texts[f"value_{language}"] = pd.Series(values, index=first.index, dtype="str")
    return first.assign(**texts).dropna(subset=["value_fi"])
