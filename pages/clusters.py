"""The clusters: the directory of all, and the profile of the one that the address names."""

from analysis.sections import cluster_detail, cluster_table, clusters
from pages.parts import details, filters, frame, kept, panel, pictures, rows

with frame.opening("clusters") as view:
    named = cluster_detail(view.tables, view.address.of("cluster") or "", view.words, view.today)
    section = None if named else kept.cached_section(view, clusters, view.today)
    pictures.draw(view, section)

if named:
    details.show(view, named)
elif section:
    frame.heading(view, section.title)
    details.say_missing(view, "cluster")
    filters.show(view, section)
    panel.numbers_and_sentence(view, section)
    rows.searchable_table(view, section, view.words("clusters.rows"), cluster_table, view.today)
    panel.charts_and_lists(view, section)
frame.end(view)
