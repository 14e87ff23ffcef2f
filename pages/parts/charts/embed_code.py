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


def show(page: PageContext, section: Section, chart: Chart, selection: Selection | None = None, name: str = "") -> None:
    """Two buttons that copy the code of a ``chart`` of a ``section``, and the code; nothing if it cannot be embedded.

    ``selection`` is that of the ``page`` if there is none, ``name`` that of the section with its variant.
    """
    name = name or _name(page, section)
    if name.partition(":")[0] not in SECTIONS or chart.table.empty:
        return
    address = replace(page.address.for_other_pages(), language=page.words.language, revision=None)
    address = replace(address, selection=page.selection if selection is None else selection)
    revision = page.revision.id if page.revision else ""
    addresses = {"live": address.suffix()} | ({"pinned": address.pinned(revision).suffix()} if revision else {})
    source, title = f"{links.root(page)}embed/{name}/{chart.key}", chart.subtitle or chart.title
    codes = {kind: str(FRAME.format(source + suffix, title, HIGH)) for kind, suffix in addresses.items()}
    html.show("embed-code", page.words, codes=codes, revision=revision)


def _name(page: PageContext, section: Section) -> str:
    """The section's name, with the variant that the address names if there is one."""
    variant = page.address.of(VARIANTS.get(section.key, "")) or ""
    variants = MEASURES if section.key == "regions" else [each.key for each in term_groups(page.tables, page.words)]
    return f"{section.key}:{variant}" if variant in variants else section.key
