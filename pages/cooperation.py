"""The co-operation: joint events by year, which regions meet, which pairs grow or fade, who bridges regions."""

from analysis.sections import cooperation
from pages.parts.charts import chart_card
from pages.parts.core import html
from pages.parts.section import section_view
from pages.parts.shell import frame

with frame.figures_first("cooperation") as page:
    section = page.build(cooperation, page.today)
    chart_card.draw_figures(page, section)

section_view.show_head(page, section)
html.show("coverage", page.words, section=section)
section_view.show_comparison(page, section, (1, 1, 1, 1), None)
frame.end_page(page)
