"""The layer around all others that answers for static files, each compressed once and held in memory.

Nothing is asked, read or compressed for an answer, so files do not wait behind pages that are made.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import chain
from pathlib import Path
from threading import Thread

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from analysis import static
from analysis.app_services import app_services
from analysis.static import StaticFile
from analysis.static.compression import compressed
from analysis.web.security_headers import response_headers

FOR_GOOD = f"public, max-age={int(timedelta(days=365).total_seconds())}, immutable"
ASK_BESIDE = "public, max-age=3600, stale-while-revalidate=31536000"
"""What changes under its name now and then, as our cut of a font: shown as it is at hand, and asked for meanwhile."""
RawHeaders = list[tuple[bytes, bytes]]


@dataclass(frozen=True)
class Representation:
    """A file in one encoding ("": as it is): its bytes, its entity tag, and the headers of every answer with it."""

    content: bytes
    tag: str
    headers: RawHeaders


@dataclass
class Shelf:
    """The representations of each file by its path, by encoding in the order in which they are preferred."""

    files: dict[str, dict[str, Representation]] = field(default_factory=dict)

    def fill(self, files: Iterable[StaticFile]) -> None:
        """Compress the files, or read what was compressed before, and answer for each from then on."""
        for file in files:
            every = compressed(file.content) if Path(file.name).suffix in static.TEXTS else {}
            every[""] = file.content
            self.files[f"/{file.address}"] = {name: _representation(file, name, each) for name, each in every.items()}


shelf = Shelf()


def fill_shelf() -> None:
    """Begin to answer for every file: our own at once, plotly's and Streamlit's when a thread has compressed them.

    Until then their routes answer, with files as they are. Where they were compressed before, that takes a moment.
    """
    shelf.fill(static.own_files().values())
    files = chain((static.plotly_bundle(),), static.streamlit_files())
    Thread(target=shelf.fill, args=(files,), name="static-files", daemon=True).start()


@dataclass(frozen=True)
class StaticAnswers:
    """Answers GET and HEAD for the files on the shelf, and passes on everything else."""

    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the smallest representation that the browser accepts; with 304 if it has that one."""
        every = shelf.files.get(scope["path"]) if scope["type"] == "http" else None
        if every is None or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        accepted = accepted_encodings(asked.get("accept-encoding", ""))
        answer = next((each for name, each in every.items() if name in accepted), every[""])
        is_known = answer.tag in asked.get("if-none-match", "")
        headers = [*answer.headers, *_security(scope)]
        if not is_known:
            headers.append((b"content-length", str(len(answer.content)).encode()))
        await send({"type": "http.response.start", "status": 304 if is_known else 200, "headers": headers})
        body = b"" if is_known or scope["method"] == "HEAD" else answer.content
        await send({"type": "http.response.body", "body": body})


def accepted_encodings(header: str) -> set[str]:
    """The encodings that a header ``Accept-Encoding`` allows (RFC 9110, 12.5.3): "br;q=0, gzip" allows gzip alone."""
    accepted = set()
    for part in header.lower().split(","):
        name, _, weight = part.partition(";")
        is_refused = weight and not weight.strip(" q=0.")
        if name.strip() and not is_refused:
            accepted.add(name.strip())
    return accepted


def _representation(file: StaticFile, encoding: str, content: bytes) -> Representation:
    tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    headers = {
        "content-type": file.media_type,
        "cache-control": FOR_GOOD if file.is_for_good else ASK_BESIDE,
        "vary": "accept-encoding",
        "etag": tag,
        **({"content-encoding": encoding} if encoding else {}),
    }
    return Representation(content, tag, [(name.encode(), value.encode()) for name, value in headers.items()])


def _security(scope: Scope) -> RawHeaders:
    headers = response_headers(scope, app_services().settings)
    return [(name.encode(), value.encode()) for name, value in headers.items()]
