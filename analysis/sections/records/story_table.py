"""The table of stories, newest first, as rows and as list items."""

from functools import partial

import pandas as pd

from analysis.cache import cached_per_tables
from analysis.charts import Field
from analysis.measures.ordering import newest_first
from analysis.measures.records import matching_records
from analysis.schema import Tables
from analysis.schema.frames import text_or_none
from analysis.sections.context import code_labels
from analysis.sections.context.section_context import SectionContext, no_data, section_context
from analysis.sections.model.model import RecordTable
from analysis.sections.records import list_items
from analysis.sections.records.text_search import COUNT, folded, matching, named, row_count, search_result
from analysis.selection import Selection
from analysis.words import Translator

COLUMNS = ("title", "published", "cluster", "themes", "regions", "form")


def story_table(
    tables: Tables, selection: Selection, words: Translator, first: int = 0, count: int = COUNT, search: str = ""
) -> RecordTable:
    """Stories of the selection and the search, newest first, undated last: ``count`` from the position ``first`` on.

    Columns: ``title``, ``published`` (ISO day at its precision), the names of ``cluster``, ``themes``, ``regions`` and
    ``form``, ``link`` and ``id``. ``items`` are the same stories as list items.
    """
    context = section_context(tables, selection, words)
    every = tables["stories"].loc[newest_first(matching_records(context.all_rows, "stories", selection)).index]
    matches = matching(every, partial(_texts, tables, words), search)
    page = matches.iloc[first : first + count]
    rule = (
        search_result(words, search, len(matches), len(every)),
        row_count(words, "stories", len(matches), first, len(page)),
    )
    fields = {name: Field(name, words(f"stories.{name}")) for name in COLUMNS}
    fields["title"] = Field("title", words("stories.title"), link="link")
    fields["published"] = Field("published", words("stories.published"), "day")
    names = {name: pd.Series(texts, dtype="str") for name, texts in _names(context, page).items()}
    return RecordTable(
        key="stories",
        title=words("stories.rows"),
        table=page[["title", "published", "link", "id"]].reset_index(drop=True).assign(**names),
        fields=tuple(fields.values()),
        total=len(matches),
        first=first,
        rule=" ".join(filter(None, rule)),
        empty=words("items.found_none", search=search) if search else no_data(context),
        items=list_items.story_items(context, page),
    )


def _names(context: SectionContext, rows: pd.DataFrame) -> dict[str, list[str | None]]:
    """The names of each story's cluster, themes, regions and form; None if it has none."""
    clusters, words = context.tables["clusters"], context.words
    clusters_by_id = dict(zip(clusters["id"], clusters["name"], strict=True))
    forms = code_labels.options("stories", "form", words)
    codes, form_codes = map(text_or_none, rows["cluster"]), map(text_or_none, rows["form"])
    themes = [", ".join(str(context.themes[code]) for code in context.themes if code in own) for own in rows["themes"]]
    return {
        "cluster": [str(clusters_by_id.get(code, code)) if code else None for code in codes],
        "themes": [each or None for each in themes],
        "regions": [code_labels.region_names(own, context.regions, words) or None for own in rows["regions"]],
        "form": [str(forms[code]) if code else None for code in form_codes],
    }


@cached_per_tables
def _texts(tables: Tables, words: Translator) -> pd.Series:
    """The text of each story for the search: its own, and the names of its cluster, themes, regions and form."""
    context, stories = section_context(tables, Selection(), words), tables["stories"]
    names = ([each or "" for each in column] for column in _names(context, stories).values())
    regions = named(stories["regions"], context.regions)
    return folded(stories.index, stories["title"], stories["summary"].fillna(""), *names, regions)
