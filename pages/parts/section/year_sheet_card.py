"""The year sheet on its page, with the menus of its parts and the files of the whole."""

from functools import partial

import streamlit as st

from analysis.exports import html_report, word_document
from analysis.html_parts import year_sheet
from analysis.html_parts.page_context import PageContext
from analysis.sections import Section
from pages.parts.charts import download_menu, downloads
from pages.parts.core import html


def show_years(page: PageContext) -> None:
    """The years that the sheet can be of, and that the address asks for another one if it does."""
    for text in (year_sheet.unknown_year(page), year_sheet.year_links(page)):
        html.put(text)


def show(page: PageContext, section: Section) -> None:
    """The sheet, and the files of the whole; all of its files are of its year alone."""
    page = year_sheet.page_of_year(page)
    words, origin = page.words, downloads.origin(page, section)
    time = page.revision.published if page.revision else None
    makers = {
        "docx": partial(word_document, (section,), words, origin, timestamp=time),
        "html": partial(html_report, (section,), words, origin),
    }
    download_menu.offer_numbers(page, section)
    for chart in section.charts:
        download_menu.offer(page, section, chart)
    html.put(year_sheet.year_sheet(page, section, year_sheet.menu_names(section)))
    with st.container(key="handouts_sheet", horizontal=True):
        for ending, make in makers.items():
            parts = words("frame.page.yearsheet"), section.title
            name = downloads.revision_file_name(page.revision, *parts, ending=ending)
            downloads.button(words(f"yearsheet.{ending}"), make, name, f"sheet_{ending}")
        html.show("hint", words, text=words("yearsheet.print"))
