"""The one declaration of every sheet and column, the issue codes, the type of the tables. Imports nothing of ours.

`sheets` declares the sheets from the columns of `tables` and their `kinds`; `aliases` has further names of regions
and themes.
"""

from analysis.schema.frames import Tables, all_tables, typed_frame, typed_series
from analysis.schema.issues import CODES, Effect, Issue, Severity
from analysis.schema.kinds import LANGUAGES, Language, Names, names
from analysis.schema.sheets.activity import EVENTS, MATERIALS, STORIES
from analysis.schema.sheets.clusters_and_terms import CLUSTERS, PRIORITIES, REGIONS, THEMES
from analysis.schema.sheets.targets_about_phases import ABOUT, PHASES, TARGETS
from analysis.schema.tables import Column, Table

TABLES: dict[str, Table] = {
    each.name: each
    for each in (EVENTS, STORIES, MATERIALS, CLUSTERS, THEMES, PRIORITIES, REGIONS, TARGETS, ABOUT, PHASES)
}

__all__ = [
    "CODES",
    "LANGUAGES",
    "TABLES",
    "Column",
    "Effect",
    "Issue",
    "Language",
    "Names",
    "Severity",
    "Table",
    "Tables",
    "all_tables",
    "names",
    "typed_frame",
    "typed_series",
]
