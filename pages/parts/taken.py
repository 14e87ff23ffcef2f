"""What the files of a presentation are made from; they are made beside the page, so nothing here asks it anything."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.desk import app_services
from analysis.exports import Branding, ExportRequest, build_file, file_name
from analysis.exports.work import Progress
from analysis.sections.outline import Outline
from analysis.sections.whole import presentation_filter_text
from pages.parts import download, moments, stage
from pages.parts.view import PageContext


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
        basis = stage.basis(view, outline.since)
        origin = replace(download.origin_of_all(view), chosen=presentation_filter_text(outline, basis))
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
    day = revision.published.astimezone(moments.TIME_ZONE).date() if revision else None
    title = outline.title or view.words("present.untitled")
    return file_name(title, ending=ending, revision=f"r{revision.id}" if revision else "", day=day)
