"""How the numbers at a glance are counted, the rows behind each, and all of them as a table."""

from dataclasses import replace

import pandas as pd

from analysis.charts import CountedRows, Field
from analysis.sections.section import Metric, RecordTable, Section
from analysis.words import Translator

COUNTED = {
    "events": CountedRows(("events",)),
    "participants": CountedRows(("events",), ("participants",)),
    "joint": CountedRows(("events",), ("regions",), minimum=2),
    "stories": CountedRows(("stories",)),
    "clusters_told": CountedRows(("stories",), ("cluster",)),
    "online": CountedRows(("stories",), ("link",)),
    "materials": CountedRows(("materials",)),
    "clusters": CountedRows(("clusters",)),
    "members": CountedRows(("clusters",), ("members",)),
    "labels": CountedRows(("clusters",), ("label",)),
}
"""By the number's key: the rows that it counts. How it counts them stands under "numbers.<key>"."""


def with_definitions(numbers: tuple[Metric, ...], words: Translator) -> tuple[Metric, ...]:
    """The numbers with their rows and rules; KeyError for a number that is not known here."""
    return tuple(replace(each, counted_rows=COUNTED[each.key], rule=words(f"numbers.{each.key}")) for each in numbers)


def metrics_table(section: Section, words: Translator) -> RecordTable:
    """The numbers of a section as rows: ``label``, ``value`` (Int64, missing where unknown) and ``change`` in words."""
    told = section.metrics
    table = pd.DataFrame(
        {
            "label": pd.Series([each.label for each in told], dtype="str"),
            "value": pd.Series([each.value for each in told], dtype="Int64"),
            "change": pd.Series([each.change or None for each in told], dtype="str"),
        }
    )
    fields = [Field("label", words("numbers.label")), Field("value", words("numbers.value"), "number")]
    if any(each.change for each in told):
        fields.append(Field("change", words("numbers.change")))
    rule = " ".join(f"{each.label}: {each.rule}" for each in told if each.rule)
    title = words("numbers.title", section=section.title)
    return RecordTable("numbers", title, table, tuple(fields), len(table), rule=rule)
