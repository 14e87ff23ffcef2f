"""The code with which another site shows a chart: as it is at any time, or as it is in this revision for good."""

from dataclasses import replace

from markupsafe import Markup

from analysis.charts import Chart
from analysis.sections import Section
from analysis.sections.pages.regions.measures import MEASURES
from analysis.sections.pages.themes.groups import term_groups
from analysis.sections.registry import SECTIONS, VARIANTS
from analysis.selection import Selection
from pages.parts.core import html, links
from pages.parts.core.page_context import PageContext

HIGH = 560
"""Of the frame, in pixels."""
FRAME = Markup('<iframe src="{}" title="{}" width="100%" height="{}" style="border:0" loading="lazy"></iframe>')


def show(view: PageContext, section: Section, chart: Chart, selection: Selection | None = None, name: str = "") -> None:
    """Two buttons that copy the code, and the code; nothing for sections that cannot be embedded.

    ``selection`` is that of the page if it is not given, ``name`` that of the section with its variant.
    """
    called = name or _name(view, section)
    if called.partition(":")[0] not in SECTIONS or chart.table.empty:
        return
    shown = replace(view.address.for_other_pages(), language=view.words.language, revision=None)
    shown = replace(shown, selection=view.selection if selection is None else selection)
    revision = view.revision.id if view.revision else ""
    addresses = [("live", shown.suffix()), *([("pinned", shown.pinned(revision).suffix())] if revision else [])]
    root = links.root(view)
    title = chart.subtitle or chart.title
    codes = {
        kind: str(FRAME.format(f"{root}embed/{called}/{chart.key}{suffix}", title, HIGH)) for kind, suffix in addresses
    }
    html.show("embed-code", view.words, codes=codes, revision=revision)


def _name(view: PageContext, section: Section) -> str:
    """The section's name, with the variant that the address names if there is one."""
    variant = view.address.of(VARIANTS.get(section.key, "")) or ""
    known = MEASURES if section.key == "regions" else [each.key for each in term_groups(view.tables, view.words)]
    return f"{section.key}:{variant}" if variant in known else section.key
