"""The clusters: the directory of all, and the profile of the one that the address names."""

from analysis.sections import cluster_detail, cluster_table, clusters
from pages.parts.charts import page_charts
from pages.parts.core import result_cache
from pages.parts.filters import filter_bar
from pages.parts.section import record_detail, record_table, section_view
from pages.parts.shell import page

with page.opening("clusters") as view:
    named = cluster_detail(view.tables, view.address.of("cluster") or "", view.words, view.today)
    section = None if named else result_cache.cached_section(view, clusters, view.today)
    page_charts.draw(view, section)

if named:
    record_detail.show(view, named)
elif section:
    page.heading(view, section.title)
    record_detail.say_missing(view, "cluster")
    filter_bar.show(view, section)
    section_view.numbers_and_sentence(view, section)
    record_table.searchable_table(view, section, view.words("clusters.rows"), cluster_table, view.today)
    section_view.charts_and_lists(view, section)
page.end(view)
