"""Honest updates: what a coordinator does between two uploads, drawn by chance."""

from random import Random
from typing import Any

import pandas as pd

from analysis.schema import TABLES, Tables, typed_frame

KEPT = ("events", "stories", "materials", "clusters")


def update(tables: Tables, chance: Random) -> Tables:
    """Some tables sorted anew, corrected, filled in further, with rows taken out and with a new year's rows."""
    made = {name: _update(name, tables[name], chance) for name in KEPT}
    return {**tables, **made}


def _update(name: str, rows: pd.DataFrame, chance: Random) -> pd.DataFrame:
    steps = [_sorted, _corrected, _filled, _better_known, _without, _with_new]
    for step in chance.sample(steps, chance.randint(1, len(steps))):
        rows = step(name, rows.reset_index(drop=True), chance)
    return rows


def _sorted(name: str, rows: pd.DataFrame, chance: Random) -> pd.DataFrame:
    """The whole table in another order."""
    return rows.sort_values(chance.choice(["id", TABLES[name].label]), ascending=chance.random() < 0.5)


def _corrected(name: str, rows: pd.DataFrame, chance: Random) -> pd.DataFrame:
    """Up to five cells that now say something else."""
    rows = rows.copy()
    for _ in range(chance.randint(1, 5)):
        column = chance.choice(
            [TABLES[name].label, *_of(rows, "participants", "members", "duration_min", "place", "link")]
        )
        at = chance.randrange(len(rows))
        old = rows.loc[at, column]
        rows.loc[at, column] = f"{old} (korjattu)" if isinstance(old, str) else None if pd.isna(old) else old + 3
    return rows


def _filled(name: str, rows: pd.DataFrame, chance: Random) -> pd.DataFrame:
    """What was not known in one column, in all its rows."""
    column = chance.choice(_of(rows, "participants", "members", "duration_min", "published"))
    news = [f"2024-{1 + n % 12:02}-03" if column == "published" else 20 + n for n in range(len(rows))]
    return rows.assign(**{column: rows[column].fillna(pd.Series(news, dtype=rows[column].dtype))})


def _better_known(name: str, rows: pd.DataFrame, chance: Random) -> pd.DataFrame:
    """Days of which only the month was known."""
    for column in _of(rows, "starts", "published"):
        months = rows[column].str.len() == len("2023-05")
        rows = rows.assign(**{column: rows[column].mask(months, rows[column] + f"-{chance.randint(10, 28)}")})
    return rows


def _without(name: str, rows: pd.DataFrame, chance: Random) -> pd.DataFrame:
    """A few rows less."""
    return rows.drop(chance.sample(range(len(rows)), chance.randint(1, len(rows) // 8)))


def _with_new(name: str, rows: pd.DataFrame, chance: Random) -> pd.DataFrame:
    """A year's rows more."""
    made = [_row(rows, f"uusi-{n}", chance) for n in range(chance.randint(1, 12))]
    columns: dict[str, list[Any]] = {each.name: [row.get(each.name) for row in made] for each in TABLES[name].columns}
    return pd.concat([rows, typed_frame(TABLES[name], columns)], ignore_index=True)


def _row(rows: pd.DataFrame, key: str, chance: Random) -> dict[str, Any]:
    day = f"2027-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    like = rows.iloc[chance.randrange(len(rows))].dropna().to_dict()
    return like | {"id": key, "name": f"Uusi {key}", "title": f"Uusi {key}", "starts": day, "published": day}


def _of(rows: pd.DataFrame, *columns: str) -> list[str]:
    return [column for column in columns if column in rows.columns]
