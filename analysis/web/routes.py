"""Routes, with the small answers (assets, uploaded files), and the layers around them, outermost first."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from analysis import static
from analysis.app_services import app_services
from analysis.store import UnknownRevision
from analysis.streamlit_adapter import server
from analysis.streamlit_adapter.server import Option
from analysis.streamlit_adapter.uploads import UploadedFiles
from analysis.web.activity_feed import ACTIVITY_FEED, activity_answer
from analysis.web.api_answers import api_route
from analysis.web.base_path import PathsFromRoot, PathsOfStreamlit
from analysis.web.document_routes import serve_embed, serve_slideshow
from analysis.web.event_calendar import CALENDAR, calendar_answer
from analysis.web.feed import PATH, serve_feed
from analysis.web.guard import RequestGuard
from analysis.web.handed_files import FileRights
from analysis.web.health import NO_STORE, health, metrics, socket_room
from analysis.web.html_pages import PageDocuments
from analysis.web.open_data import open_data_routes
from analysis.web.open_sockets import OpenSockets
from analysis.web.reading_edition import serve_front, serve_reading
from analysis.web.request_context import current_session
from analysis.web.request_counts import RequestCounts
from analysis.web.run_turns import RunTurns
from analysis.web.security_headers import CookiePolicy, SecurityHeaders
from analysis.web.sign_in import KeySignIn, sign_out
from analysis.web.site_map import serve_robots, serve_sitemap
from analysis.web.socket_limits import SocketLimits
from analysis.web.sso import sign_in, sign_in_return
from analysis.web.static_files import FOR_GOOD, StaticAnswers
from analysis.web.unavailable import StoreAnswers
from analysis.web.upload_limits import UploadLimits

BYTES = "application/octet-stream"


async def asset(request: Request) -> Response:
    """A script, style or picture of ours as it is, as long as it is not on the shelf: see `StaticAnswers`."""
    every = (*static.own_files().values(), static.plotly_bundle())
    file = next((each for each in every if each.name == request.path_params["name"]), None)
    if file is None:
        raise HTTPException(404)
    return Response(file.content, headers={"cache-control": FOR_GOOD}, media_type=file.media_type)


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


LAYERS = (
    *(RequestCounts, StaticAnswers, SecurityHeaders, CookiePolicy, StoreAnswers, KeySignIn, RequestGuard),
    # The turn comes before the sign-in, so that nothing is passed on that was said before it ended.
    *(SocketLimits, RunTurns, OpenSockets, FileRights),
)
routes: list[BaseRoute] = [
    Route("/health", health),
    Route("/health/sockets", socket_room),
    Route("/metrics", metrics),
    Route("/assets/{name}", asset),
    Route("/files/{revision}/{sha256}", uploaded_file),
    Route(f"/{PATH}", serve_feed),
    api_route(f"/{CALENDAR}", calendar_answer),
    api_route(f"/{ACTIVITY_FEED}", activity_answer),
    Route("/read", serve_front),
    Route("/read/{language}", serve_front),
    Route("/read/{language}/{rest:path}", serve_reading),
    *open_data_routes,
    Route("/sitemap.xml", serve_sitemap),
    Route("/robots.txt", serve_robots),
    Route("/sign-in", sign_in),
    Route("/sign-in/back", sign_in_return),
    Route("/stories/{language}/{name:path}", serve_slideshow),
    Route("/embed/{section}", serve_embed),
    Route("/embed/{section}/{chart}", serve_embed),
    Route("/sign-out", sign_out, methods=["GET", "POST"]),
]


def middleware(runtime: Callable[[], Any], option: Option) -> list[Middleware]:
    """The layers around all routes, outermost first; ``runtime`` gives Streamlit's (``st.runtime.get_instance``).

    ``option`` gives Streamlit's own settings by name (``st.get_option``).
    """
    return [
        Middleware(PathsFromRoot, base=server.base_path(option)),
        *(Middleware(each) for each in LAYERS),
        Middleware(UploadLimits, files=UploadedFiles(runtime)),
        Middleware(PageDocuments),
        Middleware(PathsOfStreamlit, own=routes),
    ]
