"""The clusters: the directory of all, and the profile of the one that the address names."""

from analysis.sections import cluster, cluster_rows, clusters
from pages.parts import details, filters, frame, kept, panel, pictures, rows

view = frame.opened("clusters")
named = cluster(view.tables, view.address.of("cluster") or "", view.words, view.today)

if named:
    details.show(view, named)
else:
    section = kept.made(view, clusters, view.today)
    frame.heading(view, section.title)
    pictures.draw(view, section)
    details.missing(view, "cluster")
    filters.bar(view, section)
    panel.glance(view, section)
    rows.finder(view, section, view.words("clusters.rows"), cluster_rows, view.today)
    panel.pictures(view, section)
frame.closed(view)
