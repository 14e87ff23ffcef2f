"""The gaps: which region has nothing on which theme, since when, what rows lack, and the worklist to fill in."""

from analysis.sections import gap_rows, gaps
from pages.parts.charts import chart_card
from pages.parts.core import html
from pages.parts.filters import address_choice, filter_bar
from pages.parts.section import section_view, worklist_card
from pages.parts.shell import frame

with frame.figures_first("gaps") as page:
    section = page.build(gaps, page.today, page.choice, links=page.links)
    rows = page.build(gap_rows, page.today, page.address.of("gap"), links=page.links)
    chart_card.draw_figures(page, section)

frame.heading(page, section.title)
filter_bar.show(page, section)
html.show("coverage", page.words, section=section)
worklist_card.show(page, rows)
html.show("sentence", page.words, text=section.sentence)
address_choice.rate_switch(page, page.choice)
section_view.show_tables(page, section)
section_view.show_comparison(page, section, (1, 1), None)
frame.end_page(page)
