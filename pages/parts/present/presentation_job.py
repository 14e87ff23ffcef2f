"""What the files of a presentation are made from; they are made beside the page, so nothing here asks it anything."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.app_services import app_services
from analysis.exports import Branding, ExportRequest, build_file, file_name
from analysis.exports.shared.background_job import Progress
from analysis.sections.presentation.full_sections import presentation_filter_text
from analysis.sections.presentation.outline import Outline
from pages.parts.charts import downloads
from pages.parts.core import times
from pages.parts.core.page_context import PageContext
from pages.parts.present import presentation_state


@dataclass(frozen=True)
class PresentationJob:
    """A presentation that is to become files: as a page sees it, whether its notes go along, its live view."""

    view: PageContext
    outline: Outline
    notes: bool
    live: str

    @property
    def state(self) -> str:
        """All that its files depend on, as one text."""
        return f"{self.view.state} {self.notes}"


def file_maker(order: PresentationJob, kind: str) -> Callable[[Progress], bytes]:
    """What makes the file of a kind."""

    def make(progress: Progress) -> bytes:
        view, settings = order.view, app_services().settings
        outline = order.outline if order.notes else order.outline.without_notes()
        basis = presentation_state.basis(view, outline.since)
        origin = replace(downloads.origin_of_all(view), filter_text=presentation_filter_text(outline, basis))
        template = Path(settings.deck_template).read_bytes() if settings.deck_template else None
        dress = Branding(template, settings.eu_emblem, order.live)
        published = view.revision.published if view.revision else None
        return build_file(
            kind, ExportRequest(outline, basis, origin, dress, published, order.notes, view.pinned), progress
        )

    return make


def file_title(view: PageContext, outline: Outline, ending: str) -> str:
    """The file's name: the presentation's title, revision and day."""
    revision = view.revision
    day = revision.published.astimezone(times.TIME_ZONE).date() if revision else None
    title = outline.title or view.words("present.untitled")
    return file_name(title, ending=ending, revision=f"r{revision.id}" if revision else "", day=day)
