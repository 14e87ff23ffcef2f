"""What readers take along: files, whose names and origin tell what is in them, and the code that embeds a chart."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from analysis.charts import Chart
from analysis.exports import Provenance, file_name
from analysis.html_parts.page_context import PageContext, day_in_finland
from analysis.sections import RecordTable, Section
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.registry import SECTIONS, VARIANTS, section_names
from analysis.selection import LISTS, Selection
from analysis.store import Revision
from analysis.words.language import HELSINKI
from pages.parts.core import auth, data_right, html

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
EMBED_HEIGHT = 560
"""Of the frame, in pixels."""
FRAME = Markup('<iframe src="{}" title="{}" width="100%" height="{}" style="border:0" loading="lazy"></iframe>')


def button(
    label: str, data: Callable[[], bytes], name: str, key: str, help: str | None = None, *, editors: bool = False
) -> None:
    """A button that hands out a file.

    ``label`` and ``key`` are the button's, ``name`` is the file's; ``data`` makes the file when somebody asks for it,
    ``help`` says what it is; ``editors``: it is for editors alone.
    """
    kind, icon = TYPES[name.rsplit(".", 1)[1]], ":material/download:"
    make, help = data_right.guarded_file(data, kind, name, editors=editors), html.widget_label(help or "") or None
    label = html.widget_label(label)
    st.download_button(label, make, name, kind, key=key, help=help, type="tertiary", icon=icon, on_click="ignore")


def revision_file_name(revision: Revision | None, *parts: str, ending: str) -> str:
    """The name of a file that is made from a revision: what is in it, revision and day."""
    day = revision.published.astimezone(HELSINKI).date() if revision else None
    return file_name(*parts, ending=ending, revision=f"r{revision.id}" if revision else "", day=day)


def source_file_name(page: PageContext, source: TableSource, ending: str, *more: str) -> str:
    """The name of a file of a chart or of rows: what it holds (and ``more``), of which selection, revision and day."""
    years = "-".join(map(str, dict.fromkeys(page.selection.years or ())))
    lists = [(dict(page.choices[name]), getattr(page.selection, name)) for name in LISTS]  # type: ignore[literal-required]
    labels = [labels[each] for labels, codes in lists for each in codes]
    title = (source.subtitle or source.title) if isinstance(source, Chart) else source.title
    return revision_file_name(page.revision, title, *more, *labels, years, ending=ending)


def origin(page: PageContext, section: Section | None = None) -> Provenance:
    """Where the numbers of a section come from, as each of its files says it; without one those of all sections."""
    words, revision = page.words, page.revision
    source = ", ".join(filter(None, (owner_text(page.tables, "publisher", words).text, words("frame.name"))))
    texts = {key: owner_text(page.tables, key, words).text for key in ("coverage", "licence", "cofunding")}
    day = day_in_finland(revision.published) if revision else ""
    whole = Provenance(revision.id if revision else "", day, source=source, **texts)
    return replace(whole, filter_text=section.filter_text, coverage=section.coverage) if section else whole


def show_embed_code(
    page: PageContext, section: Section, chart: Chart, selection: Selection | None = None, name: str = ""
) -> None:
    """Two buttons that copy the code of a ``chart`` of a ``section``, and the code; nothing if it cannot be embedded.

    ``selection`` is that of the ``page`` if there is none, ``name`` that of the section with its variant.
    """
    name = name or variant_name(page, section)
    if name.partition(":")[0] not in SECTIONS or chart.table.empty:
        return
    address = replace(page.address.for_other_pages(), language=page.words.language, revision=None)
    address = replace(address, selection=page.selection if selection is None else selection)
    revision = page.revision.id if page.revision else ""
    addresses = {"live": address.suffix()} | ({"pinned": address.pinned(revision).suffix()} if revision else {})
    source, title = f"{page.root}embed/{name}/{chart.key}", chart.subtitle or chart.title
    codes = {kind: str(FRAME.format(source + suffix, title, EMBED_HEIGHT)) for kind, suffix in addresses.items()}
    hint = page.words("present.embed_hint_editor" if auth.is_editor() else "present.embed_hint")
    html.show("embed-code", page.words, codes=codes, revision=revision, hint=hint)


def variant_name(page: PageContext, section: Section) -> str:
    """The section's name, with the variant that the address names if there is one."""
    variant = page.address.of(VARIANTS.get(section.key, "")) or ""
    name = f"{section.key}:{variant}"
    return name if name in section_names(page.tables, page.words) else section.key
