"""What contents are sorted by: the toolkit's themes, the priorities of each period, the shared cluster themes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from analysis.cache import cached_per_tables
from analysis.measures.counts import by_values
from analysis.schema import Tables
from analysis.sections.context import code_labels
from analysis.sections.context.code_labels import Labels
from analysis.sections.context.section_context import SectionContext, rows
from analysis.words import Translator
from analysis.words.language import DASH

THEMES, CLUSTER_THEMES = "themes", "cluster-themes"
BEARING = {"themes": ("events", "stories", "materials"), "priorities": ("events", "clusters")}
"""By column: the tables whose rows bear such terms."""


@dataclass(frozen=True)
class TermGroup:
    """Terms that belong together: a key for the address, its name, the column and filter (``themes`` or
    ``priorities``) that it stands in, and what its terms are called."""

    key: str
    name: str
    column: str
    labels: Labels

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables whose rows bear its terms."""
        return BEARING[self.column]


@cached_per_tables
def term_groups(tables: Tables, words: Translator) -> tuple[TermGroup, ...]:
    """The themes, the priorities by the years they hold, the cluster themes; those that the workbook has."""
    return tuple(group for group in _groups(tables, words) if group.labels or group.key == THEMES)


def term_group(tables: Tables, words: Translator, key: str | None) -> TermGroup:
    """The group of a key; the themes where there is none such."""
    every = term_groups(tables, words)
    return next((each for each in every if each.key == key), every[0])


def counts(context: SectionContext, terms: TermGroup) -> pd.DataFrame:
    """How many of each table bear each term, and ``total``: int64, index the codes."""
    codes = list(terms.labels)
    found = pd.DataFrame({name: by_values(rows(context, name), terms.column, codes) for name in terms.tables})
    return found.assign(total=found.sum(axis="columns").astype("int64"))


def _groups(tables: Tables, words: Translator) -> Iterator[TermGroup]:
    yield TermGroup(THEMES, words("themes.group_themes"), "themes", code_labels.themes(tables, words))
    every, frame = code_labels.priorities(tables, words), tables["priorities"]
    shared = frame["kind"].eq("cluster-theme").fillna(False).astype(bool)
    ours = frame[~shared]
    periods = ours[["valid_from", "valid_to"]].drop_duplicates().sort_values(["valid_from", "valid_to"])
    for first, last in periods.itertuples(index=False):
        held = ours[_same(ours["valid_from"], first) & _same(ours["valid_to"], last)]
        key = "-".join("" if pd.isna(year) else str(year) for year in (first, last))
        yield TermGroup(f"priorities-{key}", _period(first, last, words), "priorities", _only(every, held["id"]))
    yield TermGroup(CLUSTER_THEMES, words("themes.group_cluster"), "priorities", _only(every, frame.loc[shared, "id"]))


def _period(first: Any, last: Any, words: Translator) -> str:
    if pd.isna(first) and pd.isna(last):
        return words("themes.group_priorities")
    ends = ["" if pd.isna(year) else str(year) for year in (first, last)]
    return words("themes.group_period", years=ends[0] if ends[0] == ends[1] else DASH.join(ends))


def _same(column: pd.Series, value: Any) -> pd.Series:
    return column.isna() if pd.isna(value) else column.eq(value).fillna(False).astype(bool)


def _only(every: Labels, codes: pd.Series) -> Labels:
    wanted = set(codes)
    return {code: label for code, label in every.items() if code in wanted}
