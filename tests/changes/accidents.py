"""Accidents that happen to spreadsheets, each as what it makes of a table."""

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd

Accident = Callable[[pd.DataFrame], pd.DataFrame]


def with_column(column: str, make: Callable[[list], list]) -> Accident:
    """One column alone made otherwise."""

    def happen(frame: pd.DataFrame) -> pd.DataFrame:
        values = pd.Series(make(list(frame[column].astype(object))), dtype=object)
        return frame.assign(**{column: values.astype(frame[column].dtype)})

    return happen


def moved(days: int) -> Callable[[list], list]:
    """Every full day moved by so many days."""
    return lambda values: [
        (date.fromisoformat(each) + timedelta(days)).isoformat() if isinstance(each, str) and len(each) == 10 else each
        for each in values
    ]


def sorted_alone(values: list) -> list:
    """What is filled in order, blank cells last, as a spreadsheet sorts."""
    filled = [each for each in values if not pd.isna(each)]
    return sorted(filled) + [None] * (len(values) - len(filled))


def slipped_down(values: list) -> list:
    """A cell inserted at the top of one column."""
    return [None if isinstance(values[0], str) else (), *values[:-1]]


def turned(values: list) -> list:
    """The last first."""
    return values[::-1]


def by_column(frame: pd.DataFrame) -> pd.DataFrame:
    """All rows moved against their keys, as when a row is inserted and keys are filled in anew."""
    return frame.assign(id=[*frame["id"][1:], "uusi"])


# Table, the risk that must be among those of the difference, and the accident.
ACCIDENTS: dict[str, tuple[str, str, Accident]] = {
    "half of the events are lost": ("events", "large-removal", lambda rows: rows.iloc[::2]),
    "the sheet was filtered to one year": (
        "events",
        "large-removal",
        lambda rows: rows[rows["starts"].str.startswith("2025")],
    ),
    "the file ends too early": ("stories", "large-removal", lambda rows: rows.iloc[:14]),
    "one theme's materials were cut out": ("materials", "large-removal", lambda rows: rows.iloc[12:]),
    "only the first screen was copied": ("clusters", "large-removal", lambda rows: rows.iloc[:10]),
    "nothing but the new row was uploaded": (
        "events",
        "large-removal",
        lambda rows: rows.head(1).assign(id="uusi", name="Esimerkkitapahtuma 31"),
    ),
    "keys were filled down anew after an inserted row": ("events", "reused-key", by_column),
    "keys were turned round": ("events", "reused-key", with_column("id", turned)),
    "keys of stories were turned round": ("stories", "reused-key", with_column("id", turned)),
    "keys were made anew": ("events", "mass-rename", with_column("id", lambda ids: [f"t{n}" for n in range(len(ids))])),
    "keys lost their dashes": (
        "clusters",
        "mass-rename",
        with_column("id", lambda ids: [i.replace("-", "") for i in ids]),
    ),
    "a word was replaced in every name": (
        "materials",
        "mass-rename",
        with_column("title", lambda names: [name.replace("aineisto", "dokumentti") for name in names]),
    ),
    "names were made capitals": (
        "events",
        "mass-rename",
        with_column("name", lambda names: [n.upper() for n in names]),
    ),
    "participants were sorted alone": ("events", "shifted-column", with_column("participants", sorted_alone)),
    "names were sorted alone": ("stories", "shifted-column", with_column("title", turned)),
    "regions slipped down by a cell": ("events", "shifted-column", with_column("regions", slipped_down)),
    "links slipped down by a cell": ("materials", "shifted-column", with_column("link", slipped_down)),
    "members were sorted alone": ("clusters", "shifted-column", with_column("members", sorted_alone)),
    "days were read by the other calendar": ("events", "shifted-dates", with_column("starts", moved(1462))),
    "days slipped by one over the time zone": ("stories", "shifted-dates", with_column("published", moved(-1))),
    "days slipped by one the other way": ("materials", "shifted-dates", with_column("published", moved(1))),
}
