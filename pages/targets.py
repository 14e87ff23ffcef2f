"""The targets beside actuals by year, region and theme: what is reached, what is at risk, what lacks a target."""

from analysis.sections import targets
from pages.parts.charts import chart_card
from pages.parts.core import html
from pages.parts.filters import filter_bar
from pages.parts.section import section_view
from pages.parts.shell import frame

with frame.figures_first("targets") as page:
    section = page.build(targets, page.today)
    chart_card.draw_figures(page, section)

frame.heading(page, section.title)
filter_bar.show(page, section)
html.show("sentence", page.words, text=section.sentence)
section_view.show_comparison(page, section, (1,), None)
section_view.show_tables(page, section)
html.show("owner-note", page.words, section=section)
frame.end_page(page)
