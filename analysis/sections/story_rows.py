"""Every story as a row and as an entry, newest first."""

from functools import partial
from typing import Any

import pandas as pd

from analysis.charts import Field
from analysis.measures.chosen import chosen
from analysis.measures.latest import newest_first
from analysis.schema import Tables
from analysis.sections import entries, labels
from analysis.sections.cells import text
from analysis.sections.same import kept
from analysis.sections.searching import folded, matching
from analysis.sections.section import Rows
from analysis.sections.view import View, no_data, view
from analysis.selection import Selection
from analysis.words import Words
from analysis.words.formats import DASH

COUNT = 100
COLUMNS = ("title", "published", "cluster", "themes", "regions", "form")


def story_rows(
    tables: Tables, selection: Selection, words: Words, first: int = 0, count: int = COUNT, search: str = ""
) -> Rows:
    """So many stories of the selection and the search from the position ``first`` on, newest first, undated last.

    Columns: ``title``, ``published`` (ISO day at its precision), ``cluster``, ``themes``, ``regions``, ``form`` as they
    are called, ``link`` and ``id``. ``items`` are the same stories as entries.
    """
    return rows(view(tables, selection, words), first, count, search)


def rows(context: View, first: int = 0, count: int = COUNT, search: str = "") -> Rows:
    """The same of a view."""
    words = context.words
    ours = context.tables["stories"].loc[newest_first(chosen(context.activity, "stories", context.selection)).index]
    found = matching(ours, partial(_written, context.tables, words), search)
    some = found.iloc[first : first + count]
    return Rows(
        key="stories",
        title=words("stories.rows"),
        table=_table(context, some),
        fields=tuple(_field(name, words) for name in COLUMNS),
        total=len(found),
        first=first,
        rule=_rule(context, len(found), len(ours), search, first, len(some)),
        empty=words("items.found_none", search=search) if search else no_data(context),
        items=entries.stories(context, some),
    )


def _field(name: str, words: Words) -> Field:
    kind, link = "day" if name == "published" else "text", "link" if name == "title" else None
    return Field(name, words(f"stories.{name}"), kind, link=link)  # type: ignore[arg-type]


def _table(context: View, some: pd.DataFrame) -> pd.DataFrame:
    told = [_told(context, row) for row in some.itertuples(index=False)]
    columns = ("cluster", "themes", "regions", "form")
    made = {name: pd.Series([each[at] or None for each in told], dtype="str") for at, name in enumerate(columns)}
    return some[["title", "published", "link", "id"]].reset_index(drop=True).assign(**made)


def _told(context: View, row: Any) -> tuple[str, str, str, str]:
    """What cluster, themes, regions and form are called."""
    form, forms = text(row.form), labels.options("stories", "form", context.words)
    themes = ", ".join(str(context.themes[code]) for code in context.themes if code in row.themes)
    regions = labels.area(row.regions, context.regions, context.words)
    return _cluster(context, text(row.cluster)), themes, regions, str(forms[form]) if form else ""


def _cluster(context: View, id: str | None) -> str:
    rows = context.tables["clusters"]
    names = rows.loc[(rows["id"] == id).fillna(False).astype(bool), "name"] if id else rows["name"][:0]
    return str(names.iloc[0]) if len(names) else id or ""


@kept(4)
def _written(tables: Tables, words: Words) -> pd.Series:
    """What each story is looked for by: its texts, and what its cluster, themes, regions and form are called."""
    context, stories = view(tables, Selection(), words), tables["stories"]
    return folded(stories.index, (_text(context, row) for row in stories.itertuples(index=False)))


def _text(context: View, row: Any) -> str:
    named = [str(context.regions[code]) for code in row.regions if code in context.regions]
    return " ".join((row.title, text(row.summary) or "", *_told(context, row), *named))


def _rule(context: View, found: int, ours: int, search: str, first: int, count: int) -> str:
    words = context.words
    if not found:
        return ""
    if count < found:
        shown = f"{words.number(first + 1)}{DASH}{words.number(first + count)}"
        told = words("stories.some_rows", shown=shown, total=words.number(found))
    else:
        told = words.plural("stories.all_rows", found)
    if not search:
        return told
    return f"{words('items.found', search=search, found=words.number(found), total=words.number(ours))} {told}"
