"""The year sheet as HTML: which year, the numbers and tables of one A4, where they come from."""

from collections.abc import Mapping
from dataclasses import replace

from analysis.charts.svg import Provenance
from analysis.exports.shared.provenance import one_page_notes
from analysis.html_parts import links
from analysis.html_parts.html_table import table
from analysis.html_parts.page_context import PageContext, day_in_finland
from analysis.html_parts.rendering import render
from analysis.sections import Section
from analysis.sections.context.owner_texts import owner_text
from analysis.sections.pages.yearsheet.page import sheet_years, shown_year

YEAR = "year"
"""Parameter of the address: the year of the sheet."""


def page_of_year(page: PageContext) -> PageContext:
    """The page with the year of its sheet as the only year of its filters: what its files are made of."""
    year = shown_year(page.tables, page.selection, page.today, page.address.of(YEAR))
    if year is None:
        return page
    return replace(page, address=replace(page.address, selection=replace(page.selection, years=(year, year))))


def unknown_year(page: PageContext) -> str:
    """The sentence that the address asks for a year without rows; empty if it asks for none, or for one that has."""
    year = page.address.of(YEAR)
    if not year or year in map(str, sheet_years(page.tables, page.selection)):
        return ""
    return render("notice", page.words, text=page.words.plural("frame.dropped", 1, values=year))


def year_links(page: PageContext) -> str:
    """The years that the sheet can be of, each a link; empty if the filter leaves one at most."""
    years = sheet_years(page.tables, page.selection)
    shown = shown_year(page.tables, page.selection, page.today, page.address.of(YEAR))
    if len(years) < 2:
        return ""
    entries = []
    for year in years:
        address = page.address.with_page_parameters(year=str(year))
        entries.append((links.to(page.entry.key, address), str(year), year == shown))
    return render("year-links", page.words, entries=entries)


def year_sheet(page: PageContext, section: Section, menus: Mapping[str, str]) -> str:
    """The sheet: numbers, a table for each chart, lists, notes; ``menus`` names the menu of files of each part."""
    words, revision = page.words, page.revision
    texts = {key: owner_text(page.tables, key, words).text for key in ("publisher", "coverage", "licence", "cofunding")}
    source = ", ".join(filter(None, (texts.pop("publisher"), words("frame.name"))))
    day = day_in_finland(revision.published) if revision else ""
    origin = Provenance(revision.id if revision else "", day, section.filter_text, source, **texts)
    grids = [
        table(each.table, each.fields, each.subtitle or each.title, words) if len(each.table) else ""
        for each in section.charts
    ]
    return render(
        "year-sheet",
        words,
        section=section,
        parts=list(zip(section.charts, grids, strict=True)),
        menus={part: page.menu(menu) for part, menu in menus.items()},
        notes=one_page_notes(section.title, words, origin),
    )


def menu_names(section: Section) -> dict[str, str]:
    """The name of the menu of files of each part of a sheet, by the key of the part."""
    return {part: f"{section.key}_{part}" for part in ("numbers", *(each.key for each in section.charts))}
