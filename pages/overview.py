"""The overview: how much, where, on what theme, since when, and how fresh that is."""

from analysis.sections import overview
from pages.parts.charts import page_charts
from pages.parts.core import result_cache
from pages.parts.filters import filter_bar
from pages.parts.section import section_view
from pages.parts.shell import page

with page.opening("overview") as view:
    section = result_cache.cached_section(view, overview, view.today)
    page_charts.draw(view, section)

page.heading(view, section.title)
filter_bar.show(view, section)
section_view.show(view, section)
page.end(view)
