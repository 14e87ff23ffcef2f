"""How the numbers at a glance are counted, the rows behind each, and all of them as a table."""

from dataclasses import replace

import pandas as pd

from analysis.charts import Counted, Field
from analysis.sections.section import Number, Rows, Section
from analysis.words import Words

COUNTED = {
    "events": Counted(("events",)),
    "participants": Counted(("events",), ("participants",)),
    "joint": Counted(("events",), ("regions",), least=2),
    "stories": Counted(("stories",)),
    "clusters_told": Counted(("stories",), ("cluster",)),
    "online": Counted(("stories",), ("link",)),
    "materials": Counted(("materials",)),
    "clusters": Counted(("clusters",)),
    "members": Counted(("clusters",), ("members",)),
    "labels": Counted(("clusters",), ("label",)),
}
"""By the number's key: the rows that it counts. How it counts them stands under "numbers.<key>"."""


def ruled(numbers: tuple[Number, ...], words: Words) -> tuple[Number, ...]:
    """The numbers with their rows and rules; KeyError for a number that is not known here."""
    return tuple(replace(each, counted=COUNTED[each.key], rule=words(f"numbers.{each.key}")) for each in numbers)


def numbers_table(section: Section, words: Words) -> Rows:
    """The numbers of a section as rows: ``label``, ``value`` (Int64, missing where unknown) and ``change`` in words."""
    told = section.numbers
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
    return Rows("numbers", title, table, tuple(fields), len(table), rule=rule)
