"""What the files of a presentation are made from; they are made beside the page, so nothing here asks it anything."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from analysis.desk import desk
from analysis.exports import Dress, Taken, file_name, taken
from analysis.exports.work import Progress
from analysis.sections.outline import Outline
from analysis.sections.whole import told_of_slides
from pages.parts import download, moments, stage
from pages.parts.view import View


@dataclass(frozen=True)
class Order:
    """A presentation that is to become files: as a page sees it, whether its notes go along, its live view."""

    view: View
    outline: Outline
    notes: bool
    live: str

    @property
    def of(self) -> str:
        """All that its files depend on, as one text."""
        return f"{self.view.state} {self.notes}"


def maker(order: Order, kind: str) -> Callable[[Progress], bytes]:
    """What makes the file of a kind."""

    def make(progress: Progress) -> bytes:
        view, settings = order.view, desk().settings
        outline = order.outline if order.notes else order.outline.without_notes()
        basis = stage.basis(view, outline.since)
        origin = replace(download.of_all(view), chosen=told_of_slides(outline, basis))
        template = Path(settings.deck_template).read_bytes() if settings.deck_template else None
        dress = Dress(template, settings.eu_emblem, order.live)
        published = view.revision.published if view.revision else None
        return taken(kind, Taken(outline, basis, origin, dress, published, order.notes, view.pinned), progress)

    return make


def name(view: View, outline: Outline, ending: str) -> str:
    """The file's name: the presentation's title, revision and day."""
    revision = view.revision
    day = revision.published.astimezone(moments.HOME).date() if revision else None
    title = outline.title or view.words("present.untitled")
    return file_name(title, ending=ending, revision=f"r{revision.id}" if revision else "", day=day)
