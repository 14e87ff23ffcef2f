"""Sections: what a page and an export show, made from tables, a selection and words.

The face holds the builders of pages and the model; everything else is imported from its own module.
"""

from analysis.sections.context.link_answers import LinkAnswers
from analysis.sections.context.section_context import BaselineRevision, ReportContext
from analysis.sections.model.model import (
    Detail,
    Fact,
    FactValue,
    Item,
    ItemList,
    Metric,
    RecordTable,
    Section,
    TextSpan,
    ThemeCard,
)
from analysis.sections.model.presentation import Presentation, Slide
from analysis.sections.pages.clusters import clusters
from analysis.sections.pages.cooperation.page import cooperation
from analysis.sections.pages.events import events
from analysis.sections.pages.gaps.gap_rows import gap_rows
from analysis.sections.pages.gaps.page import gaps
from analysis.sections.pages.overview import overview, overview_steps
from analysis.sections.pages.quality import quality
from analysis.sections.pages.regions.comparison import region_comparison
from analysis.sections.pages.regions.page import by_region
from analysis.sections.pages.regions.profile import region_profile
from analysis.sections.pages.start.page import first_steps
from analysis.sections.pages.stories import stories
from analysis.sections.pages.targets.page import targets
from analysis.sections.pages.themes.page import by_theme
from analysis.sections.pages.themes.profile import term_profile
from analysis.sections.pages.toolkit.page import toolkit
from analysis.sections.pages.yearsheet.page import yearsheet
from analysis.sections.presentation.slides import presentation
from analysis.sections.records.content_details import material_detail, story_detail
from analysis.sections.records.details import cluster_detail, event_detail
from analysis.sections.records.event_calendar import calendar_month, coming_events
from analysis.sections.records.record_tables import cluster_table, event_table, story_table
from analysis.sections.records.worklists import Worklist, worklist
from analysis.sections.registry import section

__all__ = [
    "BaselineRevision",
    "Detail",
    "Fact",
    "FactValue",
    "Item",
    "ItemList",
    "LinkAnswers",
    "Metric",
    "Presentation",
    "RecordTable",
    "ReportContext",
    "Section",
    "Slide",
    "TextSpan",
    "ThemeCard",
    "Worklist",
    "by_region",
    "by_theme",
    "calendar_month",
    "cluster_detail",
    "cluster_table",
    "clusters",
    "coming_events",
    "cooperation",
    "event_detail",
    "event_table",
    "events",
    "first_steps",
    "gap_rows",
    "gaps",
    "material_detail",
    "overview",
    "overview_steps",
    "presentation",
    "quality",
    "region_comparison",
    "region_profile",
    "section",
    "stories",
    "story_detail",
    "story_table",
    "targets",
    "term_profile",
    "toolkit",
    "worklist",
    "yearsheet",
]
