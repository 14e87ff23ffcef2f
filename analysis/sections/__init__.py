"""Sections: what a page and an export show, made from tables, a selection and words.

The face holds the builders of pages and the model; everything else is imported from its own module.
"""

from analysis.sections.basis import Basis, Earlier
from analysis.sections.by_region import by_region
from analysis.sections.by_theme import by_theme
from analysis.sections.calendar import coming, month
from analysis.sections.catalogue import section
from analysis.sections.cluster import cluster
from analysis.sections.cluster_rows import cluster_rows
from analysis.sections.clusters import clusters
from analysis.sections.detail import Detail, Fact, Told
from analysis.sections.event import event
from analysis.sections.event_rows import event_rows
from analysis.sections.events import events
from analysis.sections.overview import overview
from analysis.sections.presentation import Presentation, Slide
from analysis.sections.region_comparison import region_comparison
from analysis.sections.region_profile import region_profile
from analysis.sections.section import Door, Item, Listing, Number, Part, Rows, Section
from analysis.sections.slides import presentation
from analysis.sections.stories import stories
from analysis.sections.story_rows import story_rows
from analysis.sections.term_profile import term_profile
from analysis.sections.toolkit import toolkit

__all__ = [
    "Basis",
    "Detail",
    "Door",
    "Earlier",
    "Fact",
    "Item",
    "Listing",
    "Number",
    "Part",
    "Presentation",
    "Rows",
    "Section",
    "Slide",
    "Told",
    "by_region",
    "by_theme",
    "cluster",
    "cluster_rows",
    "clusters",
    "coming",
    "event",
    "event_rows",
    "events",
    "month",
    "overview",
    "presentation",
    "region_comparison",
    "region_profile",
    "section",
    "stories",
    "story_rows",
    "term_profile",
    "toolkit",
]
