"""Files that readers take along: their names tell what is in them, and they say what they are made from."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from analysis.charts import Chart
from analysis.exports import Provenance, file_name
from analysis.sections import RecordTable, Section
from analysis.sections.context.owner_texts import owner_text
from analysis.selection import LISTS
from pages.parts.core import times
from pages.parts.core.page_context import PageContext

TableSource = Chart | RecordTable
TYPES = {
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}


def button(label: str, data: Callable[[], bytes], name: str, key: str, help: str | None = None) -> None:
    """A button that hands out a file; it is made when it is asked for. ``help``: what the file is."""
    kind, icon = TYPES[name.rsplit(".", 1)[1]], ":material/download:"
    st.download_button(label, data, name, kind, key=key, help=help, type="tertiary", icon=icon, on_click="ignore")


def name_of(view: PageContext, source: TableSource, ending: str, *more: str) -> str:
    """The file's name: what it holds, of which selection, revision and day."""
    revision = view.revision
    day = revision.published.astimezone(times.TIME_ZONE).date() if revision else None
    what = source.subtitle if isinstance(source, Chart) else source.title
    return file_name(
        what, *more, *filter_labels(view), ending=ending, revision=f"r{revision.id}" if revision else "", day=day
    )


def filter_labels(view: PageContext) -> list[str]:
    """What is chosen, by its labels."""
    years = "-".join(map(str, dict.fromkeys(view.selection.years or ())))
    lists = [(dict(view.choices[name]), getattr(view.selection, name)) for name in LISTS]  # type: ignore[literal-required]
    return [*(labels[each] for labels, codes in lists for each in codes), years]


def origin(view: PageContext, section: Section) -> Provenance:
    """Where the numbers of a section come from, as each of its files says it."""
    return replace(origin_of_all(view), filter_text=section.filter_text, coverage=section.coverage)


def origin_of_all(view: PageContext) -> Provenance:
    """Where all numbers come from; what of them is chosen is left open."""
    words, revision = view.words, view.revision
    day = revision.published.astimezone(times.TIME_ZONE).date().isoformat() if revision else ""
    source = ", ".join(filter(None, (owner_text(view.tables, "publisher", words).text, words("frame.name"))))
    texts = {key: owner_text(view.tables, key, words).text for key in ("coverage", "licence", "cofunding")}
    return Provenance(revision.id if revision else "", day, source=source, **texts)
