"""Files that a download button makes when it is pressed: kept until their browsers have fetched them.

Streamlit (1.67.0) answers with the address of such a file and notes nobody who needs it: it deletes the file at the end
of the second run that anybody's page makes after that, though the browser may still be on its way. In a room full of
readers that is a moment.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

PLACES = 32
"""So many files are kept, the latest ones: as many may be on their way to readers at once."""


@dataclass(frozen=True)
class DownloadFiles:
    """The latest files of all sessions; ``runtime`` gives Streamlit's (``st.runtime.get_instance``)."""

    runtime: Callable[[], Any]
    places: Iterator[int] = field(default_factory=lambda: cycle(range(PLACES)), repr=False)

    def keep(self, content: bytes, media_type: str, name: str) -> None:
        """Keep a file, which Streamlit knows by its content, type and name, in the place of the oldest one."""
        files, place = self.runtime().media_file_mgr, f"download-{next(self.places)}"
        files.add(content, media_type, place, file_name=name, is_for_static_download=True)
