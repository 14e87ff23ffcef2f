"""What a page and an export show: sections made from tables, a selection and words."""

from analysis.sections.choices import Options, known, options
from analysis.sections.event_rows import event_rows
from analysis.sections.events import events
from analysis.sections.overview import overview
from analysis.sections.said import Said, notice, said
from analysis.sections.section import Door, Item, Listing, Number, Part, Rows, Section
from analysis.sections.toolkit import toolkit

__all__ = [
    "Door",
    "Item",
    "Listing",
    "Number",
    "Options",
    "Part",
    "Rows",
    "Said",
    "Section",
    "event_rows",
    "events",
    "known",
    "notice",
    "options",
    "overview",
    "said",
    "toolkit",
]
