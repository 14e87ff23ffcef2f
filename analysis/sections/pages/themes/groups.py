"""What contents are sorted by: the toolkit's themes, the priorities of each period, the shared cluster themes."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from analysis.cache import cached_per_tables
from analysis.measures.counts import by_values
from analysis.schema import Tables
from analysis.sections.context import code_labels
from analysis.sections.context.code_labels import Label, Labels
from analysis.sections.context.section_context import SectionContext, rows
from analysis.words import Translator
from analysis.words.language import DASH

THEMES, CLUSTER_THEMES = "themes", "cluster-themes"
TABLES = {"themes": ("events", "stories", "materials"), "priorities": ("events", "clusters")}
"""By column: the tables that have it."""


@dataclass(frozen=True)
class TermGroup:
    """Terms that belong together: the key of the group in addresses, its name, the column and filter of its terms
    (``themes`` or ``priorities``), and their names by code."""

    key: str
    name: str
    column: str
    labels: Labels

    @property
    def tables(self) -> tuple[str, ...]:
        """The tables whose rows have such terms."""
        return TABLES[self.column]


@cached_per_tables
def term_groups(tables: Tables, words: Translator) -> tuple[TermGroup, ...]:
    """The themes, the priorities of each period, the cluster themes; only those that the workbook has."""
    return tuple(group for group in _groups(tables, words) if group.labels or group.key == THEMES)


def term_group(tables: Tables, words: Translator, key: str | None) -> TermGroup:
    """The group of a key; the themes if there is none with this key."""
    every = term_groups(tables, words)
    return next((each for each in every if each.key == key), every[0])


def counts(context: SectionContext, terms: TermGroup) -> pd.DataFrame:
    """How many rows of each table have each term, and ``total``: int64, index the codes."""
    codes = list(terms.labels)
    table = pd.DataFrame({name: by_values(rows(context, name), terms.column, codes) for name in terms.tables})
    return table.assign(total=table.sum(axis="columns").astype("int64"))


def description(context: SectionContext, column: str, code: str, label: Label) -> Label:
    """The owner's description of a term, else its full name; empty if it says no more than ``label``.

    ``column`` is ``themes`` or ``priorities``.
    """
    frame, language = context.tables[column], context.words.language
    row = frame[frame["id"] == code].iloc[0]
    order = (f"description_{language}", f"name_{language}", "description_fi", "name_fi")
    name = next(each for each in order if pd.notna(row[each]))
    if row[name] == code_labels.capital(label.text):
        return Label("")
    return Label(str(row[name]), None if name.endswith(f"_{language}") else "fi")


def _groups(tables: Tables, words: Translator) -> Iterator[TermGroup]:
    yield TermGroup(THEMES, words("themes.group_themes"), "themes", code_labels.themes(tables, words))
    labels, frame = code_labels.priorities(tables, words), tables["priorities"]
    shared = frame["kind"].isin(["cluster-theme"])
    by_period: dict[tuple[str, str], set[str]] = {}
    for row in frame[~shared].sort_values(["valid_from", "valid_to"]).to_dict("records"):
        first, last = ("" if pd.isna(year) else str(year) for year in (row["valid_from"], row["valid_to"]))
        by_period.setdefault((first, last), set()).add(row["id"])
    for (first, last), codes in by_period.items():
        years = first if first == last else DASH.join((first, last))
        name = words("themes.group_period", years=years) if years else words("themes.group_priorities")
        own = {code: label for code, label in labels.items() if code in codes}
        yield TermGroup(f"priorities-{first}-{last}", name, "priorities", own)
    common = set(frame.loc[shared, "id"])
    own = {code: label for code, label in labels.items() if code in common}
    yield TermGroup(CLUSTER_THEMES, words("themes.group_cluster"), "priorities", own)
