"""The clusters: the directory of all, and the profile of the one that the address names."""

from analysis.sections import cluster_detail, cluster_table, clusters
from pages.parts.charts import chart_card
from pages.parts.section import record_table, section_view
from pages.parts.shell import frame

with frame.figures_first("clusters") as page:
    detail = cluster_detail(page.tables, page.address.of("cluster") or "", page.words, page.today)
    section = None if detail else page.build(clusters, page.today)
    chart_card.draw_figures(page, section)

if detail:
    section_view.show_detail(page, detail)
elif section:
    section_view.show_head(page, section, item="cluster")
    record_table.show_searchable(page, section, page.words("clusters.rows"), cluster_table, page.today)
    section_view.show_charts_and_lists(page, section)
frame.end_page(page)
