"""Sections: what a page and an export show, made from tables, a selection and words.

The face holds the builders of pages and the model; everything else is imported from its own module.
"""

from analysis.sections.basis import BaselineRevision, ReportContext
from analysis.sections.by_region import by_region
from analysis.sections.by_theme import by_theme
from analysis.sections.calendar import calendar_month, coming_events
from analysis.sections.catalogue import section
from analysis.sections.cluster import cluster_detail
from analysis.sections.cluster_rows import cluster_table
from analysis.sections.clusters import clusters
from analysis.sections.detail import Detail, Fact, FactValue
from analysis.sections.event import event_detail
from analysis.sections.event_rows import event_table
from analysis.sections.events import events
from analysis.sections.overview import overview
from analysis.sections.presentation import Presentation, Slide
from analysis.sections.region_comparison import region_comparison
from analysis.sections.region_profile import region_profile
from analysis.sections.section import Item, ItemList, Metric, RecordTable, Section, TextSpan, ThemeCard
from analysis.sections.slides import presentation
from analysis.sections.stories import stories
from analysis.sections.story_rows import story_table
from analysis.sections.term_profile import term_profile
from analysis.sections.toolkit import toolkit

__all__ = [
    "BaselineRevision",
    "Detail",
    "Fact",
    "FactValue",
    "Item",
    "ItemList",
    "Metric",
    "Presentation",
    "RecordTable",
    "ReportContext",
    "Section",
    "Slide",
    "TextSpan",
    "ThemeCard",
    "by_region",
    "by_theme",
    "calendar_month",
    "cluster_detail",
    "cluster_table",
    "clusters",
    "coming_events",
    "event_detail",
    "event_table",
    "events",
    "overview",
    "presentation",
    "region_comparison",
    "region_profile",
    "section",
    "stories",
    "story_table",
    "term_profile",
    "toolkit",
]
