"""Files that readers take along: their names tell what is in them, and they say what they are made from."""

from collections.abc import Callable

import streamlit as st

from analysis.charts import Chart
from analysis.exports import csv_people, file_name
from analysis.sections import Rows, Section
from analysis.selection import LISTS
from pages.parts import moments
from pages.parts.view import View

CSV = "text/csv"
Tabled = Chart | Rows


def csv(view: View, section: Section, given: Tabled, whole: Callable[[], Tabled] | None = None) -> None:
    """A button that hands out a chart's table, or rows (``whole`` makes all of them), as csv when it is clicked."""
    st.download_button(
        view.words("panel.csv"),
        data=lambda: packed(view, section, whole() if whole else given),
        file_name=called(view, section, given),
        mime=CSV,
        key=f"csv_{section.key}_{given.key}",
        type="tertiary",
        icon=":material/download:",
        on_click="ignore",
    )


def called(view: View, section: Section, given: Tabled) -> str:
    """The file's name: what it holds, of which selection, revision and day."""
    revision = view.revision
    day = revision.published.astimezone(moments.HOME).date() if revision else None
    what = given.subtitle if isinstance(given, Chart) else given.title
    return file_name(what, *chosen(view), ending="csv", revision=f"r{revision.id}" if revision else "", day=day)


def chosen(view: View) -> list[str]:
    """What is chosen, by its labels."""
    years = "-".join(map(str, dict.fromkeys(view.selection.years or ())))
    lists = [(dict(view.choices[name]), getattr(view.selection, name)) for name in LISTS]  # type: ignore[literal-required]
    return [*(labels[each] for labels, codes in lists for each in codes), years]


def packed(view: View, section: Section, given: Tabled) -> bytes:
    """The file: the table, and below it title, selection, counting rule, revision and the owner's words on the data."""
    words, revision = view.words, view.revision
    when = moments.moment(words, revision.published) if revision else ""
    told = {
        "title": given.title,
        "chosen": section.chosen,
        "rule": given.rule,
        "revision": words("panel.note.published", revision=revision.id, when=when) if revision else "",
        "coverage": section.coverage,
    }
    notes = [(words(f"panel.note.{name}"), text) for name, text in told.items() if text]
    return csv_people(given.table, given.fields, notes)
