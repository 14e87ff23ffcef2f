"""Files that readers take along: their names tell what is in them, and they say what they are made from."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from analysis.charts import Chart
from analysis.exports import Provenance, file_name
from analysis.sections import RecordTable, Section
from analysis.sections.context.owner_texts import owner_text
from analysis.selection import LISTS
from analysis.store import Revision
from analysis.words.formats import HELSINKI
from pages.parts.core.page_context import PageContext, day_in_finland

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
    """A button that hands out a file.

    ``label`` and ``key`` are the button's, ``name`` is the file's; ``data`` makes the file when somebody asks for it,
    ``help`` says what it is.
    """
    kind, icon = TYPES[name.rsplit(".", 1)[1]], ":material/download:"
    st.download_button(label, data, name, kind, key=key, help=help, type="tertiary", icon=icon, on_click="ignore")


def revision_file_name(revision: Revision | None, *parts: str, ending: str) -> str:
    """The name of a file that is made from a revision: what is in it, revision and day."""
    day = revision.published.astimezone(HELSINKI).date() if revision else None
    return file_name(*parts, ending=ending, revision=f"r{revision.id}" if revision else "", day=day)


def source_file_name(page: PageContext, source: TableSource, ending: str, *more: str) -> str:
    """The name of a file of a chart or of rows: what it holds (and ``more``), of which selection, revision and day."""
    years = "-".join(map(str, dict.fromkeys(page.selection.years or ())))
    lists = [(dict(page.choices[name]), getattr(page.selection, name)) for name in LISTS]  # type: ignore[literal-required]
    labels = [labels[each] for labels, codes in lists for each in codes]
    title = source.subtitle if isinstance(source, Chart) else source.title
    return revision_file_name(page.revision, title, *more, *labels, years, ending=ending)


def origin(page: PageContext, section: Section | None = None) -> Provenance:
    """Where the numbers of a section come from, as each of its files says it; without one those of all sections."""
    words, revision = page.words, page.revision
    source = ", ".join(filter(None, (owner_text(page.tables, "publisher", words).text, words("frame.name"))))
    texts = {key: owner_text(page.tables, key, words).text for key in ("coverage", "licence", "cofunding")}
    day = day_in_finland(revision.published) if revision else ""
    whole = Provenance(revision.id if revision else "", day, source=source, **texts)
    return replace(whole, chosen=section.filter_text, coverage=section.coverage) if section else whole
