"""What the materials of the toolkit are limited by beside the filters: time, language, kind."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from analysis.measures.reading_time import reading_times
from analysis.schema import Tables

MINUTES = ("10", "30")
KINDS = ("recording", "slides", "guide", "tool", "article")
"""The kinds in the order in which a page shows them."""
PARAMETERS = ("minutes", "material_language", "material_kind")
"""The parameters of the address."""


@dataclass(frozen=True)
class MaterialChoice:
    """The most minutes of a material (None: any), its language and kind (empty: any)."""

    minutes: int | None = None
    language: str = ""
    kind: str = ""

    def narrowed(self, materials: pd.DataFrame) -> pd.DataFrame:
        """The rows that the choice leaves, in their order; a length that is not marked is the estimate."""
        rows = materials
        if self.minutes is not None:
            rows = rows[reading_times("materials", rows)["minutes"] <= self.minutes]
        if self.language:
            rows = rows[rows["language"].isin([self.language])]
        return rows[rows["kind"].isin([self.kind])] if self.kind else rows


def offered_values(tables: Tables) -> dict[str, tuple[str, ...]]:
    """By parameter of `PARAMETERS`: the values to choose from; a parameter with a single one is left out."""
    materials = tables["materials"]
    languages, kinds = (set(materials[name].dropna()) for name in ("language", "kind"))
    offered = {
        "minutes": MINUTES if len(materials) else (),
        "material_language": tuple(each for each in ("fi", "sv", "en", "other") if each in languages),
        "material_kind": tuple(each for each in KINDS if each in kinds),
    }
    return {name: values for name, values in offered.items() if name == "minutes" or len(values) > 1}


def material_choice(tables: Tables, value_of: Callable[[str], str | None]) -> MaterialChoice:
    """The choice that an address makes; ``value_of`` gives the value of a parameter, one not offered counts as none."""
    offered = offered_values(tables)
    values = [value_of(name) or "" for name in PARAMETERS]
    minutes, language, kind = (
        value if value in offered.get(name, ()) else "" for name, value in zip(PARAMETERS, values, strict=True)
    )
    return MaterialChoice(int(minutes) if minutes else None, language, kind)
