"""The regions: one measure on a map, ranked and by year; one region's profile, or several beside each other."""

from analysis.sections import by_region, region_comparison, region_profile
from pages.parts.charts import page_charts
from pages.parts.core import html, result_cache
from pages.parts.filters import address_choice, filter_bar
from pages.parts.section import comparison_view
from pages.parts.shell import page

with page.opening("regions") as view:
    measure = address_choice.measure(view)
    section = result_cache.cached_section(view, by_region, view.today, measure)
    profile = result_cache.cached_section(view, region_profile, view.today)
    detail = profile or result_cache.cached_section(view, region_comparison, view.today)
    page_charts.draw(view, section, detail)

page.heading(view, section.title)
filter_bar.show(view, section)
comparison_view.coverage(view, section)
address_choice.measures(view, measure)
html.show("hint", view.words, text=section.sentence)
comparison_view.show(view, section, (2, 1), detail)
page.end(view)
