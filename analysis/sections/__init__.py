"""What a page and an export show: sections made from tables, a selection and words."""

from analysis.sections.basis import Basis, Earlier
from analysis.sections.behind import behind
from analysis.sections.by_region import by_region
from analysis.sections.by_theme import by_theme
from analysis.sections.calendar import Day, Month, Week, coming, month
from analysis.sections.catalogue import SECTIONS, section
from analysis.sections.choices import Options, known, options
from analysis.sections.cluster import cluster
from analysis.sections.cluster_rows import cluster_rows
from analysis.sections.clusters import clusters
from analysis.sections.counted_numbers import numbers_table
from analysis.sections.detail import Detail, Fact, Told
from analysis.sections.event import event
from analysis.sections.event_rows import event_rows
from analysis.sections.events import events
from analysis.sections.outline import Outline, Step
from analysis.sections.overview import overview
from analysis.sections.presentation import Presentation, Slide
from analysis.sections.region_comparison import region_comparison
from analysis.sections.region_measures import MEASURES
from analysis.sections.region_profile import region_profile
from analysis.sections.said import Said, notice, said
from analysis.sections.section import Door, Item, Listing, Number, Part, Rows, Section
from analysis.sections.slides import presentation, presentation_of
from analysis.sections.stories import stories
from analysis.sections.story_rows import story_rows
from analysis.sections.term_profile import term_profile
from analysis.sections.terms import group, groups
from analysis.sections.toolkit import toolkit
from analysis.sections.whole import EVERY, Occasion, agenda, of_slides, told, told_of_slides, whole

__all__ = [
    "EVERY",
    "MEASURES",
    "SECTIONS",
    "Basis",
    "Day",
    "Detail",
    "Door",
    "Earlier",
    "Fact",
    "Item",
    "Listing",
    "Month",
    "Number",
    "Occasion",
    "Options",
    "Outline",
    "Part",
    "Presentation",
    "Rows",
    "Said",
    "Section",
    "Slide",
    "Step",
    "Told",
    "Week",
    "agenda",
    "behind",
    "by_region",
    "by_theme",
    "cluster",
    "cluster_rows",
    "clusters",
    "coming",
    "event",
    "event_rows",
    "events",
    "group",
    "groups",
    "known",
    "month",
    "notice",
    "numbers_table",
    "of_slides",
    "options",
    "overview",
    "presentation",
    "presentation_of",
    "region_comparison",
    "region_profile",
    "said",
    "section",
    "stories",
    "story_rows",
    "term_profile",
    "told",
    "told_of_slides",
    "toolkit",
    "whole",
]
