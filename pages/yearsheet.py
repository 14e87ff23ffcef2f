"""The year sheet: a region's or the whole area's year on one A4, to print or to take along."""

from analysis.sections import yearsheet
from pages.parts.filters import filter_bar
from pages.parts.section import year_sheet_card
from pages.parts.shell import frame

page = frame.begin_page("yearsheet")
section = page.build(yearsheet, page.today, page.address.of("year"))

frame.heading(page, section.title)
filter_bar.show(page, section)
year_sheet_card.show_years(page)
year_sheet_card.show(page, section)
frame.end_page(page)
