"""The uploaded files that Streamlit holds in memory, by session, and the end of what nobody comes back to.

Streamlit bounds neither their number nor their sum. It lets go of them when a session ends, which it does some time
after the browser left, and only once another one leaves; not when a page puts an uploader away.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class UploadedFiles:
    """The files of all sessions; ``runtime`` gives Streamlit's (``st.runtime.get_instance``)."""

    runtime: Callable[[], Any]

    def bytes_by_session(self) -> dict[str, int]:
        """What the files of each session take of the memory."""
        storage = self.runtime().uploaded_file_mgr.file_storage
        return {
            session: sum(len(each.data) for each in tuple(files.values())) for session, files in dict(storage).items()
        }

    def left_sessions(self) -> frozenset[str]:
        """The sessions with files that no browser is connected to."""
        runtime = self.runtime()
        return frozenset(each for each in self.bytes_by_session() if not runtime.is_active_session(each))

    def end_left_sessions(self, among: frozenset[str] | None = None) -> None:
        """End the sessions with files that no browser is connected to. For the thread of the server's event loop.

        ``among``: those that may end, None for all.
        """
        runtime = self.runtime()
        for session in self.left_sessions():
            if among is None or session in among:
                runtime.close_session(session)
                runtime.uploaded_file_mgr.remove_session_files(session)

    def remove(self, ids: Collection[str]) -> None:
        """Let go of these files, from any thread."""
        manager = self.runtime().uploaded_file_mgr
        for session, files in dict(manager.file_storage).items():
            for id in ids:
                if id in files:
                    manager.remove_file(session, id)
