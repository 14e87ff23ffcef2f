"""Routes, with the small answers (health, assets, uploaded files), and the layers around them, outermost first."""

from datetime import timedelta
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from analysis import static
from analysis.app_services import app_services
from analysis.store import Unavailable, UnknownRevision
from analysis.web.document_routes import serve_embed, serve_slideshow
from analysis.web.feed import PATH, serve_feed
from analysis.web.guard import RequestGuard
from analysis.web.html_pages import PageDocuments
from analysis.web.request_context import current_session
from analysis.web.security_headers import CookiePolicy, SecurityHeaders
from analysis.web.sign_in import KeySignIn, sign_out
from analysis.web.sso import sign_in, sign_in_return

NO_STORE = {"cache-control": "no-store"}
BYTES = "application/octet-stream"
FOR_GOOD = f"public, max-age={int(timedelta(days=365).total_seconds())}, immutable"


async def health(request: Request) -> JSONResponse:
    """The published revision and its time (null if nothing is published); 503 if the database does not respond."""
    try:
        current = await run_in_threadpool(app_services().store.current)
    except Unavailable:
        return JSONResponse({"status": "unavailable", "revision": None, "published": None}, 503, NO_STORE)
    published = current and current.published.isoformat(timespec="seconds")
    return JSONResponse({"status": "ok", "revision": current and current.id, "published": published}, headers=NO_STORE)


async def asset(request: Request) -> Response:
    """A script, style or picture, packed if the browser accepts that; cached for good, as names change with content."""
    file = static.files_by_name().get(request.path_params["name"])
    if file is None:
        raise HTTPException(404)
    headers = {"cache-control": FOR_GOOD, "vary": "accept-encoding"}
    if file.gzip_content is not None and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(file.gzip_content, headers=headers | {"content-encoding": "gzip"}, media_type=file.media_type)
    return Response(file.plain, headers=headers, media_type=file.media_type)


async def uploaded_file(request: Request) -> Response:
    """An uploaded file of a revision, byte for byte; 403 for readers, 404 if there is none, or no longer."""
    session = await current_session(request.scope)
    if session is None or not session.editor:
        return Response(status_code=403)
    store, revision, sha256 = app_services().store, request.path_params["revision"], request.path_params["sha256"]
    try:
        files = (await run_in_threadpool(store.revision, revision)).files
        names = [each.name for each in files if each.sha256 == sha256]
        content = await run_in_threadpool(store.file, revision, sha256) if names else b""
    except UnknownRevision:
        names = []
    if not names:
        return Response(status_code=404)
    disposition = f"attachment; filename*=UTF-8''{quote(names[0], safe='')}"
    return Response(content, headers={"content-disposition": disposition, **NO_STORE}, media_type=BYTES)


routes: list[BaseRoute] = [
    Route("/health", health),
    Route("/assets/{name}", asset),
    Route("/files/{revision}/{sha256}", uploaded_file),
    Route(f"/{PATH}", serve_feed),
    Route("/sign-in", sign_in),
    Route("/sign-in/back", sign_in_return),
    Route("/stories/{language}/{name:path}", serve_slideshow),
    Route("/embed/{section}", serve_embed),
    Route("/embed/{section}/{chart}", serve_embed),
    Route("/sign-out", sign_out, methods=["GET", "POST"]),
]
middleware = [Middleware(each) for each in (SecurityHeaders, CookiePolicy, KeySignIn, RequestGuard, PageDocuments)]
