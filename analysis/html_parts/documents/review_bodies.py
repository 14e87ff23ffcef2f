"""What the documents of the pages for review hold: gaps, co-operation, targets, the year sheet, quality of data."""

from markupsafe import Markup

from analysis import presentation_lookup
from analysis.html_parts import open_data, year_sheet
from analysis.html_parts.documents import section_blocks as blocks
from analysis.html_parts.documents.body_context import Blocks, BodyContext
from analysis.html_parts.documents.filter_form import filter_bar
from analysis.html_parts.documents.layout import element, group
from analysis.html_parts.gap_card import GAP, gap_foot, gap_head
from analysis.html_parts.page_context import PageContext
from analysis.html_parts.rendering import render
from analysis.sections import cooperation, gap_rows, gaps, quality, targets, yearsheet
from analysis.sections.pages.gaps.page import MEASURES


def gaps_body(page: PageContext, context: BodyContext) -> Blocks:
    """The gaps by region and theme, and the rows of the one that the address names."""
    words, measure = page.words, page.choice
    section = page.build(gaps, page.today, measure, links=page.links)
    rows = page.build(gap_rows, page.today, page.address.of(GAP), links=page.links)
    menu = page.menu(f"{rows.key}_{rows.rows[0].key}") if rows else ""
    card = [*gap_head(page, rows), *gap_foot(page, rows, menu)] if rows else []
    count, rate = MEASURES
    switch = (rate if measure == count else "", words("gaps.per"), measure == rate)
    return [
        blocks.heading(page, section.title),
        filter_bar(page, section),
        element(render("coverage", words, section=section)),
        group("rows_gap", *map(element, card)) if card else Markup(""),
        element(render("sentence", words, text=section.sentence)),
        blocks.unknown_choice(page, "measure", MEASURES),
        blocks.choices(page, "measure", words("gaps.per"), [switch]),
        blocks.tables(page, section),
        blocks.comparison(page, section, (1, 1), None, context.size),
    ]


def cooperation_body(page: PageContext, context: BodyContext) -> Blocks:
    """Joint events by year, the pairs of regions, who bridges them."""
    section = page.build(cooperation, page.today)
    return [
        blocks.head(page, section),
        element(render("coverage", page.words, section=section)),
        blocks.comparison(page, section, (1, 1, 1, 1), None, context.size),
    ]


def targets_body(page: PageContext, context: BodyContext) -> Blocks:
    """Targets beside actuals."""
    section = page.build(targets, page.today)
    return [
        blocks.heading(page, section.title),
        filter_bar(page, section),
        element(render("sentence", page.words, text=section.sentence)),
        blocks.comparison(page, section, (1,), None, context.size),
        blocks.tables(page, section),
        element(render("owner-note", page.words, section=section)),
    ]


def yearsheet_body(page: PageContext, context: BodyContext) -> Blocks:
    """A year on one page; its files come with the server's connection."""
    section = page.build(yearsheet, page.today, page.address.of(year_sheet.YEAR))
    sheet = year_sheet.year_sheet(page, section, year_sheet.menu_names(section))
    return [
        blocks.heading(page, section.title),
        filter_bar(page, section),
        *(element(each) for each in (year_sheet.unknown_year(page), year_sheet.year_links(page)) if each),
        element(sheet),
    ]


def data_body(page: PageContext, context: BodyContext) -> Blocks:
    """The quality of the data; what the owner has to do is for editors, whom a document does not know."""
    history = presentation_lookup.filled_shares(context.store, page.revision) if page.revision else ()
    section = page.build(quality, page.today, history)
    card = element(open_data.open_data(page, context.settings.api_requests))
    return [blocks.head(page, section), blocks.charts_and_lists(page, section, context.size), card]
