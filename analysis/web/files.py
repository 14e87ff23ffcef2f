"""Uploaded files as they came, for editors alone."""

from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from analysis.desk import desk
from analysis.store import StoredFile, UnknownRevision
from analysis.web.holding import holder


async def file(request: Request) -> Response:
    """A file of a revision, byte for byte; 403 for readers, 404 where there is none, or no more."""
    found = await holder(request.scope)
    if found is None or not found.editor:
        return Response(status_code=403)
    try:
        known, data = await run_in_threadpool(_kept, **request.path_params)
    except UnknownRevision:
        return Response(status_code=404)
    named = f"attachment; filename*=UTF-8''{quote(known.name, safe='')}"
    headers = {"content-disposition": named, "cache-control": "no-store"}
    return Response(data, media_type="application/octet-stream", headers=headers)


def _kept(revision: str, sha256: str) -> tuple[StoredFile, bytes]:
    store = desk().store
    known = next((each for each in store.revision(revision).files if each.sha256 == sha256), None)
    if known is None:
        raise UnknownRevision(revision)
    return known, store.file(revision, sha256)
