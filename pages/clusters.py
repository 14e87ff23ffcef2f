"""The clusters: the directory of all, and the profile of the one that the address names."""

from functools import partial

from analysis.sections import cluster, cluster_rows, clusters
from pages.parts import details, filters, frame, panel, rows

view = frame.opened("clusters")
named = cluster(view.tables, view.address.of("cluster") or "", view.words, view.today)

if named:
    details.show(view, named)
else:
    section = clusters(view.tables, view.selection, view.words, view.today)
    frame.heading(view, section.title)
    details.missing(view, "cluster")
    filters.bar(view, section)
    panel.glance(view, section)
    make = partial(cluster_rows, view.tables, view.selection, view.words, view.today)
    rows.finder(view, section, view.words("clusters.rows"), make)
    panel.pictures(view, section)
frame.closed(view)
