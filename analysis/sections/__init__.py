"""What a page and an export show: sections made from tables, a selection and words."""

from analysis.sections.choices import Options, known, options
from analysis.sections.cluster import cluster
from analysis.sections.cluster_rows import cluster_rows
from analysis.sections.clusters import clusters
from analysis.sections.detail import Detail, Fact, Told
from analysis.sections.event_rows import event_rows
from analysis.sections.events import events
from analysis.sections.overview import overview
from analysis.sections.said import Said, notice, said
from analysis.sections.section import Door, Item, Listing, Number, Part, Rows, Section
from analysis.sections.toolkit import toolkit

__all__ = [
    "Detail",
    "Door",
    "Fact",
    "Item",
    "Listing",
    "Number",
    "Options",
    "Part",
    "Rows",
    "Said",
    "Section",
    "Told",
    "cluster",
    "cluster_rows",
    "clusters",
    "event_rows",
    "events",
    "known",
    "notice",
    "options",
    "overview",
    "said",
    "toolkit",
]
