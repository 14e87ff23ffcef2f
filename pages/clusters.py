"""The clusters: the directory of all, and the profile of the one that the address names."""

from analysis.sections import cluster, cluster_rows, clusters
from pages.parts import details, filters, frame, kept, panel, pictures, rows

with frame.opening("clusters") as view:
    named = cluster(view.tables, view.address.of("cluster") or "", view.words, view.today)
    section = None if named else kept.made(view, clusters, view.today)
    pictures.draw(view, section)

if named:
    details.show(view, named)
elif section:
    frame.heading(view, section.title)
    details.missing(view, "cluster")
    filters.bar(view, section)
    panel.glance(view, section)
    rows.finder(view, section, view.words("clusters.rows"), cluster_rows, view.today)
    panel.pictures(view, section)
frame.closed(view)
