"""Targets in words: what is at risk or was missed, targets without any actual, actuals without any target."""

from itertools import groupby

import pandas as pd

from analysis.measures.targets import without_target
from analysis.sections.context.section_context import SectionContext
from analysis.sections.model.model import Item, ItemList
from analysis.sections.pages.targets.progress import actual_text, scope_name
from analysis.words.language import DASH

LINES = 12
"""A list has at most so many lines."""


def risk_list(context: SectionContext, rows: pd.DataFrame) -> ItemList:
    """The targets of the running year that its pace does not reach, then the latest ones that were missed."""
    words, items = context.words, []
    some = rows[rows["status"].isin(("at_risk", "missed"))].sort_values("year", ascending=False, kind="stable")
    for row in some.to_dict("records"):
        values = {"values": actual_text(row, words)}
        if row["status"] == "at_risk":
            values["landing"] = words.number(int(row["landing"]))
        text = words(f"targets.line.{row['status']}", **values)
        items.append(Item(None, f"{int(row['year'])}: {scope_name(context, row)}", text))
    return _listing(context, "risk", items)


def without_actual(context: SectionContext, rows: pd.DataFrame) -> ItemList:
    """The targets of years that have begun of which nothing is reached, or it is not known what."""
    words, items = context.words, []
    some = rows[(rows["actual"].fillna(0) == 0) & (rows["target"] > 0) & (rows["status"] != "ahead")]
    for row in some.sort_values("year", ascending=False, kind="stable").to_dict("records"):
        key = "unknown" if pd.isna(row["actual"]) else "nothing"
        if key == "unknown" and row["measure"] == "materials":
            key = "no_regions"
        text = words(f"targets.line.{key}", target=words.number(int(row["target"])))
        items.append(Item(None, f"{int(row['year'])}: {scope_name(context, row)}", text))
    return _listing(context, "without_actual", items)


def without_target_list(context: SectionContext) -> ItemList:
    """What was reached without a target, by measure and region with its years; of the selected years and regions.

    What the whole area has no target for stays whatever region is selected: it has none either.
    """
    selection, words = context.selection, context.words
    scopes = without_target(context.tables["targets"], context.counted, context.today)
    if selection.years:
        scopes = [each for each in scopes if selection.years[0] <= each.year <= selection.years[1]]
    if selection.regions:
        scopes = [each for each in scopes if each.region is None or each.region in selection.regions]
    scopes.sort(key=lambda each: (each.measure, each.region or "", each.year))
    items = []
    for _, same in groupby(scopes, key=lambda each: (each.measure, each.region)):
        of_scope = list(same)
        years = DASH.join(dict.fromkeys(str(year) for year in (of_scope[0].year, of_scope[-1].year)))
        if len(of_scope) != of_scope[-1].year - of_scope[0].year + 1:
            years = words.listing([str(each.year) for each in of_scope])
        items.append(
            Item(None, scope_name(context, of_scope[0]._asdict()), words("targets.line.no_target", years=years))
        )
    return _listing(context, "without_target", items)


def _listing(context: SectionContext, key: str, items: list[Item]) -> ItemList:
    """The list with its first lines, and how many there are."""
    words = context.words
    title, empty = words(f"targets.list.{key}"), words(f"targets.list.{key}_none")
    note = (
        words("targets.list.some", n=words.number(LINES), total=words.number(len(items))) if len(items) > LINES else ""
    )
    return ItemList(key, title, tuple(items[:LINES]), empty, note=note, total=len(items))
