"""The regions: one measure on a map, ranked and by year; one region's profile, or several beside each other."""

from analysis.sections import by_region, region_comparison, region_profile
from pages.parts.charts import chart_card
from pages.parts.core import html
from pages.parts.filters import address_choice, filter_bar
from pages.parts.section import section_view
from pages.parts.shell import frame

with frame.figures_first("regions") as page:
    section = page.build(by_region, page.today, page.choice)
    detail = page.build(region_profile, page.today) or page.build(region_comparison, page.today)
    chart_card.draw_figures(page, section, detail)

frame.heading(page, section.title)
filter_bar.show(page, section)
html.show("coverage", page.words, section=section)
address_choice.measure_buttons(page, page.choice)
html.show("hint", page.words, text=section.sentence)
section_view.show_comparison(page, section, (2, 1), detail)
frame.end_page(page)
