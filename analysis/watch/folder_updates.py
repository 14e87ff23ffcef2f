"""Publishing what a folder brings, through the one door that the page and the command line go through."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from analysis import publishing
from analysis.intake import Checker, Upload
from analysis.publishing import Outcome, Regions
from analysis.settings import SECOND, Settings
from analysis.store import AuditEntry, Store, Unavailable
from analysis.watch.folder_files import FolderFile

DONE = ("published", "unchanged")
"""Outcomes after which nothing is left to do for a person."""
FAULT = "fault"


@dataclass(frozen=True)
class Handling:
    """Files that were handled as one upload, and what came of it; ``outcome`` is None after a fault of ours, which is
    the ``error``."""

    files: tuple[FolderFile, ...]
    outcome: Outcome | None
    error: Exception | None = None

    @property
    def status(self) -> str:
        """What came of it: a status of publishing, or "fault"."""
        return self.outcome.status if self.outcome else FAULT


@dataclass(frozen=True)
class FolderUpdates:
    """What is published, by whom and where. ``regions``: those whose rows may change, empty for all rows.

    ``note``: of the revisions, with the names of the files in the place of ``{files}``; ``earlier``: the files that
    this process need not read again.
    """

    store: Store
    checker: Checker
    settings: Settings
    author: str
    note: str
    regions: Regions
    earlier: set[FolderFile] = field(default_factory=set)

    def handle(self, files: Sequence[FolderFile]) -> Iterator[Handling]:
        """Publish files that have stopped changing, if they are sound and nobody has to confirm anything.

        Several csv files are one upload, since each is one table and may refer to the others; each workbook is one by
        itself. Files that were handled before, and those that changed while they were read, are passed over. A fault
        ends no more than its upload; Unavailable if the store cannot be used, and the files are tried again.
        """
        known, open_files = self._handled(), (each for each in files if each not in self.earlier)
        pairs = [(each, upload) for each in open_files if (upload := self._read(each)) is not None]
        new = [(each, upload) for each, upload in pairs if sha256(upload.data).hexdigest() not in known]
        self.earlier.update(pair[0] for pair in pairs if pair not in new)
        tables = [pair for pair in new if pair[0].path.suffix.casefold() == ".csv"]
        for group in [*([tables] if tables else []), *([pair] for pair in new if pair not in tables)]:
            handling = self._publish(group)
            for each, upload in group:
                self._remember(each.path.name, upload, handling)
                self.earlier.add(each)
            yield handling

    def _publish(self, group: Sequence[tuple[FolderFile, Upload]]) -> Handling:
        """Publish files as one upload; where a second person has to say yes, store them as a draft."""
        files, uploads, now = tuple(each for each, _ in group), [upload for _, upload in group], datetime.now(UTC)
        note = self.note.format(files=", ".join(each.name for each in uploads))
        line: dict[str, Any] = {"author": self.author, "note": note, "now": now}
        given: dict[str, Any] = {"workbook": Path(self.settings.workbook), "regions": self.regions}
        try:
            if self.settings.review == SECOND:
                latest = publishing.preview(uploads, self.store, self.checker, now, **given)
                return Handling(files, publishing.add_draft(latest, self.store, **line, is_direct=True))
            return Handling(files, publishing.publish_at_once(uploads, self.store, self.checker, **line, **given))
        except Unavailable:
            raise
        except Exception as error:
            return Handling(files, None, error)

    def _read(self, file: FolderFile) -> Upload | None:
        """A file's name and bytes, one more than allowed at most; None if it is gone, or changed meanwhile."""
        try:
            with file.path.open("rb") as opened:
                data = opened.read(self.settings.check_limits["file_bytes"] + 1)
            state = file.path.stat()
        except OSError:
            return None
        is_same = (state.st_size, state.st_mtime_ns) == (file.size, file.changed)
        return Upload(file.path.name, data) if is_same else None

    def _handled(self) -> set[str]:
        """The hashes of the bytes that were handled last under each name, by the audit."""
        parts = (each.split(" ", 2) for each in self.store.journal.details("watch"))
        return set({name: hash for _, hash, name in parts}.values())

    def _remember(self, name: str, upload: Upload, handling: Handling) -> None:
        """Add a line to the audit: what came of a file, its hash and name."""
        revision = handling.outcome.revision if handling.outcome and handling.status == "published" else None
        detail = f"{handling.status} {sha256(upload.data).hexdigest()} {name}"
        entry = AuditEntry(datetime.now(UTC), self.author, "watch", revision.id if revision else None, detail)
        self.store.journal.add(entry)
