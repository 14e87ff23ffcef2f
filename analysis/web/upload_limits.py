"""The layer that bounds what uploaded files take of the memory: those of one open page, and all together."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from itertools import chain

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from analysis.app_services import app_services
from analysis.streamlit_adapter import routes as streamlit_routes
from analysis.streamlit_adapter.uploads import UploadedFiles
from analysis.web.guard import refuse

MEGABYTE = 1024 * 1024
RETURN_SECONDS = 60
"""A browser that lost its connection finds its files again for so long."""


@dataclass(frozen=True)
class UploadLimits:
    """Refuses an upload that there is no room for (413), and passes none of it on; frees what a page left behind.

    ``under_way``: bytes of the uploads that are being read, by session.
    """

    app: ASGIApp
    files: UploadedFiles
    under_way: Counter[str] = field(default_factory=Counter)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what there is room for."""
        if scope["type"] == "websocket":
            try:
                await self.app(scope, receive, send)
            finally:
                # Those alone that have gone by now: whoever goes later has her own time to return.
                left = self.files.left_sessions()
                if left:
                    asyncio.get_running_loop().call_later(RETURN_SECONDS, self.files.end_left_sessions, left)
        elif streamlit_routes.is_upload(scope) and scope["method"] != "DELETE":
            await self._upload(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _upload(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass an upload on if there is room; files of pages that are gone make room at once."""
        # …/upload_file/<session>/<file>
        session = (
            streamlit_routes.core_path(scope["path"]).removeprefix(streamlit_routes.UPLOAD).strip("/").partition("/")[0]
        )
        length = Headers(scope=scope).get("content-length", "")
        # One that announces no length may become as large as any.
        size = int(length) if length.isdecimal() else app_services().settings.file_mb * MEGABYTE
        if not self._has_room(session, size):
            self.files.end_left_sessions()
        if not self._has_room(session, size):
            await refuse(413, scope, receive, send)
            return
        self.under_way[session] += size
        try:
            await self.app(scope, receive, send)
        finally:
            self.under_way[session] -= size
            if not self.under_way[session]:
                del self.under_way[session]

    def _has_room(self, session: str, size: int) -> bool:
        """Whether so many bytes more of a session fit, beside what is there and what is on its way."""
        settings, stored = app_services().settings, self.files.bytes_by_session()
        in_all = sum(chain(stored.values(), self.under_way.values())) + size
        of_session = stored.get(session, 0) + self.under_way[session] + size
        return in_all <= settings.uploads_mb * MEGABYTE and of_session <= settings.session_uploads_mb * MEGABYTE
